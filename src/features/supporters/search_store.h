// features/supporters/search_store.h - pages of people, each read from an index, so that they cost the same wherever
// they lie among ten million.
#pragma once
#include <optional>
#include <vector>

#include "base/level_id.h"
#include "features/supporters/search.h"
#include "people/mail_standing.h"
#include "people/tags.h"
#include "platform/db/transaction.h"

namespace supporters::store {

// Whom staff may see. nullopt: everybody; else those of these levels.
using Scope = std::optional<std::vector<base::LevelId>>;

// Where a page begins: behind this person, found by that reading.
struct Place {
    std::size_t reading = 0;
    people::PersonId person{0};
};

struct Search {
    Scope scope;
    std::string words{};
    std::optional<people::TagId> tag{};
    std::optional<Place> after{};
    std::int64_t limit = 50;
};

struct Listed {
    people::Person person;
    std::optional<people::MailStanding> standing;
};
struct Page {
    std::vector<Listed> people;
    std::optional<Place> next;  // where the next page begins; nullopt: that was all
};

// By family name, then given name; who was found by a later reading follows. With a tag: in the order in which people
// came, at most kMostLookedAt of those who have the tag are looked at for one page, so that it may hold few, or none.
inline constexpr std::int64_t kMostLookedAt = 5'000;
Page find(db::Read& read, const Search& search);

// Everybody in the scope, for exports: by id, those behind `after`.
struct Walk {
    people::PersonId after{0};
    std::int64_t limit = 1'000;
};
std::vector<people::PersonId> walk(db::Read& read, const Walk& walk);

// Counting ends at kMostCounted.
inline constexpr std::int64_t kMostCounted = 10'000;
std::int64_t count_all(db::Read& read);

}  // namespace supporters::store
