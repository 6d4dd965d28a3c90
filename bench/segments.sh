#!/usr/bin/env bash
# bench/segments.sh - how long it takes to count the people whom rules mean among many (under a second for a million is
# wanted), and to walk along all of them in pages of a thousand; every number is checked.
#
# Usage: bench/segments.sh [--people N] [--databases "sqlite postgres"] [--program PATH]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
people=1000000 databases="sqlite postgres" program=build/release/bench_segments_speed
while (($# > 0)); do
    case $1 in
        --people | --databases | --program) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/segments.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

echo "$(thousands "$people") people. Load before: $(cut -d' ' -f1-3 /proc/loadavg)"
for kind in $databases; do
    database=sqlite:$work/segments.db
    rm -f "$work"/segments.db*
    if [[ $kind == postgres ]]; then
        start_postgres
        sql "drop database if exists segments_speed"
        sql "create database segments_speed"
        database=$(postgres_url segments_speed)
    fi
    echo
    echo "| $kind | People | Counted, ms | Walked along, ms |"
    echo "|---|--:|--:|--:|"
    "$program" "$database" "$people"
done
echo
echo "Load after: $(cut -d' ' -f1-3 /proc/loadavg)"
