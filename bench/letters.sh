#!/usr/bin/env bash
# bench/letters.sh - letters to representatives, each confirmed and kept in the database, into postfix's smtp-sink, with
# throttles on: so many offices, each of which gets a letter a second at most. Every letter has to be in the sink exactly
# once (by its Message-ID), and no office may have got more within ten seconds than its throttle allows.
#
# Usage: bench/letters.sh [--letters N] [--offices N] [--office N] [--connections N] [--runs N] [--speed PROGRAM]
# --office: the most that one office gets in an hour.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

letters=10000 offices=338 office=3600 connections=3 runs=3 speed=build/release/bench_letters_speed
while [[ $# -gt 0 ]]; do
    case $1 in
        --letters | --offices | --office | --connections | --runs | --speed) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done
PATH=$PATH:/usr/sbin
sink=""

# As root smtp-sink wants a user to become. It writes every mail, with its envelope, into one file.
start_sink() {
    sink_port=$(free_port)
    local user=()
    [[ $(id -u) -ne 0 ]] || user=(-u nobody)
    dump=$(mktemp -d "$work/run-dump-XXXXXX")
    chmod 777 "$dump"
    (cd "$dump" && exec smtp-sink "${user[@]}" -D mails "127.0.0.1:$sink_port" 1000) >/dev/null 2>&1 &
    sink=$!
    until python3 -c "import socket; socket.create_connection(('127.0.0.1', $sink_port)).close()" 2>/dev/null; do
        kill -0 "$sink" 2>/dev/null || { echo "the sink does not start" >&2; exit 1; }
        sleep 0.05
    done
}
stop_sink() { kill "$sink" 2>/dev/null && wait "$sink" 2>/dev/null || true; sink=""; }
clean_up_sink() { [[ -z $sink ]] || kill "$sink" 2>/dev/null || true; clean_up; }
trap clean_up_sink EXIT

allowed=$((office * 10 / 3600 + 2))
echo "$(thousands "$letters") letters to $offices offices, at most $(thousands "$office") an hour to each; load $(cut -d' ' -f1 /proc/loadavg)."
for ((run = 1; run <= runs; run++)); do
    start_sink
    folder=$(mktemp -d "$work/run-XXXXXX")
    result=$("$speed" --letters "$letters" --offices "$offices" --office "$office" --connections "$connections" \
        --port "$sink_port" --data "$folder" --database "sqlite:$folder/alltogether.db") ||
        { echo "not everything was delivered: $result" >&2; exit 1; }
    stop_sink
    once=$(grep -a "^Message-ID:" "$dump/mails" | sort | uniq -c | awk '$1 == 1 { n++ } END { print n + 0 }')
    all=$(grep -ac "^Message-ID:" "$dump/mails")
    [[ $once -eq $letters && $all -eq $letters ]] || { echo "$once of $letters letters arrived once, $all mails in all" >&2; exit 1; }
    most=$(field most_in_ten_seconds <<<"$result")
    [[ $most -le $allowed ]] || { echo "an office got $most letters within ten seconds, allowed are $allowed" >&2; exit 1; }
    echo "run $run: $result" >&2
    field per_minute <<<"$result" >>"$work/run-rates"
    rm -rf "$folder" "$dump"
done
echo "| | Letters a minute |"
echo "|---|--:|"
echo "| each confirmed, sent once, its fate in SQLite | $(thousands "$(median <"$work/run-rates")") |"
