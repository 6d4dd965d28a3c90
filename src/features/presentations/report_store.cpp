#include "features/presentations/report_store.h"

#include <tuple>

namespace presentations::store {
namespace {

const db::Command<void(PresentationId, std::int64_t, std::string, std::int64_t, std::int64_t, std::string,
                       ports::PictureId, base::Instant, std::string)>
    kSaveReport{R"sql(
    insert into presentation_report (presentation_id, attendance, questions, feeling_before, feeling_after, words,
                                     picture_id, reported_at, reported_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (presentation_id) do update
    set attendance = excluded.attendance, questions = excluded.questions, feeling_before = excluded.feeling_before,
        feeling_after = excluded.feeling_after, words = excluded.words,
        picture_id = case when excluded.picture_id = 0 then presentation_report.picture_id else excluded.picture_id end,
        reported_at = excluded.reported_at, reported_by = excluded.reported_by
)sql"};

const db::Query<StoredReport(PresentationId)> kFindReport{
    R"sql(
    select attendance, questions, feeling_before, feeling_after, words, picture_id, reported_at, reported_by
    from presentation_report where presentation_id = $1
)sql",
    [](const db::Row& row) {
        return StoredReport{{.attendance = row.integer(0),
                             .questions = row.as<std::string>(1),
                             .feeling_before = row.as<int>(2),
                             .feeling_after = row.as<int>(3),
                             .words = row.as<std::string>(4),
                             .picture = row.as<ports::PictureId>(5)},
                            row.as<base::Instant>(6),
                            row.as<std::string>(7)};
    }};

const db::Command<void(ChampionId)> kEraseReporter{R"sql(
    update presentation_report set reported_by = ''
    where presentation_id in (select id from presentation where champion_id = $1)
)sql"};

const db::Query<PresentationId(ports::PictureId)> kReportsWith{
    "select presentation_id from presentation_report where picture_id = $1 order by presentation_id",
    [](const db::Row& row) { return row.as<PresentationId>(0); }};

const db::Command<void(ListNameId, PresentationId, std::string, std::string, std::string, std::int64_t, base::Locale,
                       base::Instant)>
    kInsertName{R"sql(
    insert into presentation_name (id, presentation_id, given_name, family_name, email, address_hash, locale, asked_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (presentation_id, address_hash) do nothing
)sql"};

#define NAME_COLUMNS \
    "id, presentation_id, given_name, family_name, email, address_hash, locale, asked_at, confirmed_at, denied_at "

ListName read_name(const db::Row& row) {
    return {.id = row.as<ListNameId>(0),
            .presentation = row.as<PresentationId>(1),
            .name = {row.as<std::string>(2), row.as<std::string>(3)},
            .email = row.as<std::string>(4),
            .address_hash = row.integer(5),
            .locale = row.as<base::Locale>(6),
            .asked_at = row.as<base::Instant>(7),
            .confirmed_at = row.as<std::optional<base::Instant>>(8),
            .denied_at = row.as<std::optional<base::Instant>>(9)};
}

const db::Query<ListName(ListNameId)> kFindName{"select " NAME_COLUMNS "from presentation_name where id = $1",
                                                read_name};
const db::Query<ListName(PresentationId)> kNames{
    "select " NAME_COLUMNS "from presentation_name where presentation_id = $1 order by id", read_name};
const db::Query<ListName(std::int64_t)> kNamesOfAddress{
    "select " NAME_COLUMNS "from presentation_name where address_hash = $1 order by id", read_name};

#undef NAME_COLUMNS

const db::Command<void(ListNameId, base::Instant)> kConfirmName{
    "update presentation_name set confirmed_at = $2 where id = $1 and confirmed_at is null and denied_at is null"};
const db::Command<void(ListNameId, base::Instant)> kDenyName{R"sql(
    update presentation_name set denied_at = $2, given_name = '', family_name = '', email = ''
    where id = $1 and confirmed_at is null and denied_at is null
)sql"};
const db::Command<void(std::int64_t)> kEraseNames{"delete from presentation_name where address_hash = $1"};
const db::Query<std::int64_t(base::Instant)> kCountNames{
    "select count(*) from presentation_name where confirmed_at is null and asked_at < $1",
    [](const db::Row& row) { return row.integer(0); }};
const db::Command<void(base::Instant, std::int64_t)> kForgetNames{R"sql(
    delete from presentation_name where id in (
        select id from presentation_name where confirmed_at is null and asked_at < $1 order by id limit $2)
)sql"};

const db::Command<void(PresentationId, std::int64_t, std::string, std::int64_t, base::Instant)> kSaveFeedback{R"sql(
    insert into presentation_feedback (presentation_id, rating, words, may_quote, given_at)
    values ($1, $2, $3, $4, $5)
    on conflict (presentation_id) do update
    set rating = excluded.rating, words = excluded.words, may_quote = excluded.may_quote, given_at = excluded.given_at
)sql"};
const db::Query<Feedback(PresentationId)> kFindFeedback{
    "select rating, words, may_quote, given_at from presentation_feedback where presentation_id = $1",
    db::columns<Feedback, int, std::string, FeedbackForm::Quote, base::Instant>};

const db::Command<void(PresentationId)> kEraseFeedback{
    "update presentation_feedback set words = '', may_quote = 0 where presentation_id = $1"};

// One spelling of a town for all of its presentations: the first of its spellings.
const db::Query<Place()> kPlaces{
    R"sql(
    select min(p.town), p.province, count(*), cast(coalesce(sum(r.attendance), 0) as bigint), max(p.starts_at)
    from presentation p join presentation_report r on r.presentation_id = p.id
    where p.state = 4 group by p.province, lower(p.town) order by max(p.starts_at) desc, min(p.town)
)sql",
    [](const db::Row& row) {
        return Place{row.as<std::string>(0), people::province_of(row.text(1)).value_or(people::Province::on),
                     row.integer(2), row.integer(3), row.as<base::Instant>(4)};
    }};

const db::Query<Totals()> kTotals{
    R"sql(
    select p.level_id,
           coalesce(sum(case when p.state = 4 and p.origin <> 3 then 1 else 0 end), 0),
           cast(coalesce(sum(case when p.state = 4 then r.attendance else 0 end), 0) as bigint),
           coalesce(sum(case when p.state = 4 and p.origin = 3 then 1 else 0 end), 0),
           coalesce(sum(case when p.state = 3 then 1 else 0 end), 0),
           coalesce(sum(case when p.state = 5 then 1 else 0 end), 0),
           coalesce(sum(case when p.state = 7 then 1 else 0 end), 0),
           coalesce(sum(case when p.state in (1, 2) then 1 else 0 end), 0),
           cast(coalesce(sum(case when r.feeling_after > 0 then r.feeling_before else 0 end), 0) as bigint),
           cast(coalesce(sum(case when r.feeling_before > 0 then r.feeling_after else 0 end), 0) as bigint),
           coalesce(sum(case when r.feeling_before > 0 and r.feeling_after > 0 then 1 else 0 end), 0)
    from presentation p left join presentation_report r on r.presentation_id = p.id
    group by p.level_id order by p.level_id
)sql",
    db::columns<Totals, base::LevelId, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>};

const db::Query<Coordinator()> kCoordinators{
    "select level_id, email, locale from presentation_coordinator order by level_id",
    db::columns<Coordinator, base::LevelId, std::string, base::Locale>};
const db::Command<void(base::LevelId, std::string, base::Locale, base::Instant)> kSaveCoordinator{R"sql(
    insert into presentation_coordinator (level_id, email, locale, changed_at) values ($1, $2, $3, $4)
    on conflict (level_id) do update
    set email = excluded.email, locale = excluded.locale, changed_at = excluded.changed_at
)sql"};
const db::Command<void(base::LevelId)> kDropCoordinator{"delete from presentation_coordinator where level_id = $1"};

NameChanged changed(std::int64_t rows) { return rows == 0 ? NameChanged::no : NameChanged::yes; }

}  // namespace

