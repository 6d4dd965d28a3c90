#include "features/voices/consent_store.h"

#include <fmt/format.h>

namespace voices::store {
namespace {

const db::Query<WordingId(std::string, base::Locale, std::string)> kFindWording{
    "select id from voice_wording where kind = $1 and locale = $2 and words = $3",
    [](const db::Row& row) { return row.as<WordingId>(0); }};
const db::Query<KnownWording(WordingId)> kWording{
    "select kind, locale, words, version from voice_wording where id = $1", [](const db::Row& row) {
        return KnownWording{{row.as<std::string>(0), row.as<base::Locale>(1), row.as<std::string>(2)}, row.integer(3)};
    }};
const db::Query<std::int64_t(std::string, base::Locale)> kNewestVersion{
    "select coalesce(max(version), 0) from voice_wording where kind = $1 and locale = $2",
    db::columns<std::int64_t, std::int64_t>};
const db::Command<void(WordingId, std::string, base::Locale, std::int64_t, std::string, base::Instant)> kInsertWording{
    "insert into voice_wording (id, kind, locale, version, words, first_used_at) values ($1, $2, $3, $4, $5, $6)"};

}  // namespace

WordingId ensure_wording(db::Write& write, const Wording& wording) {
    if (const auto known = write.one(kFindWording, wording.kind, wording.locale, wording.words)) return *known;
    const auto version = write.one(kNewestVersion, wording.kind, wording.locale).value_or(0) + 1;
    const auto id = write.new_id<WordingId>();
    write.run(kInsertWording, id, wording.kind, wording.locale, version, wording.words, write.now());
    return id;
}

std::optional<KnownWording> find_wording(db::Read& read, WordingId wording) { return read.one(kWording, wording); }

std::string wording_name(db::Read& read, WordingId wording) {
    const auto known = find_wording(read, wording);
    if (!known) return {};
    return fmt::format("voices.{}/{}/{}", known->wording.kind, base::code(known->wording.locale), known->version);
}

}  // namespace voices::store
