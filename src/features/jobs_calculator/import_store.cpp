#include "features/jobs_calculator/import_store.h"

namespace jobs_calculator::store {
namespace {

using jobs_lost::EmploymentObservation;
using jobs_lost::MultiplierObservation;
using jobs_lost::SpendingObservation;
using OptionalReal = std::optional<double>;

constexpr auto kReadImport = db::columns<Import, ImportId, std::string, TableKind, std::string, std::string, int, int,
                                         std::int64_t, std::int64_t, base::Instant>;

const db::Query<Import()> kImports{R"sql(
    select id, number, kind, file_name, sha256, oldest_year, newest_year, rows_read, rows_used, imported_at
    from jobs_import order by number
)sql",
                                   kReadImport};

const db::Query<Import(std::string_view)> kFindImport{R"sql(
    select id, number, kind, file_name, sha256, oldest_year, newest_year, rows_read, rows_used, imported_at
    from jobs_import where number = $1
)sql",
                                                      kReadImport};

const db::Query<std::int64_t()> kVersion{"select version from jobs_import_version where id = 1",
                                         db::columns<std::int64_t, std::int64_t>};

const db::Command<void()> kStepVersion{"update jobs_import_version set version = version + 1 where id = 1"};

const db::Command<void(ImportId, std::string, TableKind, std::string, std::string, int, int, std::int64_t, std::int64_t,
                       std::int64_t, base::Instant)>
    kInsertImport{R"sql(
    insert into jobs_import (id, number, kind, file_name, sha256, oldest_year, newest_year, rows_read, rows_used,
                             rows_stored, imported_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

const db::BatchCommand<void(ImportId, std::string_view, int, int, int, std::string_view, std::string_view, int,
                            OptionalReal, OptionalReal, OptionalReal, OptionalReal, OptionalReal, OptionalReal,
                            OptionalReal)>
    kInsertMultipliers{R"sql(
    insert into jobs_import_multiplier (import_id, jurisdiction, year, coverage, variable, industry, label, decimals,
                                        direct, indirect, induced, simple, total, type1, type2)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
)sql"};

const db::BatchCommand<void(ImportId, std::string_view, int, std::string_view, double)> kInsertSpending{R"sql(
    insert into jobs_import_spending (import_id, jurisdiction, year, function, million) values ($1, $2, $3, $4, $5)
)sql"};

const db::BatchCommand<void(ImportId, std::string_view, int, std::string_view, double)> kInsertEmployment{R"sql(
    insert into jobs_import_employment (import_id, jurisdiction, year, industry, employees) values ($1, $2, $3, $4, $5)
)sql"};

const db::Command<void(std::string_view)> kDeleteMultipliers{
    "delete from jobs_import_multiplier where import_id in (select id from jobs_import where number = $1)"};
const db::Command<void(std::string_view)> kDeleteSpending{
    "delete from jobs_import_spending where import_id in (select id from jobs_import where number = $1)"};
const db::Command<void(std::string_view)> kDeleteEmployment{
    "delete from jobs_import_employment where import_id in (select id from jobs_import where number = $1)"};
const db::Command<void(std::string_view)> kDeleteImport{"delete from jobs_import where number = $1"};

// Only codes that the program wrote stand in the tables; one that it does not know is a fault of the database.
jobs_lost::Jurisdiction jurisdiction_stored(const db::Row& row, int column) {
    const auto jurisdiction = jobs_lost::jurisdiction_of(row.text(column));
    if (!jurisdiction) throw db::Fault{"jobs_import: no jurisdiction is called " + std::string{row.text(column)}};
    return *jurisdiction;
}

MultiplierObservation multiplier_in(const db::Row& row) {
    return {.jurisdiction = jurisdiction_stored(row, 0),
            .year = row.as<int>(1),
            .coverage = row.as<jobs_lost::Coverage>(2),
            .variable = row.as<jobs_lost::Variable>(3),
            .industry = row.as<std::string>(4),
            .label = row.as<std::string>(5),
            .decimals = row.as<int>(6),
            .direct = row.as<OptionalReal>(7),
            .indirect = row.as<OptionalReal>(8),
            .induced = row.as<OptionalReal>(9),
            .simple = row.as<OptionalReal>(10),
            .total = row.as<OptionalReal>(11),
            .type1 = row.as<OptionalReal>(12),
            .type2 = row.as<OptionalReal>(13)};
}

const db::Query<MultiplierObservation(ImportId)> kMultipliers{R"sql(
    select jurisdiction, year, coverage, variable, industry, label, decimals,
           direct, indirect, induced, simple, total, type1, type2
    from jobs_import_multiplier where import_id = $1 order by jurisdiction, coverage, variable, industry
)sql",
                                                              multiplier_in};

SpendingObservation spending_in(const db::Row& row) {
    return {jurisdiction_stored(row, 0), row.as<int>(1), row.as<std::string>(2), row.as<double>(3)};
}

const db::Query<SpendingObservation(ImportId)> kSpending{R"sql(
    select jurisdiction, year, function, million from jobs_import_spending where import_id = $1
    order by jurisdiction, function, year
)sql",
                                                         spending_in};

