// What paper.h declares about the card for the wallet.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "features/message_guides/pages.h"
#include "features/message_guides/paper.h"
#include "platform/documents/document.h"

namespace message_guides {
namespace {

using documents::Document;
using documents::Face;
using documents::Point;
using documents::Style;
using documents::Tag;
using documents::Words;
using i18n::Translator;

constexpr double kPad = 11;  // points around the words of a card
constexpr double kBand = 6;  // the strip of colour along its back
constexpr std::array kTitleSizes{19.0, 17.0, 15.0, 13.5, 12.0};
constexpr double kTallestTitle = 42;
constexpr std::array kRuleSizes{9.4, 8.8, 8.2, 7.6, 7.0, 6.5};
constexpr std::array kAnswerSizes{7.2, 6.9, 6.6, 6.3, 6.0};
constexpr int kWantedAnswers = 4;

class Card {
public:
    Card(Document& document, const PaperOrder& order)
        : document_(document),
          order_(order),
          t_(order.locale),
          palette_(documents::palette_of(order.accent)),
          size_(documents::size_of(documents::Paper::card)) {}

    void front(Point at) {
        document_.fill({at.x, at.y, size_.width, size_.height}, palette_.ground);
        document_.tally({at.x + size_.width - kPad - 17, at.y + kPad - 1}, 17, palette_.on);
        const Words title = front_title();
        document_.draw(title, {at.x + kPad, at.y + kPad - 2}, Tag::heading_1);
        rules({at.x + kPad, at.y + kPad + title.height() + 6}, at.y + size_.height - kPad - 9);
        const Words address =
            words(order_.address, {.face = Face::headline, .size = 6.2, .weight = 600, .colour = palette_.on});
        document_.draw(address, {at.x + kPad, at.y + size_.height - kPad - address.height() + 2}, Tag::paragraph);
    }

    // As many answers as fit, the first ones; larger where four fit all the same.
    void back(Point at) {
        document_.fill({at.x, at.y, kBand, size_.height}, palette_.ground);
        double size = kAnswerSizes.back();
        for (const double each : kAnswerSizes)
            if (answers(at, each, Ink::none) >= kWantedAnswers) {
                size = each;
                break;
            }
        answers(at, size, Ink::drawn);
    }

private:
    const std::string& text(const Both& both) const { return both.in(order_.locale); }
    Words words(std::string_view text, const Style& style) const {
        return document_.words(text, style, size_.width - 2 * kPad);
    }

    Words front_title() const {
        const auto title = [&](double size) {
            return document_.words(text(order_.content.title),
                                   {.face = Face::headline,
                                    .size = size,
                                    .weight = 850,
                                    .width = 82,
                                    .colour = palette_.on,
                                    .leading = 1.04},
                                   size_.width - 2 * kPad - 24);
        };
        for (const double size : kTitleSizes)
            if (Words fitting = title(size); fitting.height() <= kTallestTitle) return fitting;
        return title(kTitleSizes.back());
    }

    enum class Ink : unsigned char { none, drawn };

    // How many fit.
    int answers(Point at, double size, Ink ink) {
        double y = at.y + kPad - 1;
        const double end = at.y + size_.height - kPad + 3;
        const double left = at.x + kBand + kPad - 3, width = size_.width - kBand - 2 * kPad + 6;
        int fitting = 0;
        for (const Pair& pair : order_.content.pairs) {
            if (text(pair.say).empty()) continue;
            const Words heard =
                document_.words(pages::quoted(t_, text(pair.heard)),
                                {.face = Face::text_italic, .size = size + 0.3, .leading = 1.18}, width);
            const Words say = document_.words(
                text(pair.say), {.face = Face::headline, .size = size, .weight = 560, .width = 94, .leading = 1.24},
                width);
            const double height = heard.height() + 1 + say.height();
            if (y + height > end) continue;
            ++fitting;
            if (ink == Ink::drawn) {
                document_.draw(heard, {left, y}, Tag::paragraph);
                document_.draw(say, {left, y + heard.height() + 1}, Tag::paragraph);
            }
            y += height + 5;
        }
        return fitting;
    }

