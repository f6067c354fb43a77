//! What can be wrong about lines, lanes and outages.

use crate::place::{Place, no_complaints, sound_but};
use crate::scenario::{Case, refused};

const DESKS: &str = "desks = 1";
const RUN: &str = "[run]";
const WEEK: &str = "per_week = 120";
const LANES: &str = "[[lane]]\nname = \"elderly\"\nshare = 0.1\n[[lane]]\nname = \"others\"\nshare = 0.9\npriority = 2\n[run]";

#[rustfmt::skip]
const LANE: &[Case] = &[
    ("shares that do not add up", RUN, "[[lane]]\nname = \"elderly\"\nshare = 0.1\n[run]", "the shares of the lanes add up to 0.1 | must add up to 1 | a.toml:4:1"),
    ("a lane of 8 %", RUN, "[[lane]]\nname = \"elderly\"\nshare = 8\n[run]", "`lane.elderly.share` must be a share from 0 to 1 | did you mean `0.08`?"),
    ("a lane without a name", RUN, "[[lane]]\nshare = 1\n[run]", "`lane[1]` lacks `name` | add `name = \"elderly\"` | a.toml:4:1"),
    ("a lane without a share", RUN, "[[lane]]\nname = \"elderly\"\n[run]", "`lane.elderly` lacks `share` | add `share = 0.08`"),
    ("priority 0", RUN, "[[lane]]\nname = \"all\"\nshare = 1\npriority = 0\n[run]", "`lane.all.priority` must be a whole number from 1 to 100 | the number 0 | who is called first"),
    ("a priority in words", RUN, "[[lane]]\nname = \"all\"\nshare = 1\npriority = \"high\"\n[run]", "`lane.all.priority` must be a whole number from 1 to 100 | \"high\""),
    ("misspelt priority", RUN, "[[lane]]\nname = \"all\"\nshare = 1\npriorty = 1\n[run]", "unknown key `priorty` | did you mean `priority`?"),
    ("misspelt lane", RUN, "[[lanes]]\nname = \"all\"\nshare = 1\n[run]", "unknown key `lanes` | did you mean `lane`?"),
    ("two lanes of one name", RUN, "[[lane]]\nname = \"all\"\nshare = 0.5\n[[lane]]\nname = \"all\"\nshare = 0.5\n[run]", "`lane.all` is there twice | first here"),
    ("one lane in single brackets", RUN, "[lane]\nname = \"all\"\nshare = 1\n[run]", "`lane` must be a list of tables | write `[[lane]]`"),
    ("the service of no lane", DESKS, "desks = 1\nlane_service = { elderly = \"8 min\" }", "`elderly` is no lane | no `[[lane]]` is stated"),
    ("a lane's service without a unit", DESKS, "desks = 1\nlane_service = { elderly = 8 }", "must be a length of time | did you mean `\"8 min\"`?"),
    ("everybody is the lane of none", DESKS, "desks = 1\nlane_service = { everybody = \"8 min\" }", "`everybody` is no lane | no `[[lane]]` is stated"),
    ("one service for lanes", DESKS, "desks = 1\nlane_service = \"8 min\"", "`stage.interview.lane_service` must be a table | lane_service = { priority = \"8 min\" }"),
];

