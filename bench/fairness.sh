#!/usr/bin/env bash
# bench/fairness.sh - budgets simulated on a million persons: person-years a second, what visitors wait, memory; beside
# them the bracket part alone in numpy, and the machine's memory bandwidth.
#
# Usage: bench/fairness.sh [ARGUMENTS OF GOOGLE BENCHMARK]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
help_asked "$@"

echo '```'
build/release/bench_fairness_bench --benchmark_counters_tabular=false "$@" 2>/dev/null
/usr/bin/python3 bench/fairness_brackets.py  # Debian's, which has the package python3-numpy
echo '```'
