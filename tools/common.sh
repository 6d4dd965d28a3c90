# tools/common.sh - what the commands in bin/ share. Source it: it goes to the project's root and stops at errors.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# The comment at the head of the script is its help.
help_asked() {
    for word in "$@"; do
        if [[ $word == --help || $word == -h ]]; then
            sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"
            exit 0
        fi
    done
}

# quiet COMMAND...: says nothing unless it fails, then everything, and ends the script.
quiet() {
    local log
    log=$(mktemp)
    "$@" >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; exit 1; }
    rm -f "$log"
}

# Brings node_modules to what package-lock.json says.
install_node_modules() {
    [[ -f package-lock.json ]] || return 0
    if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
        say "Installing the browser side's packages"
        quiet npm ci --no-progress
        touch node_modules/.package-lock.json
    fi
}

# configure PRESET: it finds new files, so that the build need not say so.
configure() { quiet cmake --preset "$1"; }

# build PRESET [TARGETS...]
build() {
    local preset=$1
    shift
    configure "$preset"
    ninja -C "build/$preset" --quiet "$@"
}

build_release() {
    tools/install_packages build
    install_node_modules
    say "Building build/release/alltogether"
    build release alltogether
}

# wait_until_ready PORT PROCESS: until /readyz answers 200; fails when the process ends first.
wait_until_ready() {
    while kill -0 "$2" 2>/dev/null; do
        if answers_ready "$1"; then return 0; fi
        sleep 0.1
    done
    return 1
}

answers_ready() {
    local status=""
    { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
    printf 'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
    read -r -t 5 status <&3 || true
    exec 3>&-
    [[ $status == *" 200 "* ]]
}
