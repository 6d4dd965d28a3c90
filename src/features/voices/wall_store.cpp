#include "features/voices/wall_store.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace voices::store {
namespace {

OnTheWall read_shown(const db::Row& row) {
    return {{.id = row.as<VoiceId>(0),
             .approved_at = row.as<base::Instant>(2),
             .locale = row.as<base::Locale>(3),
             .name = row.as<std::string>(4),
             .place = row.as<std::string>(5),
             .province = people::province_of(row.text(6)),
             .message = row.as<std::string>(7),
             .alt = row.as<std::string>(8),
             .width = row.as<int>(9),
             .height = row.as<int>(10),
             .placeholder = row.as<std::string>(11),
             .webp = {},
             .jpeg = {},
             .perceptual_hash = static_cast<std::uint64_t>(row.integer(12)),
             .consent = fmt::format("voices.publish/{}/{}", row.text(13), row.integer(14))},
            row.integer(1)};
}

struct FileOf {
    VoiceId voice;
    ports::VoiceFile file;
};
FileOf read_file(const db::Row& row) {
    FileOf found{row.as<VoiceId>(0),
                 {.format = row.as<imaging::Format>(1),
                  .width = row.as<int>(2),
                  .height = row.as<int>(3),
                  .file = row.as<std::string>(4),
                  .path = {},
                  .bytes = row.integer(5)}};
    found.file.path = public_path(found.file);
    return found;
}

#define SHOWN_COLUMNS                                                                                           \
    "select voice.id, wall_key, coalesce(approved_at, sent_at), voice.locale, name, place, province, message, " \
    "alt, width, height, placeholder, perceptual_hash, coalesce(voice_wording.locale, ''), "                    \
    "coalesce(voice_wording.version, 0) from voice "                                                            \
    "left join voice_wording on voice_wording.id = voice.consent_id "
#define FILES_OF(page)                                                           \
    "select voice_size.voice_id, format, width, height, file, bytes from (" page \
    ") as shown join voice_size on voice_size.voice_id = shown.id order by voice_size.voice_id, width, format"

// Pages of the wall: of everybody, of a province, of a language, of both.
#define OF_ALL "where wall_key > 0 and wall_key < $1 order by wall_key desc limit $2"
#define OF_PROVINCE "where wall_key > 0 and wall_key < $1 and province = $3 order by wall_key desc limit $2"
#define OF_LOCALE "where wall_key > 0 and wall_key < $1 and voice.locale = $3 order by wall_key desc limit $2"
#define OF_BOTH \
    "where wall_key > 0 and wall_key < $1 and province = $3 and voice.locale = $4 order by wall_key desc limit $2"

template <class... Filter>
struct Paged {
    db::Query<OnTheWall(std::int64_t, std::int64_t, Filter...)> voices;
    db::Query<FileOf(std::int64_t, std::int64_t, Filter...)> files;
};
const Paged<> kOfAll{{SHOWN_COLUMNS OF_ALL, read_shown}, {FILES_OF("select id from voice " OF_ALL), read_file}};
const Paged<std::string_view> kOfProvince{{SHOWN_COLUMNS OF_PROVINCE, read_shown},
                                          {FILES_OF("select id from voice " OF_PROVINCE), read_file}};
const Paged<base::Locale> kOfLocale{{SHOWN_COLUMNS OF_LOCALE, read_shown},
                                    {FILES_OF("select id from voice " OF_LOCALE), read_file}};
const Paged<std::string_view, base::Locale> kOfBoth{{SHOWN_COLUMNS OF_BOTH, read_shown},
                                                    {FILES_OF("select id from voice " OF_BOTH), read_file}};

// By their ids, whether they have a picture or not ($3: 0), or only those that have one (2).
#define BY_ID "where wall_key > 0 and voice.id > $1 and picture >= $3 order by voice.id limit $2"
const db::Query<OnTheWall(VoiceId, std::int64_t, int)> kById{SHOWN_COLUMNS BY_ID, read_shown};
const db::Query<FileOf(VoiceId, std::int64_t, int)> kFilesById{FILES_OF("select id from voice " BY_ID), read_file};

const db::Query<OnTheWall(VoiceId)> kFindShown{SHOWN_COLUMNS "where voice.id = $1 and wall_key > 0", read_shown};
const db::Query<FileOf(VoiceId)> kFilesOf{
    "select voice_id, format, width, height, file, bytes from voice_size where voice_id = $1 order by width, format",
    read_file};

const db::Query<std::int64_t(std::string, int, imaging::Format)> kIsFileShown{
    R"sql(
    select voice.id from voice_size join voice on voice.id = voice_size.voice_id
    where voice_size.file = $1 and voice_size.width = $2 and voice_size.format = $3 and wall_key > 0 limit 1
)sql",
    db::columns<std::int64_t, std::int64_t>};

