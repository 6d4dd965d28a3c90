#include "features/representatives/import_store.h"

namespace representatives::store {
namespace {

ImportRecord read_import(const db::Row& row) {
    return {.id = row.as<ImportId>(0),
            .content = row.as<ridings::Content>(1),
            .provider = row.as<std::string>(2),
            .set = row.as<std::string>(3),
            .file_name = row.as<std::string>(4),
            .file = row.as<std::string>(5),
            .size = row.integer(6),
            .coverage = row.as<Coverage>(7),
            .source = row.as<std::string>(8),
            .as_of = row.as<std::string>(9),
            .state = row.as<ImportState>(10),
            .counts = {row.integer(11), row.integer(12), row.integer(13), row.integer(14)},
            .created_at = row.as<base::Instant>(15),
            .created_by = row.as<std::string>(16),
            .finished_at = row.as<std::optional<base::Instant>>(17),
            .finished_by = row.as<std::string>(18)};
}

#define IMPORT                                                                                               \
    "select id, content, provider, set_slug, file_name, file, size, is_whole, source, as_of, state, added, " \
    "changed, gone, same, created_at, created_by, finished_at, finished_by from representatives_import "
const db::Query<ImportRecord(ImportId)> kFindImport{IMPORT "where id = $1", read_import};
const db::Query<ImportRecord(std::int64_t)> kNewestImports{IMPORT "order by id desc limit $1", read_import};
const db::Query<ImportRecord(base::Instant)> kWaiting{
    IMPORT "where state = 0 and created_at < $1 order by id limit 100", read_import};
#undef IMPORT

const db::Query<std::int64_t(std::string_view)> kNeedsFile{
    "select id from representatives_import where file = $1 limit 1", db::columns<std::int64_t, std::int64_t>};
const db::Query<std::string(ridings::Content, std::string_view)> kNewestAsOf{
    "select coalesce(max(as_of), '') from representatives_import where content = $1 and set_slug = $2 and state = 1",
    db::columns<std::string, std::string>};

const db::Command<void(ImportId, ridings::Content, std::string, std::string, std::string, std::string, std::int64_t,
                       Coverage, std::string, std::string, ImportState, base::Instant, std::string)>
    kInsertImport{R"sql(
    insert into representatives_import (id, content, provider, set_slug, file_name, file, size, is_whole, source, as_of,
                                        state, added, changed, gone, same, created_at, created_by, finished_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, 0, 0, $12, $13, '')
)sql"};
const db::Command<void(ImportId, ImportState, std::int64_t, std::int64_t, std::int64_t, std::int64_t, base::Instant,
                       std::string)>
    kFinishImport{R"sql(
    update representatives_import set state = $2, added = $3, changed = $4, gone = $5, same = $6, finished_at = $7,
                                      finished_by = $8, file = ''
    where id = $1
)sql"};

}  // namespace

ImportId insert_import(db::Write& write, const ImportRecord& import) {
    const auto id = write.new_id<ImportId>();
    write.run(kInsertImport, id, import.content, import.provider, import.set, import.file_name, import.file,
              import.size, import.coverage, import.source, import.as_of, import.state, write.now(), import.created_by);
    return id;
}

std::optional<ImportRecord> find_import(db::Read& read, ImportId id) { return read.one(kFindImport, id); }

std::vector<ImportRecord> newest_imports(db::Read& read, std::int64_t limit) { return read.all(kNewestImports, limit); }

void finish_import(db::Write& write, const ImportRecord& import) {
    write.run(kFinishImport, import.id, import.state, import.counts.added, import.counts.changed, import.counts.gone,
              import.counts.same, write.now(), import.finished_by);
}

std::string newest_as_of(db::Read& read, ridings::Content content, std::string_view set) {
    return read.one(kNewestAsOf, content, set).value_or(std::string{});
}

std::vector<ImportRecord> waiting_since_before(db::Read& read, base::Instant before) {
    return read.all(kWaiting, before);
}

bool is_file_needed(db::Read& read, std::string_view file) { return read.one(kNeedsFile, file).has_value(); }

}  // namespace representatives::store
