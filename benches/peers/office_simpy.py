"""The office of the benchmark in SimPy: a process for each applicant, a resource for each stage."""

import random
from collections import deque
from importlib.metadata import version

import simpy

from office import DAY, DAYS_OF_WEEK, Book, Figures, main


class Office:
    def __init__(self, parameters, seed):
        self.parameters = parameters
        self.chance = random.Random(seed)
        self.env = simpy.Environment()
        self.desks = [simpy.Resource(self.env, stage.desks) for stage in parameters.stages]
        self.book = Book(parameters)
        self.files = deque()
        self.figures = Figures(parameters)

    def play(self):
        self.env.process(self.requests())
        self.env.process(self.production())
        self.env.run(until=self.parameters.horizon)
        return self.figures

    def requests(self):
        """People ask for an appointment, day and night; who finds the book full is lost."""
        rate = self.parameters.requests_per_day / DAY
        while True:
            yield self.env.timeout(self.chance.expovariate(rate))
            today = int(self.env.now // DAY)
            self.figures.requests += 1
            day = self.book.first_free(today)
            if day is None:
                self.figures.lost += 1
            else:
                self.figures.lead_days += day - today
                self.env.process(self.applicant(day))

    def applicant(self, day):
        """Comes on the appointed day, goes from desk to desk, and leaves a file."""
        parameters, figures = self.parameters, self.figures
        at = day * DAY + self.chance.uniform(parameters.opens, parameters.closes)
        yield self.env.timeout(at - self.env.now)
        figures.arrivals += 1
        for index, (stage, desks) in enumerate(zip(parameters.stages, self.desks)):
            joined = self.env.now
            with desks.request() as turn:
                yield turn
                figures.waits[index] += self.env.now - joined
                yield self.env.timeout(self.chance.expovariate(1 / stage.mean_service))
                figures.services[index] += 1
        self.files.append(int(self.env.now // DAY))

    def production(self):
        """One run at the end of each week, first in, first out."""
        while True:
            yield self.env.timeout(DAYS_OF_WEEK * DAY)
            today = round(self.env.now / DAY) - 1
            for _ in range(min(self.parameters.made_per_week, len(self.files))):
                self.figures.ready += 1
                self.figures.days_to_ready += today - self.files.popleft()


if __name__ == "__main__":
    main("SimPy", version("simpy"), lambda parameters, seed: Office(parameters, seed).play())
