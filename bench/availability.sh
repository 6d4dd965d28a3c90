#!/usr/bin/env bash
# bench/availability.sh - free times of two hundred champions for eight weeks, alone and out of the tables, and their
# directory page without HTTP; in milliseconds, on one thread.
#
# Usage: bench/availability.sh [ARGUMENTS OF GOOGLE BENCHMARK]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

echo '```'
build/release/bench_availability_bench --benchmark_counters_tabular=false "$@" 2>/dev/null
echo '```'
