#include "features/dossiers/dossier_pdf.h"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "base/text.h"
#include "features/dossiers/words.h"
#include "platform/documents/document.h"
#include "platform/inbound_mail/reply.h"
#include "ports/day_words.h"

namespace dossiers {
namespace {

using documents::Alignment;
using documents::Document;
using documents::Face;
using documents::Rgb;
using documents::Style;
using documents::Tag;
using documents::Words;
using i18n::Translator;

constexpr double kSide = 54, kFoot = 44;  // margins, points
constexpr double kLongestQuote = 420;     // characters of an answer
constexpr double kWritingLine = 24;       // between the lines to write on
constexpr double kHeading = 42;           // of a list, with its line
constexpr double kLeastToWrite = 120;     // of the second page, for one's own notes
constexpr Rgb kSoftLine{0.78, 0.76, 0.72};
constexpr std::array kNameSizes{46.0, 40.0, 35.0, 30.0, 26.0};
constexpr double kTallestName = 92;

// Draws the two pages of one representative.
class Sheet {
public:
    Sheet(Document& document, const SheetsOrder& order, const Dossier& dossier)
        : document_(document),
          order_(order),
          dossier_(dossier),
          t_(order.locale),
          width_(document.size().width - 2 * kSide),
          bottom_(document.size().height - kFoot - 22) {}

    void draw() {
        document_.begin_page();
        band();
        figures();
        asked();
        standings();
        quotes();
        office();
        foot();
        document_.end_page();
        document_.begin_page();
        running_head();
        promises();
        meetings();
        follow_ups();
        lines_to_write();
        foot();
        document_.end_page();
    }

private:
    const documents::Palette& palette() const { return documents::palette_of(1); }

    static Style bold(double size) {
        return {.face = Face::headline, .size = size, .weight = 720, .width = 94, .leading = 1.25};
    }
    static Style plain(double size) { return {.face = Face::text, .size = size, .leading = 1.36}; }
    static Style quiet(double size) {
        return {.face = Face::headline, .size = size, .weight = 520, .colour = documents::kQuietInk, .leading = 1.3};
    }

    // A text below the last; whether there was room for it.
    enum class Drawn : unsigned char { no, yes };
    Drawn put(std::string_view text, const Style& style, Tag tag = Tag::paragraph) {
        if (text.empty()) return Drawn::yes;
        const Words words = document_.words(text, style, width_);
        if (y_ + words.height() > bottom_) return Drawn::no;
        document_.draw(words, {kSide, y_}, tag);
        y_ += words.height();
        return Drawn::yes;
    }

    double height_of(std::string_view text, const Style& style) const {
        return text.empty() ? 0 : document_.words(text, style, width_).height();
    }

    // The ground in the campaign's colour, with the name as large as it fits.
    void band() {
        const auto name = [&](double size) {
            return document_.words(name_words(t_, dossier_.representative),
                                   {.face = Face::headline,
                                    .size = size,
                                    .weight = 850,
                                    .width = 80,
                                    .colour = palette().on,
                                    .leading = 1.02},
                                   width_ - 60);
        };
        Words title = name(kNameSizes.back());
        for (const double size : kNameSizes)
            if (Words fitting = name(size); fitting.height() <= kTallestName) {
                title = std::move(fitting);
                break;
            }
        Style on = bold(11);
        on.colour = palette().on;
        const Words eyebrow = document_.words(order_.campaign, on, width_ - 60);
        on.size = 13;
        on.weight = 560;
        std::string under = office_words(t_, dossier_.representative);
        if (!dossier_.representative.party.empty()) under += " · " + dossier_.representative.party;
        const Words office = document_.words(under, on, width_ - 20);
        const double height = 40 + eyebrow.height() + 18 + title.height() + 10 + office.height() + 26;
        document_.fill({0, 0, document_.size().width, height}, palette().ground);
        document_.tally({document_.size().width - kSide - 34, 34}, 34, palette().on);
        document_.draw(eyebrow, {kSide, 40}, Tag::paragraph);
        document_.draw(title, {kSide, 40 + eyebrow.height() + 18}, Tag::heading_1);
        document_.draw(office, {kSide, height - 26 - office.height()}, Tag::paragraph);
        y_ = height + 24;
    }

