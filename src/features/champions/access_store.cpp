#include "features/champions/access_store.h"

namespace champions::store {
namespace {

using ports::ChampionId;
struct SessionTag;

Link read_link(const db::Row& row) {
    return {row.as<LinkId>(0),
            row.as<ChampionId>(1),
            row.as<LinkKind>(2),
            row.as<base::Locale>(3),
            row.as<std::string>(4),
            row.as<base::Instant>(5),
            row.as<std::optional<base::Instant>>(6)};
}

const db::Command<void(LinkId, ChampionId, LinkKind, base::Locale, std::string, base::Instant)> kInsertLink{
    R"(insert into champion_link (id, champion_id, kind, locale, network, asked_at)
       values ($1, $2, $3, $4, $5, $6))"};
const db::Query<Link(LinkId)> kFindLink{
    "select id, champion_id, kind, locale, network, asked_at, used_at from champion_link where id = $1", read_link};
const db::Query<Link(ChampionId)> kOf{
    R"(select id, champion_id, kind, locale, network, asked_at, used_at from champion_link where champion_id = $1
       order by id)",
    read_link};
const db::Query<std::int64_t(ChampionId, base::Instant)> kCountOf{
    "select count(*) from champion_link where champion_id = $1 and asked_at > $2",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<std::int64_t(std::string, base::Instant)> kCountFrom{
    "select count(*) from champion_link where network = $1 and asked_at > $2", db::columns<std::int64_t, std::int64_t>};
const db::Command<void(LinkId, base::Instant)> kUse{
    "update champion_link set used_at = $2 where id = $1 and used_at is null"};

const db::Command<void(base::Id<SessionTag>, ChampionId, std::string, base::Instant, base::Instant)> kBegin{
    "insert into champion_session (id, champion_id, token_hash, began_at, ends_at) values ($1, $2, $3, $4, $5)"};
const db::Query<ChampionId(std::string, base::Instant)> kSession{
    "select champion_id from champion_session where token_hash = $1 and ends_at > $2",
    db::columns<ChampionId, ChampionId>};
const db::Command<void(std::string)> kEnd{"delete from champion_session where token_hash = $1"};
const db::Command<void(ChampionId)> kEndAll{"delete from champion_session where champion_id = $1"};

const db::Query<std::int64_t(base::Instant)> kCountOld{
    R"(select (select count(*) from champion_link where asked_at < $1) +
              (select count(*) from champion_session where ends_at < $1))",
    db::columns<std::int64_t, std::int64_t>};
const db::Command<void(base::Instant, std::int64_t)> kForgetLinks{
    "delete from champion_link where id in (select id from champion_link where asked_at < $1 limit $2)"};
const db::Command<void(base::Instant, std::int64_t)> kForgetSessions{
    "delete from champion_session where id in (select id from champion_session where ends_at < $1 limit $2)"};

}  // namespace

std::optional<LinkId> insert_link(db::Write& write, const Link& link) {
    const auto since = write.now() - base::days(1);
    if (write.one(kCountOf, link.champion, since).value_or(0) >= kMostLinksADay) return std::nullopt;
    const auto id = write.new_id<LinkId>();
    write.run(kInsertLink, id, link.champion, link.kind, link.locale, link.network, write.now());
    return id;
}

std::optional<Link> find_link(db::Read& read, LinkId id) { return read.one(kFindLink, id); }

std::vector<Link> links_of(db::Read& read, ChampionId champion) { return read.all(kOf, champion); }

void use_link(db::Write& write, LinkId id) { write.run(kUse, id, write.now()); }

std::int64_t count_links(db::Read& read, const std::string& network, base::Instant since) {
    return network.empty() ? 0 : read.one(kCountFrom, network, since).value_or(0);
}

void begin_session(db::Write& write, ChampionId champion, const auth::TokenHash& token) {
    write.run(kBegin, write.new_id<base::Id<SessionTag>>(), champion, token.text, write.now(),
              write.now() + kSessionPeriod);
}

std::optional<ChampionId> find_session(db::Read& read, const auth::TokenHash& token, base::Instant now) {
    return read.one(kSession, token.text, now);
}

void end_session(db::Write& write, const auth::TokenHash& token) { write.run(kEnd, token.text); }

void end_sessions(db::Write& write, ChampionId champion) { write.run(kEndAll, champion); }

std::int64_t count_old_links(db::Read& read, base::Instant before) { return read.one(kCountOld, before).value_or(0); }

std::int64_t forget_old_links(db::Write& write, base::Instant before, std::int64_t limit) {
    return write.run(kForgetLinks, before, limit) + write.run(kForgetSessions, before, limit);
}

}  // namespace champions::store