void save_report(db::Write& write, PresentationId id, const StoredReport& stored) {
    const Report& report = stored.report;
    write.run(kSaveReport, id, report.attendance, report.questions, report.feeling_before, report.feeling_after,
              report.words, report.picture, stored.reported_at, stored.reported_by);
}

std::optional<StoredReport> find_report(db::Read& read, PresentationId id) { return read.one(kFindReport, id); }

void erase_reporter(db::Write& write, ChampionId champion) { write.run(kEraseReporter, champion); }

std::vector<PresentationId> reports_with(db::Read& read, ports::PictureId picture) {
    return read.all(kReportsWith, picture);
}

std::optional<ListNameId> insert_name(db::Write& write, const NewListName& name) {
    const auto id = write.new_id<ListNameId>();
    const auto rows = write.run(kInsertName, id, name.presentation, name.name.name.given, name.name.name.family,
                                name.name.email.text(), name.address_hash, name.locale, write.now());
    return rows == 0 ? std::nullopt : std::optional{id};
}

std::optional<ListName> find_name(db::Read& read, ListNameId id) { return read.one(kFindName, id); }

std::vector<ListName> names_of(db::Read& read, PresentationId presentation) { return read.all(kNames, presentation); }

std::vector<ListName> names_of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kNamesOfAddress, address_hash);
}

NameChanged confirm_name(db::Write& write, ListNameId id) { return changed(write.run(kConfirmName, id, write.now())); }

NameChanged deny_name(db::Write& write, ListNameId id) { return changed(write.run(kDenyName, id, write.now())); }

void erase_names(db::Write& write, std::int64_t address_hash) { write.run(kEraseNames, address_hash); }

std::int64_t count_unconfirmed_names(db::Read& read, base::Instant before) {
    return read.one(kCountNames, before).value_or(0);
}

std::int64_t forget_unconfirmed_names(db::Write& write, const OldNames& old) {
    return write.run(kForgetNames, old.before, old.limit);
}

void save_feedback(db::Write& write, PresentationId id, const Feedback& feedback) {
    write.run(kSaveFeedback, id, feedback.rating, feedback.words, static_cast<std::int64_t>(feedback.may_quote),
              feedback.given_at);
}

std::optional<Feedback> find_feedback(db::Read& read, PresentationId id) { return read.one(kFindFeedback, id); }

void erase_feedback(db::Write& write, PresentationId id) { write.run(kEraseFeedback, id); }

std::vector<Place> places(db::Read& read) { return read.all(kPlaces); }

std::vector<Totals> totals(db::Read& read) { return read.all(kTotals); }

std::vector<Coordinator> coordinators(db::Read& read) { return read.all(kCoordinators); }

void save_coordinator(db::Write& write, const Coordinator& coordinator) {
    if (coordinator.email.empty())
        write.run(kDropCoordinator, coordinator.level);
    else
        write.run(kSaveCoordinator, coordinator.level, coordinator.email, coordinator.locale, write.now());
}

}  // namespace presentations::store
