#include "features/jobs_calculator/import_store.h"

#include <algorithm>
#include <tuple>

#include "features/jobs_calculator/edition.h"

namespace jobs_calculator::store {
namespace {

using jobs_lost::EmploymentObservation;
using jobs_lost::MultiplierObservation;
using jobs_lost::SpendingObservation;
using OptionalReal = std::optional<double>;

constexpr auto kReadImport = db::columns<Import, ImportId, std::string, TableKind, std::string, std::string,
                                         std::string, int, int, std::int64_t, std::int64_t, base::Instant>;

const db::Query<Import()> kImports{R"sql(
    select id, number, kind, file_name, sha256, figures, oldest_year, newest_year, rows_read, rows_used, imported_at
    from jobs_table
    where id in (select table_id from jobs_edition_table where version = (select max(version) from jobs_edition))
    order by number
)sql",
                                   kReadImport};

const db::Query<Import(std::string_view)> kFindImport{R"sql(
    select id, number, kind, file_name, sha256, figures, oldest_year, newest_year, rows_read, rows_used, imported_at
    from jobs_table
    where number = $1
      and id in (select table_id from jobs_edition_table where version = (select max(version) from jobs_edition))
)sql",
                                                      kReadImport};

const db::Query<Import()> kAllImports{R"sql(
    select id, number, kind, file_name, sha256, figures, oldest_year, newest_year, rows_read, rows_used, imported_at
    from jobs_table order by number, id
)sql",
                                      kReadImport};

const db::Query<std::int64_t()> kVersion{"select max(version) from jobs_edition",
                                         db::columns<std::int64_t, std::int64_t>};

const db::Query<StoredEdition()> kEditions{
    "select version, since from jobs_edition order by version",
    [](const db::Row& row) { return StoredEdition{row.as<std::int64_t>(0), row.as<base::Instant>(1), {}}; }};

struct Member {
    std::int64_t version;
    ImportId import;
};

const db::Query<Member()> kMembers{"select version, table_id from jobs_edition_table",
                                   db::columns<Member, std::int64_t, ImportId>};

const db::Command<void(std::int64_t, base::Instant)> kInsertEdition{
    "insert into jobs_edition (version, since) values ($1, $2)"};

const db::Command<void(std::int64_t, ImportId)> kInsertMember{
    "insert into jobs_edition_table (version, table_id) values ($1, $2)"};

const db::Command<void(ImportId, std::string, TableKind, std::string, std::string, std::string, int, int, std::int64_t,
                       std::int64_t, std::int64_t, base::Instant)>
    kInsertImport{R"sql(
    insert into jobs_table (id, number, kind, file_name, sha256, figures, oldest_year, newest_year, rows_read,
                            rows_used, rows_stored, imported_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};

const db::BatchCommand<void(ImportId, std::string_view, int, int, int, std::string_view, std::string_view, int,
                            OptionalReal, OptionalReal, OptionalReal, OptionalReal, OptionalReal, OptionalReal,
                            OptionalReal)>
    kInsertMultipliers{R"sql(
    insert into jobs_table_multiplier (table_id, jurisdiction, year, coverage, variable, industry, label, decimals,
                                       direct, indirect, induced, simple, total, type1, type2)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
)sql"};

const db::BatchCommand<void(ImportId, std::string_view, int, std::string_view, double)> kInsertSpending{R"sql(
    insert into jobs_table_spending (table_id, jurisdiction, year, function, million) values ($1, $2, $3, $4, $5)
)sql"};

const db::BatchCommand<void(ImportId, std::string_view, int, std::string_view, double)> kInsertEmployment{R"sql(
    insert into jobs_table_employment (table_id, jurisdiction, year, industry, employees) values ($1, $2, $3, $4, $5)
)sql"};

const db::Command<void(std::int64_t)> kForgetMembers{"delete from jobs_edition_table where version = $1"};
const db::Command<void(std::int64_t)> kForgetEdition{"delete from jobs_edition where version = $1"};
// What no edition needs any more.
const db::Command<void()> kForgetMultipliers{
    "delete from jobs_table_multiplier where table_id not in (select table_id from jobs_edition_table)"};
const db::Command<void()> kForgetSpending{
    "delete from jobs_table_spending where table_id not in (select table_id from jobs_edition_table)"};
const db::Command<void()> kForgetEmployment{
    "delete from jobs_table_employment where table_id not in (select table_id from jobs_edition_table)"};
const db::Command<void()> kForgetTables{
    "delete from jobs_table where id not in (select table_id from jobs_edition_table)"};

// Only codes that the program wrote stand in the tables; one that it does not know is a fault of the database.
jobs_lost::Jurisdiction jurisdiction_stored(const db::Row& row, int column) {
    const auto jurisdiction = jobs_lost::jurisdiction_of(row.text(column));
    if (!jurisdiction) throw db::Fault{"jobs_table: no jurisdiction is called " + std::string{row.text(column)}};
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
    from jobs_table_multiplier where table_id = $1 order by jurisdiction, coverage, variable, industry
)sql",
                                                              multiplier_in};

