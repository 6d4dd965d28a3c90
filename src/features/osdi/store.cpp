#include "features/osdi/store.h"

#include <tuple>

namespace osdi::store {
namespace {

const db::Query<std::string(RecordKind, std::int64_t)> kIdentifiers{
    "select identifier from osdi_identifier where kind = $1 and subject = $2 order by added_at, identifier",
    db::columns<std::string, std::string>};
const db::BatchCommand<void(RecordKind, std::string, std::int64_t, base::Instant)> kAddIdentifiers{
    "insert into osdi_identifier (kind, identifier, subject, added_at) values ($1, $2, $3, $4) on conflict do nothing"};
const db::Command<void(RecordKind, std::int64_t)> kForgetIdentifiers{
    "delete from osdi_identifier where kind = $1 and subject = $2"};
const db::Query<std::int64_t(RecordKind, std::string_view)> kCalled{
    "select subject from osdi_identifier where kind = $1 and identifier = $2 order by subject limit 100",
    db::columns<std::int64_t, std::int64_t>};

const db::Query<DoneRequest(std::int64_t, std::string_view)> kRequest{
    "select fingerprint, subject from osdi_request where key_id = $1 and idempotency_key = $2",
    db::columns<DoneRequest, std::int64_t, std::int64_t>};
const db::Command<void(std::int64_t, std::string_view, std::int64_t, std::int64_t, base::Instant)> kNoteRequest{
    R"(insert into osdi_request (key_id, idempotency_key, fingerprint, subject, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing)"};
const db::Command<void(base::Instant)> kForgetRequests{"delete from osdi_request where at < $1"};

JoiningRule read_rule(const db::Row& row) {
    return {.level = row.as<base::LevelId>(0),
            .joining = row.as<Joining>(1),
            .words_en = row.as<std::string>(2),
            .words_fr = row.as<std::string>(3),
            .changed_at = row.as<base::Instant>(4),
            .changed_by = row.as<std::string>(5)};
}
const db::Query<JoiningRule()> kRules{
    "select level_id, vouched, words_en, words_fr, changed_at, changed_by from osdi_joining order by level_id",
    read_rule};
const db::Query<JoiningRule(base::LevelId)> kRule{
    "select level_id, vouched, words_en, words_fr, changed_at, changed_by from osdi_joining where level_id = $1",
    read_rule};
const db::Command<void(base::LevelId, Joining, std::string_view, std::string_view, base::Instant, std::string_view)>
    kSetRule{
        R"(insert into osdi_joining (level_id, vouched, words_en, words_fr, changed_at, changed_by)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (level_id) do update set vouched = excluded.vouched, words_en = excluded.words_en,
               words_fr = excluded.words_fr, changed_at = excluded.changed_at, changed_by = excluded.changed_by)"};

}  // namespace

std::vector<std::string> identifiers_of(db::Read& read, Record record) {
    return read.all(kIdentifiers, record.kind, record.id);
}

void add_identifiers(db::Write& write, Record record, const std::vector<std::string>& identifiers) {
    struct Item {
        RecordKind kind;
        const std::string& identifier;
        std::int64_t subject;
        base::Instant at;
    };
    std::vector<Item> items;
    for (const std::string& identifier : identifiers)
        items.push_back({record.kind, identifier, record.id, write.now()});
    write.run_batch(kAddIdentifiers, items,
                    [](const Item& item) { return std::tie(item.kind, item.identifier, item.subject, item.at); });
}

void forget_identifiers(db::Write& write, Record record) { write.run(kForgetIdentifiers, record.kind, record.id); }

std::vector<std::int64_t> called(db::Read& read, RecordKind kind, std::string_view identifier) {
    return read.all(kCalled, kind, identifier);
}

std::optional<DoneRequest> find_request(db::Read& read, const RequestKey& key) {
    return read.one(kRequest, key.api_key, key.idempotency_key);
}

void note_request(db::Write& write, const RequestKey& key, const DoneRequest& done) {
    write.run(kNoteRequest, key.api_key, key.idempotency_key, done.fingerprint, done.subject, write.now());
}

std::int64_t forget_requests(db::Write& write, base::Instant before) { return write.run(kForgetRequests, before); }

std::vector<JoiningRule> joining_rules(db::Read& read) { return read.all(kRules); }

std::optional<JoiningRule> find_joining_rule(db::Read& read, base::LevelId level) { return read.one(kRule, level); }

void set_joining_rule(db::Write& write, const JoiningRule& rule) {
    write.run(kSetRule, rule.level, rule.joining, rule.words_en, rule.words_fr, write.now(), rule.changed_by);
}

}  // namespace osdi::store