#[rustfmt::skip]
const LINE: &[Case] = &[
    ("a waiting room of less than nothing", DESKS, "desks = 1\nwaiting_room = -1", "`stage.interview.waiting_room` must be a whole number, 0 or more | for no limit write \"unlimited\" | the number -1 | places to wait"),
    ("half a chair", DESKS, "desks = 1\nwaiting_room = 2.5", "`stage.interview.waiting_room` must be a whole number | the number 2.5"),
    ("a waiting room in words", DESKS, "desks = 1\nwaiting_room = \"unlimitted\"", "`stage.interview.waiting_room` must be a whole number, 0 or more | for no limit write \"unlimited\""),
    ("misspelt waiting room", DESKS, "desks = 1\nwaiting_rom = 2", "unknown key `waiting_rom` | did you mean `waiting_room`?"),
    ("negative patience", DESKS, "desks = 1\npatience = \"-5 min\"", "`stage.interview.patience` must be a length of time | cannot be negative"),
    ("patience without a unit", DESKS, "desks = 1\npatience = 5", "`stage.interview.patience` must be a length of time | did you mean `\"5 min\"`?"),
    ("normal patience", DESKS, "desks = 1\npatience = { normal = { mean = \"5 min\", deviation = \"1 min\" } }", "`stage.interview.patience` cannot be normal | use lognormal or gamma"),
    ("misspelt patience", DESKS, "desks = 1\npatiance = \"5 min\"", "unknown key `patiance` | did you mean `patience`?"),
    ("more than all join", DESKS, "desks = 1\njoins = [1, 1.5]", "`stage.interview.joins[2]` must be a share from 0 to 1 | the number 1.5"),
    ("fewer than none join", DESKS, "desks = 1\njoins = [-0.1]", "`stage.interview.joins[1]` must be a share from 0 to 1 | the number -0.1"),
    ("one probability to join", DESKS, "desks = 1\njoins = 0.5", "`stage.interview.joins` must be a list | the number 0.5 | write it in square brackets | joins = [1, 1, 1, 0.5]"),
    ("misspelt joins", DESKS, "desks = 1\njoin = [1]", "unknown key `join` | did you mean `joins`? | a.toml:22:1"),
    ("nobody at once", DESKS, "desks = 1\nat_once = 0", "`stage.interview.at_once` must be a whole number from 1 to 10000 | the number 0"),
    ("all at once", DESKS, "desks = 1\nat_once = \"unlimited\"", "`stage.interview.at_once` must be a whole number from 1 to 10000 | \"unlimited\""),
    ("misspelt at_once", DESKS, "desks = 1\nat_onse = 2", "unknown key `at_onse` | did you mean `at_once`?"),
    ("a batch at a kiosk", RUN, "[[kiosk]]\nname = \"Moro\"\nmachines = 1\ndata_entry = \"5 min\"\nat_once = 2\n[run]", "unknown key `at_once` | `at_once` belongs in `[[stage]]`"),
    ("a kiosk's chairs", RUN, "[[kiosk]]\nname = \"Moro\"\nmachines = 1\ndata_entry = \"5 min\"\nwaiting_room = -3\n[run]", "`kiosk.Moro.waiting_room` must be a whole number, 0 or more"),
    ("a kiosk's patience", RUN, "[[kiosk]]\nname = \"Moro\"\nmachines = 1\ndata_entry = \"5 min\"\npatience = \"1 hr\"\n[run]", "`kiosk.Moro.patience` must be a length of time | units are ms, s, min, h"),
    ("who joins at a kiosk", RUN, "[[kiosk]]\nname = \"Moro\"\nmachines = 1\ndata_entry = \"5 min\"\njoins = [2]\n[run]", "`kiosk.Moro.joins[1]` must be a share from 0 to 1"),
    ("no unit of a long wait", RUN, "[visit]\nlong_wait = 30\n[run]", "`visit.long_wait` must be a length of time | did you mean `\"30 min\"`?"),
    ("misspelt long wait", RUN, "[visit]\nlong_waits = \"30 min\"\n[run]", "unknown key `long_waits` | did you mean `long_wait`?"),
];

#[rustfmt::skip]
const BACK: &[Case] = &[
    ("everybody sent back", DESKS, "desks = 1\nsent_back = 1", "`stage.interview.sent_back` must be a share below 1 | nobody would ever get on | a.toml:22:13"),
    ("everybody sent back by a table", DESKS, "desks = 1\nsent_back = { share = 1.0 }", "`stage.interview.sent_back.share` must be a share below 1 | nobody would ever get on"),
    ("35 sent back", DESKS, "desks = 1\nsent_back = 35", "must be a share from 0 to 1 | did you mean `0.35`?"),
    ("back to a misspelt stage", DESKS, "desks = 1\nsent_back = { share = 0.1, to = \"intervew\" }", "`stage.interview.sent_back.to` must name this stage or one before it | did you mean \"interview\"? | a.toml:22:33"),
    ("back to no stage", DESKS, "desks = 1\nsent_back = { share = 0.1, to = \"zoo\" }", "must name this stage or one before it | there are interview"),
    ("back to a later stage", "[[stage]]", "[[stage]]\nname = \"photo\"\ndesks = 1\nservice = \"5 min\"\nsent_back = { share = 0.1, to = \"interview\" }\n[[stage]]", "`stage.photo.sent_back.to` must name this stage or one before it"),
    ("sent back without a share", DESKS, "desks = 1\nsent_back = { to = \"interview\" }", "`stage.interview.sent_back` lacks `share` | add `share = 0.1`"),
    ("misspelt stage to go to", DESKS, "desks = 1\nsent_back = { share = 0.1, too = \"interview\" }", "unknown key `too` | did you mean `to`?"),
    ("misspelt sent_back", DESKS, "desks = 1\nsend_back = 0.1", "unknown key `send_back` | did you mean `sent_back`?"),
];

