"""The office of the benchmark in Ciw: its three stages as a network of queues.

Ciw has no book and no production. Neither depends on the desks: the book is filled beforehand in
plain Python and gives the arrivals, and production takes the files afterwards from Ciw's records.
Nothing is approximated, and the time counts all three parts.
"""

import random
from collections import deque
from importlib.metadata import version

import ciw

from office import DAY, DAYS_OF_WEEK, Book, Figures, main


def replicate(parameters, seed):
    figures = Figures(parameters)
    arrivals = fill_book(parameters, figures, random.Random(seed))
    records = visit(parameters, arrivals, seed)
    for record in records:
        index = record.node - 1
        figures.services[index] += 1
        figures.waits[index] += record.waiting_time
    figures.arrivals = figures.services[0]
    last = [record.exit_date for record in records if record.node == len(parameters.stages)]
    produce(parameters, figures, deque(sorted(last)))
    return figures


def fill_book(parameters, figures, chance):
    """All requests of the run; the times at which those with an appointment come, in order."""
    book, arrivals = Book(parameters), []
    rate = parameters.requests_per_day / DAY
    now = chance.expovariate(rate)
    while now < parameters.horizon:
        today = int(now // DAY)
        figures.requests += 1
        day = book.first_free(today)
        if day is None:
            figures.lost += 1
        else:
            figures.lead_days += day - today
            arrivals.append(day * DAY + chance.uniform(parameters.opens, parameters.closes))
        now += chance.expovariate(rate)
    return sorted(at for at in arrivals if at < parameters.horizon)


def visit(parameters, arrivals, seed):
    """The records of all services that end within the run."""
    stages = parameters.stages
    gaps = [at - before for before, at in zip([0.0] + arrivals, arrivals)]
    network = ciw.create_network(
        # Ciw begins a sequence again at its end: after the last nobody else comes.
        arrival_distributions=[ciw.dists.Sequential(gaps + [float("inf")]), None, None],
        service_distributions=[ciw.dists.Exponential(1 / stage.mean_service) for stage in stages],
        routing=[[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]],
        number_of_servers=[stage.desks for stage in stages],
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(parameters.horizon)
    return simulation.get_all_records(only=["service"])


def produce(parameters, figures, exits):
    """One run at the end of each week, first in, first out."""
    for today in range(DAYS_OF_WEEK - 1, parameters.days, DAYS_OF_WEEK):
        made = 0
        while made < parameters.made_per_week and exits and exits[0] < (today + 1) * DAY:
            figures.ready += 1
            figures.days_to_ready += today - int(exits.popleft() // DAY)
            made += 1


if __name__ == "__main__":
    main("Ciw", version("ciw"), replicate)
