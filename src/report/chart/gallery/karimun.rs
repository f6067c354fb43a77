//! Data as a study of the immigration office at Karimun would give: kiosk against app in 2019.

mod year;

use crate::report::chart::{
    AccessChart, AccessLane, AccessPanel, AccessRow, Chart, DifferenceChart, DifferencePanel,
    DifferenceRow, DistributionChart, DistributionCurve, DistributionPanel, Estimate, Favour,
    Heading, OutcomeChart, OutcomeRow, Promise, Step, UtilisationChart, UtilisationRow,
};

/// One of each kind.
pub fn charts() -> Vec<Chart> {
    [
        differences().render(),
        year::calendar(365).render(),
        year::calendar(3 * 365).render(),
        year::calendar(5).render(),
        year::single_facet().render(),
        distributions().render(),
        outcomes().render(),
        utilisation().render(),
        access().render(),
    ]
    .into_iter()
    .map(|chart| chart.expect("a chart"))
    .collect()
}

fn heading(stem: &str, title: &str) -> Heading {
    Heading {
        stem: stem.to_owned(),
        title: title.to_owned(),
        subtitle:
            "40 replications with common random numbers; 95 % intervals; assumes that demand \
                   stays as in 2018"
                .to_owned(),
    }
}

fn differences() -> DifferenceChart {
    let panel = |unit: &str, rows| DifferencePanel { unit: unit.to_owned(), rows };
    DifferenceChart {
        heading: heading(
            "difference",
            "APP shortens the way to a passport by one and a half days, and shuts out 268 people",
        ),
        less: "less with APP".to_owned(),
        more: "more with APP".to_owned(),
        panels: vec![
            panel("calendar days", differences_in_days()),
            panel("minutes", differences_in_minutes()),
            panel("people per year", differences_in_people()),
        ],
    }
}

fn difference(label: &str, (middle, half): (f64, f64), verdict: (Favour, &str)) -> DifferenceRow {
    DifferenceRow {
        label: label.to_owned(),
        difference: middle,
        low: middle - half,
        high: middle + half,
        favour: verdict.0,
        note: verdict.1.to_owned(),
    }
}

fn differences_in_days() -> Vec<DifferenceRow> {
    let shorter = (Favour::Better, "shorter by 1.4 to 1.9 days");
    let shortest = (Favour::Better, "shorter by 4.4 to 8.0 days");
    let open = (Favour::Unclear, "0.1 shorter to 0.3 days longer");
    let longer = (Favour::Worse, "longer by 0.8 to 1.4 days");
    vec![
        difference("Wish to passport, median", (-1.65, 0.25), shorter),
        difference("Wish to passport, 90th percentile", (-6.2, 1.8), shortest),
        difference("Interview to passport ready, 90th percentile", (0.08, 0.21), open),
        difference("Booking lead time, median", (1.1, 0.3), longer),
    ]
}

fn differences_in_minutes() -> Vec<DifferenceRow> {
    let mean = (Favour::Better, "shorter by 19 to 25 minutes");
    let tail = (Favour::Better, "shorter by 50 to 72 minutes");
    vec![
        difference("Wait in the hall, mean", (-22.0, 3.0), mean),
        difference("Wait in the hall, 95th percentile", (-61.0, 11.0), tail),
    ]
}

fn differences_in_people() -> Vec<DifferenceRow> {
    let fewer = (Favour::Better, "fewer by 1,720 to 2,000");
    let shut_out = (Favour::Worse, "more by 237 to 299");
    let moved = (Favour::Neither, "more by 9,350");
    vec![
        difference("Passports issued", (412.0, 95.0), (Favour::Better, "more by 317 to 507")),
        difference("Turned away at the kiosk", (-1_860.0, 140.0), fewer),
        difference("Shut out without a smartphone", (268.0, 31.0), shut_out),
        difference("Applications through the app", (9_350.0, 0.0), moved),
    ]
}

fn curve(label: &str, (start, scale): (f64, f64), whole: f64) -> DistributionCurve {
    let step = |day: u32| {
        let days = f64::from(day);
        let share = whole * (1.0 - (-((days - start).max(0.0) / scale).powf(1.4)).exp());
        Step { days, share: share.clamp(0.0, 1.0) }
    };
    let steps = (0..60).map(step).filter(|step| step.days < start + 4.0 * scale).collect();
    DistributionCurve { label: label.to_owned(), steps }
}

fn distributions() -> DistributionChart {
    let names = [
        "KIOSK",
        "APP",
        "APP, no-shows released",
        "APP, quota 120",
        "KIOSK, two booths",
        "Walk-in",
    ];
    let laws = [(2.0, 4.5), (2.0, 3.0), (2.0, 2.4), (1.0, 2.0), (2.0, 4.0), (3.0, 6.0)];
    let curves = |factor: f64, count: usize| {
        let scaled = |(start, scale): (f64, f64)| (start * factor, scale * factor);
        let pairs = names.iter().zip(laws).take(count);
        pairs.map(|(name, law)| curve(name, scaled(law), 0.985)).collect()
    };
    let promise = Promise { days: 5.0, label: "promise: 5 working days".to_owned() };
    DistributionChart {
        heading: heading(
            "distribution",
            "62 % of passports are ready within the promised five days with APP, 43 % with KIOSK",
        ),
        panels: vec![
            DistributionPanel {
                measure: "share of passports ready".to_owned(),
                unit: "working days from interview to ready".to_owned(),
                promise: Some(promise),
                curves: curves(1.0, 6),
            },
            DistributionPanel {
                measure: "share of applicants with a passport".to_owned(),
                unit: "calendar days from wish to passport".to_owned(),
                promise: None,
                curves: curves(3.0, 2),
            },
        ],
    }
}

