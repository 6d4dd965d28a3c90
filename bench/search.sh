#!/usr/bin/env bash
# bench/search.sh - searches among many documents in both languages, on SQLite and PostgreSQL; every hit is held against
# its document. The search itself, without HTTP: database, ranking, snippets.
#
# Usage: bench/search.sh [--documents N] [--questions N]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
help_asked "$@"
documents=100000 questions=2000
while (($# > 0)); do
    case $1 in
        --documents) documents=$2 ;;
        --questions) questions=$2 ;;
        *) echo "bench/search.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
    shift 2
done

echo "Load before: $(cut -d' ' -f1-3 /proc/loadavg)"
echo '```'
rm -f "$work"/search.db*
echo "SQLite"
build/release/bench_search_speed "sqlite:$work/search.db" "$documents" "$questions"
start_postgres
sql "drop database if exists search_speed"
sql "create database search_speed"
echo "PostgreSQL"
build/release/bench_search_speed "$(postgres_url search_speed)" "$documents" "$questions"
sql "drop database search_speed"
echo '```'
echo "Load after: $(cut -d' ' -f1-3 /proc/loadavg)"
