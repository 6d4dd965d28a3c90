// features/osdi/store.h - the tables of this slice: what other programs call records, requests that may come again, and
// how a level treats people whom a partner brings.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "platform/db/transaction.h"

namespace osdi::store {

// Stored by number.
enum class RecordKind : unsigned char { person = 1, tag = 2 };

struct Record {
    RecordKind kind;
    std::int64_t id;
};
std::vector<std::string> identifiers_of(db::Read& read, Record record);
void add_identifiers(db::Write& write, Record record, const std::vector<std::string>& identifiers);
void forget_identifiers(db::Write& write, Record record);
// The records of this kind that some program calls so.
std::vector<std::int64_t> called(db::Read& read, RecordKind kind, std::string_view identifier);

struct RequestKey {
    std::int64_t api_key;
    std::string idempotency_key;
};
struct DoneRequest {
    std::int64_t fingerprint;
    std::int64_t subject;
};
std::optional<DoneRequest> find_request(db::Read& read, const RequestKey& key);
void note_request(db::Write& write, const RequestKey& key, const DoneRequest& done);
// Returns how many.
std::int64_t forget_requests(db::Write& write, base::Instant before);

// How people join whom a partner's program calls subscribed.
enum class Joining : unsigned char { confirmed_by_mail = 0, vouched = 1 };
struct JoiningRule {
    base::LevelId level;
    Joining joining = Joining::confirmed_by_mail;
    std::string words_en{}, words_fr{};
    base::Instant changed_at{};
    std::string changed_by{};

    const std::string& words(base::Locale locale) const { return locale == base::Locale::french ? words_fr : words_en; }
};
std::vector<JoiningRule> joining_rules(db::Read& read);
std::optional<JoiningRule> find_joining_rule(db::Read& read, base::LevelId level);
void set_joining_rule(db::Write& write, const JoiningRule& rule);

}  // namespace osdi::store
