// features/osdi/filter.h - the questions of ?filter=, as Action Network asks them (a piece of OData). Pure.
//
//     email_address eq 'maya@example.org'
//     modified_date gt '2026-11-01' and region eq 'ON'
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "ports/signing.h"

namespace osdi {

enum class FilterField : unsigned char {
    email_address,
    identifier,
    given_name,
    family_name,
    region,
    postal_code,
    created_date,
    modified_date
};

enum class Comparison : unsigned char { eq, gt, lt, ge, le };

struct Condition {
    FilterField field;
    Comparison comparison;
    std::string value;
    base::Instant at{};  // of the dates
};

inline constexpr std::size_t kLongestFilter = 500;  // bytes
inline constexpr std::size_t kMostConditions = 8;

// Conditions, all of which must hold.
struct Filter {
    std::vector<Condition> conditions{};

    bool is_empty() const { return conditions.empty(); }
    // The value of the first condition on this field, or nullptr.
    const std::string* value(FilterField field) const;
    bool has(FilterField field) const { return value(field) != nullptr; }
    // What the conditions on the two dates leave, in whole seconds: an answer shows no finer time, so "eq" and "le"
    // hold for the whole second, and "gt" for all but its first microsecond.
    ports::TimeSpans spans() const;
};

// name, blanks, operator (eq gt lt ge le; texts know eq alone), blanks, 'value' (a quotation mark in it is doubled),
// joined by "and". An empty text asks for nothing. "or" and brackets are refused.
base::Result<Filter, base::Message> read_filter(std::string_view text);

// 2026-11-22, 2026-11-22T18:00, 2026-11-22T18:00:00Z, with fractions of a second and an offset such as -05:00; without
// one it is UTC. Years 1970 to 9999.
std::optional<base::Instant> read_time(std::string_view text);

}  // namespace osdi
