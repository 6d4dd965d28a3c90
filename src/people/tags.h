// people/tags.h - words that staff, imports and programs put on people: "volunteer", "Steward 2026".
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/problem.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

using TagId = base::Id<struct PersonTagTag>;

inline constexpr std::size_t kLongestTag = 60;  // characters

struct Tag {
    TagId id;
    std::string name;
    base::Instant created_at;
};

// What is wrong with the name of a tag, tidied (base::collapse_spaces): empty or without a letter or digit, too long, a
// link, a start that a spreadsheet runs.
std::optional<base::Message> problem_of_tag(std::string_view name);

std::vector<Tag> tags(db::Read& read);  // by name
std::optional<Tag> find_tag(db::Read& read, TagId tag);
// Case, accents, blanks and marks make no difference: "Val-d'Or" is "val d'or".
std::optional<Tag> find_tag(db::Read& read, std::string_view name);
// The tag of this name, made where there is none; a name without problems.
TagId ensure_tag(db::Write& write, std::string_view name);
// nullopt: another tag has this name.
std::optional<TagId> rename_tag(db::Write& write, TagId tag, std::string_view name);
// Takes it off everybody.
void delete_tag(db::Write& write, TagId tag);

struct Tagging {
    PersonId person;
    TagId tag;
};
struct TaggedPerson {
    PersonId person;
    base::Instant added_at;
};

std::vector<Tag> tags_of(db::Read& read, PersonId person);  // by name
// How many were new: a tag that the person has stays as it is.
std::int64_t add_tags(db::Write& write, std::span<const Tagging> taggings);
std::int64_t add_tag(db::Write& write, Tagging tagging);
// Whether the person had it.
bool remove_tag(db::Write& write, Tagging tagging);

// People with a tag by their ids, those behind `after`, at most `limit`.
struct TaggedPage {
    TagId tag;
    PersonId after{0};
    std::int64_t limit = 100;
};
std::vector<TaggedPerson> tagged(db::Read& read, const TaggedPage& page);
// Counting ends at at_most; of a million it takes a tenth of a second.
std::int64_t count_tagged(db::Read& read, TagId tag, std::int64_t at_most = INT64_MAX);

}  // namespace people
