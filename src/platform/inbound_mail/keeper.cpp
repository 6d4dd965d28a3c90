#include "platform/inbound_mail/keeper.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace inbound_mail {
namespace {

constexpr std::size_t kLongestLine = 1'000, kLongestBoundary = 70;  // bytes; the latter as RFC 2046 has it
constexpr std::size_t kMostBoundaries = 20;

// Up to the blank or quotation mark that ends it.
std::string_view boundary_in(std::string_view value) {
    const bool is_quoted = value.starts_with('"');
    if (is_quoted) value.remove_prefix(1);
    return value.substr(0, value.find_first_of(is_quoted ? "\"\r\n" : "; \t\r\n"));
}

}  // namespace

void Keeper::add(std::string_view bytes) {
    const auto whole = std::min(bytes.size(), kLongestMail - kept_.text.size());
    kept_.text += bytes.substr(0, whole);
    for (const char byte : bytes.substr(whole)) add(byte);
}

void Keeper::add(char byte) {
    if (kept_.text.size() < kLongestMail) {
        kept_.text += byte;
        return;
    }
    if (!is_late_) begin_late();
    ++line_bytes_;
    if (line_.size() < kLongestLine) line_ += byte;
    if (byte == '\n') take_line();
}

KeptMail Keeper::take() {
    if (line_bytes_ > 0) take_line();
    is_late_ = false;
    boundaries_.clear();
    return std::exchange(kept_, {});
}

// The line in which the beginning ended is read whole, so that a boundary there is seen.
void Keeper::begin_late() {
    is_late_ = true;
    reading_ = Reading::body;
    learn_boundaries(kept_.text);
    const auto begin = kept_.text.rfind('\n') + 1;
    line_ = kept_.text.substr(begin).substr(0, kLongestLine);
    line_bytes_ = 0;
    kept_.late.emplace_back();
}

void Keeper::take_line() {
    const std::string line = std::exchange(line_, {});
    const std::int64_t bytes = std::exchange(line_bytes_, 0);
    if (is_boundary(line)) {
        reading_ = Reading::headers;
        if (kept_.late.size() < kMostLateParts) kept_.late.emplace_back();
        return;
    }
    LatePart& part = kept_.late.back();
    if (reading_ == Reading::headers) {
        if (line == "\r\n" || line == "\n") reading_ = Reading::body;
        if (part.headers.size() + line.size() <= kLongestLateHeaders) part.headers += line;
        return learn_boundaries(line);
    }
    part.bytes += bytes;
    if (part.words.size() + line.size() <= kLongestLateWords) part.words += line;
}

bool Keeper::is_boundary(std::string_view line) const {
    return line.starts_with("--") &&
           std::ranges::any_of(boundaries_, [&](const std::string& each) { return line.substr(2).starts_with(each); });
}

void Keeper::learn_boundaries(std::string_view text) {
    constexpr std::string_view kName = "boundary=";
    const std::string lower = base::lower_ascii(text);
    for (auto at = lower.find(kName); at != std::string::npos; at = lower.find(kName, at + 1)) {
        const auto boundary = boundary_in(text.substr(at + kName.size()));
        const bool is_new = std::ranges::find(boundaries_, boundary) == boundaries_.end();
        if (!boundary.empty() && boundary.size() <= kLongestBoundary && is_new && boundaries_.size() < kMostBoundaries)
            boundaries_.emplace_back(boundary);
    }
}

}  // namespace inbound_mail
