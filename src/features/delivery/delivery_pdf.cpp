#include "features/delivery/delivery_pdf.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "features/delivery/words.h"
#include "platform/documents/flow.h"
#include "platform/documents/name_columns.h"
#include "platform/i18n/translator.h"

namespace delivery {
namespace {

using documents::Document;
using documents::Face;
using documents::Flow;
using documents::Overflow;
using documents::Style;
using documents::Tag;
using i18n::Translator;
using ports::SignerClass;

constexpr double kSide = 64;  // margin left and right
constexpr documents::Margins kMargins{kSide, 96, kSide, 76};
constexpr documents::Margins kNameMargins{kSide, 118, kSide, 70};

const Style kHeading{.face = Face::headline, .size = 23, .weight = 850, .width = 84, .leading = 1.1};
// The same in the other language, where a document has both.
const Style kSecondHeading{
    .face = Face::headline, .size = 13, .weight = 650, .width = 90, .colour = documents::kQuietInk, .leading = 1.15};
const Style kBody{.face = Face::text, .size = 11, .leading = 1.42};
const Style kSmall{.face = Face::text, .size = 9, .colour = documents::kQuietInk, .leading = 1.35};
const Style kLabel{.face = Face::headline, .size = 8, .weight = 700, .colour = documents::kQuietInk};

std::string people_label(const Translator& t, std::int64_t people) {
    const bool is_singular = people == 1 || (people == 0 && t.locale() == base::Locale::french);
    return is_singular ? t("person has signed on this campaign’s site")
                       : t("people have signed on this campaign’s site");
}

// Draws the file; twice for the number of its pages, without names the first time.
class Drawing {
public:
    Drawing(Document& document, const Content& content, std::int64_t all_pages)
        : document_(document),
          content_(content),
          all_pages_(all_pages),
          t_(content.order.languages.front()),
          palette_(documents::palette_of(content.accent)) {}

    void cover();
    void text_part();
    void names_part(const Names& names);

private:
    void cover_ground(double height);
    void cover_title(double top, double most_height);
    void cover_facts(double top);
    void cover_fact(documents::Point at, const std::string& label, const std::string& value);
    void furniture(Document& page) const;
    void text(Flow& flow, const SignedText& text) const;
    void versions(Flow& flow) const;
    void figures(Flow& flow) const;
    void figures_by_text(Flow& flow) const;
    void regions(Flow& flow) const;
    void proof(Flow& flow) const;
    std::string title() const;
    // A heading of a part, below it that of the other language where the document has two.
    void heading(Flow& flow, base::Message words, const documents::Placing& placing) const;
    std::optional<Translator> other() const {
        if (content_.order.languages.size() < 2) return std::nullopt;
        return Translator{content_.order.languages.back()};
    }
    double width() const { return document_.size().width - 2 * kSide; }

