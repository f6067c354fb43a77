//! The way of an applicant in numbered steps, with the scenario's own figures.

use crate::office::Plan;
use crate::report::explain::words::{count, length, list, number, percent};
use crate::report::explain::{book, outages};
use crate::scenario::{
    App, Channel, Channels, CutOver, Lane, Outreach, Payment, Persistence, Production, Release,
    Runs, Scenario, Stage,
};

/// The steps that the scenario has.
pub fn steps(plan: &Plan) -> Vec<String> {
    let scenario = &plan.scenario;
    let uses = |channel| scenario.uses(channel);
    let booked = scenario.booking.as_ref().filter(|_| uses(Channel::Kiosk) || uses(Channel::App));
    let mut steps = vec![wish(scenario)];
    if 1 < scenario.demand.lanes.len() {
        steps.extend(scenario.demand.lanes.iter().map(lane));
    }
    steps.extend(scenario.intake.cut_overs.iter().map(cut_over));
    let outside = |team| outreach(scenario, team);
    steps.extend(scenario.demand.outreach.iter().map(outside));
    steps.extend(uses(Channel::Kiosk).then(|| kiosk(scenario)));
    steps.extend(uses(Channel::App).then(|| app(scenario)));
    steps.extend(outages::app_periods(scenario));
    if let Some(booking) = booked {
        steps.push(book::rules(plan, booking));
        steps.extend(scenario.intake.brokers.iter().map(|of| book::broker(scenario, of)));
        steps.push(format!("Who finds no place {}", persistence(&scenario.intake.persistence)));
        steps.extend(book::attendance(&booking.attendance));
    }
    steps.extend(outages::boats(scenario));
    let shares_cap = scenario.demand.lanes.iter().any(|lane| lane.daily_cap.is_none());
    let walk_in = || walk_in(scenario);
    steps.extend((uses(Channel::WalkIn) && shares_cap).then(walk_in));
    steps.extend(scenario.visit.stages.iter().map(|one| stage(scenario, one)));
    steps.extend(scenario.visit.payment.as_ref().map(payment));
    steps.extend(scenario.production.iter().flat_map(production));
    if 1 < plan.offices.len() {
        let note = "the figures of steps here are those of the whole scenario, and each office may \
                    state others.";
        steps.push(format!("There are {} offices: {note}", plan.offices.len()));
    }
    steps
}

fn wish(scenario: &Scenario) -> String {
    let demand = &scenario.demand;
    let family = match demand.mean_family() {
        mean if mean <= 1.0 => String::new(),
        mean => format!(", in families of {mean:.2} on average"),
    };
    let day = number(demand.per_day);
    format!(
        "On average {day} people a day want a passport{family}; {}.",
        ways(&scenario.intake.channels)
    )
}

/// "89.5 % use the app and 10.5 % walk in".
fn ways(channels: &Channels) -> String {
    let says = |channel: Channel| {
        let way = match channel {
            Channel::Kiosk => "use a kiosk",
            Channel::App => "use the app",
            Channel::WalkIn => "walk in",
            Channel::Outreach => "are served by a team",
        };
        match channels.share(channel) {
            all if 1.0 <= all => format!("all {way}"),
            some => format!("{} {way}", percent(some)),
        }
    };
    let taken = Channel::ALL.into_iter().filter(|channel| 0.0 < channels.share(*channel));
    list(&taken.map(says).collect::<Vec<String>>())
}

/// What a lane has of its own.
fn lane(of: &Lane) -> String {
    let mut says = Vec::new();
    says.extend(of.channels.as_ref().map(ways));
    says.extend(of.daily_cap.map(|cap| match cap {
        u32::MAX => "as many as come are let in without an appointment".to_string(),
        cap => format!("{cap} a day are let in without an appointment"),
    }));
    says.extend(of.until.map(|time| format!("those who walk in come before {time}")));
    says.push(format!("desks call them with priority {}", of.priority));
    let days = |days| count(days, "working day");
    says.extend(of.processing.map(|processing| format!("a file takes {}", days(processing))));
    says.extend(of.promise.map(|promise| format!("{} are promised", days(promise))));
    format!("{} are of the lane {}: {}.", percent(of.share), of.name, list(&says))
}