fn outcomes() -> OutcomeChart {
    let row = |scenario: &str, channel: &str, amounts: [f64; 9]| OutcomeRow {
        scenario: scenario.to_owned(),
        channel: channel.to_owned(),
        amounts: amounts.to_vec(),
    };
    let names = [
        "issued",
        "turned away",
        "gave up",
        "shut out",
        "no-show",
        "rejected",
        "went elsewhere",
        "waiting at the end",
        "withdrawn",
    ];
    OutcomeChart {
        heading: heading(
            "outcome",
            "APP turns away far fewer people but shuts out one in eight who would walk in",
        ),
        unit: "share of those who wished for a passport".to_owned(),
        outcomes: names.map(str::to_owned).to_vec(),
        rows: vec![
            row("KIOSK", "kiosk", [7_200.0, 2_100.0, 840.0, 0.0, 310.0, 120.0, 95.0, 160.0, 12.0]),
            row("KIOSK", "priority desk", [410.0, 0.0, 6.0, 0.0, 0.0, 9.0, 0.0, 0.0, 0.0]),
            row("APP", "app", [8_300.0, 260.0, 420.0, 0.0, 620.0, 140.0, 60.0, 190.0, 8.0]),
            row(
                "APP",
                "walk-in (no phone)",
                [1_200.0, 180.0, 75.0, 268.0, 0.0, 25.0, 330.0, 4.0, 1.0],
            ),
            row("APP", "priority desk", [420.0, 0.0, 1.0, 0.0, 0.0, 8.0, 0.0, 0.0, 0.0]),
        ],
    }
}

fn utilisation() -> UtilisationChart {
    let about =
        |share: f64, half: f64| Some(Estimate { share, low: share - half, high: share + half });
    let row = |station: &str, estimates: [Option<Estimate>; 3]| UtilisationRow {
        station: station.to_owned(),
        estimates: estimates.to_vec(),
    };
    UtilisationChart {
        heading: heading(
            "utilisation",
            "The interview booths are full under KIOSK; with APP the printer becomes the narrow place",
        ),
        unit: "share of open time in use".to_owned(),
        scenarios: ["KIOSK", "APP", "APP, third booth"].map(str::to_owned).to_vec(),
        rows: vec![
            row("Ticket kiosk", [about(0.34, 0.01), None, None]),
            row("Document check", [about(0.71, 0.02), about(0.66, 0.015), about(0.68, 0.015)]),
            row("Photo and interview", [about(1.04, 0.03), about(0.88, 0.02), about(0.61, 0.02)]),
            row("Printer (Batam)", [about(0.79, 0.05), about(0.93, 0.0), about(0.95, 0.04)]),
        ],
    }
}

fn access() -> AccessChart {
    let lane =
        |scenario: &str, (worst, best, half): (f64, f64, f64), notes: [&str; 2]| AccessLane {
            scenario: scenario.to_owned(),
            worst,
            best,
            reach: [worst - half, worst + half],
            notes: notes.map(str::to_owned),
        };
    let row = |label: &str, lanes| AccessRow { label: label.to_owned(), lanes };
    let kiosk = ["Kundur 7.5 h, Karimun Besar 2.1 h", "gap 5.3 to 5.5 h"];
    let app = ["Kundur 6.5 h, Karimun Besar 1.3 h", "gap 5.1 to 5.3 h"];
    let shut_out = ["no phone 22.4 %, own phone 0.0 %", "gap 22.2 to 22.6 points"];
    let unsure = ["Moro and Durai 4.4 %, Buru 4.3 %", "gap -0.5 to 0.7 points"];
    let issued = ["Moro and Durai 82.1 %, Karimun Besar 85.4 %", "gap 2.8 to 3.8 points"];
    AccessChart {
        heading: heading("access", "APP shuts out 22.4 % of those without a phone"),
        panels: vec![
            AccessPanel {
                unit: "percent".to_owned(),
                rows: vec![
                    row("passport issued, by origin", vec![lane("APP", (82.1, 85.4, 0.5), issued)]),
                    row(
                        "shut out (no phone, no help), by phone",
                        vec![lane("APP", (22.4, 0.0, 0.2), shut_out)],
                    ),
                    row("gave up, by origin", vec![lane("KIOSK", (4.4, 4.3, 0.6), unsure)]),
                ],
            },
            AccessPanel {
                unit: "hours".to_owned(),
                rows: vec![row(
                    "travel for each passport, by origin",
                    vec![lane("KIOSK", (7.5, 2.1, 0.1), kiosk), lane("APP", (6.5, 1.3, 0.1), app)],
                )],
            },
        ],
    }
}
