#!/usr/bin/env python3
"""The bracket part alone, vectorised with numpy: federal and Ontario tax of 2024 before credits, nothing else.

Prints how many persons a second one core does. bench/fairness.sh runs it beside our full calculation, which does this
and everything else: contributions, credits, surtaxes, reductions.
"""
import time

import numpy

FEDERAL = [(0, .15), (55867, .205), (111733, .26), (173205, .29), (246752, .33)]
ONTARIO = [(0, .0505), (51446, .0915), (102894, .1116), (150000, .1216), (220000, .1316)]
PERSONS = 785_000


def due(income: numpy.ndarray, brackets: list[tuple[float, float]]) -> numpy.ndarray:
    tax = numpy.zeros_like(income)
    before = 0.0
    for above, rate in brackets:
        tax += numpy.maximum(income - above, 0) * (rate - before)
        before = rate
    return tax


def main() -> None:
    incomes = numpy.random.default_rng(7).lognormal(10.6, .8, PERSONS)
    best = float("inf")
    for _ in range(20):
        start = time.perf_counter()
        total = float((due(incomes, FEDERAL) + due(incomes, ONTARIO)).sum())
        best = min(best, time.perf_counter() - start)
    print(f"numpy {numpy.__version__}, brackets alone, one core: {PERSONS / best / 1e6:.1f} million person-years/s "
          f"({best * 1e3:.1f} ms; mean tax {total / PERSONS:.0f} dollars)")


if __name__ == "__main__":
    main()