SpendingObservation spending_in(const db::Row& row) {
    return {jurisdiction_stored(row, 0), row.as<int>(1), row.as<std::string>(2), row.as<double>(3)};
}

const db::Query<SpendingObservation(ImportId)> kSpending{R"sql(
    select jurisdiction, year, function, million from jobs_table_spending where table_id = $1
    order by jurisdiction, function, year
)sql",
                                                         spending_in};

EmploymentObservation employment_in(const db::Row& row) {
    return {jurisdiction_stored(row, 0), row.as<int>(1), row.as<std::string>(2), row.as<double>(3)};
}

const db::Query<EmploymentObservation(ImportId)> kEmployment{R"sql(
    select jurisdiction, year, industry, employees from jobs_table_employment where table_id = $1
    order by jurisdiction, industry, year
)sql",
                                                             employment_in};

struct StoredCount {
    std::string number;
    std::int64_t expected, found;
};

const db::Query<StoredCount()> kStoredCounts{R"sql(
    select number, rows_stored,
           (select count(*) from jobs_table_multiplier where table_id = jobs_table.id) +
           (select count(*) from jobs_table_spending where table_id = jobs_table.id) +
           (select count(*) from jobs_table_employment where table_id = jobs_table.id)
    from jobs_table order by number, id
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

// The tables that are to answer from now on.
void begin_edition(db::Write& write, const std::vector<ImportId>& tables) {
    const std::int64_t version = import_version(write) + 1;
    write.run(kInsertEdition, version, write.now());
    for (const ImportId table : tables) write.run(kInsertMember, version, table);
}

std::vector<ImportId> in_force_but(db::Read& read, std::string_view number) {
    std::vector<ImportId> others;
    for (const auto& import : read.all(kImports))
        if (import.number != number) others.push_back(import.id);
    return others;
}

// The same figures of the same file, whether they answer now or did before.
std::optional<ImportId> find_same(db::Read& read, const Import& wanted) {
    for (const auto& kept : read.all(kAllImports))
        if (std::tie(kept.number, kept.sha256, kept.figures) == std::tie(wanted.number, wanted.sha256, wanted.figures))
            return kept.id;
    return std::nullopt;
}

ImportId insert_import(db::Write& write, const ImportedTable& table, const Import& import) {
    const auto id = write.new_id<ImportId>();
    const auto stored = table.multipliers.size() + table.spending.size() + table.employment.size();
    write.run(kInsertImport, id, import.number, import.kind, import.file_name, import.sha256, import.figures,
              import.oldest_year, import.newest_year, import.rows_read, import.rows_used,
              static_cast<std::int64_t>(stored), write.now());
    insert_figures(write, id, table);
    return id;
}

Import import_of(const ImportedTable& table, const ImportedFile& file) {
    return {.id = ImportId{0},
            .number = table.number,
            .kind = table.kind,
            .file_name = file.name,
            .sha256 = file.sha256,
            .figures = figures_checksum(table),
            .oldest_year = table.oldest_year,
            .newest_year = table.newest_year,
            .rows_read = static_cast<std::int64_t>(table.rows_read),
            .rows_used = static_cast<std::int64_t>(table.rows_used),
            .imported_at = {}};
}

}  // namespace

std::vector<Import> imports(db::Read& read) { return read.all(kImports); }

std::optional<Import> find_import(db::Read& read, std::string_view number) { return read.one(kFindImport, number); }

std::int64_t import_version(db::Read& read) { return read.one(kVersion).value_or(0); }

std::vector<StoredEdition> editions(db::Read& read) {
    auto all = read.all(kEditions);
    const auto kept = read.all(kAllImports);
    for (const auto& member : read.all(kMembers)) {
        const auto edition = std::ranges::find(all, member.version, &StoredEdition::version);
        const auto import = std::ranges::find(kept, member.import, &Import::id);
        if (edition != all.end() && import != kept.end()) edition->imports.push_back(*import);
    }
    for (auto& edition : all) std::ranges::sort(edition.imports, {}, &Import::number);
    return all;
}

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
    const Import import = import_of(table, file);
    const auto same = find_same(write, import);
    const auto present = find_import(write, table.number);
    if (same && present && present->id == *same) return *same;
    const ImportId id = same ? *same : insert_import(write, table, import);
    auto tables = in_force_but(write, table.number);
    tables.push_back(id);
    begin_edition(write, tables);
    return id;
}

bool remove_import(db::Write& write, std::string_view number) {
    if (!find_import(write, number)) return false;
    begin_edition(write, in_force_but(write, number));
    return true;
}

std::int64_t forget_imports(db::Write& write, std::string_view number) {
    begin_edition(write, in_force_but(write, number));
    for (const auto& edition : editions(write)) {
        if (std::ranges::find(edition.imports, number, &Import::number) == edition.imports.end()) continue;
        write.run(kForgetMembers, edition.version);
        write.run(kForgetEdition, edition.version);
    }
    for (const auto* command : {&kForgetMultipliers, &kForgetSpending, &kForgetEmployment}) write.run(*command);
    return write.run(kForgetTables);
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