    // Four figures beside each other.
    void figures() {
        std::int64_t open = 0, kept = 0, broken = 0;
        for (const Promise& each : dossier_.promises) {
            open += each.now().state == PromiseState::open ? 1 : 0;
            kept += each.now().state == PromiseState::kept ? 1 : 0;
            broken += each.now().state == PromiseState::broken ? 1 : 0;
        }
        const Totals& totals = dossier_.totals;
        const std::array<std::pair<std::int64_t, std::string>, 4> all{{{totals.asked, t_("wrote to them")},
                                                                       {totals.answered, t_("answers")},
                                                                       {open + kept, t_("promises open or kept")},
                                                                       {broken, t_("promises broken")}}};
        const double column = width_ / 4;
        double lowest = y_;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double x = kSide + column * static_cast<double>(i);
            document_.stroke({x, y_}, {x + column - 14, y_}, 2.4, i == 0 ? palette().ground : documents::kInk);
            const Words figure = document_.words(
                t_.number(all[i].first),
                {.face = Face::headline, .size = 30, .weight = 850, .width = 78, .leading = 1.05}, column - 14);
            const Words label = document_.words(all[i].second, quiet(9), column - 14);
            document_.draw(figure, {x, y_ + 7}, Tag::paragraph);
            document_.draw(label, {x, y_ + 9 + figure.height()}, Tag::paragraph);
            lowest = std::max(lowest, y_ + 9 + figure.height() + label.height());
        }
        y_ = lowest + 18;
    }

    void heading(const std::string& words) {
        y_ += 8;
        document_.stroke({kSide, y_}, {kSide + width_, y_}, 1.6, documents::kInk);
        y_ += 8;
        Style style = bold(15);
        style.weight = 820;
        style.width = 86;
        put(words, style, Tag::heading_2);
        y_ += 6;
    }

    // One entry of a list: a bold line, quiet facts beside what it is, and some words.
    struct Entry {
        std::string head, facts, words;
        Face face = Face::text;
    };

    double height_of(const Entry& entry) const {
        return height_of(entry.head, bold(10.5)) + height_of(entry.facts, quiet(8.8)) +
               height_of(entry.words, words_style(entry)) + 8;
    }
    static Style words_style(const Entry& entry) {
        Style style = plain(10);
        style.face = entry.face;
        return style;
    }

    // As many as there is room for down to `end`; the others are counted.
    struct List {
        std::string title, none;
        std::vector<Entry> entries;
        double end;
    };
    void list(const List& list) {
        if (y_ + kHeading + (list.entries.empty() ? 18 : height_of(list.entries.front())) > list.end) return;
        heading(list.title);
        if (list.entries.empty()) {
            put(list.none, quiet(9.5));
            y_ += 8;
            return;
        }
        std::size_t drawn = 0;
        for (; drawn < list.entries.size(); ++drawn) {
            const Entry& each = list.entries[drawn];
            const double more = drawn + 1 < list.entries.size() ? 14 : 0;
            if (y_ + height_of(each) + more > list.end) break;
            put(each.head, bold(10.5), Tag::heading_3);
            put(each.facts, quiet(8.8));
            put(each.words, words_style(each));
            y_ += 8;
        }
        const auto left = static_cast<std::int64_t>(list.entries.size() - drawn);
        if (left > 0)
            put(t_.plural("and {count} more in the dossier", "and {count} more in the dossier", left), quiet(8.8));
    }

    void asked() {
        List list{t_("What was asked"), t_("Nobody has written yet."), {}, bottom_ - 170};
        for (const Asked& each : dossier_.asked) {
            const std::string answers = t_.plural("{count} answer", "{count} answers", each.answered);
            list.entries.push_back({each.title,
                                    t_.plural("{count} letter, {answers}, from {begin} to {end}",
                                              "{count} letters, {answers}, from {begin} to {end}", each.asked,
                                              {{"answers", answers},
                                               {"begin", t_.date(each.first_at, i18n::DateStyle::short_form)},
                                               {"end", t_.date(each.last_at, i18n::DateStyle::short_form)}}),
                                    ""});
        }
        this->list(list);
    }

    void standings() {
        List list{t_("Where they stand"), t_("Nothing is known yet."), {}, above_office()};
        for (const Standing& each : dossier_.standings)
            if (each.is == Standing::Is::current)
                list.entries.push_back(
                    {each.title, each.label + " · " + ports::day_in_words(t_, each.on_date), each.evidence});
        this->list(list);
    }

    void running_head() {
        y_ = 40;
        Style style = bold(12);
        style.weight = 820;
        put(name_words(t_, dossier_.representative), style);
        put(office_words(t_, dossier_.representative), quiet(9));
        document_.fill({0, 0, document_.size().width, 14}, palette().ground);
        y_ += 4;
    }

