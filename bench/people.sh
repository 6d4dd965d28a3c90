#!/usr/bin/env bash
# bench/people.sh - the staff's pages of people over HTTP, among many: the list, searches by name, address and tag, one
# person with the timeline, and who got a mail that went to all of them. Every answer is held against what was made up.
#
# Usage: bench/people.sh [--people N] [--requests N] [--databases "sqlite postgres"] [--filler PATH]
# For figures: --people 10000000. Ten million take about 12 GB of disk for each database.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
people=20000 requests=200 databases="sqlite postgres" filler=build/release/bench_people_speed
while (($# > 0)); do
    case $1 in
        --people | --requests | --databases | --filler) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/people.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

echo "$(thousands "$people") people, a mail to all of them, $requests requests of each kind, one after the other."
echo "Load before: $(cut -d' ' -f1-3 /proc/loadavg)"
for kind in $databases; do
    data=$work/people-$kind
    rm -rf "$data"
    mkdir -p "$data"
    database=sqlite:$data/alltogether.db
    if [[ $kind == postgres ]]; then
        start_postgres
        sql "drop database if exists people_speed"
        sql "create database people_speed"
        database=$(postgres_url people_speed)
    fi
    password=$("$program" seed demo --data "$data" --database "$database" | sed -n 's/.*password \([^ ]*\).*/\1/p' | head -1)
    "$filler" "$database" "$people" 2000 >"$data/samples" 2>"$data/filled" ||
        { cat "$data/filled" >&2; exit 1; }
    start_server "$database"
    echo
    echo "$kind, $(<"$data/filled"):"
    echo
    echo "| Page | Requests | p50, ms | p95, ms | p99, ms | Longest, ms |"
    echo "|---|--:|--:|--:|--:|--:|"
    bench/people_visits.py "$port" "$password" "$data/samples" "$requests"
    stop_server
    [[ $kind == sqlite ]] || sql "drop database people_speed"
    rm -rf "$data"
done
echo
echo "Load after: $(cut -d' ' -f1-3 /proc/loadavg)"
