#!/usr/bin/env bash
# bench/fairness.sh - budgets simulated on a million persons: person-years a second on one core and on two, what
# visitors wait, memory; beside them the bracket part alone in numpy, and the machine's memory bandwidth. Then fifty
# visitors at once over HTTP, on the real program. Every answer is verified.
#
# Usage: bench/fairness.sh [ARGUMENTS OF GOOGLE BENCHMARK]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Memory in a process of its own: the bandwidth's arrays are larger than a population.
measured=${ALLTOGETHER_FAIRNESS_BENCH:-build/release/bench_fairness_bench}
echo '```'
"$measured" --benchmark_filter='-^memory/' "$@" 2>/dev/null
"$measured" --benchmark_filter='^memory/' 2>/dev/null | tail -1
/usr/bin/python3 bench/fairness_brackets.py # Debian's, which has the package python3-numpy

prepare sqlite 0
fresh_copy sqlite 0
start_server "$database"
first_server=$server first_port=$port
trap 'kill "$first_server" 2>/dev/null; wait "$first_server" 2>/dev/null; clean_up' EXIT
fresh_copy sqlite 0
start_server "$database"
/usr/bin/python3 bench/fairness_visitors.py "$first_port" "$port"
echo '```'
