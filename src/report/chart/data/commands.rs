//! The data of charts that commands other than `run` and `compare` draw.

use crate::report::chart::data::{DataTable, HUNDREDTH, header};
use crate::report::chart::number::{plain, written};
use crate::report::chart::{
    HeatMap, LeverChart, LeverPanel, LeverPoint, LeverStanding, Places, ResponseChart,
    ResponsePanel, ResponsePoint, SelectionChart, TheoryChart, TornadoChart, TradeOffChart,
};
use crate::report::language::word;

/// A value between the ends of its interval.
fn with_ends(value: f64, (low, high): (f64, f64)) -> [String; 3] {
    [value, low, high].map(|value| written(value, HUNDREDTH))
}

/// A place on an axis as people would write it.
fn place(value: f64, names: &[String]) -> String {
    let name = names.get(value.max(0.0) as usize).cloned();
    name.unwrap_or_else(|| plain(value))
}

impl LeverChart {
    /// One row for each value tried and figure.
    pub fn data(&self) -> DataTable {
        let names = ["value", "figure", "mean", "from", "to", "so it is"];
        let rows = self.panels.iter().flat_map(|panel| self.rows(panel)).collect();
        DataTable::new(header(&names), rows)
    }

    fn rows(&self, panel: &LeverPanel) -> Vec<Vec<String>> {
        let standing = |of: LeverStanding| match of {
            LeverStanding::Holds => self.key[0].clone(),
            LeverStanding::Fails => self.key[1].clone(),
            LeverStanding::NotDecided => self.key[2].clone(),
        };
        let row = |point: &LeverPoint| {
            let first = [place(point.value, &self.names), panel.title.clone()];
            let found = with_ends(point.mean, (point.low, point.high));
            first.into_iter().chain(found).chain([standing(point.standing)]).collect()
        };
        panel.points.iter().map(row).collect()
    }
}

impl ResponseChart {
    /// One row for each point of each curve.
    pub fn data(&self) -> DataTable {
        let names = ["value", "key", "figure", "series", "mean", "from", "to"];
        let rows = self.panels.iter().flat_map(ResponsePanel::data_rows).collect();
        DataTable::new(header(&names), rows)
    }
}

impl ResponsePanel {
    fn data_rows(&self) -> Vec<Vec<String>> {
        let names: &[String] = match &self.places {
            Places::Names(names) => names,
            Places::Numbers => &[],
        };
        let row = |label: &String, point: &ResponsePoint| {
            let value = point.value?;
            let found = match point.ends {
                Some(ends) => with_ends(value, ends),
                None => [written(value, HUNDREDTH), String::new(), String::new()],
            };
            let about = [self.across.clone(), self.title.clone(), label.clone()];
            let first = std::iter::once(place(point.place, names)).chain(about);
            Some(first.chain(found).collect())
        };
        let curves = self.curves.iter();
        curves.flat_map(|of| of.points.iter().filter_map(|point| row(&of.label, point))).collect()
    }
}

impl HeatMap {
    /// One row for each value up, the highest first, and a column for each value across.
    pub fn data(&self) -> DataTable {
        let first = format!("{} / {}", self.up.name, self.across.name);
        let header = std::iter::once(first).chain(self.across.values.iter().cloned()).collect();
        let rows = self.up.values.iter().zip(&self.cells).rev();
        let row = rows.map(|(name, cells)| {
            let written = cells.iter().map(|cell| match cell {
                Some(cell) => cell.written.clone(),
                None => String::new(),
            });
            std::iter::once(name.clone()).chain(written).collect()
        });
        DataTable::new(header, row.collect())
    }
}

impl SelectionChart {
    /// One row for each scenario.
    pub fn data(&self) -> DataTable {
        let names = ["scenario", "mean", "from", "to", "what became of it"];
        let rows = self.rows.iter().map(|row| {
            let found = with_ends(row.mean, (row.low, row.high));
            std::iter::once(row.label.clone()).chain(found).chain([row.note.clone()]).collect()
        });
        DataTable::new(header(&names), rows.collect())
    }
}

impl TornadoChart {
    /// Two rows for each input.
    pub fn data(&self) -> DataTable {
        let rows = self.rows.iter().flat_map(|row| {
            row.lanes.iter().map(|lane| {
                let first = [row.label.clone(), lane.end.clone()];
                first.into_iter().chain(with_ends(lane.value, (lane.low, lane.high))).collect()
            })
        });
        DataTable::new(header(&["input", "value", "change", "from", "to"]), rows.collect())
    }
}

impl TradeOffChart {
    /// One row for each point.
    pub fn data(&self) -> DataTable {
        let header = vec![
            word("values").to_string(),
            self.across.clone(),
            self.up.clone(),
            word("so it is").to_string(),
        ];
        let rows = self.points.iter().map(|point| {
            let [across, up] = [point.across, point.up].map(|value| written(value, HUNDREDTH));
            vec![point.label.clone(), across, up, point.standing.meaning().to_string()]
        });
        DataTable::new(header, rows.collect())
    }
}

impl TheoryChart {
    /// One row for each figure.
    pub fn data(&self) -> DataTable {
        let rows = self.groups.iter().flat_map(|group| {
            group.rows.iter().map(|row| {
                let ends = (row.deviation - row.half_width, row.deviation + row.half_width);
                let first = [group.title.clone(), row.label.clone()];
                first.into_iter().chain(with_ends(row.deviation, ends)).collect()
            })
        });
        DataTable::new(header(&["case", "figure", "standard errors", "from", "to"]), rows.collect())
    }
}
