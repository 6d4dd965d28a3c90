#include "platform/calendars/parsed.h"

#include <algorithm>
#include <mutex>
#include <string>

#include "base/text.h"
#include "platform/calendars/calendar.h"

namespace calendars {
namespace {

// An event in a calendar, with an alarm in it, in a stream: more is an attack on whoever walks down.
constexpr int kDeepest = 8;

// Long lines are folded: a line end and a blank stand in their midst (RFC 5545, 3.1).
std::string unfolded(std::string_view text) {
    std::string whole;
    whole.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_end = text[i] == '\n' || text[i] == '\r';
        if (is_end && text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (is_end && i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '\t'))
            ++i;
        else
            whole += is_end ? '\n' : text[i];
    }
    return whole;
}

// Whether BEGINs and ENDs keep to a depth that is safe to walk. Whatever begins like BEGIN counts.
bool is_shallow(std::string_view folded) {
    const std::string whole = unfolded(folded);
    int depth = 0;
    for (std::string_view text = whole; !text.empty();) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(std::min(text.find_first_not_of(" \t"), end), end);
        if (base::equals_ignoring_ascii_case(line.substr(0, 5), "BEGIN") && ++depth > kDeepest) return false;
        if (base::equals_ignoring_ascii_case(line.substr(0, 4), "END:")) depth = std::max(0, depth - 1);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

}  // namespace

ForeignComponent parsed(std::string_view text) {
    if (text.size() > kMostBytes || !is_shallow(text)) return {};
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
    std::string whole{text};
    std::ranges::replace(whole, '\0', ' ');
    return ForeignComponent{icalparser_parse_string(whole.c_str())};
}

}  // namespace calendars
