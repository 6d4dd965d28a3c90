#!/usr/bin/env bash
# bench/invalidation_preview.sh - how long the preview of an invalidation takes over many signatures while people go on
# signing at an even pace, and what that does to them.
#
# Usage: bench/invalidation_preview.sh [--rows N] [--rate N] [--databases "sqlite postgres"]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rows=10000000 rate=5000 databases="sqlite postgres"
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --rate | --databases) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# What staff look for; each takes another way through the conditions.
questions=("name=*tremblay" "domain=spam.example" "network=192.0.2.0/22" "region=NU" "postal_code=K1A&least_score=40")

sign_in() {
    echo "a long password for measuring" | "$program" staff add bench@alltogether.example --role owner --password-stdin \
        --data "$data" --database "$database" >/dev/null
    curl -sS --fail -o /dev/null -c "$data/cookies" -H "Origin: http://127.0.0.1:$port" \
        --data-urlencode "email=bench@alltogether.example" \
        --data-urlencode "password=a long password for measuring" "http://127.0.0.1:$port/en/staff/sign-in"
}

# ask QUESTION: seconds, and what the page says of how many there are.
ask() {
    local page took
    took=$(curl -sS -b "$data/cookies" -o "$data/page" -w '%{time_total}' \
        "http://127.0.0.1:$port/en/staff/petitions/$petition/invalidations/new?$1")
    page=$(grep -o '[0-9,]* signatures\? meets\? the conditions' "$data/page" | head -1)
    if grep -q 'The time ran out' "$data/page"; then page="$page, time ran out"; fi
    echo "| $kind | \`$1\` | $took | ${page:-no answer} |"
}

measure() {
    fresh_copy "$kind" "$rows"
    start_server "$database"
    sign_in
    "$generator" --port "$port" --petition $petition --connections 64 --rate "$rate" --seconds 30 >"$data/load" &
    local load=$!
    sleep 3
    local question
    for question in "${questions[@]}"; do ask "$question"; done
    wait "$load" || true
    stop_server
    echo "| $kind | sign-ons meanwhile | $(thousands "$(field rate <"$data/load")")/s | p50 $(field p50_ms <"$data/load") ms," \
        "p99 $(field p99_ms <"$data/load") ms, longest $(field max_ms <"$data/load") ms, $(field wrong <"$data/load") wrong |"
    rm -rf "$data"
}

[[ $databases != *postgres* ]] || start_postgres
for kind in $databases; do prepare "$kind" "$rows"; done
echo "$(thousands "$rows") signatures in place, $(thousands "$rate") sign-ons a second."
echo
echo "| Database | Conditions | Seconds | Found |"
echo "|---|---|--:|---|"
for kind in $databases; do measure; done
