#include "features/delivery/sheet_pdf.h"

#include <algorithm>
#include <array>

#include "platform/documents/flow.h"
#include "platform/i18n/translator.h"

namespace delivery {
namespace {

using documents::Document;
using documents::Face;
using documents::Style;
using documents::Tag;
using documents::Words;
using i18n::Translator;

constexpr double kSide = 50;
constexpr double kTop = 46;
constexpr double kBottom = 50;
constexpr double kRow = 29;          // points: room to write in
constexpr double kHeadings = 30;     // of the columns
constexpr double kMostOfPage = 0.6;  // for the text, so that enough signatures have room
constexpr std::array kSizes{11.0, 10.5, 10.0, 9.5, 9.0};
constexpr documents::Rgb kBlack{0, 0, 0};
constexpr std::array kShares{0.32, 0.38, 0.3};  // name, address, signature

// One piece of the text above the signatures.
struct Piece {
    Words words;
    double after;
    Tag tag;
};

class Sheets {
public:
    Sheets(Document& document, const PetitionWords& words, const SheetOrder& order)
        : document_(document),
          words_(words),
          facts_(facts_of(order.parliament)),
          t_(words.locale),
          size_(kSizes.back()) {
        choose_size();
    }

    SheetText text() const { return text_; }
    DrawnSheets draw();

private:
    void choose_size();
    std::vector<Piece> head(double size) const;
    std::vector<Piece> reasons(double size) const;
    std::vector<Piece> request(double size) const;
    std::vector<Piece> top_of_sheet() const;
    static double height(const std::vector<Piece>& pieces);
    double draw(const std::vector<Piece>& pieces, double y);
    void text_pages();
    int rows_on_sheet() const;
    void sheet(int number, int of);
    void lines(double y, int rows);
    void headings(double y);
    void foot(const std::string& words);
    Piece piece(std::string_view text, const Style& style, double after) const;
    double width() const { return document_.size().width - 2 * kSide; }
    double room() const { return document_.size().height - kTop - kBottom; }

