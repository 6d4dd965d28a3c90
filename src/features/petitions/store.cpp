#include "features/petitions/store.h"

#include <algorithm>

namespace petitions::store {
namespace {

using OptionalInstant = std::optional<base::Instant>;

constexpr auto kReadPetition = db::columns<Petition, PetitionId, base::LevelId, std::string, Kind, std::int64_t,
                                           OptionalInstant, OptionalInstant, OptionalInstant>;

const db::Query<Petition(std::string_view)> kFindBySlug{
    "select id, level_id, slug, kind, goal, closes_at, published_at, closed_at from petition where slug = $1",
    kReadPetition};

const db::Query<Petition(PetitionId)> kFindById{
    "select id, level_id, slug, kind, goal, closes_at, published_at, closed_at from petition where id = $1",
    kReadPetition};

const db::Query<Petition()> kAllPetitions{
    "select id, level_id, slug, kind, goal, closes_at, published_at, closed_at from petition order by id desc",
    kReadPetition};

constexpr auto kReadText = db::columns<Text, TextId, PetitionId, base::Locale, std::int64_t, std::string, std::string,
                                       std::string, std::string, base::Instant, OptionalInstant>;

const db::Query<Text(PetitionId)> kNewestTexts{R"sql(
    select id, petition_id, locale, version, title, lead, body, thanks, written_at, frozen_at
    from petition_text as this
    where petition_id = $1
      and version = (select max(version) from petition_text as any_version
                     where any_version.petition_id = this.petition_id and any_version.locale = this.locale)
    order by locale
)sql",
                                               kReadText};

// Two rows at most: the newest frozen one of each language.
const db::Query<Text(PetitionId)> kFrozenTexts{R"sql(
    select id, petition_id, locale, version, title, lead, body, thanks, written_at, frozen_at
    from petition_text as this
    where petition_id = $1
      and version = (select max(version) from petition_text as frozen
                     where frozen.petition_id = this.petition_id and frozen.locale = this.locale
                       and frozen.frozen_at is not null)
)sql",
                                               kReadText};

const db::Query<Text(TextId)> kFindText{R"sql(
    select id, petition_id, locale, version, title, lead, body, thanks, written_at, frozen_at
    from petition_text where id = $1
)sql",
                                        kReadText};

const db::Query<Text(PetitionId, base::Locale)> kVersions{R"sql(
    select id, petition_id, locale, version, title, lead, body, thanks, written_at, frozen_at
    from petition_text where petition_id = $1 and locale = $2 order by version desc
)sql",
                                                          kReadText};

const db::Query<ports::Saving(PetitionId)> kLastSaving{R"sql(
    select written_by, written_at from petition_text where petition_id = $1 order by written_at desc, id desc limit 1
)sql",
                                                       db::columns<ports::Saving, std::string, base::Instant>};

