// Newspapers and campaigns; letters are in letter_store.cpp.
#include "features/editor_letters/store.h"

#include <algorithm>

namespace editor_letters::store {
namespace {

std::vector<std::string> areas_of(std::string_view text) {
    std::vector<std::string> areas;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) areas.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return areas;
}

std::string joined_areas(const std::vector<std::string>& areas) {
    std::string text;
    for (const auto& area : areas) (text += text.empty() ? "" : " ") += area;
    return text;
}

std::string_view stored_province(const NewspaperFacts& facts) {
    return facts.province ? people::code(*facts.province) : std::string_view{};
}

Newspaper read_newspaper(const db::Row& row) {
    NewspaperFacts facts{.email = row.as<base::EmailAddress>(7)};
    facts.name = row.as<std::string>(1);
    facts.language = paper_language_of(row.text(2)).value_or(PaperLanguage::both);
    facts.place = row.as<std::string>(3);
    facts.province = people::province_of(row.text(4));
    facts.reach = row.as<Reach>(5);
    facts.postal_areas = areas_of(row.text(6));
    facts.page_url = row.as<std::string>(8);
    facts.word_limit = row.integer(9);
    facts.most_a_day = row.integer(10);
    facts.source = row.as<std::string>(11);
    facts.as_of = row.as<std::string>(12);
    return {.id = row.as<NewspaperId>(0),
            .facts = std::move(facts),
            .left_out_at = row.as<std::optional<base::Instant>>(13),
            .changed_at = row.as<base::Instant>(14)};
}

#define NEWSPAPER                                                                                                \
    "select id, name, language, place, province, reach, postal_areas, email, page_url, word_limit, most_a_day, " \
    "source, as_of, left_out_at, changed_at from newspaper "

const db::Query<Newspaper()> kNewspapers{NEWSPAPER "order by name, place, id", read_newspaper};
const db::Query<Newspaper(NewspaperId)> kFindNewspaper{NEWSPAPER "where id = $1", read_newspaper};
const db::Query<Newspaper(std::string, std::string)> kKnownNewspaper{NEWSPAPER "where name = $1 and place = $2",
                                                                     read_newspaper};
#undef NEWSPAPER

const db::Command<void(NewspaperId, std::string, std::string_view, std::string, std::string_view, Reach, std::string,
                       base::EmailAddress, std::string, std::int64_t, std::int64_t, std::string, std::string,
                       base::Instant)>
    kKeepNewspaper{R"sql(
    insert into newspaper (id, name, language, place, province, reach, postal_areas, email, page_url, word_limit,
                           most_a_day, source, as_of, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (name, place) do update set
        language = excluded.language, province = excluded.province, reach = excluded.reach,
        postal_areas = excluded.postal_areas, email = excluded.email, page_url = excluded.page_url,
        word_limit = excluded.word_limit, most_a_day = excluded.most_a_day, source = excluded.source,
        as_of = excluded.as_of, changed_at = excluded.changed_at, left_out_at = null
)sql"};
const db::Command<void(NewspaperId, std::string, std::string_view, std::string, std::string_view, Reach, std::string,
                       base::EmailAddress, std::string, std::int64_t, std::int64_t, std::string, std::string,
                       base::Instant)>
    kSaveNewspaper{R"sql(
    update newspaper set name = $2, language = $3, place = $4, province = $5, reach = $6, postal_areas = $7,
                         email = $8, page_url = $9, word_limit = $10, most_a_day = $11, source = $12, as_of = $13,
                         changed_at = $14
    where id = $1
)sql"};
const db::Command<void(NewspaperId, base::Instant)> kLeaveOut{
    "update newspaper set left_out_at = $2, changed_at = $2 where id = $1"};
const db::Command<void(NewspaperId, base::Instant)> kTakeBack{
    "update newspaper set left_out_at = null, changed_at = $2 where id = $1"};

EditorCampaign read_campaign(const db::Row& row) {
    CampaignPlan plan;
    plan.theme = row.as<std::string>(3);
    plan.title_en = row.as<std::string>(4);
    plan.title_fr = row.as<std::string>(5);
    plan.happened_en = row.as<std::string>(6);
    plan.happened_fr = row.as<std::string>(7);
    plan.points_en = row.as<std::string>(8);
    plan.points_fr = row.as<std::string>(9);
    plan.closes_on = row.as<std::string>(10);
    return {.id = row.as<EditorCampaignId>(0),
            .level = row.as<base::LevelId>(1),
            .state = row.as<CampaignState>(2),
            .plan = std::move(plan),
            .sent = row.integer(11),
            .printed = row.integer(12),
            .changed_at = row.as<base::Instant>(13),
            .published_at = row.as<std::optional<base::Instant>>(14)};
}

#define CAMPAIGN                                                                                              \
    "select id, level_id, state, theme, title_en, title_fr, happened_en, happened_fr, points_en, points_fr, " \
    "closes_on, sent, printed, changed_at, published_at from editor_campaign "

const db::Query<EditorCampaign(EditorCampaignId)> kFindCampaign{CAMPAIGN "where id = $1", read_campaign};
const db::Query<EditorCampaign()> kCampaigns{CAMPAIGN "order by id desc", read_campaign};
const db::Query<EditorCampaign()> kPublishedCampaigns{CAMPAIGN "where state > 0 order by published_at desc, id desc",
                                                      read_campaign};
#undef CAMPAIGN

const db::Command<void(EditorCampaignId, base::LevelId, std::string, std::string, std::string, std::string, std::string,
                       std::string, std::string, std::string, base::Instant)>
    kInsertCampaign{R"sql(
    insert into editor_campaign (id, level_id, state, theme, title_en, title_fr, happened_en, happened_fr, points_en,
                                 points_fr, closes_on, changed_at)
    values ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};
const db::Command<void(EditorCampaignId, std::string, std::string, std::string, std::string, std::string, std::string,
                       std::string, std::string, base::Instant)>
    kSaveCampaign{R"sql(
    update editor_campaign set theme = $2, title_en = $3, title_fr = $4, happened_en = $5, happened_fr = $6,
                               points_en = $7, points_fr = $8, closes_on = $9, changed_at = $10
    where id = $1
)sql"};
const db::Command<void(EditorCampaignId, base::Instant)> kPublishCampaign{
    "update editor_campaign set state = 1, published_at = coalesce(published_at, $2), changed_at = $2 "
    "where id = $1 and state <> 1"};
const db::Command<void(EditorCampaignId, base::Instant)> kCloseCampaign{
    "update editor_campaign set state = 2, changed_at = $2 where id = $1 and state = 1"};
const db::Command<void(EditorCampaignId, std::int64_t, std::int64_t)> kStepCampaign{
    "update editor_campaign set sent = sent + $2, printed = printed + $3 where id = $1"};

const db::Query<Miscount()> kMiscounts{
    R"sql(
    select id, sent, printed, counted_sent, counted_printed from (
        select c.id as id, c.sent as sent, c.printed as printed,
               cast((select count(*) from editor_letter l
                     where l.campaign_id = c.id and l.state = 4) as bigint) as counted_sent,
               cast((select count(*) from editor_letter l
                     where l.campaign_id = c.id and l.printed = 2) as bigint) as counted_printed
        from editor_campaign c) counts
    where sent <> counted_sent or printed <> counted_printed order by id
)sql",
    db::columns<Miscount, EditorCampaignId, std::int64_t, std::int64_t, std::int64_t, std::int64_t>};

Changed changed_any(std::int64_t rows) { return rows == 0 ? Changed::no : Changed::yes; }

}  // namespace

