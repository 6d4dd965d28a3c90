#include "features/voices/picture_store.h"

#include <algorithm>
#include <tuple>

#include "platform/imaging/perceptual_hash.h"

namespace voices::store {
namespace {

constexpr std::int64_t kCandidates = 60;       // that share a quarter of a hash with one picture
constexpr std::int64_t kNearCandidates = 120;  // that share one but for a bit
constexpr std::size_t kMostAlike = 10;

const db::Command<void(VoiceId, std::string, std::string, base::Instant)> kSaveOriginal{R"sql(
    update voice set original = $2, turns = 0, crop = $3, picture = 1, picture_reason = 0, file_hash = 0,
                     seconded_by = 0, saving = 0, guardian_confirmed_at = null, sent_at = $4,
                     state = case when state = 0 or guardian_hash <> 0 then 0 else 1 end
    where id = $1
)sql"};
const db::Command<void(VoiceId, int, int, std::string, std::int64_t, std::int64_t)> kSaveMade{R"sql(
    update voice set picture = 2, picture_reason = 0, width = $2, height = $3, placeholder = $4, perceptual_hash = $5,
                     file_hash = $6
    where id = $1
)sql"};
const db::Command<void(VoiceId, PictureProblem)> kSaveUnusable{
    "update voice set picture = 3, picture_reason = $2, original = '' where id = $1"};

const db::Command<void(VoiceId)> kRemoveFiles{"delete from voice_size where voice_id = $1"};
const db::BatchCommand<void(VoiceId, imaging::Format, int, int, std::string, std::int64_t)> kInsertFiles{
    "insert into voice_size (voice_id, format, width, height, file, bytes) values ($1, $2, $3, $4, $5, $6)"};
const db::Query<ports::VoiceFile(VoiceId)> kFiles{
    "select format, width, height, file, bytes from voice_size where voice_id = $1 order by width, format",
    [](const db::Row& row) {
        return ports::VoiceFile{.format = row.as<imaging::Format>(0),
                                .width = row.as<int>(1),
                                .height = row.as<int>(2),
                                .file = row.as<std::string>(3),
                                .path = {},
                                .bytes = row.integer(4)};
    }};

const db::Command<void(VoiceId)> kRemoveBands{"delete from voice_band where voice_id = $1"};
const db::Command<void(int, std::int64_t, VoiceId)> kInsertBand{
    "insert into voice_band (band, value, voice_id) values ($1, $2, $3)"};

struct Candidate {
    VoiceId voice;
    State state;
    std::string reason, name, province;
    std::int64_t perceptual_hash, file_hash;
};
constexpr auto kReadCandidate =
    db::columns<Candidate, VoiceId, State, std::string, std::string, std::string, std::int64_t, std::int64_t>;
const db::Query<Candidate(int, std::int64_t, VoiceId, std::int64_t)> kOfBand{
    R"sql(
    select voice.id, voice.state, voice.reason, voice.name, voice.province, voice.perceptual_hash, voice.file_hash
    from voice_band join voice on voice.id = voice_band.voice_id
    where voice_band.band = $1 and voice_band.value = $2 and voice_band.voice_id <> $3
    order by voice_band.voice_id desc limit $4
)sql",
    kReadCandidate};
// The same where one of the sixteen bits differs. Of seven bits that differ one quarter has at most one, so that every
// near duplicate of up to that distance is met, and nearly all of eight. (SQLite has no exclusive or.)
const db::Query<Candidate(int, std::int64_t, VoiceId, std::int64_t)> kNearBand{
    R"sql(
    select voice.id, voice.state, voice.reason, voice.name, voice.province, voice.perceptual_hash, voice.file_hash
    from (
        select voice_band.voice_id from (
            select 1 as bit union all select 2 union all select 4 union all select 8 union all select 16
            union all select 32 union all select 64 union all select 128 union all select 256 union all select 512
            union all select 1024 union all select 2048 union all select 4096 union all select 8192
            union all select 16384 union all select 32768
        ) as flipped
        join voice_band on voice_band.band = $1
             and voice_band.value = (cast($2 as bigint) | flipped.bit) - (cast($2 as bigint) & flipped.bit)
        where voice_band.voice_id <> $3
        order by voice_band.voice_id desc limit $4
    ) as near
    join voice on voice.id = near.voice_id
)sql",
    kReadCandidate};
