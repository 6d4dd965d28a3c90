// bench/voices_speed.cpp - a photo wall of any size: made-up voices, and how long a page of it takes.
//
//     bench_voices_speed measure DATABASE VOICES PAGES   the first page, and PAGES more wherever they lie, in
//     milliseconds bench_voices_speed fill DATA_FOLDER VOICES PROGRAM voices with drawn portraits for a server's
//     folder, to look at
//
// DATABASE is an empty one of its own ("sqlite:PATH" or "postgres://..."). Pages are made as the server makes them,
// from a snapshot to the bytes of the HTML, and without the cache in front of it. PROGRAM is the program whose picture
// worker makes the sizes.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/made_up_people.h"
#include "features/voices/consent_store.h"
#include "features/voices/decision_store.h"
#include "features/voices/handlers.h"
#include "features/voices/jobs.h"
#include "features/voices/picture_store.h"
#include "features/voices/portraits.h"
#include "features/voices/store.h"
#include "features/voices/upload_service.h"
#include "features/voices/wall_store.h"
#include "people/store.h"
#include "platform/files/folder_store.h"
#include "platform/files/sealed_store.h"
#include "platform/http/testing.h"

namespace {

using Clock = std::chrono::steady_clock;
using voices::VoiceId;

constexpr std::int64_t kInOneWrite = 2'000;
constexpr std::int64_t kPortraits = 240;  // different ones

constexpr std::array kSentences{
    std::pair{base::Locale::english, "My library card is the best thing in my wallet."},
    std::pair{base::Locale::french, "L’hôpital de ma région m’a gardé en vie deux fois."},
    std::pair{base::Locale::english, "Clean water comes out of my tap because somebody at the plant never sleeps in."},
    std::pair{base::Locale::french, "Ma mère est en résidence. Les préposées sont sa famille autant que moi."},
    std::pair{base::Locale::english, "Roads do not plough themselves."},
    std::pair{base::Locale::french, "Le traversier, c’est notre route."},
    std::pair{base::Locale::english, ""},
    std::pair{base::Locale::english,
              "Teacher. Twenty-nine children, one of me, and a broken photocopier. We manage, but "
              "we should not have to manage, and the children know it."}};
constexpr std::array<std::string_view, 6> kTowns{"Moncton", "Rimouski", "Thunder Bay", "Trois-Rivières", "", "Surrey"};

std::string capital(std::string_view word) {
    std::string text{word};
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

// Everything that one picture leaves: its sizes, and what is known of it.
using Pictures = std::vector<voices::store::Making>;

// Files that nobody will fetch, as large a list as real ones have.
Pictures without_files() {
    Pictures pictures;
    for (std::int64_t i = 0; i < kPortraits; ++i) {
        voices::store::Making making{.width = 640, .height = 640, .placeholder = std::string(180, 'x'), .files = {}};
        making.perceptual_hash = static_cast<std::int64_t>(bench::mixed(static_cast<std::uint64_t>(i)));
        for (const int width : {320, 640})
            for (const auto format : {imaging::Format::webp, imaging::Format::jpeg})
                making.files.push_back({format,
                                        width,
                                        width,
                                        files::Address::of(fmt::format("{} {} {}", i, width, int(format))).hex(),
                                        {},
                                        20'000});
        pictures.push_back(std::move(making));
    }
    return pictures;
}

Pictures drawn(files::FileStore& store, const std::string& program) {
    imaging::Workshop workshop{{.program = program}};
    Pictures pictures;
    for (std::int64_t i = 0; i < kPortraits; ++i) {
        const auto made =
            workshop.make(voices::draw_portrait(static_cast<std::uint64_t>(i)), {{}, imaging::Master::left_out});
        if (!made) throw std::runtime_error{"a portrait could not be made"};
        voices::store::Making making{.width = made->width,
                                     .height = made->height,
                                     .placeholder = made->placeholder,
                                     .perceptual_hash = static_cast<std::int64_t>(made->perceptual_hash),
                                     .files = {}};
        for (const auto& size : made->sizes)
            making.files.push_back(
                {size.format, size.width, size.height, store.put(size.bytes).hex(), {}, std::ssize(size.bytes)});
        pictures.push_back(std::move(making));
    }
    return pictures;
}

void add_voice(db::Write& write, std::int64_t number, const Pictures& pictures) {
    const auto mixed = bench::mixed(static_cast<std::uint64_t>(number));
    const auto& [locale, sentence] = kSentences[mixed % kSentences.size()];
    const auto wording = voices::store::ensure_wording(write, {"publish", locale, "I agree."});
    const bool has_picture = mixed % 12 != 0 || std::string_view{sentence}.empty();
    const auto voice = voices::store::insert(
        write,
        {.submission =
             {.name =
                  capital(bench::kCommonGivenNames[(mixed >> 8U) % bench::kCommonGivenNames.size()]) + " " +
                  capital(bench::kCommonFamilyNames[(mixed >> 16U) % bench::kCommonFamilyNames.size()]).substr(0, 1) +
                  ".",
              .place = std::string{kTowns[(mixed >> 24U) % kTowns.size()]},
              .province = people::kProvinces[(mixed >> 32U) % people::kProvinces.size()],
              .message = sentence,
              .alt = "",
              .email = *base::EmailAddress::parse(fmt::format("v{}@voices.example", number)),
              .guardian = {}},
         .locale = locale,
         .address_hash = number + 1,
         .guardian_hash = 0,
         .original = {},
         .consent = wording,
         .guardian_consent = voices::WordingId{0},
         .network = {}});
    if (has_picture) voices::store::save_made(write, voice, pictures[(mixed >> 40U) % pictures.size()]);
    voices::store::confirm(write, *voices::store::find(write, voice));
    const auto stored = *voices::store::find(write, voice);
    voices::store::decide(write, stored, voices::Reason::none, {write.new_id<voices::SavingId>(), "bench"});
    voices::store::put_on_wall(write, voice);
    voices::store::add_to_tally(write, {stored.province, stored.locale, 1, has_picture ? 1 : 0});
}

void fill(db::Database& database, std::int64_t count, const Pictures& pictures) {
    for (std::int64_t first = 0; first < count; first += kInOneWrite)
        database.write([&](db::Write& write) {
            for (std::int64_t i = first; i < std::min(count, first + kInOneWrite); ++i) add_voice(write, i, pictures);
        });
}

struct Spread {
    double median, p95, most;
};
Spread spread_of(std::vector<double> times) {
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return {at(0.5), at(0.95), times.back()};
}

// The wall as the server renders it, without the cache in front of it.
class Wall {
public:
    explicit Wall(db::Database& database)
        : database_(database), secret_(auth::load_or_create_secret(database)), tokens_(secret_) {}

    std::vector<double> times_of(const std::vector<std::string>& addresses) const {
        std::vector<double> times;
        for (const auto& address : addresses) {
            const auto begin = Clock::now();
            const auto response =
                database_.read([&](db::Read& read) { return handlers_.wall(http::testing::get(address), read); });
            if (response.status != 200) throw std::runtime_error{"no wall"};
            times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        }
        return times;
    }

private:
    db::Database& database_;
    runtime::Config config_;
    auth::Secret secret_;
    auth::Tokens tokens_;
    ports::PageFrames frames_{
        {.public_url = "https://campaign.example", .campaign = [](base::Locale) { return "Together"; }}};
    ports::PetitionReader petitions_;
    ports::Signers signers_;
    ports::PersonActions actions_;
    ports::VoiceChanges changes_;
    ports::WordHints hints_;
    files::FolderStore files_{std::filesystem::temp_directory_path() / "alltogether_no_files"};
    imaging::Workshop workshop_;
    voices::Services services_{config_,  secret_,  tokens_, frames_, petitions_, signers_,
                               actions_, changes_, hints_,  files_,  files_,     workshop_};
    voices::Handlers handlers_{services_};
};

// Pages wherever they lie: their keys are spread over all of them.
std::vector<std::string> pages_of(db::Database& database, std::int64_t count) {
    const auto voices = database.read([&](db::Read& read) { return voices::store::wall(read, {.limit = 1}); });
    const auto last = voices.empty() ? 0 : voices.front().wall_key;
    auto first = last;
    database.read([&](db::Read& read) {
        for (const auto& voice : voices::store::shown_words(read, {.limit = 1}))
            if (const auto stored = voices::store::find(read, voice.id)) first = stored->wall_key;
    });
    constexpr std::array<std::string_view, 4> kFilters{"", "&province=NU", "&language=fr", "&province=ON&language=en"};
    std::vector<std::string> pages;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto share = static_cast<double>(bench::mixed(static_cast<std::uint64_t>(i)) >> 11U) / 9007199254740992.0;
        const auto before = first + static_cast<std::int64_t>(share * static_cast<double>(last - first));
        pages.push_back(fmt::format("/en/voices?before={}{}", before, kFilters[static_cast<std::size_t>(i) % 4]));
    }
    return pages;
}

int measure(const std::string& where, std::int64_t count, std::int64_t pages) {
    const auto location = db::Location::parse(where);
    db::Database database{{.location = location, .writer = {}}};
    fill(database, count, without_files());
    const Wall wall{database};
    const std::vector<std::string> first(static_cast<std::size_t>(pages), "/en/voices");
    (void)wall.times_of(first);  // warm
    for (const auto& [name, times] : {std::pair{"first page", wall.times_of(first)},
                                      std::pair{"any page", wall.times_of(pages_of(database, pages))}}) {
        const auto spread = spread_of(times);
        std::printf("%s: p50 %.2f p95 %.2f most %.2f ms\n", name, spread.median, spread.p95, spread.most);
    }
    return 0;
}

int fill_folder(const std::string& folder, std::int64_t count, const std::string& program) {
    db::Database database{{.location = db::Location::parse("sqlite:" + folder + "/alltogether.db"), .writer = {}}};
    files::FolderStore store{std::filesystem::path{folder} / "files" / "voices"};
    fill(database, count, drawn(store, program));
    std::printf("%lld voices\n", static_cast<long long>(count));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 4 && words[0] == "measure")
        return measure(words[1], std::stoll(words[2]), std::stoll(words[3]));
    if (words.size() == 4 && words[0] == "fill") return fill_folder(words[1], std::stoll(words[2]), words[3]);
    std::fputs("usage: bench_voices_speed measure DATABASE VOICES PAGES | fill DATA_FOLDER VOICES PROGRAM\n", stderr);
    return 2;
}
