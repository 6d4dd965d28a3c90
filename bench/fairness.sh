#!/usr/bin/env bash
# bench/fairness.sh - budgets simulated on a million persons: person-years a second, what visitors wait, memory; beside
# them the bracket part alone in numpy, and the machine's memory bandwidth.
#
# Usage: bench/fairness.sh [ARGUMENTS OF GOOGLE BENCHMARK]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
help_asked "$@"

# Memory in a process of its own: the bandwidth's arrays are larger than a population.
measured=${ALLTOGETHER_FAIRNESS_BENCH:-build/release/bench_fairness_bench}
echo '```'
"$measured" --benchmark_filter='-^memory/' "$@" 2>/dev/null
"$measured" --benchmark_filter='^memory/' 2>/dev/null | tail -1
/usr/bin/python3 bench/fairness_brackets.py # Debian's, which has the package python3-numpy
echo '```'