    Document& document_;
    const PetitionWords& words_;
    const ParliamentFacts& facts_;
    Translator t_;
    double size_;
    SheetText text_ = SheetText::request_only;
};

double Sheets::height(const std::vector<Piece>& pieces) {
    double height = 0;
    for (const Piece& piece : pieces) height += piece.words.height() + piece.after;
    return height;
}

void Sheets::choose_size() {
    for (const double size : kSizes) {
        const double whole = height(head(size)) + height(reasons(size)) + height(request(size));
        if (whole > room() * kMostOfPage) continue;
        size_ = size;
        text_ = SheetText::whole;
        return;
    }
}

Piece Sheets::piece(std::string_view text, const Style& style, double after) const {
    return {document_.words(text, style, width()), after, Tag::paragraph};
}

std::vector<Piece> Sheets::head(double size) const {
    const Style title{
        .face = Face::headline, .size = size + 9, .weight = 800, .width = 88, .colour = kBlack, .leading = 1.15};
    const Style salutation{.face = Face::headline, .size = size + 1, .weight = 700, .colour = kBlack, .leading = 1.25};
    const Style signers{.face = Face::text, .size = size, .colour = kBlack, .leading = 1.3};
    return {piece(t_("Petition"), title, 2), piece(t_(facts_.salutation), salutation, 6),
            piece(t_(facts_.signers), signers, 6)};
}

std::vector<Piece> Sheets::reasons(double size) const {
    const Style title{.face = Face::headline, .size = size + 0.5, .weight = 700, .colour = kBlack, .leading = 1.25};
    const Style body{.face = Face::text, .size = size, .colour = kBlack, .leading = 1.3};
    std::vector<Piece> pieces{piece(words_.title, title, 4)};
    for (const auto& paragraph : words_.reasons) pieces.push_back(piece(paragraph, body, 5));
    return pieces;
}

std::vector<Piece> Sheets::request(double size) const {
    const Style body{
        .face = Face::headline, .size = size - 0.5, .weight = 600, .width = 96, .colour = kBlack, .leading = 1.3};
    std::vector<Piece> pieces;
    for (const auto& paragraph : words_.request) pieces.push_back(piece(paragraph, body, 5));
    return pieces;
}

std::vector<Piece> Sheets::top_of_sheet() const {
    auto pieces = head(size_);
    const auto append = [&](std::vector<Piece> more) { std::ranges::move(more, std::back_inserter(pieces)); };
    if (text_ == SheetText::whole) append(reasons(size_));
    append(request(size_));
    return pieces;
}

double Sheets::draw(const std::vector<Piece>& pieces, double y) {
    for (const Piece& piece : pieces) {
        document_.draw(piece.words, {kSide, y}, piece.tag);
        y += piece.words.height() + piece.after;
    }
    return y;
}

int Sheets::rows_on_sheet() const {
    const double left = room() - height(top_of_sheet()) - kHeadings - 6;
    return std::max(1, static_cast<int>(left / kRow));
}

DrawnSheets Sheets::draw() {
    if (text_ == SheetText::request_only) text_pages();
    const Rule* const least = find_rule(facts_, RuleKind::least_signatures);
    const int rows = rows_on_sheet();
    const int wanted = least == nullptr ? 1 : least->limit;
    const int sheets = std::max(1, (wanted + rows - 1) / rows);
    for (int number = 1; number <= sheets; ++number) sheet(number, sheets);
    document_.finish();
    return {document_.pages(), rows * sheets, text_};
}

// The whole text, before the sheets.
void Sheets::text_pages() {
    documents::Flow flow{
        document_, {kSide, kTop, kSide, kBottom}, [this](Document&) { foot(t_("Text of the petition")); }};
    const Style title{
        .face = Face::headline, .size = size_ + 9, .weight = 800, .width = 88, .colour = kBlack, .leading = 1.15};
    const Style body{.face = Face::text, .size = size_ + 1, .colour = kBlack, .leading = 1.35};
    flow.paragraph(t_(facts_.salutation), title, {.tag = Tag::heading_1, .after = 10});
    flow.paragraph(t_(facts_.signers), body, {.after = 8});
    flow.paragraph(words_.title, {.face = Face::headline, .size = size_ + 1, .weight = 700, .colour = kBlack},
                   {.after = 6});
    for (const auto& paragraph : words_.paragraphs) flow.paragraph(paragraph, body, {.after = 6});
    flow.end();
}

void Sheets::sheet(int number, int of) {
    document_.begin_page();
    const double y = draw(top_of_sheet(), kTop) + 6;
    headings(y);
    lines(y + kHeadings, rows_on_sheet());
    foot(t_("Sheet {number} of {count}", {{"number", number}, {"count", of}}));
    document_.end_page();
}

void Sheets::headings(double y) {
    const bool is_commons = facts_.parliament == Parliament::house_of_commons;
    const std::array<std::string, 3> texts{
        t_("Name, printed"), is_commons ? t_("Full address, or city and province") : t_("Full address, printed"),
        t_("Signature, by hand")};
    const Style style{.face = Face::headline, .size = 8.5, .weight = 700, .colour = kBlack, .leading = 1.15};
    double x = kSide;
    document_.stroke({kSide, y}, {kSide + width(), y}, 1.5, kBlack);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        document_.draw(document_.words(texts[i], style, width() * kShares[i] - 8), {x + 4, y + 7}, Tag::heading_cell);
        x += width() * kShares[i];
    }
    document_.stroke({kSide, y + kHeadings - 6}, {kSide + width(), y + kHeadings - 6}, 1, kBlack);
}

void Sheets::lines(double y, int rows) {
    const double top = y - 6;
    for (int row = 1; row <= rows; ++row)
        document_.stroke({kSide, top + row * kRow}, {kSide + width(), top + row * kRow}, 0.6, kBlack);
    double x = kSide;
    for (std::size_t i = 0; i + 1 < kShares.size(); ++i) {
        x += width() * kShares[i];
        document_.stroke({x, top - kHeadings + 6}, {x, top + rows * kRow}, 0.6, kBlack);
    }
}

void Sheets::foot(const std::string& words) {
    const Style style{.face = Face::text, .size = 8.5, .colour = kBlack, .alignment = documents::Alignment::end};
    document_.draw(document_.words(words, style, width()), {kSide, document_.size().height - 36}, Tag::none);
}

documents::Metadata metadata_of(const PetitionWords& words) {
    return {
        .title = words.title, .locale = words.locale, .made_at = {}, .subject = Translator{words.locale}("Petition")};
}

}  // namespace

DrawnSheets draw_sheets(const PetitionWords& words, const SheetOrder& order, const documents::Sink& sink) {
    Document document{sink, metadata_of(words), order.paper};
    return Sheets{document, words, order}.draw();
}

SheetText sheet_text(const PetitionWords& words, const SheetOrder& order) {
    Document document{[](std::string_view) {}, metadata_of(words), order.paper};
    return Sheets{document, words, order}.text();
}

}  // namespace delivery
