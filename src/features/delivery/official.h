// features/delivery/official.h - the petition that a parliament keeps itself, beside ours: its number, its link, its
// days. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/delivery/parliament.h"
#include "ports/editing.h"
#include "ports/petition_terms.h"

namespace delivery {

struct OfficialWords {
    std::string number;   // 0..40 characters
    std::string link;     // "" or https:// to the parliament's own site
    std::string sponsor;  // 0..200: the member who presents it
    std::int64_t supporters = 0;
    std::optional<base::Day> opens_on{}, closes_on{}, presented_on{}, answered_on{};

    bool operator==(const OfficialWords&) const = default;
};

struct Official {
    Parliament parliament;
    OfficialWords words;
    ports::Saving saving;
};

inline constexpr std::array<std::string_view, 8> kOfficialFields{
    "number", "link", "sponsor", "supporters", "opens_on", "closes_on", "presented_on", "answered_on"};

base::Result<OfficialWords, base::Problems> read_official(const ports::NamedTexts& typed, Parliament parliament);
ports::NamedTexts named(const OfficialWords& words);

// Whether an address begins with https:// and leads to the host of that parliament, or to one below it.
bool leads_to(std::string_view link, Parliament parliament);

// How it stands on that day.
enum class OfficialStage : unsigned char { none, gathering_supporters, open, closed, presented, answered };
OfficialStage stage_of(const OfficialWords& words, base::Day today);

// The last day for the answer: the limit of the rule after it was presented; nullopt where there is no such rule.
std::optional<base::Day> answer_due(const OfficialWords& words, Parliament parliament);

}  // namespace delivery
