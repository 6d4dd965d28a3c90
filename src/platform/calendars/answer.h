// platform/calendars/answer.h - what an invited person's calendar sends back to whoever invited (RFC 5546: REPLY).
#pragma once
#include <optional>
#include <string_view>

namespace calendars {

enum class Says : unsigned char { yes, perhaps, no };

struct Answer {
    Says says;
    std::optional<int> sequence;  // of the invitation that it answers, where it says so
};

// The first answer in it; any bytes are fine. nullopt for whatever is no REPLY of somebody who decided.
std::optional<Answer> read_answer(std::string_view text);

}  // namespace calendars
