// features/jobs_calculator/link.h - how old a link is: `data` and `model` in it say what it was made with. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace jobs_calculator {

// today: made with what answers now, or says nothing about it. past: made with an earlier edition, which answers it
// again. unknown: made with an edition or a model that this program does not have; what answers now stands in.
enum class LinkState : unsigned char { today, past, unknown };
std::string_view slug_of(LinkState state);  // "today"

// Where an answer is found, and what answered it.
struct AnsweredLink {
    std::string_view address;
    LinkState state;
};

// "2026-11-22", in UTC.
std::string day_of(base::Instant at);

// What a page says of a link that is not of today.
struct OlderLink {
    LinkState state;
    std::string edition, model;              // as the link names them; those of the answer where it does not
    std::optional<base::Instant> until;      // past: when its edition ceased to answer
    std::optional<std::int64_t> jobs_today;  // past: the round total of the same question with today's data
    std::string today_path;                  // to the same question with today's data
};

}  // namespace jobs_calculator