std::vector<Newspaper> newspapers(db::Read& read) { return read.all(kNewspapers); }

std::optional<Newspaper> find_newspaper(db::Read& read, NewspaperId id) { return read.one(kFindNewspaper, id); }

std::optional<Newspaper> known_newspaper(db::Read& read, const NewspaperFacts& facts) {
    return read.one(kKnownNewspaper, facts.name, facts.place);
}

NewspaperId keep(db::Write& write, const NewspaperFacts& facts) {
    const auto id = write.new_id<NewspaperId>();
    write.run(kKeepNewspaper, id, facts.name, code(facts.language), facts.place, stored_province(facts), facts.reach,
              joined_areas(facts.postal_areas), facts.email, facts.page_url, facts.word_limit, facts.most_a_day,
              facts.source, facts.as_of, write.now());
    const auto kept = known_newspaper(write, facts);
    return kept ? kept->id : id;
}

Changed save(db::Write& write, NewspaperId id, const NewspaperFacts& facts) {
    const auto other = known_newspaper(write, facts);
    if (other && other->id != id) return Changed::no;
    return changed_any(write.run(kSaveNewspaper, id, facts.name, code(facts.language), facts.place,
                                 stored_province(facts), facts.reach, joined_areas(facts.postal_areas), facts.email,
                                 facts.page_url, facts.word_limit, facts.most_a_day, facts.source, facts.as_of,
                                 write.now()));
}

void leave_out(db::Write& write, NewspaperId id) { write.run(kLeaveOut, id, write.now()); }

void take_back(db::Write& write, NewspaperId id) { write.run(kTakeBack, id, write.now()); }

EditorCampaignId insert(db::Write& write, base::LevelId level, const CampaignPlan& plan) {
    const auto id = write.new_id<EditorCampaignId>();
    write.run(kInsertCampaign, id, level, plan.theme, plan.title_en, plan.title_fr, plan.happened_en, plan.happened_fr,
              plan.points_en, plan.points_fr, plan.closes_on, write.now());
    return id;
}

void save(db::Write& write, EditorCampaignId id, const CampaignPlan& plan) {
    write.run(kSaveCampaign, id, plan.theme, plan.title_en, plan.title_fr, plan.happened_en, plan.happened_fr,
              plan.points_en, plan.points_fr, plan.closes_on, write.now());
}

std::optional<EditorCampaign> find_campaign(db::Read& read, EditorCampaignId id) { return read.one(kFindCampaign, id); }

std::vector<EditorCampaign> campaigns(db::Read& read) { return read.all(kCampaigns); }

std::vector<EditorCampaign> published(db::Read& read) { return read.all(kPublishedCampaigns); }

Changed publish(db::Write& write, EditorCampaignId id) {
    return changed_any(write.run(kPublishCampaign, id, write.now()));
}

Changed close(db::Write& write, EditorCampaignId id) { return changed_any(write.run(kCloseCampaign, id, write.now())); }

void step(db::Write& write, EditorCampaignId id, const Steps& steps) {
    write.run(kStepCampaign, id, steps.sent, steps.printed);
}

std::vector<Miscount> miscounts(db::Read& read) { return read.all(kMiscounts); }

}  // namespace editor_letters::store
