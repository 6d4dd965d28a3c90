#!/usr/bin/env bash
# bench/news.sh - a section of the news with many items: how long the server takes for its pages, and how its front page
# compares with nginx serving the same bytes as a file (2 workers, no access log, open_file_cache). wrk, 64
# connections; the contenders take turns, the median counts. Uncached: the same page with a query, rendered each time;
# its time is that of one visitor alone, who asks again as soon as the answer is there. At the end a WordPress export of
# as many items is imported into an empty installation, and one of a tenth: how long it takes, and how much memory.
#
# Usage: bench/news.sh [--rows N] [--seconds S] [--runs N]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rows=100000 seconds=5 runs=5
while [[ $# -gt 0 ]]; do
    case $1 in
        --rows | --seconds | --runs) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# prepare_news ROWS: the demo with a section "made-up" of that many items in both languages.
prepare_news() {
    local folder=$work/news-$1
    [[ ! -f $folder/ready ]] || return 0
    say "Preparing $1 items"
    rm -rf "$folder" && mkdir -p "$folder"
    "$program" seed demo --data "$folder" >/dev/null
    build/release/bench_news_items --data "$folder" --items "$1" --section made-up | tee "$folder/made" >&2
    sqlite3 "$folder/alltogether.db" "pragma wal_checkpoint(truncate); pragma optimize" >/dev/null
    touch "$folder/ready"
}

# alone NAME PATH MARKER: one visitor, each answer looked at; median and 99th percentile in milliseconds.
alone() {
    python3 - "$port" "$2" "$3" <<'PYTHON' | sed "s|^|\| $1 \| |"
import http.client, sys, time
port, path, marker = int(sys.argv[1]), sys.argv[2], sys.argv[3].encode()
visitor, times, wrong = http.client.HTTPConnection("127.0.0.1", port), [], 0
for number in range(600):
    start = time.perf_counter()
    visitor.request("GET", f"{path}{'&' if '?' in path else '?'}n={number}")
    answer = visitor.getresponse()
    body = answer.read()
    times.append((time.perf_counter() - start) * 1000)
    wrong += answer.status != 200 or marker not in body
times = sorted(times[100:])
print(f"{times[len(times) // 2]:.2f} | {times[len(times) * 99 // 100]:.2f} | {wrong} |")
PYTHON
}

# imported ITEMS: a WordPress export of so many items into an empty installation. Prints how long the command took and
# the most memory that it held.
imported() {
    local folder=$work/run-import-$1
    rm -rf "$folder" && mkdir -p "$folder"
    "$program" seed empty --data "$folder" >/dev/null
    python3 - "$program" "$1" "$folder" <<'PYTHON'
import json, resource, subprocess, sys, time
program, items, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
export = f"{folder}/export.xml"
with open(export, "w") as out:
    out.write('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
              'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
              "<channel><title>Old site</title><wp:wxr_version>1.2</wp:wxr_version>")
    for i in range(items):
        out.write(f"<item><title>Item {i} of the union</title><guid>https://old.example/?p={i}</guid>"
                  f"<wp:post_date>{1990 + i % 35}-{1 + i % 12:02}-{1 + i % 28:02} 09:00:00</wp:post_date>"
                  f"<category><![CDATA[Topic {i % 40}]]></category><content:encoded><![CDATA[<p>Members of local "
                  f"{i % 700} met on the matter of water, for the {i}th time, and voted to go on.</p>\n\n"
                  + "They were many, and they sang together. " * 12 +
                  "]]></content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n")
    out.write("</channel></rss>")
start = time.perf_counter()
answer = subprocess.run([program, "import", "news", export, "--section", "imported", "--data", folder, "--json"],
                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
seconds = time.perf_counter() - start
added = json.loads(answer.stdout)["added"]
assert added == items, f"{added} of {items} items came in"
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{items:,} | {seconds:.1f} | {peak:.0f}")
PYTHON
    rm -rf "$folder"
}

prepare_news "$rows"
data=$(mktemp -d "$work/run-XXXXXX")
cp "$work/news-$rows"/alltogether* "$work/news-$rows"/made "$data/"
database=sqlite:$data/alltogether.db
start_server "$database"
ours=http://127.0.0.1:$port
start_nginx "$ours/en/news/made-up"
trap 'kill "$nginx" 2>/dev/null; wait "$nginx" 2>/dev/null; clean_up' EXIT

say "One visitor alone, every answer looked at"
older=$(curl -sS --fail "$ours/en/news/made-up" | grep -o '/en/news/made-up?after=[^"]*' | head -1)
year=$(curl -sS --fail "$ours/en/news/made-up" | grep -o '/en/news/made-up/[0-9]*"' | tail -1 | tr -d '"')
article=$(curl -sS --fail "$ours/en/news/made-up" | grep -o '/en/articles/[^"]*' | head -1)
{
    alone "section, newest items" "/en/news/made-up" 'class="river__list"'
    alone "section, next page" "$older" 'class="river__list"'
    alone "its archive, a year" "$year" 'class="river__list"'
    alone "front page of the news" "/en/news" 'class="masthead__title"'
    alone "one item" "$article" 'class="item-head__title"'
    alone "feed, RSS" "/en/news/made-up/feeds/rss.xml" '<rss '
} >"$data/alone"
started=$(date +%s%N)
curl -sS --fail "$ours/sitemap.xml" >/dev/null
index_milliseconds=$((($(date +%s%N) - started) / 1000000))
started=$(date +%s%N)
addresses=$(curl -sS --fail "$ours/sitemaps/1.xml" | grep -o '<loc>' | wc -l)
part_milliseconds=$((($(date +%s%N) - started) / 1000000))

say "Every answer is looked at, in one run without wrk"
looked_at=$("$generator" --port "$port" --show "/en/news/made-up" --marker 'class="river__list"' --seconds 3)

: >"$data/rates"
for ((run = 0; run < runs; run++)); do
    echo "uncached $(rate "$ours/en/news/made-up?uncached")" | tee -a "$data/rates" >&2
    echo "nginx $(rate "http://127.0.0.1:$nginx_port/page.html")" | tee -a "$data/rates" >&2
    echo "cached $(rate "$ours/en/news/made-up")" | tee -a "$data/rates" >&2
    echo "front $(rate "$ours/en/news")" | tee -a "$data/rates" >&2
    echo "front_uncached $(rate "$ours/en/news?uncached")" | tee -a "$data/rates" >&2
    echo "rss $(rate "$ours/en/news/made-up/feeds/rss.xml")" | tee -a "$data/rates" >&2
    echo "rss_uncached $(rate "$ours/en/news/made-up/feeds/rss.xml?uncached")" | tee -a "$data/rates" >&2
done
median_of() { awk -v name="$1" '$1 == name { print $2 }' "$data/rates" | median; }
nginx_rate=$(median_of nginx)
row() { echo "| $1 | $(thousands "$2") | $(awk "BEGIN { printf \"%.2f\", $2 / $nginx_rate }") |"; }
echo "$(thousands "$rows") items in both languages, made by the bulk writer: $(cat "$data/made")."
echo "Section page of $(thousands "$(wc -c <"$data/nginx/files/page.html")") bytes; $runs runs of $seconds s each."
echo "Load before: $(cut -d' ' -f1 /proc/loadavg). Answers looked at one by one:" \
    "$(thousands "$(field right <<<"$looked_at")"), $(field wrong <<<"$looked_at") of them wrong."
echo
echo "| One visitor alone, uncached | Median, ms | 99th percentile, ms | Wrong |"
echo "|---|--:|--:|--:|"
cat "$data/alone"
echo
echo "Sitemap: index $index_milliseconds ms, first part of $(thousands "$addresses") addresses $part_milliseconds ms."
echo
echo "| | Requests/s | × nginx |"
echo "|---|--:|--:|"
row "section page, uncached rendering" "$(median_of uncached)"
row "nginx, static file of the same bytes" "$nginx_rate"
row "section page, at most a second old" "$(median_of cached)"
echo
echo "| | Uncached rendering, requests/s | At most a second old, requests/s |"
echo "|---|--:|--:|"
both() { echo "| $1 | $(thousands "$(median_of "$2_uncached")") | $(thousands "$(median_of "$2")") |"; }
both "front page of the news" front
both "feed, RSS, 30 items" rss
echo
echo "Memory of the server afterwards: $(awk '/^VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$server/status")."
echo
echo "| Items of a WordPress export | Import, s | Memory at most, MB |"
echo "|--:|--:|--:|"
for items in $((rows / 10)) "$rows"; do echo "| $(imported "$items") |"; done
