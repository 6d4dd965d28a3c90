// What paper.h declares about the leaflet.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "features/message_guides/pages.h"
#include "features/message_guides/paper.h"
#include "platform/documents/flow.h"
#include "ports/day_words.h"

namespace message_guides {
namespace {

using documents::Document;
using documents::Face;
using documents::Flow;
using documents::Point;
using documents::Rgb;
using documents::Style;
using documents::Tag;
using documents::Words;
using i18n::Translator;

constexpr double kSide = 36, kTop = 40, kBottom = 44;  // margins of the pages inside, points
constexpr double kCoverPad = 22;
constexpr double kUsualRow = 36;  // of a table with two lines in a row
constexpr Rgb kTint{0.953, 0.941, 0.918};
constexpr std::array kTitleSizes{54.0, 48.0, 43.0, 38.0, 34.0, 30.0};
constexpr double kTallestTitle = 200;
constexpr std::array kStorySizes{14.5, 13.8, 13.1, 12.4, 11.7, 11.0, 10.4};
constexpr double kAfterParagraph = 0.62;  // of its size

class Leaflet {
public:
    Leaflet(Document& document, const PaperOrder& order)
        : document_(document),
          order_(order),
          t_(order.locale),
          palette_(documents::palette_of(order.accent)),
          flow_(document, {kSide, kTop, kSide, kBottom}, [this](Document& page) { furniture(page); }) {}

    void draw() {
        story();
        flow_.new_page();
        pairs();
        rules();
        facts();
        terms();
        colophon();
        flow_.end();
        document_.finish();
    }

private:
    Style headline(double size, int weight) const {
        return {.face = Face::headline, .size = size, .weight = weight, .width = 92, .leading = 1.2};
    }
    const std::string& text(const Both& both) const { return both.in(order_.locale); }

    void furniture(Document& page);
    void cover(Document& page);
    Words cover_title(Document& page, double width) const;
    void foot(Document& page);
    void heading(const std::string& words);
    std::vector<std::string_view> paragraphs() const;
    void story();
    void pairs();
    void pair(const Pair& pair);
    void rules();
    void rule(const Rule& rule);
    void terms();
    void facts();
    void colophon();

