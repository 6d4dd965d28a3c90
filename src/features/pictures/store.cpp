#include "features/pictures/store.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

#include "base/text.h"

namespace pictures::store {
namespace {

constexpr std::int64_t kNewest = std::numeric_limits<std::int64_t>::max();

Record read_record(const db::Row& row) {
    return {.id = row.as<PictureId>(0),
            .state = row.as<PictureState>(1),
            .reason = row.as<Reason>(2),
            .upload = row.as<std::string>(3),
            .master = row.as<std::string>(4),
            .crop = crop_of(row.text(5)),
            .made_crop = crop_of(row.text(6)),
            .width = row.as<int>(7),
            .height = row.as<int>(8),
            .placeholder = row.as<std::string>(9),
            .words = {row.as<std::string>(10), row.as<std::string>(11), row.as<std::string>(12),
                      row.as<std::string>(13), row.integer(14) != 0},
            .created_at = row.as<base::Instant>(15),
            .created_by = row.as<std::string>(16)};
}

const db::Query<Record(PictureId)> kFind{R"sql(
    select id, state, refusal, upload, master, crop, made_crop, width, height, placeholder,
           alt_en, alt_fr, credit, source, is_decoration, created_at, created_by
    from picture where id = $1
)sql",
                                         read_record};

// `like` with the words in small letters; the pattern of no words matches everything.
const db::Query<Record(std::int64_t, std::string, std::int64_t)> kNewestFirst{R"sql(
    select id, state, refusal, upload, master, crop, made_crop, width, height, placeholder,
           alt_en, alt_fr, credit, source, is_decoration, created_at, created_by
    from picture
    where id < $1 and (lower(alt_en) like $2 or lower(alt_fr) like $2 or lower(credit) like $2 or lower(source) like $2)
    order by id desc limit $3
)sql",
                                                                              read_record};

constexpr auto kReadFile = db::columns<File, PictureId, imaging::Format, int, int, std::string, std::int64_t>;

const db::Query<File(PictureId)> kFiles{
    "select picture_id, format, width, height, file, bytes from picture_size where picture_id = $1 order by width, "
    "format",
    kReadFile};

const db::Query<File(std::string, int, imaging::Format)> kFindFile{R"sql(
    select picture_id, format, width, height, file, bytes from picture_size
    where file = $1 and width = $2 and format = $3 limit 1
)sql",
                                                                   kReadFile};

const db::Command<void(PictureId, std::string, std::string, std::string, std::string, std::string, std::string,
                       std::int64_t, base::Instant, std::string_view)>
    kInsert{R"sql(
    insert into picture (id, state, refusal, upload, master, crop, made_crop, width, height, placeholder,
                         alt_en, alt_fr, credit, source, is_decoration, created_at, created_by)
    values ($1, 0, 0, $2, '', $3, $3, 0, 0, '', $4, $5, $6, $7, $8, $9, $10)
)sql"};

const db::Command<void(PictureId, std::string, std::string, std::string, std::string, std::int64_t)> kSaveWords{
    "update picture set alt_en = $2, alt_fr = $3, credit = $4, source = $5, is_decoration = $6 where id = $1"};

const db::Command<void(PictureId, std::string)> kSaveCrop{"update picture set crop = $2 where id = $1"};

const db::Command<void(PictureId, std::string, std::string)> kSaveUpload{
    "update picture set upload = $2, refusal = 0, crop = $3 where id = $1"};

const db::Command<void(PictureId, std::string, std::string, int, int, std::string)> kSaveMade{R"sql(
    update picture set state = 1, refusal = 0, upload = '', master = $2, made_crop = $3, width = $4, height = $5,
                       placeholder = $6
    where id = $1
)sql"};

const db::Command<void(PictureId, Reason)> kSaveRefusal{R"sql(
    update picture set state = case when state = 1 then 1 else 2 end, refusal = $2, upload = '', crop = made_crop
    where id = $1
)sql"};

const db::Command<void(PictureId)> kRemoveFiles{"delete from picture_size where picture_id = $1"};
const db::Command<void(PictureId)> kRemove{"delete from picture where id = $1"};

