// features/supporter_import/mapping.h - what the columns of a foreign table are. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace supporter_import {

// What a column holds. nothing: it is passed over.
enum class Target : unsigned char {
    nothing,
    email,
    other_email,
    given_name,
    family_name,
    full_name,  // "Maya Tremblay", where there are no columns for the two
    language,
    country,
    postal_code,
    place,
    province,
    riding,
    tags,             // with commas or semicolons between them
    status,           // "subscribed", "unsubscribed", "cleaned", "bouncing", "spam complaint"
    consented_at,     // when they agreed
    unsubscribed_at,  // any value: they left
    bounced_at,       // any value: the address does not exist
    opted_out,        // yes: they left
    opted_in,         // no: they never agreed
    is_bad,           // yes: mail came back
    field             // an answer to a custom field
};

struct Column {
    Target target = Target::nothing;
    std::string field{};  // slug of a custom field; else empty
    bool operator==(const Column&) const = default;
};
using Mapping = std::vector<Column>;  // as many as the table has columns

// "email", "field:union_local", "" for nothing: in forms, commands and files.
std::string name_of(const Column& column);
std::optional<Column> column_of(std::string_view name);

struct TargetChoice {
    Target target;
    base::Message label;
};
// For menus; without custom fields.
const std::vector<TargetChoice>& target_choices();

// Programs whose exports are recognised by their columns.
enum class Preset : unsigned char { none, action_network, nationbuilder, mailchimp, civicrm, own };
std::string_view name_of(Preset preset);   // "action_network"
std::string_view label_of(Preset preset);  // "Action Network": a name, the same in both languages
std::optional<Preset> preset_of(std::string_view name);

struct Guess {
    Preset preset = Preset::none;
    Mapping mapping{};
};
// What these columns are: those of a program that is known, else by names that speak for themselves, in English and
// French. Our own exports come back as they left.
Guess guess_of(const std::vector<std::string>& columns);

// What is wrong with it: no column of addresses, or two columns for one thing that there is one of.
base::Problems problems_of(const Mapping& mapping);

// A column's name as a slug of a custom field: "Union Local #" is union_local. Empty where nothing is left.
std::string slug_of(std::string_view column);

}  // namespace supporter_import