    void promises() {
        List list{t_("Promises"), t_("No promise is recorded."), {}, document_.size().height * 0.42};
        for (const Promise& each : dossier_.promises) {
            if (each.now().state == PromiseState::mistaken) continue;
            const auto evidence = each.now().evidence.in(order_.locale);
            list.entries.push_back({std::string{each.words.in(order_.locale).text},
                                    t_("Promised on {day}", {{"day", ports::day_in_words(t_, each.made_on)}}) + " · " +
                                        t_(label_of(each.now().state)) + " · " +
                                        ports::day_in_words(t_, each.now().on_date),
                                    std::string{evidence.text}});
        }
        this->list(list);
    }

    void meetings() {
        List list{t_("Meetings"), t_("No meeting is recorded."), {}, document_.size().height * 0.62};
        for (const Meeting& each : dossier_.meetings)
            list.entries.push_back(
                {ports::day_in_words(t_, each.on_date), each.people,
                 each.notes.empty() ? std::string{each.summary.in(order_.locale).text} : cut(each.notes)});
        this->list(list);
    }

    void follow_ups() {
        List list{t_("To be done"), "", {}, bottom_ - kLeastToWrite};
        for (const FollowUp& each : dossier_.follow_ups)
            if (!each.done_at)
                list.entries.push_back(
                    {each.words, t_("By {day}", {{"day", ports::day_in_words(t_, each.due_on)}}), ""});
        if (!list.entries.empty()) this->list(list);
    }

    std::string cut(std::string_view words) const {
        const auto begin = base::first_characters(words, static_cast<std::size_t>(kLongestQuote));
        std::string text = base::collapse_spaces(begin);
        if (begin.size() < words.size()) text += " …";
        return text;
    }

    // What they wrote last, in their own words.
    void quotes() {
        List list{t_("What they answered last"), "", {}, above_office()};
        for (const Answer& each : dossier_.answers) {
            if (!counts(each.kind, each.way) || each.words.empty() || list.entries.size() == 2) continue;
            list.entries.push_back({t_.date(each.received_at), t_(label_of(each.kind)),
                                    cut(inbound_mail::own_words(each.words)), Face::text_italic});
        }
        if (!list.entries.empty()) this->list(list);
    }

    // How to reach them, at the foot of the first page.
    std::string office_lines() const {
        const Representative& who = dossier_.representative;
        std::string lines = who.email ? who.email->text() : "";
        for (const ports::OfficeAddress& each : who.addresses) {
            const std::string postal = base::collapse_spaces(each.postal);
            if (postal.empty() && each.telephone.empty()) continue;
            if (!lines.empty()) lines += '\n';
            lines += each.telephone + (postal.empty() || each.telephone.empty() ? "" : " · ") + postal;
        }
        return lines;
    }
    double above_office() const {
        const std::string lines = office_lines();
        return lines.empty() ? bottom_ : bottom_ - kHeading - 12 - height_of(lines, quiet(8.8));
    }
    void office() {
        if (const std::string lines = office_lines(); !lines.empty())
            list({t_("Their office"), "", {{"", lines, ""}}, bottom_});
    }

    void lines_to_write() {
        if (y_ + 60 > bottom_) return;
        heading(t_("Notes"));
        for (y_ += 10; y_ < bottom_; y_ += kWritingLine)
            document_.stroke({kSide, y_}, {kSide + width_, y_}, 0.6, kSoftLine);
    }

    void foot() {
        const double y = document_.size().height - kFoot;
        const std::string words = t_("{campaign} · {day} · For the organisation’s own use: it holds notes of meetings.",
                                     {{"campaign", order_.campaign}, {"day", t_.date(order_.made_at)}});
        document_.draw(document_.words(words, quiet(7.5), width_ - 40), {kSide, y}, Tag::none);
        Style right = quiet(7.5);
        right.alignment = Alignment::end;
        document_.draw(document_.words(std::to_string(document_.pages()), right, 40), {kSide + width_ - 40, y},
                       Tag::none);
    }

    Document& document_;
    const SheetsOrder& order_;
    const Dossier& dossier_;
    Translator t_;
    double width_, bottom_;
    double y_ = 0;
};

}  // namespace

std::string sheets_pdf(const SheetsOrder& order) {
    std::string bytes;
    const Translator t{order.locale};
    const std::string title =
        order.dossiers.size() == 1 ? name_words(t, order.dossiers.front().representative) : t("Sheets for a lobby day");
    Document document{[&bytes](std::string_view part) { bytes += part; },
                      {.title = title, .locale = order.locale, .made_at = order.made_at, .author = order.campaign},
                      documents::Paper::letter};
    for (const Dossier& each : order.dossiers) Sheet{document, order, each}.draw();
    document.finish();
    return bytes;
}

}  // namespace dossiers
