#!/usr/bin/env bash
# bench/mail.sh - mails to the list: personalised, each with its state kept in the database, into postfix's smtp-sink,
# against postfix's own smtp-source with as many sessions and mails of the same size. Both take turns; the median counts.
# Every run's mails are counted in the sink. With a signature (DKIM) reported apart; the memory from 10 thousand to many
# recipients; and what becomes of a mail whose sender is killed three times in its midst.
#
# Usage: bench/mail.sh [--people N] [--connections N] [--runs N] [--most N] [--speed PROGRAM]
# --most: recipients of the memory run; 0: none.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

people=100000 connections=8 runs=3 most=1000000 speed=build/release/bench_mail_speed
while [[ $# -gt 0 ]]; do
    case $1 in
        --people | --connections | --runs | --most | --speed) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done
PATH=$PATH:/usr/sbin
sink=""

# As root smtp-sink wants a user to become.
start_sink() {
    sink_port=$(free_port)
    local user=()
    [[ $(id -u) -ne 0 ]] || user=(-u nobody)
    smtp-sink "${user[@]}" "$@" -c "127.0.0.1:$sink_port" 1000 >"$work/run-sink" 2>&1 &
    sink=$!
    until python3 -c "import socket; socket.create_connection(('127.0.0.1', $sink_port)).close()" 2>/dev/null; do
        kill -0 "$sink" 2>/dev/null || { cat "$work/run-sink" >&2; exit 1; }
        sleep 0.05
    done
}
# How many mails it counted.
stop_sink() {
    kill "$sink" && wait "$sink" 2>/dev/null || true
    sink=""
    tr '\r' '\n' <"$work/run-sink" | sed -n 's/.*mesg=\([0-9]*\).*/\1/p' | tail -1
}
clean_up_sink() {
    [[ -z $sink ]] || kill "$sink" 2>/dev/null || true
    clean_up
}
trap clean_up_sink EXIT

counted() { [[ $1 -eq $2 ]] || { echo "the sink counted $1 mails, not $2" >&2; exit 1; }; }

theirs() {
    start_sink
    local begun took
    begun=$(date +%s.%N)
    smtp-source -d -s "$connections" -m "$people" -l "$size" -f a@campaign.example -t b@example.org \
        "127.0.0.1:$sink_port"
    took=$(echo "$(date +%s.%N) - $begun" | bc)
    counted "$(stop_sink)" "$people"
    echo "$people / $took" | bc
}

# ours RECIPIENTS [ARGUMENTS]: what bench_mail_speed prints.
ours() {
    local recipients=$1 folder result
    shift
    folder=$(mktemp -d "$work/run-XXXXXX")
    start_sink
    result=$("$speed" --people "$recipients" --port "$sink_port" --connections "$connections" --data "$folder" \
        --database "sqlite:$folder/alltogether.db" "$@") || { echo "not everything was delivered: $result" >&2; exit 1; }
    counted "$(stop_sink)" "$recipients"
    rm -rf "$folder"
    echo "$result"
}

# One mail of ours, to know how long it is on the wire: without the lines that the sink puts before it.
measure_size() {
    mkdir -p "$work/run-dump" && chmod 777 "$work/run-dump"
    (cd "$work/run-dump" && start_sink -d "$work/run-dump/mail." && echo "$sink $sink_port" >sink)
    read -r sink sink_port <"$work/run-dump/sink"
    local folder=$work/run-one
    mkdir -p "$folder"
    "$speed" --people 1 --port "$sink_port" --connections 1 --data "$folder" --database "sqlite:$folder/one.db" >/dev/null
    kill "$sink" && sink=""
    size=$(sed '1,/(UTC)$/d' "$work"/run-dump/mail.* | wc -c)
}

measure_size
echo "Mails of $size bytes, $connections sessions, $(thousands "$people") recipients; load $(cut -d' ' -f1 /proc/loadavg)."
for ((run = 1; run <= runs; run++)); do
    their_rate=$(theirs)
    our_rate=$(ours "$people" | field rate)
    echo "run $run: smtp-source $their_rate, ours $our_rate" >&2
    echo "$their_rate $our_rate" >>"$work/run-rates"
done
their_median=$(cut -d' ' -f1 "$work/run-rates" | median)
our_median=$(cut -d' ' -f2 "$work/run-rates" | median)

openssl genrsa -out "$work/run-rsa.pem" 2048 2>/dev/null
openssl genpkey -algorithm ed25519 -out "$work/run-ed25519.pem"
signed=$((people / 4))
rsa=$(ours "$signed" --dkim "$work/run-rsa.pem" | field rate)
ed25519=$(ours "$signed" --dkim "$work/run-ed25519.pem" | field rate)

echo
echo "| | Mails a second | Share of smtp-source |"
echo "|---|--:|--:|"
echo "| smtp-source -d | $(thousands "$their_median") | 1 |"
echo "| alltogether, each copy's state in SQLite | $(thousands "$our_median") | $(echo "scale=2; $our_median / $their_median" | bc) |"
echo "| alltogether, signed here, RSA 2048 | $(thousands "$rsa") | |"
echo "| alltogether, signed here, Ed25519 | $(thousands "$ed25519") | |"

# A sender that is killed again and again: every recipient in the sink's file, and how many of them twice.
killed() {
    local folder=$work/run-killed round resume=() dump=$work/run-sink-dump
    mkdir -p "$folder" "$dump"
    chmod 777 "$dump"
    (cd "$dump" && start_sink -D mails && echo "$sink $sink_port" >sink)
    read -r sink sink_port <"$dump/sink"
    for round in 1 2 3 4; do
        "$speed" --people "$people" --port "$sink_port" --connections "$connections" --data "$folder" \
            --database "sqlite:$folder/alltogether.db" "${resume[@]}" >"$folder/said" &
        local sender=$!
        if ((round == 4)); then
            wait "$sender" || { echo "not everything was delivered: $(cat "$folder/said")" >&2; exit 1; }
            break
        fi
        until [[ $(grep -ac "^X-Rcpt-Args" "$dump/mails" 2>/dev/null || true) -gt $((people * round / 5)) ]]; do
            kill -0 "$sender" 2>/dev/null || { echo "ended before it was killed" >&2; exit 1; }
            sleep 0.05
        done
        kill -9 "$sender"
        wait "$sender" 2>/dev/null || true
        resume=(--resume 1)
    done
    kill "$sink" && sink=""
    grep -a "^X-Rcpt-Args" "$dump/mails" | sort | uniq -c |
        awk -v people="$people" '{ n++; all += $1 } END { print n, all - n, (n == people ? "yes" : "no") }'
    rm -rf "$dump" "$folder"
}
read -r reached twice whole < <(killed)
[[ $whole == yes ]] || { echo "$reached of $people got the mail" >&2; exit 1; }

echo
echo "Killed (-9) three times in the midst of $(thousands "$people"): everybody got it, $twice twice, with $connections sessions."

if ((most > 0)); then
    echo
    echo "| Recipients | Mails a second | Memory before, MB | Most memory, MB |"
    echo "|--:|--:|--:|--:|"
    for recipients in 10000 "$most"; do
        result=$(ours "$recipients")
        echo "| $(thousands "$recipients") | $(thousands "$(field rate <<<"$result")") |" \
            "$(field rss_before_mb <<<"$result") | $(field peak_mb <<<"$result") |"
    done
fi