    // As large as all of them fit; else small, as many as there is room for.
    void rules(Point at, double end) {
        for (const double size : kRuleSizes)
            if (lines(at, {size, end}, Ink::none) <= end) {
                lines(at, {size, end}, Ink::drawn);
                return;
            }
        lines(at, {kRuleSizes.back(), end}, Ink::drawn);
    }

    // Where they end.
    struct Setting {
        double size, end;
    };
    double lines(Point at, const Setting& setting, Ink ink) {
        const double label = setting.size * 4.9;
        const Style bold{.face = Face::headline,
                         .size = setting.size,
                         .weight = 850,
                         .width = 86,
                         .colour = palette_.on,
                         .leading = 1.2};
        const Style plain{
            .face = Face::headline, .size = setting.size, .weight = 560, .colour = palette_.on, .leading = 1.2};
        for (const Rule& rule : order_.content.rules) {
            if (text(rule.words).empty()) continue;
            const Words line = document_.words(text(rule.words), plain, size_.width - 2 * kPad - label);
            if (ink == Ink::drawn && at.y + line.height() > setting.end) return at.y;
            if (ink == Ink::drawn) {
                const bool is_do = rule.advice == Advice::should;
                document_.draw(document_.words(is_do ? t_("Do") : t_("Don’t"), bold, label), at, Tag::paragraph);
                document_.draw(line, {at.x + label, at.y}, Tag::paragraph);
            }
            at.y += line.height() + setting.size * 0.4;
        }
        return at.y;
    }

    Document& document_;
    const PaperOrder& order_;
    Translator t_;
    const documents::Palette& palette_;
    documents::Size size_;
};

// Where cards lie on a sheet: two beside each other, four below, in its middle.
class Sheet {
public:
    explicit Sheet(documents::Size paper) : card_(documents::size_of(documents::Paper::card)) {
        left_ = (paper.width - kAcross * card_.width) / 2;
        top_ = (paper.height - kDown * card_.height) / 2;
    }

    template <class Draw>
    void each(Draw&& draw) const {
        for (int row = 0; row < kDown; ++row)
            for (int column = 0; column < kAcross; ++column)
                draw(Point{left_ + column * card_.width, top_ + row * card_.height});
    }

    // Short lines outside the cards, where the knife goes.
    void marks(Document& document) const {
        constexpr double kGap = 5, kLength = 14, kThin = 0.4;
        const double right = left_ + kAcross * card_.width, foot = top_ + kDown * card_.height;
        for (int column = 0; column <= kAcross; ++column) {
            const double x = left_ + column * card_.width;
            document.stroke({x, top_ - kGap - kLength}, {x, top_ - kGap}, kThin, documents::kInk);
            document.stroke({x, foot + kGap}, {x, foot + kGap + kLength}, kThin, documents::kInk);
        }
        for (int row = 0; row <= kDown; ++row) {
            const double y = top_ + row * card_.height;
            document.stroke({left_ - kGap - kLength, y}, {left_ - kGap, y}, kThin, documents::kInk);
            document.stroke({right + kGap, y}, {right + kGap + kLength, y}, kThin, documents::kInk);
        }
    }

private:
    static constexpr int kAcross = 2, kDown = 4;
    documents::Size card_;
    double left_, top_;
};

documents::Metadata metadata(const PaperOrder& order) {
    return {.title = order.content.title.in(order.locale),
            .locale = order.locale,
            .made_at = order.made_at,
            .author = order.campaign};
}

}  // namespace

std::string card_pdf(const PaperOrder& order) {
    std::string bytes;
    Document document{[&bytes](std::string_view part) { bytes += part; }, metadata(order), documents::Paper::card};
    Card card{document, order};
    document.begin_page();
    card.front({0, 0});
    document.end_page();
    document.begin_page();
    card.back({0, 0});
    document.end_page();
    document.finish();
    return bytes;
}

std::string card_sheet_pdf(const PaperOrder& order) {
    std::string bytes;
    Document document{[&bytes](std::string_view part) { bytes += part; }, metadata(order), documents::Paper::letter};
    Card card{document, order};
    const Sheet sheet{document.size()};
    const auto page = [&](auto&& draw) {
        document.begin_page();
        sheet.each(draw);
        sheet.marks(document);
        document.end_page();
    };
    page([&](Point at) { card.front(at); });
    page([&](Point at) { card.back(at); });
    document.finish();
    return bytes;
}

}  // namespace message_guides