#[rustfmt::skip]
const DESK_OUTAGE: &[Case] = &[
    ("an outage without an end", DESKS, "desks = 1\noutage = { every = \"4 h\" }", "`stage.interview.outage` lacks `lasts` | add `lasts = "),
    ("an outage that never begins", DESKS, "desks = 1\noutage = { lasts = \"4 h\" }", "`stage.interview.outage` lacks `every` | add `every = "),
    ("an outage as a share", DESKS, "desks = 1\noutage = 0.05", "`stage.interview.outage` must be a table | the number 0.05 | outage = { every ="),
    ("outages without time between", DESKS, "desks = 1\noutage = { every = \"0 min\", lasts = \"4 h\" }", "`stage.interview.outage.every` must be at least 1 min on average | is the unit right? | a.toml:22:20"),
    ("outages of the wrong unit", DESKS, "desks = 1\noutage = { every = { exponential = { mean = \"8 s\" } }, lasts = \"4 h\" }", "`stage.interview.outage.every` must be at least 1 min on average"),
    ("an outage of negative length", DESKS, "desks = 1\noutage = { every = \"4 h\", lasts = \"-4 h\" }", "`stage.interview.outage.lasts` must be a length of time | cannot be negative"),
    ("an outage without a unit", DESKS, "desks = 1\noutage = { every = 4, lasts = \"4 h\" }", "`stage.interview.outage.every` must be a length of time | did you mean `\"4 min\"`?"),
    ("a misspelt clock", DESKS, "desks = 1\noutage = { every = \"4 h\", lasts = \"1 h\", clock = \"bussy\" }", "`stage.interview.outage.clock` must be \"always\" or \"busy\" | did you mean `\"busy\"`?"),
    ("an interruption of no kind", DESKS, "desks = 1\noutage = { every = \"4 h\", lasts = \"1 h\", interrupted = \"resume\" }", "must be \"resumes\" or \"starts again\" | did you mean `\"resumes\"`?"),
    ("a misspelt key", DESKS, "desks = 1\noutage = { every = \"4 h\", last = \"1 h\" }", "unknown key `last` | did you mean `lasts`?"),
    ("a misspelt outage", DESKS, "desks = 1\noutages = { every = \"4 h\", lasts = \"1 h\" }", "unknown key `outages` | did you mean `outage`?"),
    ("outages of unlimited desks", DESKS, "desks = \"unlimited\"\noutage = { every = \"4 h\", lasts = \"1 h\" }", "`stage.interview.desks` must be at most 1000 where desks fail | take out `outage` | a.toml:21:9"),
    ("outages of a thousand and one desks", DESKS, "desks = 1001\noutage = { every = \"4 h\", lasts = \"1 h\" }", "`stage.interview.desks` must be at most 1000 where desks fail | take out `outage` | a.toml:21:9"),
];

