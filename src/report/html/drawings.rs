//! The charts of a study within the page, each with its data on demand.

use crate::report::html::block::{Block, Cells, Part, Prose, Sheet};
use crate::report::html::words;
use crate::report::pictures::Picture;

/// What an SVG file needs and a drawing within a page does not.
const NAMESPACE: &str = " xmlns=\"http://www.w3.org/2000/svg\"";
/// The chart that stands beside the table of who is served how.
const ACCESS: &str = "access";

/// The parts of the page that show charts.
pub struct Drawings {
    /// The most telling chart.
    pub main: Part,
    pub others: Part,
    /// Of who is served how.
    pub access: Vec<Block>,
}

impl Drawings {
    /// The charts that have data.
    pub fn of(pictures: &[Picture]) -> Drawings {
        let filled = pictures.iter().filter(|picture| !picture.data.rows.is_empty());
        let (access, shown): (Vec<&Picture>, Vec<&Picture>) =
            filled.partition(|picture| picture.chart.stem == ACCESS);
        let (main, others) = shown.split_at(shown.len().min(1));
        let mut drawings = Drawings {
            main: Part::new("main-chart", words::MAIN_CHART),
            others: Part::new("charts", words::CHARTS),
            access: access.into_iter().flat_map(drawn).collect(),
        };
        drawings.main.blocks.extend(main.iter().flat_map(|picture| drawn(picture)));
        drawings.others.blocks.extend(others.iter().flat_map(|picture| drawn(picture)));
        drawings
    }
}

fn drawn(picture: &Picture) -> Vec<Block> {
    let name = words::chart_name(&picture.chart.stem);
    let table = (picture.data.header.clone(), picture.data.rows.clone());
    let data = Sheet::new(&name, Cells::Figures, table);
    let svg = picture.chart.svg.replacen(NAMESPACE, "", 1);
    let summary = words::data_of(&name, picture.data.every);
    let heading = Block::Heading(Prose::of(&name));
    vec![heading, Block::Chart { name, svg, summary, data }]
}

#[cfg(test)]
mod tests {
    use super::Drawings;
    use crate::report::chart::{OutcomeChart, OutcomeRow};
    use crate::report::pictures::Picture;

    #[test]
    fn a_chart_without_data_is_left_out() {
        let (scenario, channel) = (String::new(), "app".to_string());
        let row = OutcomeRow { scenario, channel, amounts: vec![1.0] };
        let outcomes = vec!["issued".to_string()];
        let picture = |rows: Vec<OutcomeRow>| {
            let chart = OutcomeChart { outcomes: outcomes.clone(), rows, ..Default::default() };
            let data = chart.data();
            Picture { data, chart: chart.render().expect("a chart") }
        };
        let drawings = Drawings::of(&[picture(Vec::new()), picture(vec![row])]);
        assert_eq!(drawings.main.blocks.len(), 2);
        assert!(drawings.others.blocks.is_empty() && drawings.access.is_empty());
        let drawn = drawings.main.blocks[1].to_string();
        assert!(drawn.contains("<svg width") && !drawn.contains("http"), "{drawn}");
    }
}
