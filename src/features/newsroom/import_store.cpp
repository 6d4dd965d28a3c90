#include "features/newsroom/import_store.h"

namespace newsroom::store {
namespace {

Upload read_upload(const db::Row& row) {
    return {.id = row.as<UploadId>(0),
            .name = row.as<std::string>(1),
            .file = row.as<std::string>(2),
            .size = row.integer(3),
            .section = row.as<std::string>(4),
            .level = row.as<base::LevelId>(5),
            .locale = base::locale_of(row.text(6)),
            .stage = static_cast<Stage>(row.integer(7)),
            .state = static_cast<UploadState>(row.integer(8)),
            .progress = row.integer(9),
            .report = row.as<std::string>(10),
            .created_at = row.as<base::Instant>(11),
            .created_by = row.as<std::string>(12),
            .started_at = row.as<std::optional<base::Instant>>(13),
            .started_by = row.as<std::string>(14),
            .finished_at = row.as<std::optional<base::Instant>>(15)};
}

const db::Query<Upload(UploadId)> kFind{R"sql(
    select id, name, file, size, section, level_id, locale, stage, state, progress, report,
           created_at, created_by, started_at, started_by, finished_at
    from news_import where id = $1
)sql",
                                        read_upload};

// Without the reports, which lists do not show.
const db::Query<Upload(std::int64_t)> kNewest{R"sql(
    select id, name, file, size, section, level_id, locale, stage, state, progress, '',
           created_at, created_by, started_at, started_by, finished_at
    from news_import order by id desc limit $1
)sql",
                                              read_upload};

const db::Query<Upload(base::Instant)> kBefore{R"sql(
    select id, name, file, size, section, level_id, locale, stage, state, progress, '',
           created_at, created_by, started_at, started_by, finished_at
    from news_import where created_at < $1 order by created_at limit 100
)sql",
                                               read_upload};

const db::Command<void(UploadId, std::string_view, std::string_view, std::int64_t, std::string_view, base::LevelId,
                       std::string_view, base::Instant, std::string_view)>
    kInsert{R"sql(
    insert into news_import (id, name, file, size, section, level_id, locale, stage, state, progress, report,
                             created_at, created_by, started_by)
    values ($1, $2, $3, $4, $5, $6, $7, 3, 0, 0, '', $8, $9, '')
)sql"};

const db::Command<void(UploadId, std::int64_t)> kProgress{"update news_import set progress = $2 where id = $1"};
const db::Command<void(UploadId, std::int64_t, std::string, base::Instant)> kEnd{
    "update news_import set state = $2, report = $3, finished_at = $4 where id = $1"};
const db::Command<void(UploadId, std::int64_t, base::Instant, std::string_view)> kBegin{R"sql(
    update news_import set state = 2, progress = 0, stage = $2, started_at = $3, started_by = $4, finished_at = null
    where id = $1 and state = 1
)sql"};
const db::Command<void(UploadId)> kRemove{"delete from news_import where id = $1"};
const db::Query<UploadId(std::string_view)> kNeeds{"select id from news_import where file = $1 limit 1",
                                                   [](const db::Row& row) { return row.as<UploadId>(0); }};

const db::Query<ports::PictureId(std::string_view)> kPicture{
    "select picture_id from news_import_picture where file = $1",
    [](const db::Row& row) { return row.as<ports::PictureId>(0); }};
const db::Command<void(std::string_view, ports::PictureId)> kRemember{R"sql(
    insert into news_import_picture (file, picture_id) values ($1, $2)
    on conflict (file) do update set picture_id = excluded.picture_id
)sql"};

}  // namespace

UploadId insert_upload(db::Write& write, const Upload& upload) {
    const auto id = write.new_id<UploadId>();
    write.run(kInsert, id, upload.name, upload.file, upload.size, upload.section, upload.level,
              upload.locale ? base::code(*upload.locale) : std::string_view{}, write.now(), upload.created_by);
    return id;
}

std::optional<Upload> find_upload(db::Read& read, UploadId id) { return read.one(kFind, id); }

std::vector<Upload> newest_uploads(db::Read& read, std::int64_t limit) { return read.all(kNewest, limit); }

void save_progress(db::Write& write, UploadId id, std::int64_t progress) { write.run(kProgress, id, progress); }

void end_upload(db::Write& write, UploadId id, const Ending& ending) {
    write.run(kEnd, id, static_cast<std::int64_t>(ending.state), text_of(ending.report), write.now());
}

Begun begin_import(db::Write& write, UploadId id, Stage stage, std::string_view by) {
    const auto changed = write.run(kBegin, id, static_cast<std::int64_t>(stage), write.now(), by);
    return changed == 1 ? Begun::yes : Begun::no;
}

void remove_upload(db::Write& write, UploadId id) { write.run(kRemove, id); }

std::vector<Upload> uploads_before(db::Read& read, base::Instant before) { return read.all(kBefore, before); }

bool is_upload_needed(db::Read& read, std::string_view file) { return read.one(kNeeds, file).has_value(); }

std::optional<ports::PictureId> imported_picture(db::Read& read, std::string_view file) {
    return read.one(kPicture, file);
}

void remember_picture(db::Write& write, std::string_view file, ports::PictureId picture) {
    write.run(kRemember, file, picture);
}

}  // namespace newsroom::store