#[rustfmt::skip]
const PRODUCTION_OUTAGE: &[Case] = &[
    ("an outage that never ends", WEEK, "per_week = 120\noutage = { starts = 0.1, ends = 0 }", "`production.outage.ends` must be above 0 | never ends | 1 divided by"),
    ("an outage without an end", WEEK, "per_week = 120\noutage = { starts = 0.1 }", "`production.outage` lacks `ends` | add `ends = 0.25`"),
    ("an outage without a start", WEEK, "per_week = 120\noutage = { ends = 0.1 }", "`production.outage` lacks `starts` | add `starts = 0.005`"),
    ("double output", WEEK, "per_week = 120\noutage = { starts = 0.1, ends = 1, output = 2 }", "`production.outage.output` must be a share from 0 to 1 | the number 2"),
    ("output of 44", WEEK, "per_week = 120\noutage = { starts = 0.1, ends = 1, output = 44 }", "`production.outage.output` must be a share from 0 to 1 | did you mean `0.44`?"),
    ("a start of -0.1", WEEK, "per_week = 120\noutage = { starts = -0.1, ends = 1 }", "`production.outage.starts` must be a share from 0 to 1 | the number -0.1"),
    ("an end as a time", WEEK, "per_week = 120\noutage = { starts = 0.1, ends = \"4 days\" }", "`production.outage.ends` must be a share from 0 to 1 | \"4 days\""),
    ("a desk's outage of production", WEEK, "per_week = 120\noutage = { every = \"4 h\", lasts = \"1 h\" }", "unknown key `every` | `production.outage` lacks `starts`"),
    ("misspelt output", WEEK, "per_week = 120\noutage = { starts = 0.1, ends = 1, ouput = 0.5 }", "unknown key `ouput` | did you mean `output`?"),
    ("a slow outage without a share", WEEK, "per_week = 120\noutage = { starts = 0.1, ends = 1, slow = { output = 0.44 } }", "`production.outage.slow` lacks `share` | add `share = 0.3`"),
    ("a slow outage of 44", WEEK, "per_week = 120\noutage = { starts = 0.1, ends = 1, slow = { share = 0.3, output = 44 } }", "`production.outage.slow.output` must be a share from 0 to 1 | did you mean `0.44`?"),
    ("overtime as a number", WEEK, "per_week = 120\novertime = 0.3", "`production.overtime` must be a table"),
    ("overtime of 30", WEEK, "per_week = 120\novertime = { by = 30 }", "`production.overtime.by` must be a share from 0 to 1 | did you mean `0.3`?"),
    ("overtime by nothing", WEEK, "per_week = 120\novertime = { }", "`production.overtime` lacks `by` | add `by = 0.3`"),
    ("misspelt outage", WEEK, "per_week = 120\noutge = { starts = 0.1, ends = 1 }", "unknown key `outge` | did you mean `outage`?"),
];

#[rustfmt::skip]
const CLOSED: &[Case] = &[
    ("a stage closed on a 31 June", DESKS, "desks = 1\nclosed = \"2026-06-31\"", "`stage.interview.closed` must be a date"),
    ("a stage closed backwards", DESKS, "desks = 1\nclosed = [\"2026-01-09 to 2026-01-05\"]", "`stage.interview.closed[1]` must be a range from a date to a later one"),
    ("a stage closed on a number", DESKS, "desks = 1\nclosed = 5", "`stage.interview.closed` must be a date | the number 5"),
    ("misspelt closed", DESKS, "desks = 1\nclosd = 2026-01-06", "unknown key `closd` | did you mean `closed`?"),
];

#[test]
fn dates_of_closed_stages_that_cannot_be_are_refused() {
    no_complaints(CLOSED.iter().filter_map(refused).collect());
}

#[rustfmt::skip]
const BOATS: &[Case] = &[
    ("boats of eleven months", RUN, "[[origin]]\nname = \"a\"\nshare = 1\nto_office = { cancelled = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }\n[run]", "`origin.a.to_office.cancelled` must be a list of 12"),
    ("boats of 3 %", RUN, "[[origin]]\nname = \"a\"\nshare = 1\nto_office = { cancelled = 3 }\n[run]", "`origin.a.to_office.cancelled` must be a share from 0 to 1 | did you mean `0.03`?"),
    ("a month of 8 %", RUN, "[[origin]]\nname = \"a\"\nshare = 1\nto_office = { cancelled = [8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }\n[run]", "`origin.a.to_office.cancelled[1]` must be a share from 0 to 1"),
    ("misspelt cancelled", RUN, "[[origin]]\nname = \"a\"\nshare = 1\nto_office = { canceled = 0.03 }\n[run]", "unknown key `canceled` | did you mean `cancelled`?"),
];