const db::Command<void(PetitionId, base::LevelId, std::string, Kind, std::int64_t, OptionalInstant, base::Instant,
                       std::string_view)>
    kInsertPetition{R"sql(
    insert into petition (id, level_id, slug, kind, goal, closes_at, created_at, created_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (slug) do nothing
)sql"};

const db::Command<void(TextId, PetitionId, base::Locale, std::int64_t, std::string, std::string, std::string,
                       std::string, base::Instant, std::string_view)>
    kInsertText{R"sql(
    insert into petition_text (id, petition_id, locale, version, title, lead, body, thanks, written_at, written_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};

// The condition on frozen_at is the promise that a signed text never changes.
const db::Command<void(TextId, std::string, std::string, std::string, std::string, base::Instant, std::string_view)>
    kUpdateDraft{R"sql(
    update petition_text
    set title = $2, lead = $3, body = $4, thanks = $5, written_at = $6, written_by = $7
    where id = $1 and frozen_at is null
)sql"};

const db::Command<void(TextId)> kDeleteDraft{"delete from petition_text where id = $1 and frozen_at is null"};

const db::Command<void(PetitionId, base::Instant)> kFreezeDrafts{
    "update petition_text set frozen_at = $2 where petition_id = $1 and frozen_at is null"};

const db::Command<void(PetitionId, base::Instant, std::string_view)> kPublish{R"sql(
    update petition set published_at = $2, published_by = $3 where id = $1 and published_at is null
)sql"};

const db::Command<void(PetitionId, base::Instant, std::string_view)> kClose{
    "update petition set closed_at = $2, closed_by = $3 where id = $1 and closed_at is null"};

const db::Command<void(PetitionId)> kReopen{
    "update petition set closed_at = null, closed_by = null, closes_at = null where id = $1"};

const Text* in_language(const std::vector<Text>& texts, base::Locale locale) {
    const auto found = std::ranges::find(texts, locale, &Text::locale);
    return found == texts.end() ? nullptr : &*found;
}

bool has_words(const Text& text, const TextForm& words) {
    return TextForm{text.title, text.lead, text.body, text.thanks} == words;
}

}  // namespace

std::optional<Petition> find(db::Read& read, std::string_view slug) { return read.one(kFindBySlug, slug); }

std::optional<Petition> find(db::Read& read, PetitionId id) { return read.one(kFindById, id); }

std::vector<Petition> all(db::Read& read) { return read.all(kAllPetitions); }

std::vector<Text> newest_texts(db::Read& read, PetitionId petition) { return read.all(kNewestTexts, petition); }

std::optional<Text> public_text(db::Read& read, PetitionId petition, base::Locale locale) {
    const auto texts = read.all(kFrozenTexts, petition);
    if (texts.empty()) return std::nullopt;
    const Text* text = in_language(texts, locale);
    return text != nullptr ? *text : texts.front();
}

std::optional<Text> find_text(db::Read& read, TextId id) { return read.one(kFindText, id); }

std::vector<Text> versions(db::Read& read, PetitionId petition, base::Locale locale) {
    return read.all(kVersions, petition, locale);
}

std::optional<ports::Saving> last_saving(db::Read& read, PetitionId petition) {
    return read.one(kLastSaving, petition);
}

std::optional<PetitionId> insert(db::Write& write, const PetitionPlan& plan, base::LevelId level,
                                 std::string_view staff_name) {
    const auto id = write.new_id<PetitionId>();
    const auto inserted =
        write.run(kInsertPetition, id, level, plan.slug, plan.kind, plan.goal, plan.closes_at, write.now(), staff_name);
    return inserted == 1 ? std::optional{id} : std::nullopt;
}

void save_text(db::Write& write, const Petition& petition, base::Locale locale, const TextForm& words,
               std::string_view staff_name) {
    const auto texts = newest_texts(write, petition.id);
    const Text* newest = in_language(texts, locale);
    if (words.is_empty()) {
        if (newest != nullptr) write.run(kDeleteDraft, newest->id);
        return;
    }
    if (newest != nullptr && has_words(*newest, words)) return;
    if (newest != nullptr && !newest->frozen_at) {
        write.run(kUpdateDraft, newest->id, words.title, words.lead, words.body, words.thanks, write.now(), staff_name);
        return;
    }
    const std::int64_t version = newest == nullptr ? 1 : newest->version + 1;
    write.run(kInsertText, write.new_id<TextId>(), petition.id, locale, version, words.title, words.lead, words.body,
              words.thanks, write.now(), staff_name);
}

void publish(db::Write& write, PetitionId petition, std::string_view staff_name) {
    write.run(kFreezeDrafts, petition, write.now());
    write.run(kPublish, petition, write.now(), staff_name);
}

void close(db::Write& write, PetitionId petition, std::string_view staff_name) {
    write.run(kClose, petition, write.now(), staff_name);
}

void reopen(db::Write& write, PetitionId petition) { write.run(kReopen, petition); }

}  // namespace petitions::store
