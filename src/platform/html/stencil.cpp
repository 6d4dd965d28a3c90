#include "platform/html/stencil.h"

#include <optional>

#include "base/check.h"
#include "platform/html/escape.h"

namespace html {
namespace {

constexpr std::string_view kWords = "\xEE\x80\x80";     // U+E000
constexpr std::string_view kAddress = "/\xEE\x80\x81";  // U+E001, behind the slash that makes it a path
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kCharacter = 3;  // bytes of one of these characters in UTF-8
constexpr std::size_t kTypicalValue = 24;

// U+E100 + number: EE 84 80 to EE 87 BF.
std::string numeral(Hole hole) {
    CHECK(hole.number < kMostHoles);
    const auto high = static_cast<char>(0x84 + hole.number / 64);
    const auto low = static_cast<char>(0x80 + hole.number % 64);
    return {'\xEE', high, low};
}

unsigned byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::optional<Hole> hole_of(std::string_view text) {
    if (text.size() < kCharacter || byte(text, 0) != 0xEE) return std::nullopt;
    const auto high = byte(text, 1), low = byte(text, 2);
    if (high < 0x84 || high > 0x87 || low < 0x80 || low > 0xBF) return std::nullopt;
    return Hole{(high - 0x84) * 64 + (low - 0x80)};
}

struct FoundMark {
    std::size_t begin, end;
    Hole hole;
    CutText::Kind kind;
};

// The first mark at or behind `from`.
std::optional<FoundMark> find_mark(std::string_view text, std::size_t from) {
    for (auto at = text.find('\xEE', from); at != std::string_view::npos; at = text.find('\xEE', at + 1)) {
        const auto rest = text.substr(at);
        const bool is_words = rest.starts_with(kWords);
        const bool is_address = at > 0 && text.substr(at - 1).starts_with(kAddress);
        if (!is_words && !is_address) continue;
        const auto hole = hole_of(rest.substr(kCharacter));
        if (!hole) continue;
        return FoundMark{is_words ? at : at - 1, at + 2 * kCharacter, *hole,
                         is_words ? CutText::Kind::words : CutText::Kind::address};
    }
    return std::nullopt;
}

std::string_view value_of(Hole hole, std::span<const std::string_view> values) {
    return hole.number < values.size() ? values[hole.number] : std::string_view{};
}

std::size_t length_of(const CutText& cut) {
    std::size_t length = cut.rest.size();
    for (const auto& piece : cut.pieces) length += piece.before.size() + kTypicalValue;
    return length;
}

}  // namespace

std::string mark(Hole hole) { return std::string{kWords} + numeral(hole); }
std::string address_mark(Hole hole) { return std::string{kAddress} + numeral(hole); }

std::string without_marks(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    while (!words.empty()) {
        const bool is_mark =
            words.size() >= kCharacter && byte(words, 0) == 0xEE && byte(words, 1) >= 0x80 && byte(words, 1) <= 0x87;
        if (is_mark)
            out += kReplacement;
        else
            out += words[0];
        words.remove_prefix(is_mark ? kCharacter : 1);
    }
    return out;
}

CutText cut_at_marks(std::string_view text) {
    CutText cut;
    std::size_t at = 0;
    for (auto found = find_mark(text, 0); found; found = find_mark(text, found->end)) {
        cut.pieces.push_back({std::string{text.substr(at, found->begin - at)}, found->hole, found->kind});
        at = found->end;
    }
    cut.rest = text.substr(at);
    return cut;
}

std::string TextStencil::fill(std::span<const std::string_view> values) const {
    std::string out;
    out.reserve(length_of(cut_));
    for (const auto& piece : cut_.pieces) out.append(piece.before).append(value_of(piece.hole, values));
    return out += cut_.rest;
}

SafeHtml Stencil::fill(std::span<const std::string_view> values) const {
    Out out;
    out.reserve(length_of(cut_));
    std::string& text = writing::Access::text(out);
    for (const auto& piece : cut_.pieces) {
        text += piece.before;
        if (piece.kind == CutText::Kind::address)
            append_url(text, value_of(piece.hole, values));
        else
            append_escaped(text, value_of(piece.hole, values));
    }
    text += cut_.rest;
    return std::move(out).finish();
}

}  // namespace html