    Document& document_;
    const PaperOrder& order_;
    Translator t_;
    const documents::Palette& palette_;
    double cover_height_ = 0;
    Flow flow_;
};

void Leaflet::furniture(Document& page) {
    if (page.pages() == 1) return cover(page);
    foot(page);
}

// As large as it stays within a few lines.
Words Leaflet::cover_title(Document& page, double width) const {
    const auto words = [&](double size) {
        return page.words(
            text(order_.content.title),
            {.face = Face::headline, .size = size, .weight = 850, .width = 80, .colour = palette_.on, .leading = 1.02},
            width);
    };
    for (const double size : kTitleSizes)
        if (Words fitting = words(size); fitting.height() <= kTallestTitle && fitting.width() <= width) return fitting;
    return words(kTitleSizes.back());
}

void Leaflet::cover(Document& page) {
    const auto size = page.size();
    const double width = size.width - 2 * kSide;
    const Words title = cover_title(page, width);
    const Words lead = page.words(
        text(order_.content.lead),
        {.face = Face::headline, .size = 13.5, .weight = 550, .colour = palette_.on, .leading = 1.32}, width - 20);
    const Words eyebrow = page.words(
        t_("Words That Work"),
        {.face = Face::headline, .size = 10.5, .weight = 700, .colour = palette_.on, .leading = 1.2}, width - 60);
    cover_height_ = 40 + 34 + kCoverPad + title.height() + 16 + lead.height() + 34;
    page.fill({0, 0, size.width, cover_height_}, palette_.ground);
    page.draw(eyebrow, {kSide, 44}, Tag::paragraph);
    page.tally({size.width - kSide - 30, 36}, 30, palette_.on);
    double y = 40 + 34 + kCoverPad;
    page.draw(title, {kSide, y}, Tag::heading_1);
    y += title.height() + 16;
    page.draw(lead, {kSide, y}, Tag::paragraph);
    foot(page);
}

void Leaflet::foot(Document& page) {
    const auto size = page.size();
    const double y = size.height - 30;
    const Style style{.face = Face::headline, .size = 7, .weight = 550, .colour = documents::kQuietInk};
    page.draw(page.words(fmt::format("{} · {}", order_.campaign, text(order_.content.title)), style, size.width - 120),
              {kSide, y}, Tag::none);
    Style right = style;
    right.alignment = documents::Alignment::end;
    page.draw(page.words(std::to_string(page.pages()), right, 60), {size.width - kSide - 60, y}, Tag::none);
}

void Leaflet::heading(const std::string& words) {
    flow_.need(90);
    flow_.rule(2.2, palette_.ground);
    flow_.space(7);
    Style style = headline(17, 800);
    style.width = 84;
    flow_.paragraph(words, style, {.tag = Tag::heading_2, .after = 9, .keep = 40});
}

std::vector<std::string_view> Leaflet::paragraphs() const {
    std::vector<std::string_view> found;
    for (std::string_view rest = order_.story; !rest.empty();) {
        const auto end = std::min(rest.find("\n\n"), rest.size());
        found.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return found;
}

// As large as it fills the cover without leaving it.
void Leaflet::story() {
    flow_.space(cover_height_ - kTop + 22);
    const auto style = [](double size) { return Style{.face = Face::text, .size = size, .leading = 1.42}; };
    const auto height = [&](double size) {
        double sum = 0;
        for (const auto paragraph : paragraphs())
            sum += document_.words(paragraph, style(size), flow_.width()).height() + size * kAfterParagraph;
        return sum;
    };
    double size = kStorySizes.back();
    for (const double each : kStorySizes)
        if (height(each) <= flow_.room()) {
            size = each;
            break;
        }
    for (const auto paragraph : paragraphs())
        flow_.paragraph(paragraph, style(size), {.after = size * kAfterParagraph});
}

void Leaflet::pairs() {
    heading(t_("You hear, you can say"));
    for (const Pair& each : order_.content.pairs)
        if (!text(each.say).empty()) pair(each);
    flow_.space(6);
}

// What one hears, quiet; below it the answer on a ground of its own, with a bar of the campaign's colour.
void Leaflet::pair(const Pair& each) {
    constexpr double kPad = 8, kBar = 3.5;
    const double width = flow_.width() - kBar - 2 * kPad;
    const Words heard = document_.words(pages::quoted(t_, text(each.heard)),
                                        {.face = Face::text_italic, .size = 9.8, .leading = 1.3}, flow_.width());
    const Words say =
        document_.words(text(each.say), {.face = Face::headline, .size = 9.2, .weight = 560, .leading = 1.38}, width);
    const double box = kPad + say.height() + kPad;
    flow_.need(heard.height() + 4 + box);
    double y = flow_.y();
    document_.draw(heard, {flow_.left(), y}, Tag::paragraph);
    y += heard.height() + 4;
    document_.fill({flow_.left(), y, flow_.width(), box}, kTint);
    document_.fill({flow_.left(), y, kBar, box}, palette_.ground);
    document_.draw(say, {flow_.left() + kBar + kPad, y + kPad}, Tag::paragraph);
    flow_.space(heard.height() + 4 + box + 11);
}

void Leaflet::rules() {
    heading(t_("Rules"));
    for (const Rule& each : order_.content.rules)
        if (!text(each.words).empty()) rule(each);
    flow_.space(6);
}

void Leaflet::rule(const Rule& each) {
    constexpr double kLabel = 46;
    const bool is_do = each.advice == Advice::should;
    const double width = flow_.width() - kLabel;
    const Words advice = document_.words(is_do ? t_("Do") : t_("Don’t"),
                                         {.face = Face::headline,
                                          .size = 10,
                                          .weight = 850,
                                          .width = 85,
                                          .colour = is_do ? palette_.ground : documents::kInk,
                                          .leading = 1.25},
                                         kLabel - 6);
    const Words words = document_.words(text(each.words), headline(10, 720), width);
    const Words reason = document_.words(text(each.reason), {.face = Face::text, .size = 9.2, .leading = 1.35}, width);
    flow_.need(words.height() + reason.height() + 10);
    const double y = flow_.y();
    document_.draw(advice, {flow_.left(), y}, Tag::paragraph);
    document_.draw(words, {flow_.left() + kLabel, y}, Tag::heading_3);
    document_.draw(reason, {flow_.left() + kLabel, y + words.height() + 1.5}, Tag::paragraph);
    flow_.space(words.height() + reason.height() + 10);
}

void Leaflet::terms() {
    documents::Table table{
        .columns = {{t_("Say"), 1.1}, {t_("Instead of"), 1}, {t_("Because"), 2.2}}, .rows = {}, .size = 9.4};
    for (const Term& term : order_.content.terms)
        if (term.language == order_.locale) table.rows.push_back({term.better, term.avoid, term.why});
    if (table.rows.empty()) return;
    flow_.need(60 + kUsualRow * static_cast<double>(table.rows.size()));
    heading(t_("Words to use, words to leave"));
    flow_.table(table);
    flow_.space(14);
}

void Leaflet::facts() {
    const auto& facts = order_.content.facts;
    if (std::ranges::none_of(facts, [&](const Fact& fact) { return !text(fact.words).empty(); })) return;
    heading(t_("Facts that carry it"));
    for (const Fact& fact : facts) {
        if (text(fact.words).empty()) continue;
        const Words words = document_.words(
            text(fact.words), {.face = Face::headline, .size = 9.2, .weight = 600, .leading = 1.36}, flow_.width());
        const Words source = document_.words(
            fmt::format("{} · {}", text(fact.source), ports::day_in_words(t_, fact.date)),
            {.face = Face::text, .size = 7.8, .colour = documents::kQuietInk, .leading = 1.3}, flow_.width());
        flow_.need(words.height() + source.height() + 9);
        document_.draw(words, {flow_.left(), flow_.y()}, Tag::paragraph);
        document_.draw(source, {flow_.left(), flow_.y() + words.height() + 1}, Tag::paragraph);
        flow_.space(words.height() + source.height() + 9);
    }
}

// At the foot of the last page: whose it is, and where more is.
void Leaflet::colophon() {
    const Words words =
        document_.words(t_("More words, and the newest version of these: {address}", {{"address", order_.address}}),
                        {.face = Face::headline, .size = 8.4, .weight = 650, .colour = palette_.on, .leading = 1.3},
                        flow_.width() - 24);
    const double height = words.height() + 16;
    flow_.need(height + 8);
    const double y = document_.size().height - kBottom - height;
    document_.fill({flow_.left(), y, flow_.width(), height}, palette_.ground);
    document_.draw(words, {flow_.left() + 12, y + 8}, Tag::paragraph);
}

}  // namespace

std::string leaflet_pdf(const PaperOrder& order) {
    std::string bytes;
    Document document{[&bytes](std::string_view part) { bytes += part; },
                      {.title = order.content.title.in(order.locale),
                       .locale = order.locale,
                       .made_at = order.made_at,
                       .author = order.campaign},
                      documents::Paper::a5};
    Leaflet{document, order}.draw();
    return bytes;
}

}  // namespace message_guides
