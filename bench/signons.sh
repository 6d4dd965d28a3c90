#!/usr/bin/env bash
# bench/signons.sh - sign-ons a second through the real route, beside the load generator, on both databases. Each run
# starts from a fresh copy of the prepared database; afterwards the table is compared with what was thanked.
#
# Usage: bench/signons.sh [--rows N] [--seconds S] [--databases "sqlite postgres"] [--connections "64 512"] [--runs N]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rows=1000000 seconds=20 databases="sqlite postgres" connections="64 512" runs=1
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --seconds | --databases | --connections | --runs) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

measure() {
    local kind=$1 count=$2 result
    fresh_copy "$kind" "$rows"
    start_server "$database"
    result=$("$generator" --port "$port" --petition $petition --connections "$count" --seconds "$seconds" \
        --acknowledged "$data/acknowledged") || true
    local memory=$(($(awk '/^VmHWM/ { print $2 }' "/proc/$server/status") / 1024))
    local cpu
    cpu=$(awk '{ print ($14 + $15) / 100 }' "/proc/$server/stat")
    stop_server
    echo "$result" >&2
    echo "| $kind | $count | $(thousands "$(field rate <<<"$result")") | $(field p50_ms <<<"$result") |" \
        "$(field p99_ms <<<"$result") | $(field max_ms <<<"$result") | $(field wrong <<<"$result") |" \
        "$memory MB, ${cpu} s | $(verified "$data/acknowledged") |"
    rm -rf "$data"
}

[[ $databases != *postgres* ]] || start_postgres
for kind in $databases; do prepare "$kind" "$rows"; done
echo "$(thousands "$rows") signatures in place, $seconds seconds each."
echo
echo "| Database | Connections | Sign-ons/s | p50 ms | p99 ms | longest ms | wrong answers | server: most memory, CPU | Afterwards |"
echo "|---|--:|--:|--:|--:|--:|--:|---|---|"
for kind in $databases; do
    for count in $connections; do
        for ((run = 0; run < runs; run++)); do measure "$kind" "$count"; done
    done
done
