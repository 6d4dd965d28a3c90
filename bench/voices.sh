#!/usr/bin/env bash
# bench/voices.sh - a page of the photo wall among many voices, on SQLite and PostgreSQL: from a snapshot of the database
# to the bytes of the page, in the server's process, without the cache of rendered pages in front of it. "Any page" lies
# anywhere, for everybody, one province, one language, or both.
#
# Usage: bench/voices.sh [--voices N] [--pages N] [--program PATH]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
voices=100000 pages=400 program=build/release/bench_voices_speed
while (($# > 0)); do
    case $1 in
        --voices | --pages | --program) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/voices.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# rows NAME DATABASE: two lines of the table.
rows() {
    "$program" measure "$2" "$voices" "$pages" |
        sed -E "s/^([a-z ]+): p50 ([0-9.]+) p95 ([0-9.]+) most ([0-9.]+) ms/| $1, \1 | \2 | \3 | \4 |/"
}

before=$(cut -d' ' -f1-3 /proc/loadavg)
rm -f "$work"/voices.db*
start_postgres
sql "drop database if exists voices_speed"
sql "create database voices_speed"
echo "$(thousands "$voices") voices, each figure over $(thousands "$pages") pages, after as many to warm up."
echo
echo "| | p50, ms | p95, ms | Longest, ms |"
echo "|---|--:|--:|--:|"
rows SQLite "sqlite:$work/voices.db"
rows PostgreSQL "$(postgres_url voices_speed)"
sql "drop database voices_speed"
echo
echo "Load before: $before; after: $(cut -d' ' -f1-3 /proc/loadavg)."
