#!/usr/bin/env bash
# bench/page.sh - the public page of a petition with its live count, against nginx serving the same bytes as a file
# (2 workers, no access log, open_file_cache). wrk, 64 connections; the contenders take turns, the median counts.
# Uncached: the same page with a query, which is rendered for each request.
#
# Usage: bench/page.sh [--rows N] [--seconds S] [--runs N]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
help_asked "$@"

rows=1000000 seconds=5 runs=5
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --seconds | --runs) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

start_nginx() {
    nginx_port=$(free_port)
    mkdir -p "$data/nginx/files"
    cat >"$data/nginx/nginx.conf" <<CONFIGURATION
worker_processes 2;
daemon off;
pid $data/nginx/pid;
error_log $data/nginx/error.log;
user $(id -un);
events { worker_connections 1024; }
http {
    access_log off;
    open_file_cache max=100;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    types { text/html html; }
    server { listen 127.0.0.1:$nginx_port reuseport; root $data/nginx/files; }
}
CONFIGURATION
    curl -sS --fail "$ours" >"$data/nginx/files/page.html"
    nginx -p "$data/nginx" -c "$data/nginx/nginx.conf" &
    nginx=$!
    until curl -s --fail -o /dev/null "http://127.0.0.1:$nginx_port/page.html"; do sleep 0.05; done
}

# rate URL: requests a second; every answer has to be 2xx.
rate() {
    local said
    said=$(wrk --threads 2 --connections 64 --duration "${seconds}s" "$1")
    if grep -q 'Non-2xx\|Socket errors' <<<"$said"; then echo "$said" >&2; fi
    awk '/^Requests\/sec/ { print $2 }' <<<"$said"
}

prepare sqlite "$rows"
fresh_copy sqlite "$rows"
start_server "$database"
ours=http://127.0.0.1:$port/en/petitions/$petition
start_nginx
trap 'kill "$nginx" 2>/dev/null; wait "$nginx" 2>/dev/null; clean_up' EXIT

say "Every answer is looked at, in one run without wrk"
marker='name="family_name"'
looked_at=$("$generator" --port "$port" --show "/en/petitions/$petition" --marker "$marker" --seconds 3)
looked_at_uncached=$("$generator" --port "$port" --show "/en/petitions/$petition?uncached" --marker "$marker" --seconds 3)

: >"$data/rates"
for ((run = 0; run < runs; run++)); do
    echo "uncached $(rate "$ours?uncached")" | tee -a "$data/rates" >&2
    echo "nginx $(rate "http://127.0.0.1:$nginx_port/page.html")" | tee -a "$data/rates" >&2
    echo "cached $(rate "$ours")" | tee -a "$data/rates" >&2
done
median_of() { awk -v name="$1" '$1 == name { print $2 }' "$data/rates" | median; }
nginx_rate=$(median_of nginx)
row() { echo "| $1 | $(thousands "$2") | $(awk "BEGIN { printf \"%.2f\", $2 / $nginx_rate }") |"; }
echo "Page of $(thousands "$(wc -c <"$data/nginx/files/page.html")") bytes, $(thousands "$rows") signatures; $runs runs of $seconds s each."
echo "Answers looked at one by one: $(thousands "$(field right <<<"$looked_at")") cached and" \
    "$(thousands "$(field right <<<"$looked_at_uncached")") uncached, $(field wrong <<<"$looked_at") and" \
    "$(field wrong <<<"$looked_at_uncached") of them wrong."
echo
echo "| | Requests/s | × nginx |"
echo "|---|--:|--:|"
row "uncached rendering" "$(median_of uncached)"
row "nginx, static file of the same bytes" "$nginx_rate"
row "public page, count at most a second old" "$(median_of cached)"
