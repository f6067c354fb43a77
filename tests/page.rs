//! `report.html` through the real program: what it holds, and how a browser takes it.

#[path = "page/browser.rs"]
mod browser;
#[path = "page/contents.rs"]
mod contents;
#[path = "support/page.rs"]
mod page;
#[path = "support/program.rs"]
mod program;