EmploymentObservation employment_in(const db::Row& row) {
    return {jurisdiction_stored(row, 0), row.as<int>(1), row.as<std::string>(2), row.as<double>(3)};
}

const db::Query<EmploymentObservation(ImportId)> kEmployment{R"sql(
    select jurisdiction, year, industry, employees from jobs_import_employment where import_id = $1
    order by jurisdiction, industry, year
)sql",
                                                             employment_in};

struct StoredCount {
    std::string number;
    std::int64_t expected, found;
};

const db::Query<StoredCount()> kStoredCounts{R"sql(
    select number, rows_stored,
           (select count(*) from jobs_import_multiplier where import_id = jobs_import.id) +
           (select count(*) from jobs_import_spending where import_id = jobs_import.id) +
           (select count(*) from jobs_import_employment where import_id = jobs_import.id)
    from jobs_import order by number
)sql",
                                             db::columns<StoredCount, std::string, std::int64_t, std::int64_t>};

void insert_figures(db::Write& write, ImportId id, const ImportedTable& table) {
    write.run_batch(kInsertMultipliers, table.multipliers, [id](const MultiplierObservation& row) {
        return std::tuple{id,
                          jobs_lost::code_of(row.jurisdiction),
                          row.year,
                          static_cast<int>(row.coverage),
                          static_cast<int>(row.variable),
                          std::string_view{row.industry},
                          std::string_view{row.label},
                          row.decimals,
                          row.direct,
                          row.indirect,
                          row.induced,
                          row.simple,
                          row.total,
                          row.type1,
                          row.type2};
    });
    write.run_batch(kInsertSpending, table.spending, [id](const SpendingObservation& row) {
        return std::tuple{id, jobs_lost::code_of(row.jurisdiction), row.year, std::string_view{row.ccofog},
                          row.million};
    });
    write.run_batch(kInsertEmployment, table.employment, [id](const EmploymentObservation& row) {
        return std::tuple{id, jobs_lost::code_of(row.jurisdiction), row.year, std::string_view{row.industry},
                          row.employees};
    });
}

void delete_import(db::Write& write, std::string_view number) {
    write.run(kDeleteMultipliers, number);
    write.run(kDeleteSpending, number);
    write.run(kDeleteEmployment, number);
    write.run(kDeleteImport, number);
}

}  // namespace

std::vector<Import> imports(db::Read& read) { return read.all(kImports); }

std::optional<Import> find_import(db::Read& read, std::string_view number) { return read.one(kFindImport, number); }

std::int64_t import_version(db::Read& read) { return read.one(kVersion).value_or(0); }

void load_import(db::Read& read, const Import& import, ImportedTable& into) {
    into.number = import.number;
    into.kind = import.kind;
    into.oldest_year = import.oldest_year;
    into.newest_year = import.newest_year;
    into.rows_read = static_cast<std::uint64_t>(import.rows_read);
    into.rows_used = static_cast<std::uint64_t>(import.rows_used);
    into.multipliers = read.all(kMultipliers, import.id);
    into.spending = read.all(kSpending, import.id);
    into.employment = read.all(kEmployment, import.id);
}

ImportId replace_import(db::Write& write, const ImportedTable& table, const ImportedFile& file) {
    delete_import(write, table.number);
    const auto id = write.new_id<ImportId>();
    const auto stored = table.multipliers.size() + table.spending.size() + table.employment.size();
    write.run(kInsertImport, id, table.number, table.kind, file.name, file.sha256, table.oldest_year, table.newest_year,
              static_cast<std::int64_t>(table.rows_read), static_cast<std::int64_t>(table.rows_used),
              static_cast<std::int64_t>(stored), write.now());
    insert_figures(write, id, table);
    write.run(kStepVersion);
    return id;
}

bool remove_import(db::Write& write, std::string_view number) {
    if (!find_import(write, number)) return false;
    delete_import(write, number);
    write.run(kStepVersion);
    return true;
}

std::vector<std::string> damaged_imports(db::Read& read) {
    std::vector<std::string> damaged;
    for (const auto& count : read.all(kStoredCounts))
        if (count.expected != count.found)
            damaged.push_back("the import of " + count.number + " has " + std::to_string(count.found) + " rows of " +
                              std::to_string(count.expected));
    return damaged;
}

}  // namespace jobs_calculator::store
