#!/usr/bin/env bash
# bench/search.sh - searches among many documents in both languages, on SQLite and PostgreSQL; every hit is held against
# its document. The search itself, without HTTP: database, ranking, snippets. A third of the questions are one word, a
# quarter two; the rest are three words, phrases, filters by year, mistyped words, both languages at once. Words of every
# frequency are asked for equally often.
#
# Usage: bench/search.sh [--documents N] [--questions N] [--program PATH]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
documents=100000 questions=2000 program=build/release/bench_search_speed
while (($# > 0)); do
    case $1 in
        --documents | --questions | --program) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/search.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# row NAME DATABASE: one line of the table; $kinds gathers the figures of each kind of question.
kinds=""
row() {
    local said
    said=$("$program" "$2" "$documents" "$questions")
    kinds+="
$1:
$(tail -n +2 <<<"$said" | sed 's/^/- /')
"
    said=$(head -1 <<<"$said")
    echo "| $1 |" "$(sed -E 's/.*indexed in ([0-9.]+) s.*with hits ([0-9]+), wrong hits ([0-9]+); p50 ([0-9.]+) p95 ([0-9.]+) p99 ([0-9.]+) most ([0-9.]+) ms.*/\1 | \2 | \3 | \4 | \5 | \6 | \7 |/' <<<"$said")"
}

before=$(cut -d' ' -f1-3 /proc/loadavg)
rm -f "$work"/search.db*
start_postgres
sql "drop database if exists search_speed"
sql "create database search_speed"
echo "$(thousands "$documents") documents, $(thousands "$questions") questions, after 200 to warm up."
echo
echo "| | Indexed, s | With hits | Wrong hits | p50, ms | p95, ms | p99, ms | Longest, ms |"
echo "|---|--:|--:|--:|--:|--:|--:|--:|"
row SQLite "sqlite:$work/search.db"
row PostgreSQL "$(postgres_url search_speed)"
sql "drop database search_speed"
echo "$kinds"
echo "Load before: $before; after: $(cut -d' ' -f1-3 /proc/loadavg)."
