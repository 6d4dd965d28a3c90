// features/champions/access_store.h - mailed links and sessions in the database.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "features/champions/access.h"
#include "platform/db/transaction.h"

namespace champions::store {

// nullopt: they were sent too many today.
std::optional<LinkId> insert_link(db::Write& write, const Link& link);
std::optional<Link> find_link(db::Read& read, LinkId id);
std::vector<Link> links_of(db::Read& read, ports::ChampionId champion);
void use_link(db::Write& write, LinkId id);

// From this network since then, of every champion: an empty network counts nothing.
std::int64_t count_links(db::Read& read, const std::string& network, base::Instant since);

void begin_session(db::Write& write, ports::ChampionId champion, const auth::TokenHash& token);
std::optional<ports::ChampionId> find_session(db::Read& read, const auth::TokenHash& token, base::Instant now);
void end_session(db::Write& write, const auth::TokenHash& token);
void end_sessions(db::Write& write, ports::ChampionId champion);

// Links that were asked for before, and sessions that ended before.
std::int64_t count_old_links(db::Read& read, base::Instant before);
std::int64_t forget_old_links(db::Write& write, base::Instant before, std::int64_t limit);

}  // namespace champions::store
