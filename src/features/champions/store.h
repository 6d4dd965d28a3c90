// features/champions/store.h - champions in the database: who they are and what they offer.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "features/champions/champion.h"
#include "platform/db/transaction.h"

namespace champions::store {

// Of everybody who is not erased; areas, topics and consent with them.
std::optional<Champion> find(db::Read& read, ChampionId id);
std::optional<Champion> find_by_slug(db::Read& read, std::string_view slug);
std::optional<Champion> find_by_feed(db::Read& read, std::int64_t feed);
// By their mailbox, also before they confirmed it.
std::optional<Champion> find_by_address(db::Read& read, std::int64_t address_hash);
// In this state, confirmed, by id. Four statements, however many they are.
std::vector<Champion> in_state(db::Read& read, State state);
// Confirmed, of every state.
std::vector<Champion> all(db::Read& read);
// Their name, also of those who left; "" once erased or where there is none.
std::string name(db::Read& read, ChampionId id);

struct NewChampion {
    Application application;
    std::int64_t address_hash;
    base::Locale locale;
    std::optional<people::Province> province;
    std::string network;
    std::optional<base::Instant> applied_at{};  // absent: now
};
// Waits for its address to be confirmed; the level is the first area that they serve.
ChampionId insert(db::Write& write, const NewChampion& champion);
// What somebody typed once more before they confirmed.
void apply_again(db::Write& write, ChampionId id, const NewChampion& champion);
// Takes an application away that nobody confirmed; false: it was confirmed, or there is none.
bool drop_unconfirmed(db::Write& write, ChampionId id);
// Gives them a slug of their own, and notes their application as the first step. Once only.
void confirm(db::Write& write, const Champion& champion, people::PersonId person);

void write_profile(db::Write& write, ChampionId id, const Profile& profile);
void write_picture(db::Write& write, ChampionId id, ports::PictureId picture);
void write_terms(db::Write& write, ChampionId id, const Terms& terms);
void write_level(db::Write& write, ChampionId id, base::LevelId level);
// The address of their calendar becomes another one.
void renew_feed(db::Write& write, ChampionId id);

// What `alltogether check` looks at: active ones without a slug, an area or a language.
std::vector<std::string> incomplete(db::Read& read);

}  // namespace champions::store
