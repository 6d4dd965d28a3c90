#!/usr/bin/env bash
# bench/idle.sh - memory at rest, and the time from exec to the first 200 of /readyz, with signatures in place.
#
# Usage: bench/idle.sh [--rows N] [--runs N]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rows=1000000 runs=5
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --runs) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# kilobytes NAME: of the server, from /proc.
kilobytes() { awk -v name="$1:" '$1 == name { print $2 }' "/proc/$server/$2"; }


prepare sqlite "$rows"
fresh_copy sqlite "$rows"
times=()
for ((run = 0; run < runs; run++)); do
    began=$EPOCHREALTIME
    start_server "$database"
    times+=("$(printf %.3f "$(echo "$EPOCHREALTIME - $began" | bc)")")
    ((run + 1 < runs)) || break
    stop_server
done
sleep 2
at_rest=$(kilobytes VmRSS status)
private=$(($(kilobytes Private_Clean smaps_rollup) + $(kilobytes Private_Dirty smaps_rollup)))
for _ in 1 2 3; do
    curl -sS --fail -o /dev/null "http://127.0.0.1:$port/en/" -o /dev/null "http://127.0.0.1:$port/fr/petitions/$petition"
done
sleep 1
echo "With $(thousands "$rows") signatures (SQLite):"
echo
echo "| | |"
echo "|---|--:|"
echo "| start to /readyz, median of $runs | $(printf '%s\n' "${times[@]}" | median) s |"
echo "| all starts | ${times[*]} s |"
echo "| resident memory, 2 s after the start | $((at_rest / 1024)) MB |"
echo "| of it private to the process | $((private / 1024)) MB |"
echo "| resident memory after a few page views | $(($(kilobytes VmRSS status) / 1024)) MB |"
