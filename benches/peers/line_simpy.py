"""One line before one desk (M/M/1) at load 0.9 in SimPy: a process for each customer."""

import random
import time
from importlib.metadata import version

import simpy

from office import command_line, report

CUSTOMERS = 100_000
MEAN_GAP = 100.0
MEAN_SERVICE = 90.0


class Line:
    def __init__(self, customers, seed):
        self.customers = customers
        self.chance = random.Random(seed)
        self.env = simpy.Environment()
        self.desk = simpy.Resource(self.env)
        self.waited = 0.0

    def play(self):
        self.env.process(self.arrivals())
        self.env.run()
        return self.waited / self.customers

    def arrivals(self):
        for _ in range(self.customers):
            yield self.env.timeout(self.chance.expovariate(1 / MEAN_GAP))
            self.env.process(self.customer())

    def customer(self):
        joined = self.env.now
        with self.desk.request() as turn:
            yield turn
            self.waited += self.env.now - joined
            yield self.env.timeout(self.chance.expovariate(1 / MEAN_SERVICE))


def main():
    arguments = command_line()
    customers = CUSTOMERS * arguments.scale
    seconds, waits = [], []
    for seed in range(arguments.seed, arguments.seed + arguments.replications):
        begun = time.process_time()
        waits.append(Line(customers, seed).play())
        seconds.append(time.process_time() - begun)
    report(
        "SimPy",
        version("simpy"),
        seconds=seconds,
        events=[2 * customers] * arguments.replications,
        figures={"wait": waits},
    )


if __name__ == "__main__":
    main()