/// Other channels from a date on.
fn cut_over(of: &CutOver) -> String {
    let by = match of.ramp.len() as u32 {
        0 => "at once".to_string(),
        weeks => format!("by and by over {}", count(weeks, "week")),
    };
    let opens = match of.release {
        None => String::new(),
        Some(Release::Rolling) => ", and the book opens one day more every midnight".to_string(),
        Some(Release::Weekly { weekday, time }) => {
            format!(", and the book opens every {weekday:?} at {time}")
        }
        Some(Release::Monthly { day, time }) => {
            format!(", and the book opens on day {day} of every month at {time}")
        }
    };
    format!("{}: from {} on people change {by}: {}{opens}.", of.name, of.date, ways(&of.channels))
}

fn payment(of: &Payment) -> String {
    let within = of.within.map_or(String::new(), |within| format!(", within {}", length(within)));
    format!(
        "The applicant pays {} after the interview on average{within}; {} never do.",
        length(of.delay.mean()),
        percent(of.never)
    )
}

/// A team that goes out.
fn outreach(scenario: &Scenario, team: &Outreach) -> String {
    let days = team.dates.iter().map(|dates| dates.dates().count()).sum::<usize>();
    let origin = &scenario.demand.origins[usize::from(team.origin)].name;
    let stages = scenario.visit.stages.iter().zip(&team.takes).filter(|(_, desks)| 0 < **desks);
    let taken: Vec<String> = stages
        .map(|(stage, desks)| format!("{} of {}", count(*desks, "desk"), stage.name))
        .collect();
    let taken = match taken.is_empty() {
        true => String::new(),
        false => format!("; {} stay empty meanwhile", list(&taken)),
    };
    format!(
        "{}: on {} a team serves {} people of {origin} where they live, beside all others; their \
         files go into production the same day{taken}.",
        team.name,
        count(days as u32, "day"),
        team.files,
    )
}

fn kiosk(scenario: &Scenario) -> String {
    let places = scenario.intake.sites.iter().map(|site| {
        let broken = match site.out_of_order {
            share if share <= 0.0 => String::new(),
            share => format!(", each out of order on {} of days", percent(share)),
        };
        let (machines, entry) = (count(site.machines, "machine"), length(site.entry.mean()));
        format!("{} ({machines}, {entry} to type in the data of one person{broken})", site.name)
    });
    let places: Vec<String> = places.collect();
    format!("Who uses a kiosk goes to the one of their origin: {}.", list(&places))
}

fn app(scenario: &Scenario) -> String {
    let origins = scenario.demand.origins.iter();
    let without: f64 = origins.map(|origin| origin.share * (1.0 - origin.phone)).sum();
    let down = app_down(&scenario.intake.app);
    if without <= 0.0 {
        return format!("Everybody can use the app, at any hour.{down}");
    }
    let origins = scenario.demand.origins.iter();
    let never: f64 =
        origins.map(|origin| origin.share * (1.0 - origin.phone) * (1.0 - origin.helped)).sum();
    format!(
        "The app works at any hour. {} of those who would use it cannot by themselves: {} find \
         help, after {} on average, and {} are shut out.{down}",
        percent(without),
        percent(without - never),
        length(scenario.intake.app.help_delay.mean()),
        percent(never),
    )
}

fn app_down(app: &App) -> String {
    let Some(outage) = &app.outage else { return String::new() };
    let instead = match app.walk_ins_when_down {
        0 => String::new(),
        most => format!(", but for {most} a working day who come without an appointment"),
    };
    format!(
        " On {} of good days an outage of the app begins; it lasts {} days on average, and who finds \
         it down waits until it works{instead}.",
        percent(outage.0.starts),
        number(1.0 / outage.0.ends),
    )
}

