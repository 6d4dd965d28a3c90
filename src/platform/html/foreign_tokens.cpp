#include "platform/html/foreign_tokens.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace html {
namespace {

constexpr std::size_t kMostAttributes = 64;  // of one tag; more are passed over

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Elements whose content is read as text up to their end tag.
bool holds_raw_text(std::string_view tag) {
    static constexpr auto kRaw = std::to_array<std::string_view>(
        {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"});
    return std::ranges::find(kRaw, tag) != kRaw.end();
}

}  // namespace

bool ForeignTokens::next(ForeignToken& token) {
    while (!ends()) {
        token = {};
        token.line = line_;
        if (!raw_.empty()) {
            take_raw_text(token);
            return true;
        }
        if (source_[at_] == '<') {
            if (take_markup(token)) return true;
            continue;
        }
        take_text(std::min(source_.find('<', at_), source_.size()), token);
        return true;
    }
    return false;
}

void ForeignTokens::take_text(std::size_t end, ForeignToken& token) {
    token.kind = ForeignToken::Kind::text;
    token.text = decode_entities(source_.substr(at_, end - at_));
    advance(end);
}

// A tag or something to pass over; false for the latter.
bool ForeignTokens::take_markup(ForeignToken& token) {
    const auto rest = source_.substr(at_);
    if (rest.starts_with("<!--")) {
        // "<!-->" is a whole comment.
        advance(at_ + 2);
        skip_through("-->");
        return false;
    }
    const char second = rest.size() > 1 ? rest[1] : ' ';
    if (second == '!' || second == '?') {
        skip_through(">");
        return false;
    }
    const bool closes = second == '/';
    const auto name_at = at_ + (closes ? 2 : 1);
    if (name_at >= source_.size() || !is_letter(source_[name_at])) {
        if (closes) {
            skip_through(">");
            return false;
        }
        take_text(std::min(source_.find('<', at_ + 1), source_.size()), token);
        return true;
    }
    advance(name_at);
    take_open_tag(token);
    token.kind = closes ? ForeignToken::Kind::close : ForeignToken::Kind::open;
    if (!closes && holds_raw_text(token.name)) raw_ = token.name;
    return true;
}

// Name and attributes, from the name up to behind '>'.
void ForeignTokens::take_open_tag(ForeignToken& token) {
    auto end = at_;
    while (end < source_.size() && !is_blank(source_[end]) && source_[end] != '>' && source_[end] != '/') ++end;
    token.name = base::lower_ascii(source_.substr(at_, std::min<std::size_t>(end - at_, 64)));
    advance(end);
    while (!ends() && source_[at_] != '>') {
        if (is_blank(source_[at_]) || source_[at_] == '/')
            advance(at_ + 1);
        else
            take_attribute(token);
    }
    if (!ends()) advance(at_ + 1);
}

void ForeignTokens::take_attribute(ForeignToken& token) {
    auto end = at_ + 1;  // a name may begin with '='
    while (end < source_.size() && !is_blank(source_[end]) && !std::string_view{"=>/"}.contains(source_[end])) ++end;
    auto name = base::lower_ascii(source_.substr(at_, end - at_));
    advance(end);
    skip_blanks();
    std::string_view value;
    if (!ends() && source_[at_] == '=') {
        advance(at_ + 1);
        value = take_value();
    }
    if (token.attributes.size() < kMostAttributes)
        token.attributes.push_back({std::move(name), decode_entities(value)});
}

std::string_view ForeignTokens::take_value() {
    skip_blanks();
    if (ends()) return {};
    const char quote = source_[at_];
    const bool is_quoted = quote == '"' || quote == '\'';
    const auto begin = is_quoted ? at_ + 1 : at_;
    auto end = begin;
    if (is_quoted)
        end = std::min(source_.find(quote, begin), source_.size());
    else
        while (end < source_.size() && !is_blank(source_[end]) && source_[end] != '>') ++end;
    advance(std::min(end + (is_quoted ? 1 : 0), source_.size()));
    return source_.substr(begin, end - begin);
}

// Up to the end tag, which the next token is; without one, up to the end of the source.
void ForeignTokens::take_raw_text(ForeignToken& token) {
    auto end = at_;
    while (true) {
        end = std::min(source_.find("</", end), source_.size());
        if (end == source_.size() || base::equals_ignoring_ascii_case(source_.substr(end + 2, raw_.size()), raw_))
            break;
        end += 2;
    }
    raw_.clear();
    take_text(end, token);
}

void ForeignTokens::skip_through(std::string_view mark) {
    const auto found = source_.find(mark, at_);
    advance(found == std::string_view::npos ? source_.size() : found + mark.size());
}

void ForeignTokens::skip_blanks() {
    auto end = at_;
    while (end < source_.size() && is_blank(source_[end])) ++end;
    advance(end);
}

void ForeignTokens::advance(std::size_t to) {
    line_ += static_cast<std::uint32_t>(std::count(source_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                   source_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    at_ = to;
}

}  // namespace html