    Document& document_;
    const Content& content_;
    std::int64_t all_pages_;
    Translator t_;
    const documents::Palette& palette_;
};

std::string Drawing::title() const {
    for (const auto locale : content_.order.languages)
        if (const auto* const text = newest_text(content_, locale)) return text->title;
    return {};
}

void Drawing::cover() {
    const double ground = document_.size().height * 0.66;
    document_.begin_page();
    cover_ground(ground);
    cover_title(112, ground - 112 - 176);
    const auto people = count_of(content_, SignerClass::individual);
    const auto figure = document_.words(t_.number(people),
                                        {.face = Face::headline,
                                         .size = 96,
                                         .weight = 900,
                                         .width = 74,
                                         .colour = palette_.on,
                                         .leading = 1,
                                         .overflow = Overflow::ellipsis},
                                        width());
    document_.draw(figure, {kSide - 3, ground - 158}, Tag::paragraph);
    const Style label{.face = Face::headline, .size = 15, .weight = 650, .colour = palette_.on};
    document_.draw(document_.words(people_label(t_, people), label, width()), {kSide, ground - 48}, Tag::paragraph);
    if (const auto second = other()) {
        Style smaller = label;
        smaller.size = 11;
        document_.draw(document_.words(people_label(*second, people), smaller, width()), {kSide, ground - 27},
                       Tag::paragraph);
    }
    cover_facts(ground + 34);
    document_.end_page();
}

void Drawing::cover_ground(double height) {
    const auto size = document_.size();
    document_.fill({0, 0, size.width, height}, palette_.ground);
    document_.tally({size.width - 250, -36}, 330, palette_.strong);
    document_.tally({kSide, 52}, 24, palette_.on);
    const Style brand{.face = Face::headline,
                      .size = 13,
                      .weight = 800,
                      .width = 88,
                      .colour = palette_.on,
                      .overflow = Overflow::ellipsis};
    document_.draw(document_.words(content_.campaign, brand, width() - 40), {kSide + 34, 55}, Tag::paragraph);
}

// As large as it fits; below it the title in the other language.
void Drawing::cover_title(double top, double most_height) {
    Style style{.face = Face::headline, .size = 58, .weight = 900, .width = 78, .colour = palette_.on, .leading = 0.98};
    auto words = document_.words(title(), style, width());
    while (words.height() > most_height * 0.72 && style.size > 20) {
        style.size -= 2;
        words = document_.words(title(), style, width());
    }
    const int lines = std::min(words.lines(), std::max(1, static_cast<int>(most_height * 0.72 / words.height_of(1))));
    document_.draw(words, documents::Lines{0, lines}, {kSide - 2, top}, Tag::heading_1);
    if (content_.order.languages.size() < 2) return;
    const auto* const other = newest_text(content_, content_.order.languages.back());
    if (other == nullptr || other->title == title()) return;
    const auto second = document_.words(
        other->title,
        {.face = Face::headline, .size = 18, .weight = 650, .width = 88, .colour = palette_.on, .leading = 1.15},
        width());
    document_.draw(second, documents::Lines{0, std::min(2, second.lines())}, {kSide, top + words.height_of(lines) + 14},
                   Tag::paragraph);
}

void Drawing::cover_facts(double top) {
    const double half = width() / 2;
    double y = top;
    if (!content_.order.recipient.empty()) {
        document_.draw(document_.words(t_("Delivered to"), kLabel, width()), {kSide, y}, Tag::paragraph);
        const auto recipient =
            document_.words(content_.order.recipient,
                            {.face = Face::headline, .size = 20, .weight = 800, .width = 88, .leading = 1.1}, width());
        const int lines = std::min(2, recipient.lines());
        document_.draw(recipient, documents::Lines{0, lines}, {kSide, y + 13}, Tag::paragraph);
        y += 13 + recipient.height_of(lines) + 22;
    }
    document_.fill({kSide, y, width(), 1.5}, documents::kInk);
    y += 12;
    cover_fact({kSide, y}, t_("Counted on"), t_.date_time(content_.counted_at));
    cover_fact({kSide + half, y}, t_("On the web"), content_.address);
    y += 44;
    if (content_.on_paper.valid > 0)
        cover_fact({kSide, y}, t_("On paper, counted apart"), t_.number(content_.on_paper.valid));
    cover_fact({kSide + (content_.on_paper.valid > 0 ? half : 0), y}, t_("Pages"), t_.number(all_pages_));
}

void Drawing::cover_fact(documents::Point at, const std::string& label, const std::string& value) {
    const double room = width() / 2 - 12;
    document_.draw(document_.words(label, kLabel, room), at, Tag::paragraph);
    const auto words = document_.words(value, {.face = Face::text, .size = 11, .leading = 1.25}, room);
    document_.draw(words, documents::Lines{0, std::min(2, words.lines())}, {at.x, at.y + 12}, Tag::paragraph);
}

void Drawing::furniture(Document& page) const {
    const auto size = page.size();
    page.fill({0, 0, size.width, 7}, palette_.ground);
    const Style head{.face = Face::headline, .size = 8.5, .weight = 700, .overflow = Overflow::ellipsis};
    page.draw(page.words(title(), head, width() * 0.62), {kSide, 36}, Tag::none);
    Style right = head;
    right.weight = 500;
    right.colour = documents::kQuietInk;
    right.alignment = documents::Alignment::end;
    page.draw(page.words(content_.campaign, right, width() * 0.36), {kSide + width() * 0.64, 36}, Tag::none);
    page.fill({kSide, 52, width(), 0.75}, documents::kInk);
    const double foot = size.height - 42;
    right.overflow = Overflow::wrap;
    page.draw(page.words(t_("Page {page} of {pages}", {{"page", page.pages()}, {"pages", all_pages_}}), right, width()),
              {kSide, foot}, Tag::none);
    Style date = right;
    date.alignment = documents::Alignment::start;
    page.draw(page.words(t_.date(content_.counted_at), date, width() / 2), {kSide, foot}, Tag::none);
}

void Drawing::text_part() {
    Flow flow{document_, kMargins, [this](Document& page) { furniture(page); }};
    heading(flow, base::message("What was signed"), {.tag = Tag::heading_2, .after = 18, .keep = 80});
    bool is_first = true;
    for (const auto locale : content_.order.languages) {
        const auto* const newest = newest_text(content_, locale);
        if (newest == nullptr) continue;
        if (!std::exchange(is_first, false)) flow.space(22);
        text(flow, *newest);
    }
    if (is_first) flow.paragraph(t_("Nothing has been published yet."), kBody, {.after = 12});
    versions(flow);
    figures(flow);
    figures_by_text(flow);
    regions(flow);
    proof(flow);
    flow.end();
}

void Drawing::heading(Flow& flow, base::Message words, const documents::Placing& placing) const {
    const auto second = other();
    if (!second) return flow.paragraph(t_(words), kHeading, placing);
    documents::Placing above = placing;
    above.after = 3;
    above.keep = placing.keep + 24;
    flow.paragraph(t_(words), kHeading, above);
    flow.paragraph((*second)(words), kSecondHeading, {.after = placing.after, .keep = placing.keep});
}

void Drawing::text(Flow& flow, const SignedText& text) const {
    flow.rule(2.5, palette_.ground);
    flow.space(12);
    flow.paragraph(text.title, {.face = Face::headline, .size = 16, .weight = 800, .width = 90, .leading = 1.15},
                   {.tag = Tag::heading_3, .after = 8, .keep = 40});
    if (!text.lead.empty())
        flow.paragraph(text.lead, {.face = Face::text_italic, .size = 12, .leading = 1.4}, {.after = 9});
    for (const auto& paragraph : text.paragraphs) {
        const bool is_item = paragraph.starts_with("- ");
        flow.paragraph(is_item ? "•  " + paragraph.substr(2) : paragraph, kBody,
                       {.tag = is_item ? Tag::list_item : Tag::paragraph,
                        .after = is_item ? 3.0 : 8.0,
                        .indent = is_item ? 14.0 : 0.0});
    }
    flow.space(4);
    flow.paragraph(t_("Version {version}, unchanged since {date}.",
                      {{"version", text.version}, {"date", t_.date(text.frozen_at)}}),
                   kSmall, {.after = 14});
}

// Who signed an earlier version still stands under it: each is named by its hash.
void Drawing::versions(Flow& flow) const {
    if (content_.texts.empty()) return;
    documents::Table table{
        .columns = {{t_("Version"), 1.25}, {t_("Published"), 1}, {"SHA-256", 3.2}}, .rows = {}, .size = 9};
    for (const auto& text : content_.texts)
        table.rows.push_back({t_("{language}, version {version}",
                                 {{"language", std::string{i18n::own_name(text.locale)}}, {"version", text.version}}),
                              t_.date(text.frozen_at, i18n::DateStyle::short_form),
                              text.sha256.substr(0, 32) + " " + text.sha256.substr(32)});
    flow.space(6);
    flow.need(110);
    flow.paragraph(
        t_("Every signature points at one of these versions. The hash is that of title, introduction and text, "
           "parted by empty lines."),
        kSmall, {.after = 6});
    flow.table(table);
    flow.space(30);
}

void Drawing::figures(Flow& flow) const {
    flow.need(210);
    heading(flow, base::message("Who signed"), {.tag = Tag::heading_2, .after = 6, .keep = 120});
    flow.paragraph(t_("Each kind of signature is an act of its own. They are counted apart and never added up."), kBody,
                   {.after = 12});
    documents::Table table{
        .columns = {{t_("Who"), 3}, {t_("Confirmed"), 1, documents::Alignment::end}}, .rows = {}, .size = 12};
    for (const auto signer_class : ports::kSignerClasses)
        if (signer_class == SignerClass::individual || count_of(content_, signer_class) > 0)
            table.rows.push_back({class_name(t_, signer_class), t_.number(count_of(content_, signer_class))});
    flow.table(table);
    flow.space(14);
    if (content_.on_paper.valid > 0)
        flow.paragraph(t_("On paper: {valid} valid signatures on {sheets} sheets, counted by hand. They are not in the "
                          "figures above.",
                          {{"valid", content_.on_paper.valid}, {"sheets", content_.on_paper.sheets}}),
                       kBody, {.after = 10});
    flow.paragraph(
        t_("An online signature counts once its owner has confirmed it from their own mailbox. Signatures that "
           "were withdrawn, or struck out as fakes, are not counted."),
        kSmall, {.after = 28});
}

// Where a text was changed, or stands in two languages: nobody is taken to have signed what they did not see.
void Drawing::figures_by_text(Flow& flow) const {
    if (content_.signed_versions.size() < 2) return;
    heading(flow, base::message("Which text they signed"), {.tag = Tag::heading_2, .after = 6, .keep = 120});
    flow.paragraph(t_("People signed the version that stood on the page on their day. Together these are the people "
                      "above."),
                   kBody, {.after = 12});
    documents::Table table{
        .columns = {{t_("Version"), 2}, {t_("Published"), 1}, {t_("Confirmed"), 1, documents::Alignment::end}},
        .rows = {},
        .size = 10.5};
    for (const auto& each : content_.signed_versions)
        table.rows.push_back({t_("{language}, version {version}",
                                 {{"language", std::string{i18n::own_name(each.locale)}}, {"version", each.version}}),
                              t_.date(each.frozen_at, i18n::DateStyle::short_form), t_.number(each.counted)});
    flow.table(table);
    flow.space(30);
}

void Drawing::regions(Flow& flow) const {
    if (content_.regions.empty()) return;
    heading(flow, base::message("Where the people live"), {.tag = Tag::heading_2, .after = 6, .keep = 120});
    documents::Table table{.columns = {{t_("Province or country"), 3}, {t_("Confirmed"), 1, documents::Alignment::end}},
                           .rows = {},
                           .size = 10.5};
    for (const auto& [region, counted] : content_.regions)
        table.rows.push_back({region_name(t_, region), t_.number(counted)});
    flow.table(table);
    flow.space(30);
}

void Drawing::proof(Flow& flow) const {
    if (!content_.head) return;
    flow.need(130);
    heading(flow, base::message("How to check the count"), {.tag = Tag::heading_2, .after = 6, .keep = 80});
    flow.paragraph(
        t_("Every step of every count is an entry in a public log that can only grow. This is its state at the "
           "time of this document; anybody can check it against the log on the campaign’s site."),
        kBody, {.after = 10});
    flow.table({.columns = {{t_("Log"), 1}, {"", 3.6}},
                .rows = {{t_("Entries"), t_.number(content_.head->size)},
                         {t_("Root of the tree"),
                          content_.head->root_hex.substr(0, std::min<std::size_t>(32, content_.head->root_hex.size())) +
                              " " + (content_.head->root_hex.size() > 32 ? content_.head->root_hex.substr(32) : "")},
                         {t_("Signed"), t_.date_time(content_.head->signed_at)}},
                .size = 9.5});
}

void Drawing::names_part(const Names& names) {
    if (names.count == 0 || !names.each) return;
    const auto heading = content_.order.names == NameOrder::by_place
                             ? t_("Names of those who agreed to be shown, by place")
                             : t_("Names of those who agreed to be shown");
    documents::NameColumns columns{document_, kNameMargins, [&, this](Document& page) {
                                       furniture(page);
                                       Style style = kHeading;
                                       style.size = 15;
                                       page.draw(page.words(heading, style, width()), {kSide, 76}, Tag::heading_2);
                                   }};
    names.each([&](const ListedName& name) { columns.add({name.name, name.place}); });
    columns.end();
}

documents::Metadata metadata_of(const Content& content) {
    const auto first = content.order.languages.front();
    const Translator t{first};
    const auto* text = newest_text(content, first);
    if (text == nullptr && !content.texts.empty()) text = &content.texts.front();
    return {.title = text == nullptr ? content.campaign : text->title,
            .locale = first,
            .made_at = content.counted_at,
            .author = content.campaign,
            .subject = t("Delivery of signatures")};
}

std::int64_t name_pages(const Content& content, const Names& names) {
    if (!names.each) return 0;
    const auto on_page = documents::NameColumns::names_on_page(documents::size_of(content.order.paper), kNameMargins);
    return (names.count + on_page - 1) / on_page;
}

// How many pages stand before the names.
std::int64_t front_pages(const Content& content) {
    Document trial{[](std::string_view) {}, metadata_of(content), content.order.paper};
    Drawing drawing{trial, content, 0};
    drawing.cover();
    drawing.text_part();
    return trial.pages();
}

}  // namespace

DrawnPdf draw_delivery(const Content& content, const Names& names, const documents::Sink& sink) {
    const auto pages = front_pages(content) + name_pages(content, names);
    Document document{sink, metadata_of(content), content.order.paper};
    Drawing drawing{document, content, pages};
    drawing.cover();
    drawing.text_part();
    drawing.names_part(names);
    document.finish();
    return {document.pages()};
}

}  // namespace delivery
