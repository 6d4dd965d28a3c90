#include "features/supporter_import/store.h"

#include <tuple>

namespace supporter_import::store {
namespace {

Import read_import(const db::Row& row) {
    return {.id = row.as<ImportId>(0),
            .name = row.as<std::string>(1),
            .file = row.as<std::string>(2),
            .size = row.integer(3),
            .level = row.as<base::LevelId>(4),
            .state = row.as<ImportState>(5),
            .plan = plan_of(row.as<std::string>(6)),
            .report = report_of(row.as<std::string>(7)),
            .place = {static_cast<std::uint64_t>(row.integer(8)), static_cast<std::uint64_t>(row.integer(9))},
            .created_at = row.as<base::Instant>(10),
            .created_by = row.as<std::string>(11),
            .finished_at = row.as<std::optional<base::Instant>>(12)};
}

const db::Query<Import(ImportId)> kFind{
    R"(select id, name, file, size, level_id, state, plan, report, position, line, created_at, created_by, finished_at
       from people_import where id = $1)",
    read_import};
const db::Query<Import(std::int64_t)> kNewest{
    R"(select id, name, file, size, level_id, state, plan, report, position, line, created_at, created_by, finished_at
       from people_import order by id desc limit $1)",
    read_import};
const db::Query<Import(base::Instant)> kBefore{
    R"(select id, name, file, size, level_id, state, plan, report, position, line, created_at, created_by, finished_at
       from people_import where created_at < $1 order by id limit 100)",
    read_import};
const db::Query<std::int64_t(std::string_view, ImportState, ImportState)> kNeeds{
    "select id from people_import where file = $1 and state not in ($2, $3) limit 1",
    db::columns<std::int64_t, std::int64_t>};
const db::Command<void(ImportId, std::string_view, std::string_view, std::int64_t, base::LevelId, ImportState,
                       std::string_view, std::string_view, std::int64_t, std::int64_t, base::Instant, std::string_view)>
    kInsert{R"(insert into people_import (id, name, file, size, level_id, state, plan, report, position, line,
                                          created_at, created_by)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))"};
const db::Command<void(ImportId, ImportState, std::string_view, std::string_view, std::int64_t, std::int64_t,
                       std::optional<base::Instant>)>
    kSave{R"(update people_import set state = $2, plan = $3, report = $4, position = $5, line = $6, finished_at = $7
             where id = $1)"};
const db::Command<void(ImportId)> kRemove{"delete from people_import where id = $1"};

using TroubleId = base::Id<struct PeopleImportProblemTag>;
const db::BatchCommand<void(TroubleId, ImportId, std::int64_t, Trouble, std::string_view)> kAddTroubles{
    "insert into people_import_problem (id, import_id, line, problem, detail) values ($1, $2, $3, $4, $5)"};
const db::Command<void(ImportId)> kForgetTroubles{"delete from people_import_problem where import_id = $1"};
const db::Query<RowTrouble(ImportId, std::int64_t)> kTroubles{
    "select line, problem, detail from people_import_problem where import_id = $1 order by id limit $2",
    [](const db::Row& row) {
        return RowTrouble{static_cast<std::uint64_t>(row.integer(0)), row.as<Trouble>(1), row.as<std::string>(2)};
    }};

std::int64_t number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

}  // namespace

ImportId insert(db::Write& write, const Import& import) {
    const auto id = write.new_id<ImportId>();
    write.run(kInsert, id, import.name, import.file, import.size, import.level, import.state, text_of(import.plan),
              text_of(import.report), number(import.place.offset), number(import.place.line), write.now(),
              import.created_by);
    return id;
}

std::optional<Import> find(db::Read& read, ImportId id) { return read.one(kFind, id); }

std::vector<Import> newest(db::Read& read, std::int64_t limit) { return read.all(kNewest, limit); }

std::vector<Import> before(db::Read& read, base::Instant created) { return read.all(kBefore, created); }

bool is_file_needed(db::Read& read, const std::string& file) {
    return read.one(kNeeds, file, ImportState::came_in, ImportState::stopped).has_value();
}

void save(db::Write& write, const Import& import) {
    write.run(kSave, import.id, import.state, text_of(import.plan), text_of(import.report), number(import.place.offset),
              number(import.place.line), import.finished_at);
}

void remove(db::Write& write, ImportId id) {
    forget_troubles(write, id);
    write.run(kRemove, id);
}

void add_troubles(db::Write& write, ImportId id, std::span<const RowTrouble> troubles) {
    struct Item {
        TroubleId id;
        ImportId import;
        std::int64_t line;
        Trouble trouble;
        const std::string& detail;
    };
    std::vector<Item> items;
    for (const RowTrouble& trouble : troubles)
        items.push_back({write.new_id<TroubleId>(), id, number(trouble.line), trouble.trouble, trouble.detail});
    write.run_batch(kAddTroubles, items, [](const Item& item) {
        return std::tie(item.id, item.import, item.line, item.trouble, item.detail);
    });
}

void forget_troubles(db::Write& write, ImportId id) { write.run(kForgetTroubles, id); }

std::vector<RowTrouble> troubles(db::Read& read, ImportId id, std::int64_t limit) {
    return read.all(kTroubles, id, limit);
}

}  // namespace supporter_import::store
