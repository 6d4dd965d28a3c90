#!/usr/bin/env bash
# bench/signons_without_store.sh - the same sign-ons with the store left out: same server, route, checks, hash, queue of
# the writer and answer, but no statement. What the store costs is the difference from bench/signons.sh.
#
# Usage: bench/signons_without_store.sh [--seconds S] [--connections "64 512"]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

seconds=10 connections="64 512"
while [[ $# -gt 0 ]]; do
    case $1 in
        --seconds | --connections) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

echo "| Connections | Answers/s | p50 ms | p99 ms | wrong answers |"
echo "|--:|--:|--:|--:|--:|"
for count in $connections; do
    data=$(mktemp -d "$work/run-XXXXXX")
    program=build/release/bench_server_without_store start_server "sqlite:$data/alltogether.db"
    result=$("$generator" --port "$port" --petition $petition --connections "$count" --seconds "$seconds") || true
    stop_server
    echo "$result" >&2
    echo "| $count | $(thousands "$(field rate <<<"$result")") | $(field p50_ms <<<"$result") |" \
        "$(field p99_ms <<<"$result") | $(field wrong <<<"$result") |"
done
