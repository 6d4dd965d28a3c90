#include "features/jobs_calculator/scenario_store.h"

#include <limits>

namespace jobs_calculator::store {
namespace {

using OptionalInstant = std::optional<base::Instant>;

// A public_query says that there is a published content; its other columns are never null then.
Scenario read_scenario(const db::Row& row) {
    Scenario scenario{.id = row.as<ScenarioId>(0),
                      .level = row.as<base::LevelId>(1),
                      .slug = row.as<std::string>(2),
                      .listing = row.as<Listing>(3),
                      .draft = {row.as<std::string>(4),
                                {row.as<std::string>(5), row.as<std::string>(6)},
                                {row.as<std::string>(7), row.as<std::string>(8)}},
                      .published = std::nullopt,
                      .published_at = row.as<OptionalInstant>(14),
                      .withdrawn_at = row.as<OptionalInstant>(15)};
    if (!row.is_null(9))
        scenario.published = ScenarioContent{row.as<std::string>(9),
                                             {row.as<std::string>(10), row.as<std::string>(11)},
                                             {row.as<std::string>(12), row.as<std::string>(13)}};
    return scenario;
}

const db::Query<Scenario(std::string_view)> kFindScenario{R"sql(
    select id, level_id, slug, listing, query, headline_en, body_en, headline_fr, body_fr,
           public_query, public_headline_en, public_body_en, public_headline_fr, public_body_fr,
           published_at, withdrawn_at
    from jobs_scenario where slug = $1
)sql",
                                                          read_scenario};

const db::Query<Scenario(ScenarioId, int)> kScenarios{R"sql(
    select id, level_id, slug, listing, query, headline_en, body_en, headline_fr, body_fr,
           public_query, public_headline_en, public_body_en, public_headline_fr, public_body_fr,
           published_at, withdrawn_at
    from jobs_scenario where id < $1 order by id desc limit $2
)sql",
                                                      read_scenario};

const db::Query<Scenario(base::Instant, ScenarioId, int)> kPublicScenarios{R"sql(
    select id, level_id, slug, listing, query, headline_en, body_en, headline_fr, body_fr,
           public_query, public_headline_en, public_body_en, public_headline_fr, public_body_fr,
           published_at, withdrawn_at
    from jobs_scenario
    where withdrawn_at is null and (published_at < $1 or (published_at = $1 and id < $2))
    order by published_at desc, id desc limit $3
)sql",
                                                                           read_scenario};

constexpr ScenarioId kLastId{std::numeric_limits<std::int64_t>::max()};
constexpr base::Instant kEndOfTime{std::numeric_limits<std::int64_t>::max()};

const db::Query<ports::Saving(ScenarioId)> kLastSaving{"select changed_by, changed_at from jobs_scenario where id = $1",
                                                       db::columns<ports::Saving, std::string, base::Instant>};

const db::Command<void(ScenarioId, base::LevelId, std::string_view, std::string_view, base::Instant, std::string_view)>
    kInsertScenario{R"sql(
    insert into jobs_scenario (id, level_id, slug, listing, query, headline_en, body_en, headline_fr, body_fr,
                               created_at, created_by, changed_at, changed_by)
    values ($1, $2, $3, 0, $4, '', '', '', '', $5, $6, $5, $6)
    on conflict (slug) do nothing
)sql"};

const db::Command<void(ScenarioId, std::string_view, std::string_view, std::string_view, std::string_view,
                       std::string_view, base::Instant, std::string_view)>
    kSaveDraft{R"sql(
    update jobs_scenario
    set query = $2, headline_en = $3, body_en = $4, headline_fr = $5, body_fr = $6, changed_at = $7, changed_by = $8
    where id = $1
)sql"};

const db::Command<void(ScenarioId, Listing)> kSaveListing{"update jobs_scenario set listing = $2 where id = $1"};

const db::Command<void(ScenarioId, base::Instant, std::string_view)> kPublishScenario{R"sql(
    update jobs_scenario
    set public_query = query, public_headline_en = headline_en, public_body_en = body_en,
        public_headline_fr = headline_fr, public_body_fr = body_fr,
        published_at = $2, published_by = $3, withdrawn_at = null, withdrawn_by = null
    where id = $1
)sql"};

const db::Command<void(ScenarioId, base::Instant, std::string_view)> kWithdrawScenario{
    "update jobs_scenario set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null"};

}  // namespace

std::optional<Scenario> find_scenario(db::Read& read, std::string_view slug) { return read.one(kFindScenario, slug); }

std::vector<Scenario> scenarios(db::Read& read, const ListPart& part) {
    const auto last = find_scenario(read, part.behind);
    return read.all(kScenarios, last ? last->id : kLastId, part.limit);
}

std::vector<PublicScenario> public_scenarios(db::Read& read, base::Locale locale, const ListPart& part) {
    const auto last = part.behind.empty() ? std::nullopt : find_scenario(read, part.behind);
    std::vector<PublicScenario> shown;
    for (const Scenario& scenario :
         read.all(kPublicScenarios, last ? last->published_at.value_or(kEndOfTime) : kEndOfTime,
                  last ? last->id : kLastId, part.limit))
        if (auto found = public_scenario(scenario, locale)) shown.push_back(*std::move(found));
    return shown;
}

std::vector<PublicScenario> all_public_scenarios(db::Read& read, base::Locale locale) {
    return public_scenarios(read, locale, {.limit = std::numeric_limits<int>::max()});
}

std::optional<ports::Saving> last_saving(db::Read& read, ScenarioId scenario) {
    return read.one(kLastSaving, scenario);
}

std::optional<ScenarioId> insert_scenario(db::Write& write, const NewScenario& scenario, std::string_view staff_name) {
    const auto id = write.new_id<ScenarioId>();
    const auto inserted =
        write.run(kInsertScenario, id, scenario.level, scenario.slug, scenario.query, write.now(), staff_name);
    return inserted == 1 ? std::optional{id} : std::nullopt;
}

void save_draft(db::Write& write, ScenarioId scenario, const ScenarioContent& draft, std::string_view staff_name) {
    write.run(kSaveDraft, scenario, draft.query, draft.english.headline, draft.english.body, draft.french.headline,
              draft.french.body, write.now(), staff_name);
}

void save_listing(db::Write& write, ScenarioId scenario, Listing listing) {
    write.run(kSaveListing, scenario, listing);
}

void publish_scenario(db::Write& write, ScenarioId scenario, std::string_view staff_name) {
    write.run(kPublishScenario, scenario, write.now(), staff_name);
}

void withdraw_scenario(db::Write& write, ScenarioId scenario, std::string_view staff_name) {
    write.run(kWithdrawScenario, scenario, write.now(), staff_name);
}

}  // namespace jobs_calculator::store