const db::Query<Candidate(std::int64_t, VoiceId, std::int64_t)> kOfFile{
    "select id, state, reason, name, province, perceptual_hash, file_hash from voice "
    "where file_hash = $1 and file_hash <> 0 and id <> $2 order by id desc limit $3",
    kReadCandidate};

const db::Command<void(VoiceId)> kForgetOriginal{"update voice set original = '' where id = $1"};

const db::Query<VoiceId(std::string)> kNeededBy{R"sql(
    select voice_id as id from voice_size where file = $1
    union all select id from voice where original = $1 and original <> ''
    limit 1
)sql",
                                                [](const db::Row& row) { return row.as<VoiceId>(0); }};
const db::Query<Needed()> kNeeded{"select voice_id, file from voice_size", db::columns<Needed, VoiceId, std::string>};

void add_alike(std::vector<Alike>& found, const Voice& voice, const Candidate& candidate) {
    const bool is_known = std::ranges::find(found, candidate.voice, &Alike::voice) != found.end();
    const bool is_same = voice.file_hash != 0 && candidate.file_hash == voice.file_hash;
    const int distance = is_same ? 0
                                 : imaging::hash_distance(static_cast<std::uint64_t>(voice.perceptual_hash),
                                                          static_cast<std::uint64_t>(candidate.perceptual_hash));
    if (is_known || distance > imaging::kAlike) return;
    found.push_back({candidate.voice, candidate.state, reason_of(candidate.reason).value_or(Reason::none), distance,
                     is_same, candidate.name, candidate.province});
}

}  // namespace

void save_original(db::Write& write, VoiceId voice, const std::string& original) {
    remove_picture(write, voice);
    write.run(kSaveOriginal, voice, original, text_of(imaging::Crop{}), write.now());
}

void save_made(db::Write& write, VoiceId voice, const Making& making) {
    remove_picture(write, voice);
    write.run_batch(kInsertFiles, making.files, [&](const ports::VoiceFile& file) {
        return std::forward_as_tuple(voice, file.format, file.width, file.height, file.file, file.bytes);
    });
    const auto bands = bands_of(making.perceptual_hash);
    for (std::size_t i = 0; i < bands.size(); ++i) write.run(kInsertBand, static_cast<int>(i), bands[i], voice);
    write.run(kSaveMade, voice, making.width, making.height, making.placeholder, making.perceptual_hash,
              making.file_hash);
}

void save_unusable(db::Write& write, VoiceId voice, PictureProblem problem) {
    remove_picture(write, voice);
    write.run(kSaveUnusable, voice, problem);
}

std::vector<ports::VoiceFile> files(db::Read& read, VoiceId voice) { return read.all(kFiles, voice); }

void forget_original(db::Write& write, VoiceId voice) { write.run(kForgetOriginal, voice); }

void remove_picture(db::Write& write, VoiceId voice) {
    write.run(kRemoveFiles, voice);
    write.run(kRemoveBands, voice);
}

std::vector<Alike> alike(db::Read& read, const Voice& voice) {
    std::vector<Alike> found;
    for (const auto& candidate : read.all(kOfFile, voice.file_hash, voice.id, kCandidates))
        add_alike(found, voice, candidate);
    if (voice.perceptual_hash != 0) {
        const auto bands = bands_of(voice.perceptual_hash);
        for (std::size_t i = 0; i < bands.size(); ++i) {
            const int band = static_cast<int>(i);
            for (const auto& each : read.all(kOfBand, band, bands[i], voice.id, kCandidates))
                add_alike(found, voice, each);
            for (const auto& each : read.all(kNearBand, band, bands[i], voice.id, kNearCandidates))
                add_alike(found, voice, each);
        }
    }
    std::ranges::sort(
        found, {}, [](const Alike& each) { return std::tuple{!each.is_same_file, each.distance, -each.voice.value}; });
    if (found.size() > kMostAlike) found.erase(found.begin() + kMostAlike, found.end());
    return found;
}

bool is_needed(db::Read& read, const std::string& file) { return read.one(kNeededBy, file).has_value(); }

std::vector<Needed> needed(db::Read& read) { return read.all(kNeeded); }

}  // namespace voices::store