const db::BatchCommand<void(PictureId, imaging::Format, int, int, std::string, std::int64_t)> kInsertFiles{
    "insert into picture_size (picture_id, format, width, height, file, bytes) values ($1, $2, $3, $4, $5, $6)"};

const db::Query<PictureId(std::string)> kNeededBy{R"sql(
    select picture_id as id from picture_size where file = $1
    union all select id from picture where upload = $1
    union all select id from picture where master = $1
    limit 1
)sql",
                                                  [](const db::Row& row) { return row.as<PictureId>(0); }};

const db::Query<Needed()> kNeeded{R"sql(
    select picture_id, file from picture_size
    union select id, upload from picture where upload <> ''
    union select id, master from picture where master <> ''
)sql",
                                  db::columns<Needed, PictureId, std::string>};

// What is typed as a pattern of `like`: its own signs mean themselves no more than a blank does.
std::string pattern_of(std::string_view words) {
    auto pattern = "%" + base::lower_ascii(words) + "%";
    std::ranges::replace(pattern, '_', '%');
    return pattern;
}

}  // namespace

std::optional<Record> find(db::Read& read, PictureId picture) { return read.one(kFind, picture); }

std::vector<Record> find_all(db::Read& read, std::span<const PictureId> pictures) {
    std::vector<Record> records;
    for (const auto picture : pictures)
        if (auto record = find(read, picture)) records.push_back(*std::move(record));
    return records;
}

std::vector<File> files(db::Read& read, PictureId picture) { return read.all(kFiles, picture); }

std::vector<File> files(db::Read& read, std::span<const PictureId> pictures) {
    std::vector<File> all;
    for (const auto picture : pictures) std::ranges::move(files(read, picture), std::back_inserter(all));
    return all;
}

std::optional<File> find_file(db::Read& read, const FileName& name) {
    return read.one(kFindFile, name.address.hex(), name.width, name.format);
}

std::vector<Record> newest(db::Read& read, const Page& page) {
    const auto before = page.before.value == 0 ? kNewest : page.before.value;
    return read.all(kNewestFirst, before, pattern_of(page.words), static_cast<std::int64_t>(page.limit));
}

PictureId insert(db::Write& write, const Words& words, const files::Address& upload, std::string_view by) {
    const auto id = write.new_id<PictureId>();
    write.run(kInsert, id, upload.hex(), text_of(imaging::Crop{}), words.alt_en, words.alt_fr, words.credit,
              words.source, words.is_decoration ? 1 : 0, write.now(), by);
    return id;
}

void save_words(db::Write& write, PictureId picture, const Words& words) {
    write.run(kSaveWords, picture, words.alt_en, words.alt_fr, words.credit, words.source, words.is_decoration ? 1 : 0);
}

void save_crop(db::Write& write, PictureId picture, const imaging::Crop& crop) {
    write.run(kSaveCrop, picture, text_of(crop));
}

void save_upload(db::Write& write, PictureId picture, const files::Address& upload) {
    write.run(kSaveUpload, picture, upload.hex(), text_of(imaging::Crop{}));
}

void save_made(db::Write& write, PictureId picture, const Making& making) {
    write.run(kRemoveFiles, picture);
    write.run_batch(kInsertFiles, making.files, [&](const File& file) {
        return std::forward_as_tuple(picture, file.format, file.width, file.height, file.address, file.bytes);
    });
    write.run(kSaveMade, picture, making.master, text_of(making.crop), making.width, making.height, making.placeholder);
}

void save_refusal(db::Write& write, PictureId picture, Reason reason) { write.run(kSaveRefusal, picture, reason); }

void remove(db::Write& write, PictureId picture) {
    write.run(kRemoveFiles, picture);
    write.run(kRemove, picture);
}

bool is_needed(db::Read& read, std::string_view address) {
    return read.one(kNeededBy, std::string{address}).has_value();
}

std::vector<Needed> needed(db::Read& read) { return read.all(kNeeded); }

}  // namespace pictures::store
