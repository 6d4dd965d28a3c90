#!/usr/bin/env bash
# bench/jobs_lost.sh - the jobs-lost model: one answer, ready at start, 13 regions of 240 industries; beside it numpy on
# the same matrices, on one thread as ours.
#
# Usage: bench/jobs_lost.sh [ARGUMENTS OF GOOGLE BENCHMARK]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

echo '```'
build/release/bench_jobs_lost_bench --benchmark_counters_tabular=false "$@" 2>/dev/null
/usr/bin/python3 bench/jobs_lost_numpy.py  # Debian's, which has the package python3-numpy
echo '```'
