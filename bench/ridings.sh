#!/usr/bin/env bash
# bench/ridings.sh - whose a postal code is, with 343 real-sized outlines and all postal codes of a country in memory, and
# the same places asked of Boost.Geometry in the same run; every answer is compared. The promise is a look-up in less
# than a millisecond, point in polygon included.
#
# Usage: bench/ridings.sh [--codes N] [--program PATH]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
codes=850000 program=build/release/bench_ridings_speed
while (($# > 0)); do
    case $1 in
        --codes | --program) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/ridings.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

before=$(cut -d' ' -f1-3 /proc/loadavg)
folder=$work/ridings
rm -rf "$folder" && mkdir -p "$folder"
read -r points loading place_p50 place_p99 place_most list_p50 list_p99 list_most ours_p50 ours_p99 theirs_p50 theirs_p99 \
    compared memory < <("$program" "$folder" "$codes")
echo "343 outlines of $(thousands "$points") points and $(thousands "$codes") postal codes: loaded in $loading ms," \
    "$memory MB of memory. $(thousands "$compared") answers compared, all the same."
echo
echo "| Microseconds | p50 | p99 | Longest |"
echo "|---|--:|--:|--:|"
echo "| a postal code by its place in the outlines, whole look-up | $place_p50 | $place_p99 | $place_most |"
echo "| a postal code by concordance, whole look-up | $list_p50 | $list_p99 | $list_most |"
echo "| our index alone (GEOS, prepared) | $ours_p50 | $ours_p99 | |"
echo "| Boost.Geometry (R-tree, covered_by), the same places | $theirs_p50 | $theirs_p99 | |"
echo
echo "Load before: $before; after: $(cut -d' ' -f1-3 /proc/loadavg)."
