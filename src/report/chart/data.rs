//! What a chart shows, as a table: for those who would rather read it, or cannot see it.

mod commands;

use crate::report::chart::number::{percent, written};
use crate::report::chart::{
    AccessChart, AccessLane, AccessRow, CalendarBandChart, CalendarFacet, DayMapChart, DayUse,
    DifferenceChart, DistributionChart, DistributionCurve, DistributionPanel, FlowChart, FlowFacet,
    OutcomeChart, ReplicationsChart, SettlingChart, StoryChart, UtilisationChart, WeekMapChart,
    day_name,
};
use crate::report::language::{hour_of_day, short_date, word};
use crate::time::dates_from;

/// A longer table is thinned out: nobody reads it, and files hold the whole.
const MOST_ROWS: usize = 400;
/// Values that are spread over days are told to the tenth.
const TENTH: f64 = 0.1;
/// All others to the hundredth.
const HUNDREDTH: f64 = 0.01;

/// The data of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataTable {
    pub header: Vec<String>,
    /// As many cells each as the header has.
    pub rows: Vec<Vec<String>>,
    /// Every so manieth row is there: 1 is all.
    pub every: usize,
}

impl DataTable {
    fn new(header: Vec<String>, rows: Vec<Vec<String>>) -> DataTable {
        let every = rows.len().div_ceil(MOST_ROWS).max(1);
        let rows = rows.into_iter().step_by(every).collect();
        DataTable { header, rows, every }
    }
}

