# bench/common.sh - what the measuring scripts share. Source it: it goes to the project's root, takes a working folder
# on a real disk and cleans up behind itself. Answers --help, and ends where nothing is built to measure with.
# shellcheck shell=bash
source "$(dirname "${BASH_SOURCE[0]}")/../tools/common.sh"
help_asked "$@"

program=${ALLTOGETHER_PROGRAM:-build/release/alltogether}
generator=build/release/bench_load_generator
petition=equality-pledge
trusted='limits.trusted_networks=["127.0.0.0/8"]'
[[ -x $program && -x $generator ]] || { echo "not built; 'bin/bench FIGURES...' builds and measures" >&2 && exit 2; }
postgres_programs=/usr/lib/postgresql/15/bin

# Prepared databases are kept here while bench/run goes from script to script; a script alone makes its own folder.
if [[ -n ${ALLTOGETHER_BENCH_FOLDER:-} ]]; then
    work=$ALLTOGETHER_BENCH_FOLDER
    mkdir -p "$work"
else
    work=$(mktemp -d /var/tmp/alltogether-bench-XXXXXX)
fi
chmod 755 "$work"
server=""
postgres_runs=no

clean_up() {
    stop_server
    if [[ $postgres_runs == yes ]]; then stop_postgres; fi
    rm -rf "$work"/run-*
    [[ -n ${ALLTOGETHER_BENCH_FOLDER:-} ]] || rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# start_server DATABASE [ARGUMENTS]: serves $data; $server is its process, $port its port.
start_server() {
    local database=$1
    shift
    rm -f "$data/out.log"  # of an earlier start
    "$program" serve --data "$data" --database "$database" --listen 127.0.0.1:0 --set "$trusted" "$@" \
        >"$data/out.log" 2>"$data/error.log" &
    server=$!
    local line=""
    until read -r line 2>/dev/null <"$data/out.log"; do  # a whole line, with its end
        kill -0 "$server" 2>/dev/null || { cat "$data/error.log" >&2; exit 1; }
        sleep 0.002
    done
    port=${line##*:}
    wait_until_ready "$port" "$server"
}

stop_server() {
    [[ -n $server ]] || return 0
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=""
}

# A cluster that waits for the disk, as one that people rely on does; the rest of its settings are said in the report.
start_postgres() {
    local folder=$work/postgres
    mkdir -p "$folder"
    [[ $(id -u) -ne 0 ]] || chown postgres "$folder"
    if [[ ! -d $folder/data ]]; then
        as_postgres initdb --pgdata "$folder/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 \
            >/dev/null
    fi
    as_postgres pg_ctl --pgdata "$folder/data" --log "$folder/data/log" --silent --wait start --options \
        "-c listen_addresses= -c unix_socket_directories=$folder -c shared_buffers=512MB -c max_wal_size=4GB \
         -c wal_compression=on -c max_connections=100"
    postgres_runs=yes
}

stop_postgres() {
    as_postgres pg_ctl --pgdata "$work/postgres/data" --mode fast --silent --wait stop || true
    postgres_runs=no
}

# It refuses to run as root.
as_postgres() {
    local name=$1
    shift
    if [[ $(id -u) -eq 0 ]]; then
        (cd / && runuser -u postgres -- "$postgres_programs/$name" "$@")
    else
        "$postgres_programs/$name" "$@"
    fi
}

sql() { psql --host "$work/postgres" --username postgres --no-psqlrc --quiet --command "$1" >/dev/null; }
postgres_url() { echo "postgres:///$1?host=$work/postgres&user=postgres"; }

# prepare KIND ROWS: the demo with that many signatures, made once, in $work/KIND-ROWS (and a database kind_rows).
prepare() {
    local kind=$1 rows=$2 folder=$work/$1-$2
    [[ ! -f $folder/ready ]] || return 0
    say "Preparing $kind with $rows signatures"
    rm -rf "$folder"
    mkdir -p "$folder"
    local database=sqlite:$folder/alltogether.db
    if [[ $kind == postgres ]]; then
        sql "drop database if exists prepared_$rows"
        sql "create database prepared_$rows"
        database=$(postgres_url "prepared_$rows")
    fi
    "$program" seed demo --data "$folder" --database "$database" >/dev/null
    if ((rows > 0)); then
        "$program" seed load --data "$folder" --database "$database" --petition $petition --signatures "$rows" >&2
    fi
    if [[ $kind == sqlite ]]; then sqlite3 "$folder/alltogether.db" "pragma wal_checkpoint(truncate)" >/dev/null; fi
    touch "$folder/ready"
}

# fresh_copy KIND ROWS: a copy of what prepare made; $data is its folder, $database its address.
fresh_copy() {
    local kind=$1 rows=$2
    data=$(mktemp -d "$work/run-XXXXXX")
    cp -r "$work/$kind-$rows"/* "$data/"
    if [[ $kind == sqlite ]]; then
        database=sqlite:$data/alltogether.db
    else
        sql "drop database if exists run with (force)"
        sql "create database run template prepared_$rows strategy file_copy"
        sql "checkpoint"
        database=$(postgres_url run)
    fi
    sync -f "$data"
}

# verified ACKNOWLEDGED: compares the table with what was thanked and lets the program check itself; one sentence.
verified() {
    local said
    said=$("$program" export signatures --petition $petition --data "$data" --database "$database" |
        bench/compare.py "$1") || { echo "**$said**"; return 1; }
    "$program" check --data "$data" --database "$database" >"$data/check.log" 2>&1 ||
        { cat "$data/check.log" >&2; echo "**alltogether check found something wrong**"; return 1; }
    echo "$said; check: ok"
}

# field NAME: of the JSON object on standard input.
field() { python3 -c 'import json,sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
thousands() { printf "%.0f" "$1" | sed ':a;s/\B[0-9]\{3\}\>/,&/;ta'; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start_nginx URL: serves the bytes of that page as a file, on $nginx_port; $nginx is its process.
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
    curl -sS --fail "$1" >"$data/nginx/files/page.html"
    nginx -p "$data/nginx" -c "$data/nginx/nginx.conf" &
    nginx=$!
    until curl -s --fail -o /dev/null "http://127.0.0.1:$nginx_port/page.html"; do sleep 0.05; done
}

# rate URL: requests in each of $seconds, over 64 connections; every answer has to be 2xx.
rate() {
    local said
    said=$(wrk --threads 2 --connections 64 --duration "${seconds}s" "$1")
    if grep -q 'Non-2xx\|Socket errors' <<<"$said"; then echo "$said" >&2; fi
    awk '/^Requests\/sec/ { print $2 }' <<<"$said"
}