using WallKey = base::Id<struct WallKeyTag>;
const db::Command<void(VoiceId, WallKey, base::Instant)> kPutOnWall{
    "update voice set wall_key = $2, approved_at = $3 where id = $1"};
const db::Command<void(VoiceId)> kTakeOffWall{"update voice set wall_key = 0 where id = $1"};

constexpr auto kReadTally = db::columns<TallyRow, std::string, base::Locale, std::int64_t, std::int64_t>;
const db::Query<TallyRow()> kTally{
    "select province, locale, shown, with_picture from voice_tally where shown <> 0 or with_picture <> 0 "
    "order by province, locale",
    kReadTally};
const db::Command<void(std::string, base::Locale, std::int64_t, std::int64_t)> kAddToTally{R"sql(
    insert into voice_tally (province, locale, shown, with_picture) values ($1, $2, $3, $4)
    on conflict (province, locale) do update
    set shown = voice_tally.shown + excluded.shown, with_picture = voice_tally.with_picture + excluded.with_picture
)sql"};
const db::Query<TallyRow()> kCountedAnew{
    "select province, locale, count(*), sum(case when picture = 2 then 1 else 0 end) from voice where wall_key > 0 "
    "group by province, locale order by province, locale",
    kReadTally};

// Each file to its voice; both lists are of one page.
void add_files(std::vector<OnTheWall>& voices, std::vector<FileOf>&& files) {
    std::map<VoiceId, ports::Voice*> by_id;
    for (auto& each : voices) by_id.emplace(each.voice.id, &each.voice);
    for (auto& each : files) {
        const auto found = by_id.find(each.voice);
        if (found == by_id.end()) continue;
        auto& of_format = each.file.format == imaging::Format::webp ? found->second->webp : found->second->jpeg;
        of_format.push_back(std::move(each.file));
    }
}

template <class... Filter>
std::vector<OnTheWall> read_page(db::Read& read, const Paged<Filter...>& paged, const WallPage& page,
                                 const std::type_identity_t<Filter>&... filter) {
    const std::int64_t before = page.before == 0 ? INT64_MAX : page.before;
    auto voices = read.all(paged.voices, before, page.limit, filter...);
    add_files(voices, read.all(paged.files, before, page.limit, filter...));
    return voices;
}

std::vector<ports::Voice> bare(std::vector<OnTheWall>&& voices) {
    std::vector<ports::Voice> all;
    for (auto& each : voices) all.push_back(std::move(each.voice));
    return all;
}

int least_picture(const ports::VoicePage& page) { return page.with == ports::VoicesWith::picture ? 2 : 0; }

}  // namespace

std::vector<OnTheWall> wall(db::Read& read, const WallPage& page) {
    if (page.province && page.locale) return read_page(read, kOfBoth, page, people::code(*page.province), *page.locale);
    if (page.province) return read_page(read, kOfProvince, page, people::code(*page.province));
    if (page.locale) return read_page(read, kOfLocale, page, *page.locale);
    return read_page(read, kOfAll, page);
}

std::optional<ports::Voice> find_shown(db::Read& read, VoiceId voice) {
    auto found = read.all(kFindShown, voice);
    if (found.empty()) return std::nullopt;
    add_files(found, read.all(kFilesOf, voice));
    return std::move(found.front().voice);
}

std::vector<ports::Voice> shown_by_id(db::Read& read, const ports::VoicePage& page) {
    auto voices = read.all(kById, page.after, page.limit, least_picture(page));
    add_files(voices, read.all(kFilesById, page.after, page.limit, least_picture(page)));
    return bare(std::move(voices));
}

std::vector<ports::Voice> shown_words(db::Read& read, const ports::VoicePage& page) {
    return bare(read.all(kById, page.after, page.limit, least_picture(page)));
}

bool is_file_shown(db::Read& read, const FileName& name) {
    return read.one(kIsFileShown, name.address, name.width, name.format).has_value();
}

void put_on_wall(db::Write& write, VoiceId voice) {
    write.run(kPutOnWall, voice, write.new_id<WallKey>(), write.now());
}

void take_off_wall(db::Write& write, VoiceId voice) { write.run(kTakeOffWall, voice); }

std::vector<TallyRow> tally(db::Read& read) { return read.all(kTally); }

void add_to_tally(db::Write& write, const TallyRow& more) {
    write.run(kAddToTally, more.province, more.locale, more.shown, more.with_picture);
}

std::vector<TallyRow> counted_anew(db::Read& read) { return read.all(kCountedAnew); }

}  // namespace voices::store
