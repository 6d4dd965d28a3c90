#!/usr/bin/env python3
"""The same matrices as bench/jobs_lost_bench.cpp, factorised and solved with numpy: jobs_lost_numpy.py

Prints the library behind numpy, the time of the LU factorisation with one solve (numpy.linalg.solve; it keeps no
factors), and the first multiplier, which must be the same as ours.
"""
import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy  # noqa: E402

INDUSTRIES = 240


def made_up_table(regions: int) -> numpy.ndarray:
    size = regions * INDUSTRIES
    i, j = numpy.meshgrid(numpy.arange(size), numpy.arange(size), indexing="ij")
    parts = ((i * 7919 + j * 104729 + i * j * 31) % 1009) / 1009.0
    home = i // INDUSTRIES == j // INDUSTRIES
    parts = numpy.where(home, parts, numpy.where((i + j) % 16 == 0, parts * 0.3, 0.0))
    return parts * 0.6 / parts.sum(axis=0)


def main() -> None:
    for regions in (1, 13):
        table = made_up_table(regions)
        transposed = (numpy.eye(len(table)) - table).T.copy()
        factor = ((numpy.arange(len(table)) * (7919 + 31) + 104729) % 1009) / 1009.0
        best = float("inf")
        for _ in range(20 if regions == 1 else 3):
            start = time.perf_counter()
            multipliers = numpy.linalg.solve(transposed, factor)
            best = min(best, time.perf_counter() - start)
        print(f"numpy {numpy.__version__}, one thread, {len(table)} sectors: factorise and solve "
              f"{1000 * best:.1f} ms, first multiplier {multipliers[0]:.6f}")


if __name__ == "__main__":
    main()
