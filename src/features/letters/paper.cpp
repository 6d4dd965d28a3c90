#include "features/letters/paper.h"

#include <algorithm>
#include <string_view>

#include "platform/documents/flow.h"
#include "platform/i18n/translator.h"

namespace letters {
namespace {

using documents::Face;
using documents::Style;
using documents::Tag;

constexpr double kMargin = 72;     // an inch on every side
constexpr double kSignature = 46;  // for a name by hand
constexpr double kParagraphGap = 9;

class PaperWriter {
public:
    PaperWriter(documents::Document& document, const PaperOrder& order)
        : order_(order), flow_(document, {kMargin, kMargin, kMargin, kMargin}, [](documents::Document&) {}) {}

    void write() {
        for (std::size_t i = 0; i < order_.letters.size(); ++i) {
            if (i > 0) flow_.new_page();
            write_one(order_.letters[i]);
        }
        flow_.end();
    }

private:
    void write_one(const PaperLetter& letter) {
        const Style small{.face = Face::headline, .size = 9.5, .weight = 500, .leading = 1.4};
        flow_.paragraph(letter.from, small, {.after = 22});
        flow_.paragraph(letter.to, {.face = Face::text, .size = 11.5, .leading = 1.4}, {.after = 22});
        flow_.paragraph(i18n::Translator{order_.locale}.date(order_.at), {.face = Face::text, .size = 11.5},
                        {.after = 18});
        flow_.paragraph(letter.subject, {.face = Face::headline, .size = 12.5, .weight = 700},
                        {.tag = Tag::heading_1, .after = 14, .keep = 60});
        write_text(letter.text);
    }

    // The last paragraph is the name: there is room for it by hand.
    void write_text(std::string_view text) {
        const Style style{.face = Face::text, .size = 11.5, .leading = 1.45};
        while (!text.empty()) {
            const auto end = std::min(text.find("\n\n"), text.size());
            const bool is_last = end == text.size();
            if (is_last) {
                flow_.need(kSignature + 40);
                flow_.space(kSignature);
            }
            flow_.paragraph(text.substr(0, end), style, {.after = kParagraphGap});
            text.remove_prefix(std::min(end + 2, text.size()));
        }
    }

    const PaperOrder& order_;
    documents::Flow flow_;
};

}  // namespace

std::string letters_pdf(const PaperOrder& order) {
    std::string bytes;
    documents::Document document{[&bytes](std::string_view part) { bytes += part; },
                                 {.title = order.letters.empty() ? "" : order.letters.front().subject,
                                  .locale = order.locale,
                                  .made_at = order.at},
                                 documents::Paper::letter};
    PaperWriter{document, order}.write();
    return bytes;
}

}  // namespace letters
