#!/usr/bin/env bash
# bench/guard_cost.sh - what the rules against fraud take of the sign-on rate, end to end: the same load, once from
# addresses that are trusted, so that nothing is judged, and once judged by every rule, in turns: by a crowd of people in
# whom the rules find little, and by one of whom everybody is flagged. Each person comes from an address of their own; no
# proof of work is asked for. The limits for one address count only where it is not trusted: they are part of the
# difference.
#
# Usage: bench/guard_cost.sh [--rows N] [--seconds S] [--connections N] [--turns N]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rows=200000 seconds=15 connections=64 turns=3
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --seconds | --connections | --turns) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# find_stamp: of a form that was opened now; the prepared data's secret is that of all its copies.
find_stamp() {
    fresh_copy sqlite "$rows"
    start_server "$database"
    stamp=$(curl -s "http://127.0.0.1:$port/en/petitions/$petition" | grep -o 'name="stamp" value="[^"]*"' | head -1 | cut -d'"' -f4)
    stop_server
    rm -rf "$data"
    [[ -n $stamp ]]
}

# measure NAME NETWORKS [ARGUMENTS of the load]: one line of the table; the rate is added to the file of that name.
measure() {
    local name=$1 networks=$2 result cpu
    shift 2
    fresh_copy sqlite "$rows"
    sqlite3 "$data/alltogether.db" \
        "insert into fraud_setting (name, value, changed_at, changed_by) values ('pressure', 2, 0, 'bench')"
    start_server "$database" --set 'server.trusted_proxies=["127.0.0.0/8"]' --set "limits.trusted_networks=[$networks]"
    result=$("$generator" --port "$port" --petition $petition --connections "$connections" --seconds "$seconds" \
        --forwarded "$@") || true
    cpu=$(awk '{ print ($14 + $15) / 100 }' "/proc/$server/stat")
    stop_server
    field rate <<<"$result" >>"$work/run-$name"
    local each
    each=$(python3 -c 'import sys; print(f"{float(sys.argv[1]) * 1e6 / float(sys.argv[2]):.1f}")' \
        "$cpu" "$(field right <<<"$result")")
    echo "$each" >>"$work/run-cpu-$name"
    local flagged
    flagged=$(sqlite3 "$data/alltogether.db" "select count(*) from signature where score >= 40")
    echo "| $name | $(thousands "$(field rate <<<"$result")") | $(field p99_ms <<<"$result") |" \
        "$(field wrong <<<"$result") | $each | $(thousands "$flagged") |"
    rm -rf "$data"
}

prepare sqlite "$rows"
echo "$(thousands "$rows") signatures in place, $connections connections, $seconds seconds each; load average $(cut -d' ' -f1-3 /proc/loadavg)."
echo
echo "| Guard | Sign-ons/s | p99 ms | wrong answers | processor a sign-on, µs | flagged |"
echo "|---|--:|--:|--:|--:|--:|"
find_stamp
sleep 121  # who opened the form two minutes ago and more is no robot that waits the same while each time
for ((turn = 0; turn < turns; turn++)); do
    measure off '"10.0.0.0/8"' --believable --stamp "$stamp"
    measure on '"192.0.2.0/24"' --believable --stamp "$stamp"
    measure flagged '"192.0.2.0/24"'
done
off=$(median <"$work/run-off")
# said NAME: the median of these runs beside that without a guard.
said() {
    local rate
    rate=$(median <"$work/run-$1")
    echo "- $1: $(thousands "$rate") sign-ons/s," \
        "$(python3 -c 'import sys; off, on = map(float, sys.argv[1:]); print(f"{100 * (off - on) / off:.1f} %")' "$off" "$rate") less;" \
        "$(median <"$work/run-cpu-$1") µs of processor for a sign-on"
}
echo
echo "Medians; without a guard $(thousands "$off") sign-ons/s, $(median <"$work/run-cpu-off") µs of processor:"
said on
said flagged
