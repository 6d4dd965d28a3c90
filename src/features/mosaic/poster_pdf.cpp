#include "features/mosaic/poster_pdf.h"

#include <algorithm>

#include "platform/i18n/translator.h"

namespace mosaic {
namespace {

using documents::Alignment;
using documents::Face;
using documents::Tag;

// Lengths as shares of the paper's width, so that every paper has the same poster.
constexpr double kMargin = 0.07;
constexpr double kBetween = 0.008;  // lines below the picture

// The picture's place: as wide as the paper lets it, or as high.
documents::Box fitted(const Poster& poster, const documents::Box& room) {
    const double scale = std::min(room.width / poster.width, room.height / poster.height);
    const double width = poster.width * scale;
    return {room.x + (room.width - width) / 2, room.y, width, poster.height * scale};
}

struct Line {
    std::string text;
    documents::Style style;
    Tag tag = Tag::paragraph;
};

// Draws it with its top at y; the y of its foot.
double draw_line(documents::Document& document, const Line& line, const documents::Box& room, double y) {
    const auto words = document.words(line.text, line.style, room.width);
    document.draw(words, {room.x, y}, line.tag);
    return y + words.height();
}

// What stands below the picture, from the top down.
std::vector<Line> lines_below(const Poster& poster, double width) {
    const i18n::Translator t{poster.locale};
    const auto colour = documents::palette_of(1).ground;
    std::vector<Line> lines{
        {t.number(poster.people),
         {.face = Face::headline, .size = width * 0.13, .weight = 850, .width = 76, .colour = colour, .leading = 1.05}},
        {t.plural("person in one picture", "people in one picture", poster.people),
         {.face = Face::headline, .size = width * 0.035, .weight = 700, .width = 90}},
        {t("{campaign}, {date}", {{"campaign", poster.campaign}, {"date", t.date(poster.at)}}),
         {.size = width * 0.02}}};
    if (!poster.credit.empty())
        lines.push_back(
            {t("After a picture of {credit}. Every photo is shown with the consent of the person who sent it.",
               {{"credit", poster.credit}}),
             {.size = width * 0.014, .colour = documents::kQuietInk}});
    else
        lines.push_back({t("Every photo is shown with the consent of the person who sent it."),
                         {.size = width * 0.014, .colour = documents::kQuietInk}});
    lines.push_back({poster.address, {.face = Face::headline, .size = width * 0.018, .weight = 600}});
    return lines;
}

double height_of(const documents::Document& document, const std::vector<Line>& lines, double width) {
    double height = 0;
    for (const auto& line : lines) height += document.words(line.text, line.style, width).height();
    return height + static_cast<double>(lines.size()) * document.size().width * kBetween;
}

}  // namespace

std::string poster_pdf(const Poster& poster) {
    std::string file;
    documents::Document document{[&](std::string_view part) { file += part; },
                                 {.title = poster.title, .locale = poster.locale, .made_at = poster.at},
                                 poster.paper};
    const auto [width, height] = document.size();
    const double margin = width * kMargin;
    const documents::Box room{margin, margin, width - 2 * margin, height - 2 * margin};
    const auto below = lines_below(poster, width);
    document.begin_page();
    const Line title{poster.title,
                     {.face = Face::headline, .size = width * 0.075, .weight = 850, .width = 80, .leading = 1.05},
                     Tag::heading_1};
    const double top = draw_line(document, title, room, room.y) + width * 0.03;
    const double left_below = height_of(document, below, room.width) + width * 0.03;
    const auto box = fitted(poster, {room.x, top, room.width, room.y + room.height - top - left_below});
    document.picture({poster.jpeg, poster.width, poster.height}, box);
    double y = box.y + box.height + width * 0.03;
    for (const auto& line : below) y = draw_line(document, line, room, y) + width * kBetween;
    document.end_page();
    document.finish();
    return file;
}

}  // namespace mosaic
