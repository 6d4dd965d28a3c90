// features/segments/segment.h - the rules of a segment: who is meant. Pure.
//
// Every rule that is set must hold; a rule with several values holds when one of them does. As JSON, with the members
// that are set: {"provinces": ["ON", "QC"], "not_provinces": ["AB"], "districts": ["K1A", "J"], "language": "fr",
// "joined_within_days": 30, "joined_before_days": 365, "active_within_days": 90, "quiet_for_days": 180,
// "tags": [12], "not_tags": [13], "actions": [{"did": true, "kind": "petitions.signed", "about": 7, "within_days":
// 30}]}
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/place.h"
#include "ports/audience.h"

namespace segments {

using ports::SegmentId;

enum class Did : unsigned char { yes, no };

struct ActionRule {
    Did did = Did::yes;
    std::string kind;  // key of a ports::ActionKind
    std::int64_t about = 0;
    std::optional<int> within_days{};  // with Did::no: not in these days, whatever was before
    bool operator==(const ActionRule&) const = default;
};

struct Rules {
    std::vector<people::Province> provinces{}, other_provinces{};
    std::vector<std::string> districts{};  // "K", "K1", "K1A": how postal codes begin
    std::optional<base::Locale> language{};
    std::optional<int> joined_within_days{}, joined_before_days{};
    std::optional<int> active_within_days{}, quiet_for_days{};  // anything at all that people do
    std::vector<std::int64_t> tags{}, other_tags{};             // has one of these; has none of these
    std::vector<ActionRule> actions{};                          // each must hold
    bool operator==(const Rules&) const = default;
};

inline constexpr std::size_t kMostActionRules = 4;
inline constexpr std::size_t kMostDistricts = 200;
inline constexpr int kMostDays = 3'650;

std::string to_json(const Rules& rules);
// nullopt for what to_json() cannot have written. Any bytes are fine.
std::optional<Rules> rules_of(std::string_view json);

// What was typed. Districts are separated by blanks or commas; days are whole numbers; empty fields set no rule.
struct ActionForm {
    std::string did, subject, within_days;  // "yes" or "no"; "petitions.signed:7", empty: no rule
};
struct Form {
    std::string name;
    std::vector<std::string> provinces, other_provinces;
    std::string districts, language;
    std::string joined_within_days, joined_before_days, active_within_days, quiet_for_days;
    std::vector<std::string> tags, other_tags;
    std::vector<ActionForm> actions;
};

struct NamedRules {
    std::string name;
    Rules rules;
    bool operator==(const NamedRules&) const = default;
};

// Everything wrong with it under the names of its fields (an action's are action_N, days_N with N from 1), or what it
// says. A province that is both wanted and not wanted is a problem.
base::Result<NamedRules, base::Problems> read_form(const Form& form);
// The form in which these rules would have been typed.
Form form_of(const NamedRules& named);

// When something is `days` days before now.
base::Instant days_before(base::Instant now, int days);

struct Segment {
    SegmentId id;
    std::string name;
    Rules rules;
    std::string made_by, changed_by;
    base::Instant created_at, changed_at;
    std::optional<base::Instant> retired_at;
};

}  // namespace segments