fn persistence(of: &Persistence) -> String {
    let patience = match &of.patience {
        None => String::new(),
        Some(law) => format!(" Nobody asks longer than {} on average.", length(law.mean())),
    };
    let again = match (of.try_again, of.at_most_tries) {
        (_, Some(1)) => "is turned away at once.".to_string(),
        (again, _) if again <= 0.0 => "gives up at once.".to_string(),
        (again, Some(most)) => format!(
            "tries again in {} of cases, {most} tries in all at most, and gives up otherwise.",
            percent(again)
        ),
        (again, None) if 1.0 <= again => "tries again until there is one.".to_string(),
        (again, None) => {
            format!("tries again in {} of cases, and gives up otherwise.", percent(again))
        }
    };
    again + &patience
}

fn walk_in(scenario: &Scenario) -> String {
    match scenario.intake.walk_in_cap {
        None => "Who walks in needs no appointment, and all are let in.".to_string(),
        Some(cap) => format!(
            "Who walks in needs no appointment; {cap} a day at most are let in. Who is not {}",
            persistence(&scenario.intake.persistence)
        ),
    }
}

fn stage(scenario: &Scenario, stage: &Stage) -> String {
    let desks =
        stage.desks.map_or("a desk for everybody".to_string(), |desks| count(desks, "desk"));
    let mut text = format!("{}: {desks}, {} on average", stage.name, length(stage.service.mean()));
    let lanes = scenario.demand.lanes.iter().zip(&stage.lane_service);
    for (lane, own) in lanes.filter_map(|(lane, own)| own.as_ref().map(|own| (lane, own))) {
        text += &format!(", for {} {}", lane.name, length(own.mean()));
    }
    if 1 < stage.at_once {
        text += &format!(", {} people at once", stage.at_once);
    }
    if let Some(outage) = &stage.outage {
        let (every, lasts) = (length(outage.every.mean()), length(outage.lasts.mean()));
        text += &format!("; a desk fails every {every} and is out for {lasts}, on average");
    }
    let after = &stage.afterwards;
    if let Some(back) = &after.sent_back {
        let to = &scenario.visit.stages[usize::from(back.to.0)].name;
        text += &format!("; {} go to {to} again", percent(back.share));
    }
    if 0.0 < after.sent_home {
        let again = percent(scenario.visit.comes_back);
        let share = percent(after.sent_home);
        text += &format!(
            "; {share} are sent home with incomplete papers, and {again} of them ask again"
        );
    }
    if 0.0 < after.refused {
        text += &format!("; {} are refused", percent(after.refused));
    }
    text + "."
}

fn production(production: &Production) -> Vec<String> {
    let made = production.per_week.map_or("as many as there are files".to_string(), |week| {
        format!("{week} in a week of all its ordinary working days")
    });
    let runs = match production.runs {
        Runs::Daily => "at the end of every working day",
        Runs::Weekly => "at the end of the week's last working day",
    };
    let outage = production.outage.as_ref().map_or(String::new(), |outage| {
        format!(
            " On {} of good working days an outage begins; it lasts {} working days on average and \
             leaves {} of the output.",
            percent(outage.spells.starts),
            number(1.0 / outage.spells.ends),
            percent(outage.output)
        )
    });
    let overtime = production.overtime.as_ref().map_or(String::new(), |overtime| {
        format!(" After an outage {} more are made until no due file waits.", percent(overtime.by))
    });
    let (takes, promise) = (production.processing, production.promise);
    let takes = match takes {
        0 => "It can be ready on the day of the visit".to_string(),
        days => format!("It takes at least {}", count(days, "working day")),
    };
    let promise = match promise {
        0 => "the same day".to_string(),
        days => count(days, "working day"),
    };
    let mut steps = vec![format!(
        "The file is made into a passport, {runs}, {made}. {takes}; the promise is {promise}.\
         {outage}{overtime}"
    )];
    if let Some(collection) = &production.collection {
        let never = percent(collection.never);
        let delay = length(collection.delay.mean());
        steps.push(format!("The applicant fetches it {delay} later on average; {never} never do."));
    }
    steps
}
