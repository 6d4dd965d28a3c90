#!/usr/bin/env bash
# bench/seed_load.sh - how long `alltogether seed load` takes for a million signatures (at most a minute is wanted).
#
# Usage: bench/seed_load.sh [--rows N] [--databases "sqlite postgres"]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rows=1000000 databases="sqlite postgres"
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --databases) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

[[ $databases != *postgres* ]] || start_postgres
echo "| Database | Signatures | Seconds | Signatures/s |"
echo "|---|--:|--:|--:|"
for kind in $databases; do
    prepare "$kind" 0
    fresh_copy "$kind" 0
    began=$EPOCHREALTIME
    "$program" seed load --data "$data" --database "$database" --petition $petition --signatures "$rows" >&2
    took=$(echo "$EPOCHREALTIME - $began" | bc)
    echo "| $kind | $(thousands "$rows") | $(printf %.1f "$took") | $(thousands "$(echo "$rows / $took" | bc)") |"
    rm -rf "$data"
done
