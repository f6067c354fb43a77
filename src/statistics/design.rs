//! Where to try a model: points that fill the unit cube more evenly than random ones.

mod directions;
mod latin_hypercube;
mod saltelli;
mod sobol_points;

pub use latin_hypercube::latin_hypercube;
pub use saltelli::SaltelliDesign;
pub use sobol_points::SobolPoints;
