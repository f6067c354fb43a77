"""What the offices of all Python peers share: the parameters, the book, the figures and the report.

The parameters come from the scenario that antrean plays, so that they cannot drift apart. Times are
in minutes from the first midnight.
"""

import argparse
import json
import pathlib
import re
import resource
import sys
import time
import tomllib
from dataclasses import dataclass

HOUR = 60.0
DAY = 24 * HOUR
DAYS_OF_WEEK = 7
UNITS = {"min": 1.0, "h": HOUR, "day": DAY, "days": DAY, "working days": DAY}
SCENARIO = pathlib.Path(__file__).parents[2] / "scenarios" / "benchmark" / "office.toml"


@dataclass(frozen=True)
class Stage:
    name: str
    desks: int
    mean_service: float


@dataclass(frozen=True)
class Parameters:
    days: int
    requests_per_day: float
    quota: int
    window: int
    opens: float
    closes: float
    stages: tuple[Stage, ...]
    made_per_week: int

    @classmethod
    def read(cls, scale):
        """The scenario, with demand, quota, desks and production `scale` times as large."""
        scenario = tomllib.loads(SCENARIO.read_text(encoding="utf-8"))
        opens, closes = scenario["office"]["hours"]["every day"].split("-")
        return cls(
            days=round(minutes(scenario["run"]["length"]) / DAY),
            requests_per_day=scenario["demand"]["per_day"] * scale,
            quota=scenario["booking"]["daily_quota"] * scale,
            window=round(minutes(scenario["booking"]["window"]) / DAY),
            opens=time_of_day(opens),
            closes=time_of_day(closes),
            stages=tuple(stage(table, scale) for table in scenario["stage"]),
            made_per_week=scenario["production"]["per_week"] * scale,
        )

    @property
    def horizon(self):
        return self.days * DAY


def stage(table, scale):
    mean_service = minutes(table["service"]["exponential"]["mean"])
    return Stage(table["name"], table["desks"] * scale, mean_service)


def minutes(text):
    number, unit = re.fullmatch(r"([\d.]+) (.+)", text).groups()
    return float(number) * UNITS[unit]


def time_of_day(text):
    hour, minute = text.split(":")
    return int(hour) * HOUR + int(minute)


class Book:
    """A quota for each day, from tomorrow to the end of the window."""

    def __init__(self, parameters):
        self.quota = parameters.quota
        self.window = parameters.window
        self.taken = [0] * (parameters.days + parameters.window + 1)

    def first_free(self, today):
        """Takes a place on the first day with one; None if there is none."""
        for day in range(today + 1, today + 1 + self.window):
            if self.taken[day] < self.quota:
                self.taken[day] += 1
                return day
        return None


class Figures:
    """Counts and sums of one replication."""

    def __init__(self, parameters):
        self.names = [stage.name for stage in parameters.stages]
        self.requests = self.lost = self.lead_days = 0
        self.arrivals = 0
        self.services = [0] * len(self.names)
        self.waits = [0.0] * len(self.names)
        self.ready = self.days_to_ready = 0

    def means(self):
        """The figures of antrean, by name: minutes, days and a share."""
        waits = zip(self.names, self.waits, self.services)
        return {
            "lost": self.lost / self.requests,
            "lead": self.lead_days / (self.requests - self.lost),
            "ready": self.days_to_ready / self.ready,
        } | {f"wait, {name}": wait / services for name, wait, services in waits}

    def events(self):
        """What happens in the model, whatever events the tool makes of it."""
        return self.requests + self.arrivals + sum(self.services)


def main(tool, version, replicate):
    """Plays replications as the command line says and prints one line of JSON.

    `replicate(parameters, seed)` plays one and returns its figures.
    """
    arguments = command_line()
    parameters = Parameters.read(arguments.scale)
    seeds = range(arguments.seed, arguments.seed + arguments.replications)
    seconds, played = [], []
    for seed in seeds:
        begun = time.process_time()
        played.append(replicate(parameters, seed))
        seconds.append(time.process_time() - begun)
    means = [figures.means() for figures in played]
    report(
        tool,
        version,
        seconds=seconds,
        events=[figures.events() for figures in played],
        figures={name: [of[name] for of in means] for name in means[0]},
    )


def command_line():
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--replications", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1, help="of the first replication")
    parser.add_argument("--scale", type=int, default=1, help="how many times as large")
    arguments = parser.parse_args()
    for name in ("replications", "scale"):
        if getattr(arguments, name) < 1:
            parser.error(f"--{name} must be at least 1")
    return arguments


def report(tool, version, **measured):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # The system counts in KiB, but on macOS in bytes.
    peak_bytes = peak if sys.platform == "darwin" else peak * 1024
    print(json.dumps({"tool": tool, "version": version, **measured, "peak_bytes": peak_bytes}))
