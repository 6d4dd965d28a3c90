#!/usr/bin/env bash
# bench/connections.sh - what 10,000 idle connections and 500 slow clients (a byte a second) cost the others: pages and
# sign-ons before and beside them.
#
# Usage: bench/connections.sh [--idle N] [--slow N] [--seconds S]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

idle=10000 slow=500 seconds=10
while [[ $# -gt 0 ]]; do
    case $1 in
        --idle | --slow | --seconds) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# serve_others WHEN SEED: one line each for pages and sign-ons.
serve_others() {
    local result
    result=$("$generator" --port "$port" --show "/en/petitions/$petition" --marker family_name --seconds "$seconds") || true
    line "$1: the page" "$result"
    result=$("$generator" --port "$port" --petition $petition --seed "$2" --seconds "$seconds") || true
    line "$1: sign-ons" "$result"
}

line() {
    echo "$2" >&2
    echo "| $1 | $(thousands "$(field rate <<<"$2")") | $(field p50_ms <<<"$2") | $(field p99_ms <<<"$2") |" \
        "$(field max_ms <<<"$2") | $(field wrong <<<"$2") | $(field lost <<<"$2") |" \
        "$(($(awk '/^VmRSS/ { print $2 }' "/proc/$server/status") / 1024)) MB |"
}

ulimit -n "$(ulimit -Hn)"
prepare sqlite 0
fresh_copy sqlite 0
start_server "$database"
echo "$(thousands "$idle") idle connections and $slow slow clients; 64 connections of others, $seconds s each."
echo
echo "| | a second | p50 ms | p99 ms | longest ms | wrong | lost | server's memory |"
echo "|---|--:|--:|--:|--:|--:|--:|--:|"
serve_others alone 1
coproc crowd { build/release/bench_idle_clients --port "$port" --idle "$idle" --slow "$slow"; }
read -r _ <&"${crowd[0]}"
serve_others "beside them" 2
exec {crowd[1]}>&-
read -r said <&"${crowd[0]}"
echo
echo "Idle connections still open at the end: $(thousands "$(field idle_open <<<"$said")") (sent away and back:" \
    "$(field idle_sent_away <<<"$said")); slow clients that were sent away: $(field slow_sent_away <<<"$said")."