fn header(cells: &[&'static str]) -> Vec<String> {
    cells.iter().map(|cell| word(cell).to_string()).collect()
}

impl DifferenceChart {
    /// One row for each measure.
    pub fn data(&self) -> DataTable {
        let rows = self.panels.iter().flat_map(|panel| {
            panel.rows.iter().map(|row| {
                let ends = [row.difference, row.low, row.high];
                let [difference, low, high] = ends.map(|value| written(value, HUNDREDTH));
                let (label, unit) = (row.label.clone(), panel.unit.clone());
                let word = row.favour.word().to_string();
                vec![label, unit, difference, low, high, word, row.note.clone()]
            })
        });
        let names = ["measure", "unit", "difference", "from", "to", "so it is", "in words"];
        DataTable::new(header(&names), rows.collect())
    }
}

impl CalendarBandChart {
    /// One row for each day that has a value.
    pub fn data(&self) -> DataTable {
        let days = self.facets.iter().map(|facet| facet.days.len()).max().unwrap_or(0);
        let rows = dates_from(self.first_day).take(days).enumerate().filter_map(|(day, date)| {
            let cells: Vec<String> =
                self.facets.iter().flat_map(|facet| facet.cells(day)).collect();
            let known = cells.iter().any(|cell| !cell.is_empty());
            known.then(|| std::iter::once(short_date(date)).chain(cells).collect())
        });
        let bands = ["5 %", "25 %", "median", "75 %", "95 %"];
        let names = self.facets.iter().flat_map(|facet| {
            bands.iter().map(move |band| format!("{}: {}", facet.label, word(band)))
        });
        let header = std::iter::once(word("day").to_string()).chain(names).collect();
        DataTable::new(header, rows.collect())
    }
}

impl CalendarFacet {
    fn cells(&self, day: usize) -> [String; 5] {
        match self.days.get(day).copied().flatten() {
            None => Default::default(),
            Some(band) => [
                band.fifth,
                band.lower_quartile,
                band.median,
                band.upper_quartile,
                band.ninety_fifth,
            ]
            .map(|value| written(value, TENTH)),
        }
    }
}

impl DistributionChart {
    /// One row for each duration that occurs.
    pub fn data(&self) -> DataTable {
        let rows = self.panels.iter().flat_map(DistributionPanel::rows).collect();
        DataTable::new(header(&["duration", "unit", "scenario", "at most", "share"]), rows)
    }
}

impl DistributionPanel {
    fn rows(&self) -> impl Iterator<Item = Vec<String>> {
        let row = |curve: &DistributionCurve, (days, share): (f64, f64)| {
            let about = [&self.measure, &self.unit, &curve.label].map(String::clone);
            about.into_iter().chain([written(days, 1.0), percent(share)]).collect()
        };
        self.curves.iter().flat_map(move |curve| {
            curve.steps.iter().map(move |step| row(curve, (step.days, step.share)))
        })
    }
}

impl OutcomeChart {
    /// One row for each bar.
    pub fn data(&self) -> DataTable {
        let rows = self.rows.iter().map(|row| {
            let total: f64 = row.amounts.iter().sum();
            let shares = row.amounts.iter().map(|amount| percent(amount / total));
            [row.scenario.clone(), row.channel.clone()].into_iter().chain(shares).collect()
        });
        let names = header(&["scenario", "channel"]).into_iter();
        DataTable::new(names.chain(self.outcomes.clone()).collect(), rows.collect())
    }
}

impl UtilisationChart {
    /// One row for each station and scenario.
    pub fn data(&self) -> DataTable {
        let rows = self.rows.iter().flat_map(|row| {
            let estimates = self.scenarios.iter().zip(&row.estimates);
            estimates.filter_map(|(scenario, estimate)| {
                let of = (*estimate)?;
                let shares = [of.share, of.low, of.high].map(percent);
                let about = [row.station.clone(), scenario.clone()];
                Some(about.into_iter().chain(shares).collect())
            })
        });
        let names = ["station", "scenario", "share of open time in use", "from", "to"];
        DataTable::new(header(&names), rows.collect())
    }
}

impl SettlingChart {
    /// One row for each series and day.
    pub fn data(&self) -> DataTable {
        let rows = self.panels.iter().flat_map(|panel| {
            panel.daily.iter().map(|(date, mean)| {
                let smooth = panel.smooth.iter().find(|(day, _)| day == date);
                let smooth = smooth.map_or(String::new(), |(_, mean)| written(*mean, HUNDREDTH));
                vec![panel.label.clone(), short_date(*date), written(*mean, HUNDREDTH), smooth]
            })
        });
        let names = ["series", "day", "mean of the day", "moving average"];
        DataTable::new(header(&names), rows.collect())
    }
}

impl AccessChart {
    /// One row for each measure and scenario.
    pub fn data(&self) -> DataTable {
        let row = |(unit, of, lane): (&str, &AccessRow, &AccessLane)| {
            let about = [of.label.clone(), unit.to_string(), lane.scenario.clone()];
            let values = [lane.worst, lane.best].map(|value| written(value, HUNDREDTH));
            about.into_iter().chain(values).chain(lane.notes.clone()).collect()
        };
        let lanes = self.panels.iter().flat_map(|panel| {
            let rows = panel.rows.iter();
            rows.flat_map(move |of| {
                of.lanes.iter().map(move |lane| (panel.unit.as_str(), of, lane))
            })
        });
        let names = ["measure", "unit", "scenario", "worst", "best", "which groups", "gap"];
        DataTable::new(header(&names), lanes.map(row).collect())
    }
}

impl DayMapChart {
    /// One row for each day on which anything is offered.
    pub fn data(&self) -> DataTable {
        let days = self.facets.iter().map(|facet| facet.days.len()).max().unwrap_or(0);
        let rows = dates_from(self.first_day).take(days).enumerate().filter_map(|(day, date)| {
            let uses = || self.facets.iter().map(|facet| facet.days.get(day).copied().flatten());
            uses().any(|of| of.is_some()).then(|| {
                std::iter::once(short_date(date)).chain(uses().flat_map(use_cells)).collect()
            })
        });
        let columns = ["offered", "booked", "attended", "share attended"];
        let names = self
            .facets
            .iter()
            .flat_map(|facet| columns.map(|name| format!("{}: {}", facet.label, word(name))));
        let header = std::iter::once(word("day").to_string()).chain(names).collect();
        DataTable::new(header, rows.collect())
    }
}

fn use_cells(of: Option<DayUse>) -> [String; 4] {
    of.map_or(Default::default(), |of| {
        let [offered, booked, attended] =
            [of.offered, of.booked, of.attended].map(|amount| written(amount, TENTH));
        [offered, booked, attended, percent(of.share())]
    })
}

impl FlowChart {
    /// One row for each part of a stream.
    pub fn data(&self) -> DataTable {
        let rows = self.facets.iter().flat_map(FlowFacet::rows).collect();
        DataTable::new(header(&["scenario", "step", "who", "people", "share of all"]), rows)
    }
}

impl FlowFacet {
    fn rows(&self) -> Vec<Vec<String>> {
        let all = self.people();
        let row = |step: &str, who: &str, people: f64| {
            let share = if 0.0 < all { percent(people / all) } else { String::new() };
            let about = [&self.label, step, who].map(str::to_string);
            about.into_iter().chain([written(people, TENTH), share]).collect()
        };
        let mut rows: Vec<Vec<String>> = Vec::new();
        rows.extend(self.sources.iter().map(|part| row(&self.start, &part.label, part.people)));
        let after = self.remaining();
        for (step, rest) in self.steps.iter().zip(after.into_iter().skip(1)) {
            rows.extend(step.exits.iter().map(|part| row(&step.label, &part.label, part.people)));
            rows.push(row(&step.label, word("go on"), rest));
        }
        rows
    }
}

impl WeekMapChart {
    /// One row for each hour that is open.
    pub fn data(&self) -> DataTable {
        let rows = self.facets.iter().flat_map(|facet| {
            facet.open().map(|(day, hour, share)| {
                let about = [facet.label.clone(), facet.station.clone()];
                let when = [day_name(day).to_string(), hour_of_day(hour), percent(share)];
                about.into_iter().chain(when).collect()
            })
        });
        let names = ["scenario", "station", "weekday", "hour", "share of desk time in use"];
        DataTable::new(header(&names), rows.collect())
    }
}

impl ReplicationsChart {
    /// One row for each figure and scenario.
    pub fn data(&self) -> DataTable {
        let rows = self.panels.iter().flat_map(|panel| {
            panel.lanes.iter().map(|lane| {
                let [low, median, high] = lane.quartiles;
                let ends = [low, median, high, lane.mean, lane.ends[0], lane.ends[1]];
                let about = [panel.title.clone(), lane.scenario.clone()];
                let cells = about.into_iter().chain(ends.map(|value| written(value, HUNDREDTH)));
                cells.chain([lane.note.clone()]).collect()
            })
        });
        let names =
            ["measure", "scenario", "25 %", "median", "75 %", "mean", "from", "to", "in words"];
        DataTable::new(header(&names), rows.collect())
    }
}

impl StoryChart {
    /// One row for each thing that happens.
    pub fn data(&self) -> DataTable {
        let rows = self.lanes.iter().flat_map(|lane| {
            let events = lane.events.iter();
            events.map(|event| vec![lane.label.clone(), event.time.clone(), event.told.clone()])
        });
        DataTable::new(header(&["scenario", "when", "what happens"]), rows.collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::report::chart::{OutcomeChart, OutcomeRow, UtilisationChart, UtilisationRow};

    #[test]
    fn shares_are_of_the_sum() {
        let (scenario, channel) = ("one".to_string(), "app".to_string());
        let chart = OutcomeChart {
            outcomes: vec!["issued".into(), "gave up".into()],
            rows: vec![OutcomeRow { scenario, channel, amounts: vec![3.0, 1.0] }],
            ..OutcomeChart::default()
        };
        let data = chart.data();
        assert_eq!(data.header, ["scenario", "channel", "issued", "gave up"]);
        assert_eq!(data.rows, [["one", "app", "75 %", "25 %"]]);
    }

    #[test]
    fn a_long_table_is_thinned_out_and_says_so() {
        let estimate = super::super::Estimate { share: 0.5, low: 0.4, high: 0.6 };
        let row = UtilisationRow { station: "desk".into(), estimates: vec![Some(estimate)] };
        let chart = UtilisationChart {
            scenarios: vec!["one".into()],
            rows: vec![row; 1_001],
            ..UtilisationChart::default()
        };
        let data = chart.data();
        assert_eq!((data.every, data.rows.len()), (3, 334));
    }
}
