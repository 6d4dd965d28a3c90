#!/usr/bin/env bash
# bench/page.sh - the public page of a petition with its live count, against nginx serving the same bytes as a file
# (2 workers, no access log, open_file_cache). wrk, 64 connections; the contenders take turns, the median counts.
# Uncached: the same page with a query, which is rendered for each request.
#
# Usage: bench/page.sh [--rows N] [--seconds S] [--runs N]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rows=1000000 seconds=5 runs=5
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --seconds | --runs) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

prepare sqlite "$rows"
fresh_copy sqlite "$rows"
start_server "$database"
ours=http://127.0.0.1:$port/en/petitions/$petition
start_nginx "$ours"
trap 'kill "$nginx" 2>/dev/null; wait "$nginx" 2>/dev/null; clean_up' EXIT

say "Every answer is looked at, in one run without wrk"
marker='name="family_name"'
looked_at=$("$generator" --port "$port" --show "/en/petitions/$petition" --marker "$marker" --seconds 3)
looked_at_uncached=$("$generator" --port "$port" --show "/en/petitions/$petition?uncached" --marker "$marker" --seconds 3)

: >"$data/rates"
for ((run = 0; run < runs; run++)); do
    echo "uncached $(rate "$ours?uncached")" | tee -a "$data/rates" >&2
    echo "nginx $(rate "http://127.0.0.1:$nginx_port/page.html")" | tee -a "$data/rates" >&2
    echo "cached $(rate "$ours")" | tee -a "$data/rates" >&2
done
median_of() { awk -v name="$1" '$1 == name { print $2 }' "$data/rates" | median; }
nginx_rate=$(median_of nginx)
row() { echo "| $1 | $(thousands "$2") | $(awk "BEGIN { printf \"%.2f\", $2 / $nginx_rate }") |"; }
echo "Page of $(thousands "$(wc -c <"$data/nginx/files/page.html")") bytes, $(thousands "$rows") signatures; $runs runs of $seconds s each."
echo "Answers looked at one by one: $(thousands "$(field right <<<"$looked_at")") cached and" \
    "$(thousands "$(field right <<<"$looked_at_uncached")") uncached, $(field wrong <<<"$looked_at") and" \
    "$(field wrong <<<"$looked_at_uncached") of them wrong."
echo
echo "| | Requests/s | × nginx |"
echo "|---|--:|--:|"
row "uncached rendering" "$(median_of uncached)"
row "nginx, static file of the same bytes" "$nginx_rate"
row "public page, count at most a second old" "$(median_of cached)"