#[test]
fn boats_that_cannot_be_are_refused() {
    no_complaints(BOATS.iter().filter_map(refused).collect());
}

#[rustfmt::skip]
const APP_OUTAGE: &[Case] = &[
    ("an app that never works again", RUN, "[app]\noutage = { starts = 0.1, ends = 0 }\n[run]", "`app.outage.ends` must be above 0 | never ends | weekends included | a.toml:5:33"),
    ("an app's outage without an end", RUN, "[app]\noutage = { starts = 0.1 }\n[run]", "`app.outage` lacks `ends` | add `ends = 0.2`"),
    ("an app that fails on 3 days", RUN, "[app]\noutage = { starts = 3, ends = 0.2 }\n[run]", "`app.outage.starts` must be a share from 0 to 1 | did you mean `0.03`?"),
    ("an app that leaves a part", RUN, "[app]\noutage = { starts = 0.1, ends = 0.2, output = 0.4 }\n[run]", "unknown key `output`"),
    ("half a person let in", RUN, "[app]\nwalk_ins_when_down = 0.5\n[run]", "`app.walk_ins_when_down` must be a whole number from 0 to 100000"),
    ("misspelt people let in", RUN, "[app]\nwalk_in_when_down = 20\n[run]", "unknown key `walk_in_when_down` | did you mean `walk_ins_when_down`?"),
    ("an app that is off", RUN, "[[period]]\nname = \"a\"\ndates = 2026-01-06\napp = \"of\"\n[run]", "`period.a.app` must be \"down\" or \"up\""),
];

#[test]
fn outages_of_the_app_that_cannot_be_are_refused() {
    no_complaints(APP_OUTAGE.iter().filter_map(refused).collect());
}

#[test]
fn lanes_that_cannot_be_are_refused() {
    no_complaints(LANE.iter().filter_map(refused).collect());
}

#[test]
fn a_service_of_no_lane_is_told_with_the_nearest() {
    let places = |wrong: &str| {
        let service = format!("desks = 1\nlane_service = {{ {wrong} = \"8 min\" }}");
        sound_but(RUN, LANES).replacen(DESKS, &service, 1)
    };
    let said = |wrong: &str| Place::with(&places(wrong)).run(&["check", "a.toml"]);
    said("eldery").expect(2, "`eldery` is no lane | did you mean `elderly`? | a.toml:29:27");
    said("zoo").expect(2, "`zoo` is no lane | there are elderly, others");
    let wrong_demand = places("elderly").replacen("per_day = 12", "per_day = -12", 1);
    let ended = Place::with(&wrong_demand).run(&["check", "a.toml"]);
    ended.expect(2, "`demand.per_day` must be a number, 0 or more");
    assert_eq!(ended.stderr.matches("error: ").count(), 1, "{}", ended.stderr);
    said("elderly").expect(0, "no mistakes");
}

#[test]
fn lines_that_cannot_be_are_refused() {
    no_complaints(LINE.iter().filter_map(refused).collect());
}

#[test]
fn ways_back_that_cannot_be_are_refused() {
    no_complaints(BACK.iter().filter_map(refused).collect());
}

#[test]
fn outages_of_desks_that_cannot_be_are_refused() {
    no_complaints(DESK_OUTAGE.iter().filter_map(refused).collect());
}

#[test]
fn outages_of_production_that_cannot_be_are_refused() {
    no_complaints(PRODUCTION_OUTAGE.iter().filter_map(refused).collect());
}

#[test]
fn a_service_that_never_ends_is_doubted() {
    let outage = |every: &str| {
        let outage = "lasts = \"5 min\", interrupted = \"starts again\"";
        let desks = format!("desks = 1\noutage = {{ every = \"{every}\", {outage} }}");
        let text = sound_but(DESKS, &desks);
        let law = "{ lognormal = { mean = \"12 min\", cv = 0.5 } }";
        Place::with(&text.replace(law, "\"12 min\"")).run(&["check", "a.toml"])
    };
    outage("11 min")
        .expect(0, "warning: hardly a service ends | make `every` longer | a.toml:22:10");
    let ended = outage("12 min");
    assert!(!ended.stderr.contains("warning"), "{}", ended.stderr);
}
