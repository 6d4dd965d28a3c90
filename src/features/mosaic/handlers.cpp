#include "features/mosaic/handlers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/mosaic/api.h"
#include "features/mosaic/pages.h"
#include "features/mosaic/poster_pdf.h"
#include "features/mosaic/store.h"

namespace mosaic {
namespace {

constexpr int kOnAPage = 60;
constexpr int kLongestWholeSide = 2'048;  // pixels

// What is asked for anew each time: whoever left the picture is in no browser's store. A tag saves the bytes.
http::Response fresh_picture(http::Body bytes) {
    auto response = http::picture("image/jpeg", std::move(bytes));
    response.headers.add({"Cache-Control", "no-cache"});
    response.headers.add({"Content-Security-Policy", "default-src 'none'; sandbox"});
    response.headers.add({"Content-Disposition", "inline"});
    return response;
}

// The highest level whose longer side has at most so many pixels.
int level_within(const Pyramid& pyramid, int longest) {
    int level = pyramid.highest_level();
    while (level > 0) {
        const auto box = pyramid.level_box(level);
        if (std::max(box.width, box.height) <= longest) break;
        --level;
    }
    return level;
}

std::optional<Mosaic> shown_mosaic(const http::Request& request, db::Read& read) {
    const auto id = base::id_from<MosaicId>(request.parameter("mosaic"));
    auto mosaic = id ? store::find(read, *id) : std::nullopt;
    if (mosaic && mosaic->state != MosaicState::shown) mosaic.reset();
    return mosaic;
}

// "3_5.jpg" of this level.
std::optional<Tile> tile_of(std::string_view level, std::string_view name) {
    if (!name.ends_with(".jpg")) return std::nullopt;
    name.remove_suffix(4);
    const auto bar = name.find('_');
    if (bar == std::string_view::npos) return std::nullopt;
    const auto number = [](std::string_view text) {
        const auto found = base::whole_number(text);
        return found && *found >= 0 && *found < 1'000'000 ? static_cast<int>(*found) : -1;
    };
    const Tile tile{number(level), number(name.substr(0, bar)), number(name.substr(bar + 1))};
    if (tile.level < 0 || tile.column < 0 || tile.row < 0) return std::nullopt;
    return tile;
}

std::string without_scheme(std::string_view url) {
    const auto place = url.find("//");
    return std::string{place == std::string_view::npos ? url : url.substr(place + 2)};
}

}  // namespace

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto mosaic = store::shown(read);
    const pages::Ways ways{services_.send_path, services_.wall_path};
    if (!mosaic) {
        auto frame =
            services_.frames.frame(request, {.title = t("The big picture"), .indexing = html::Indexing::refused});
        return ports::respond(std::move(frame), pages::nothing_yet(t, ways));
    }
    auto frame = services_.frames.frame(
        request, {.title = mosaic->title(request.locale),
                  .description = t.plural("{count} person in one picture. Find a face, read a voice, add your own.",
                                          "{count} people in one picture. Find a face, read a voice, add your own.",
                                          mosaic->placed),
                  .picture_url = pages::whole_path(mosaic->id)});
    frame.scripts.push_back("mosaic.js");
    const Pyramid pyramid{mosaic->grid};
    const auto box = pyramid.level_box(level_within(pyramid, kLongestWholeSide));
    return ports::respond(std::move(frame), pages::show(t, *mosaic, {box.width, box.height}, ways));
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const auto mosaic = store::shown(read);
    if (!mosaic) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto after = base::whole_number(request.query.view("after")).value_or(-1);
    const auto first = static_cast<int>(std::clamp<std::int64_t>(after + 1, 0, mosaic->grid.cells()));
    pages::People people{.mosaic = *mosaic, .entries = {}, .next = {}};
    for (const auto& cell : store::cells(read, mosaic->id, {first, mosaic->grid.cells() - 1, kOnAPage + 1})) {
        if (people.entries.size() == kOnAPage) {
            people.next = people.entries.back().cell;
            break;
        }
        if (auto voice = services_.voices.find(read, cell.voice))
            people.entries.push_back({cell.cell, *std::move(voice)});
    }
    auto frame =
        services_.frames.frame(request, {.title = t("Everybody in the picture"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::list(t, people));
}

http::Response Handlers::tile(const http::Request& request, db::Read& read) const {
    const auto mosaic = shown_mosaic(request, read);
    const auto tile = tile_of(request.parameters.view("level"), request.parameters.view("tile"));
    const auto row = mosaic && tile ? store::find_tile(read, mosaic->id, *tile) : std::nullopt;
    const auto address = row ? files::Address::parse(row->file) : std::nullopt;
    auto bytes = address ? services_.files.read(*address) : std::nullopt;
    if (!bytes) return http::not_found();
    return fresh_picture(*std::move(bytes));
}

http::Response Handlers::whole(const http::Request& request, db::Read& read) const {
    const auto mosaic = shown_mosaic(request, read);
    const auto bytes = mosaic ? whole_picture(read, *mosaic) : nullptr;
    if (!bytes) return http::not_found();
    return fresh_picture(bytes);
}

// Kept until one of its tiles is another.
std::shared_ptr<const std::string> Handlers::whole_picture(db::Read& read, const Mosaic& mosaic) const {
    const int level = level_within(Pyramid{mosaic.grid}, kLongestWholeSide);
    std::string key;
    for (const auto& row : store::level(read, mosaic.id, level)) key += row.file + " ";
    {
        const std::lock_guard lock{mutex_};
        if (whole_ && whole_key_ == key) return whole_;
    }
    auto made = studio_.sheet_of(read, mosaic, level);
    if (!made) return nullptr;
    auto shared = std::make_shared<const std::string>(*std::move(made));
    const std::lock_guard lock{mutex_};
    whole_key_ = key;
    whole_ = shared;
    return shared;
}

http::Response Handlers::poster(const http::Request& request, db::Read& read) const {
    const auto mosaic = store::shown(read);
    if (!mosaic) return http::not_found();
    const Pyramid pyramid{mosaic->grid};
    const int level = level_within(pyramid, kLongestPosterSide);
    const auto jpeg = studio_.sheet_of(read, *mosaic, level);
    if (!jpeg) return http::not_found();
    const auto picture = services_.pictures.find(read, mosaic->wish.picture);
    const auto box = pyramid.level_box(level);
    const bool is_large = request.query.view("paper") == "a1";
    const i18n::Translator t{request.locale};
    auto pdf = poster_pdf({.title = mosaic->title(request.locale),
                           .campaign = services_.frames.campaign(request.locale),
                           .address = without_scheme(services_.frames.public_url()) + pages::path(request.locale),
                           .people = mosaic->placed,
                           .credit = picture ? picture->credit : std::string{},
                           .jpeg = *jpeg,
                           .width = box.width,
                           .height = box.height,
                           .at = request.received_at,
                           .locale = request.locale,
                           .paper = is_large ? documents::Paper::a1 : documents::Paper::a2});
    return http::download({t("poster") + ".pdf", "application/pdf", std::move(pdf)});
}

http::Response Handlers::api(const http::Request&, db::Read& read) const {
    const auto mosaic = store::shown(read);
    return mosaic ? http::json(json_of(*mosaic)) : http::not_found();
}

http::Response Handlers::api_cell(const http::Request& request, db::Read& read) const {
    const auto mosaic = shown_mosaic(request, read);
    const auto cell = base::whole_number(request.parameters.view("cell"));
    if (!mosaic || !cell || *cell < 0 || *cell >= mosaic->grid.cells()) return http::not_found();
    const int place = static_cast<int>(*cell);
    const auto filled = store::cells(read, mosaic->id, {place, place});
    const auto voice = filled.empty() ? std::nullopt : services_.voices.find(read, filled.front().voice);
    return http::json(json_of(place, mosaic->grid, voice));
}

html::SafeHtml Handlers::block(db::Read& read, base::Locale locale) const {
    const auto mosaic = store::shown(read);
    if (!mosaic) return {};
    const Pyramid pyramid{mosaic->grid};
    const auto box = pyramid.level_box(level_within(pyramid, kLongestWholeSide));
    return pages::block(i18n::Translator{locale}, *mosaic, {box.width, box.height},
                        {services_.send_path, services_.wall_path});
}

}  // namespace mosaic
