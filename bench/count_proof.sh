#!/usr/bin/env bash
# bench/count_proof.sh - the log that proves the counts: how long a receipt takes (under 1 ms at ten million entries is
# wanted) and how long the tree takes to be rebuilt (under 30 s), on SQLite and PostgreSQL; every receipt is verified.
#
# Usage: bench/count_proof.sh [--entries N] [--receipts N] [--databases "sqlite postgres"]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
entries=10000000 receipts=10000 databases="sqlite postgres"
while (($# > 0)); do
    case $1 in
        --entries | --receipts | --databases) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/count_proof.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

echo "Load before: $(cut -d' ' -f1-3 /proc/loadavg)"
echo '```'
for kind in $databases; do
    database=sqlite:$work/count_proof.db
    rm -f "$work"/count_proof.db*
    if [[ $kind == postgres ]]; then
        start_postgres
        sql "drop database if exists count_proof"
        sql "create database count_proof"
        database=$(postgres_url count_proof)
    fi
    echo "$kind, $(thousands "$entries") signatures"
    build/release/bench_count_proof_speed "$database" "$entries" "$receipts"
    if [[ $kind == postgres ]]; then sql "drop database count_proof"; fi
    rm -f "$work"/count_proof.db*
done
echo '```'
echo "Load after: $(cut -d' ' -f1-3 /proc/loadavg)"
