#include "platform/html/charts_tiles.h"

#include <algorithm>
#include <cmath>

namespace html {
namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

void write_words(Out& out, const Tile& tile) {
    write<
        R"(<abbr class="tile-map__code" title="{}" aria-hidden="true">{}</abbr><span class="visually-hidden">{} </span><span class="tile-map__figure">{}</span>)">(
        out, tile.name, tile.code, tile.name, tile.figure);
}

void write_tile(Out& out, const Tile& tile) {
    const int strength = std::clamp(tile.strength, 0, kTileStrengths);
    write<R"(<li class="tile-map__tile tile-map__tile--{} tile-map__tile--strength-{}">)">(out, lower(tile.code),
                                                                                           strength);
    if (tile.url.empty())
        write<R"(<span class="tile-map__words">{}</span>)">(out, [&](Out& words) { write_words(words, tile); });
    else
        write<R"(<a class="tile-map__words" href="{}"{}>{}</a>)">(
            out, tile.url, attribute_if(tile.current == Current::page, "aria-current", "true"),
            [&](Out& words) { write_words(words, tile); });
    write<"</li>">(out);
}

}  // namespace

SafeHtml tile_map(const TileMap& map) {
    Out out;
    write<R"(<ul class="tile-map" aria-label="{}">)">(out, map.label);
    for (const auto& tile : map.tiles) write_tile(out, tile);
    write<"</ul>">(out);
    return std::move(out).finish();
}

int tile_strength(TileValue value) {
    if (!(value.most > 0) || !(value.value > 0)) return 0;
    const double share = std::min(1.0, value.value / value.most);
    return std::clamp(static_cast<int>(std::ceil(share * kTileStrengths)), 1, kTileStrengths);
}

}  // namespace html
