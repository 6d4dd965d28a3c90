#!/usr/bin/env bash
# bench/pictures.sh - photos made in all their sizes, against vipsthumbnail making the same sizes with the same quality in
# two processes at once. Both take turns; the median counts. Ours also decodes into a process that is shut in, keeps a copy
# to crop from, and draws the blur.
#
# Usage: bench/pictures.sh [--photos N] [--runs N] [--program PATH]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

photos=12 runs=3 program=build/release/bench_pictures_speed
while [[ $# -gt 0 ]]; do
    case $1 in
        --photos | --runs | --program) printf -v "${1#--}" %s "$2" && shift 2 ;;
        *) echo "unknown argument $1 (see --help)" >&2 && exit 2 ;;
    esac
done

# Surfaces with the detail of a photograph, 4000 x 3000, as a phone saves them.
draw_photos() {
    mkdir -p "$work/photos"
    local i band
    for ((i = 0; i < photos; i++)); do
        for band in r g b; do
            vips fractsurf "$work/$band.v" 4000 3000 "2.$((RANDOM % 3 + 2))"
            vips scale "$work/$band.v" "$work/$band-8.v"
        done
        vips bandjoin "$work/r-8.v $work/g-8.v $work/b-8.v" "$work/photos/$i.jpg[Q=90]"
        rm -f "$work"/*.v
    done
}

# One process for each half of the photos; each size and format of all of them in one call.
theirs() {
    local half files width
    rm -rf "$work/theirs" && mkdir -p "$work/theirs"
    for half in 0 1; do
        files=()
        for ((i = half; i < photos; i += 2)); do files+=("$work/photos/$i.jpg"); done
        (
            export VIPS_CONCURRENCY=1
            for width in 320 640 960 1440 2048; do
                vipsthumbnail "${files[@]}" -s "${width}x" -o "$work/theirs/%s-$width.jpg[Q=80,optimize_coding,strip]"
                vipsthumbnail "${files[@]}" -s "${width}x" -o "$work/theirs/%s-$width.webp[Q=78,strip]"
            done
        ) &
    done
    wait
}

draw_photos
for ((run = 1; run <= runs; run++)); do
    begun=$(date +%s.%N)
    theirs
    their_rate=$(echo "scale=3; $photos / ($(date +%s.%N) - $begun)" | bc)
    read -r our_rate our_files < <("$program" "$work"/photos/*.jpg)
    [[ $our_files -eq $((photos * 10)) && $(ls "$work/theirs" | wc -l) -eq $((photos * 10)) ]] || {
        echo "not every size was made: $our_files of ours" >&2 && exit 1
    }
    for width in 320 640 960 1440 2048; do  # the same sizes: as wide as said
        for format in jpg webp; do
            [[ $(vipsheader -f width "$work/theirs/0-$width.$format") -eq $width ]] || {
                echo "vipsthumbnail made another size than $width" >&2 && exit 1
            }
        done
    done
    echo "$their_rate $our_rate" | tee -a "$work/rates"
done
median() { cut -d' ' -f"$1" "$work/rates" | sort -g | sed -n "$(((runs + 1) / 2))p"; }
echo "vipsthumbnail: $(median 1) photos/s; ours: $(median 2) photos/s; ratio $(echo "scale=2; $(median 2) / $(median 1)" | bc)"
