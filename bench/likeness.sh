#!/usr/bin/env bash
# bench/likeness.sh - how alike a letter is to many earlier ones, from its text to the answer. "Own words": everybody
# takes some of twelve common blocks and writes the rest. "All alike", the worst case: everybody took the same blocks and
# changed a few words. One answer in twenty is held against comparing with every letter.
#
# Usage: bench/likeness.sh [--letters N] [--questions N] [--program PATH]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
letters=100000 questions=1000 program=build/release/bench_likeness_speed
while (($# > 0)); do
    case $1 in
        --letters | --questions | --program) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/likeness.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

before=$(cut -d' ' -f1-3 /proc/loadavg)
echo "$(thousands "$letters") letters, $(thousands "$questions") questions of each kind."
echo
echo "| | p50, ms | p95, ms | p99, ms | Longest, ms | Adding one, ms | Alike on the average | Verified |"
echo "|---|--:|--:|--:|--:|--:|--:|--:|"
"$program" "$letters" "$questions" |
    sed -E "s/^([a-z ]+): p50 ([0-9.]+) p95 ([0-9.]+) p99 ([0-9.]+) most ([0-9.]+) ms; adding ([0-9.]+) ms each; ([0-9.]+) alike found, ([0-9]+) verified/| \1 | \2 | \3 | \4 | \5 | \6 | \7 | \8 |/"
echo
echo "Load before: $before; after: $(cut -d' ' -f1-3 /proc/loadavg)."
