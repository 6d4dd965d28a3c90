#include "features/mosaic/api.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace mosaic {
namespace {

using ports::ApiField;
using ports::JsonType;

ApiField integer(std::string name, std::string description = {}) {
    return {.name = std::move(name), .type = JsonType::integer, .description = std::move(description)};
}

ApiField text(std::string name, std::string description = {}) {
    return {.name = std::move(name), .description = std::move(description)};
}

ports::ApiOperation show_mosaic() {
    return {.method = http::Method::get,
            .path = "/api/v1/mosaic",
            .id = "showMosaic",
            .summary = "The picture that is made of supporters' photos",
            .description =
                "Its tiles are a pyramid as Deep Zoom has it: level 0 is one pixel, each level is twice as "
                "wide as the one before.",
            .answers = {{.status = 200,
                         .description = "The mosaic that is shown now",
                         .fields = {integer("id"), text("title_en"), text("title_fr"),
                                    text("description_en", "what the picture shows"), text("description_fr"),
                                    integer("columns", "cells beside each other"), integer("rows"),
                                    integer("people", "filled cells"), integer("width", "pixels of the highest level"),
                                    integer("height"), integer("tile_side", "pixels"), integer("cell_side", "pixels"),
                                    integer("highest_level"),
                                    text("tiles", "address of a tile: put in level, column and row")}},
                        ports::problem_answer(404, "There is no mosaic")}};
}

ports::ApiOperation show_cell() {
    return {.method = http::Method::get,
            .path = "/api/v1/mosaic/{mosaic}/cells/{cell}",
            .id = "showMosaicCell",
            .summary = "Who stands in one cell of the mosaic",
            .parameters = {integer("mosaic", "its number"), integer("cell", "row by row from the upper left, from 0")},
            .answers = {{.status = 200,
                         .description = "The voice in it",
                         .fields = {integer("cell"), integer("column", "from 1"), integer("row", "from 1"),
                                    integer("voice", "0 where nobody stands; then the texts are empty"),
                                    text("name", "as the sender wished to be shown"),
                                    text("place", "likewise; may be empty"), text("language", "of the words"),
                                    text("message", "plain text"), text("description", "what the photo shows"),
                                    text("picture", "address of a small JPEG"), text("path_en"), text("path_fr")}},
                        ports::problem_answer(404, "No such mosaic, or no such cell")}};
}

}  // namespace

std::string json_of(const Mosaic& mosaic) {
    const Pyramid pyramid{mosaic.grid};
    return boost::json::serialize(
        boost::json::object{{"id", mosaic.id.value},
                            {"title_en", mosaic.wish.title_en},
                            {"title_fr", mosaic.wish.title_fr},
                            {"description_en", mosaic.alt_en},
                            {"description_fr", mosaic.alt_fr},
                            {"columns", mosaic.grid.columns},
                            {"rows", mosaic.grid.rows},
                            {"people", mosaic.placed},
                            {"width", pyramid.width()},
                            {"height", pyramid.height()},
                            {"tile_side", kTileSide},
                            {"cell_side", kCellSide},
                            {"highest_level", pyramid.highest_level()},
                            {"tiles", fmt::format("/mosaic/{}/{{level}}/{{column}}_{{row}}.jpg", mosaic.id.value)}});
}

std::string json_of(int cell, const Grid& grid, const std::optional<ports::Voice>& found) {
    const auto voice = found.value_or(ports::Voice{});
    const auto path = [&](base::Locale locale) { return found ? ports::voice_path(voice.id, locale) : std::string{}; };
    return boost::json::serialize(boost::json::object{{"cell", cell},
                                                      {"column", cell % grid.columns + 1},
                                                      {"row", cell / grid.columns + 1},
                                                      {"voice", voice.id.value},
                                                      {"name", voice.name},
                                                      {"place", voice.place},
                                                      {"language", base::code(voice.locale)},
                                                      {"message", voice.message},
                                                      {"description", voice.alt},
                                                      {"picture", voice.jpeg.empty() ? "" : voice.jpeg.front().path},
                                                      {"path_en", path(base::Locale::english)},
                                                      {"path_fr", path(base::Locale::french)}});
}

std::vector<ports::ApiOperation> api_operations() { return {show_mosaic(), show_cell()}; }

}  // namespace mosaic
