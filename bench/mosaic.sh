#!/usr/bin/env bash
# bench/mosaic.sh - a mosaic of many photos: how long it takes to make, and how long one photo that joins or goes takes
# until every tile on its way is drawn and kept. The promise is less than a second at ten thousand photos.
#
# Usage: bench/mosaic.sh [--photos N] [--changes N] [--keep FILE.jpg] [--program PATH]
#   --keep  where the mosaic goes, to look at
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
photos=10000 changes=50 keep="" program=build/release/bench_mosaic_speed
while (($# > 0)); do
    case $1 in
        --photos | --changes | --keep | --program) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "bench/mosaic.sh: unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

before=$(cut -d' ' -f1-3 /proc/loadavg)
folder=$work/mosaic
rm -rf "$folder" && mkdir -p "$folder"
read -r whole join_p50 join_p95 join_most go_p50 go_p95 go_most tiles < <("$program" "$folder" "$photos" "$changes")
[[ -z $keep ]] || cp "$folder/mosaic.jpg" "$keep"
echo "A mosaic of $(thousands "$photos") photos, $(thousands "$tiles") tiles, made in $whole s; $changes changes of each kind."
echo
echo "| One photo | p50, ms | p95, ms | Longest, ms |"
echo "|---|--:|--:|--:|"
echo "| joins | $join_p50 | $join_p95 | $join_most |"
echo "| goes | $go_p50 | $go_p95 | $go_most |"
echo
echo "Load before: $before; after: $(cut -d' ' -f1-3 /proc/loadavg)."
