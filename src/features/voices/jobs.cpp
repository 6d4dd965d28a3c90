#include "features/voices/jobs.h"

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/voices/picture_store.h"
#include "features/voices/step_service.h"
#include "features/voices/store.h"
#include "features/voices/wall_store.h"
#include "platform/auth/keyed_hash.h"
#include "platform/runtime/log.h"

namespace voices {
namespace {

constexpr std::int64_t kMostAttempts = 3;
constexpr auto kAhead = base::hours(1);     // of all that waits: whoever withdraws stands behind no picture to be made
constexpr auto kForgotten = base::days(1);  // a file that no voice needs for so long is nobody's

// What a worker makes of one upload. A crash in its midst leaves the row waiting and the job to run again.
class Making {
public:
    // `attempt`: 1 on the first.
    Making(const Bench& bench, std::int64_t attempt) : bench_(bench), attempt_(attempt) {}

    void run(VoiceId id) {
        const auto voice = bench_.database.read([&](db::Read& read) { return store::find(read, id); });
        if (!voice || voice->picture != PictureState::preparing) return;
        const auto address = files::Address::parse(voice->original);
        const auto bytes = address ? bench_.services.originals.read(*address) : std::nullopt;
        if (!bytes) return refuse(*voice, PictureProblem::not_made);
        const auto made = make(*voice, *bytes);
        if (!made) return refuse(*voice, made.error());
        keep(*voice, *made, auth::keyed_hash(bench_.services.secret, kSameFile, *bytes));
    }

private:
    base::Result<imaging::Made, PictureProblem> make(const Voice& voice, const std::string& bytes) {
        imaging::Order order{voice.cut.crop, imaging::Master::left_out};
        order.quarter_turns = voice.cut.quarter_turns;
        try {
            auto made = bench_.services.workshop.make(bytes, order);
            if (!made) return problem_of(made.error());
            return *std::move(made);
        } catch (const imaging::WorkerFault&) {
            if (attempt_ < kMostAttempts) throw;
            return PictureProblem::not_made;
        }
    }

    void refuse(const Voice& voice, PictureProblem problem) {
        bench_.database.write([&](db::Write& write) {
            if (!is_as_it_was(write, voice)) return;
            store::save_unusable(write, voice.id, problem);
            if (!voice.original.empty()) order_forgetting(write, {voice.original});
        });
    }

    void keep(const Voice& voice, const imaging::Made& made, std::int64_t file_hash) {
        store::Making making{.width = made.width,
                             .height = made.height,
                             .placeholder = made.placeholder,
                             .perceptual_hash = static_cast<std::int64_t>(made.perceptual_hash),
                             .file_hash = file_hash,
                             .files = {}};
        std::vector<std::string> addresses;
        for (const auto& size : made.sizes) {
            addresses.push_back(bench_.services.files.put(size.bytes).hex());
            making.files.push_back({.format = size.format,
                                    .width = size.width,
                                    .height = size.height,
                                    .file = addresses.back(),
                                    .path = {},
                                    .bytes = std::ssize(size.bytes)});
        }
        bench_.database.write([&](db::Write& write) {
            if (is_as_it_was(write, voice)) store::save_made(write, voice.id, making);
            order_forgetting(write, addresses);  // only those that it does not need after all
        });
    }

    static bool is_as_it_was(db::Read& read, const Voice& voice) {
        const auto now = store::find(read, voice.id);
        return now && now->picture == PictureState::preparing && now->original == voice.original;
    }

    const Bench& bench_;
    std::int64_t attempt_;
};

// Within the writer's transaction, so that no voice comes to need the file between the look and the removal.
void forget_file(const Bench& bench, const std::string& file) {
    const auto address = files::Address::parse(file);
    if (!address) return;
    bench.database.write([&](db::Write& write) {
        if (store::is_needed(write, file)) return;
        bench.services.files.remove(*address);
        bench.services.originals.remove(*address);
    });
}

void sweep(const Bench& bench, base::Instant now) {
    std::vector<std::string> old;
    const auto look = [&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address.hex());
    };
    bench.services.files.each(look);
    bench.services.originals.each(look);
    for (const auto& file : old) forget_file(bench, file);
}

ports::RetentionDone forget_each(const std::vector<Voice>& voices, const std::function<void(const Voice&)>& act) {
    for (const auto& voice : voices) act(voice);
    return {std::ssize(voices), std::nullopt};
}

ports::RetentionRule unconfirmed_rule() {
    return {.key = "voices.unconfirmed",
            .label = base::message("Photos and messages for the wall that nobody confirmed"),
            .usual_days = 30,
            .fewest_days = 8,
            .count = store::count_unconfirmed_before,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return forget_each(store::unconfirmed_before(write, {step.before, step.limit}),
                                   [&](const Voice& voice) { forget(write, voice); });
            }};
}

ports::RetentionRule originals_rule() {
    return {.key = "voices.originals",
            .label = base::message("Uploaded originals of photos that were decided about"),
            .usual_days = 30,
            .fewest_days = 1,
            .count = store::count_originals_before,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return forget_each(store::originals_before(write, {step.before, step.limit}), [&](const Voice& voice) {
                    store::forget_original(write, voice.id);
                    order_forgetting(write, {voice.original});
                });
            }};
}

ports::RetentionRule refused_rule() {
    return {.key = "voices.not_shown",
            .label = base::message("Photos and messages that were refused or taken down"),
            .usual_days = 180,
            .fewest_days = 30,
            .count = store::count_refused_before,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return forget_each(store::refused_before(write, {step.before, step.limit}),
                                   [&](const Voice& voice) { forget(write, voice); });
            }};
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Bench& bench) {
    handlers.add("voices.make", [bench](const jobs::Job& job) {
        if (const auto voice = base::id_from<VoiceId>(job.payload)) Making{bench, job.attempts}.run(*voice);
    });
    handlers.add("voices.forget", [bench](const jobs::Job& job) { forget_file(bench, job.payload); });
    handlers.daily("voices.sweep", base::hours(9), [bench](const jobs::Job& job) { sweep(bench, job.now); });
}

void make_at_once(const Bench& bench, VoiceId voice) {
    try {
        Making{bench, 1}.run(voice);
    } catch (const imaging::WorkerFault& fault) {
        runtime::log_info("a picture of the wall is left to its job", {{"fault", fault.what()}});
    }
}

void order_making(db::Write& write, VoiceId voice) { jobs::queue(write, {"voices.make", std::to_string(voice.value)}); }

void order_forgetting(db::Write& write, const std::vector<std::string>& files) {
    for (const auto& file : files)
        if (!store::is_needed(write, file)) jobs::queue_at(write, {"voices.forget", file}, write.now() - kAhead);
}

ports::Check tally_check() {
    return {"voices.tally", [](db::Read& read) {
                std::vector<ports::Finding> findings;
                const auto text = [](const std::vector<store::TallyRow>& rows) {
                    std::string all;
                    for (const auto& row : rows)
                        all += fmt::format("{} {} {} {}; ", row.province, base::code(row.locale), row.shown,
                                           row.with_picture);
                    return all;
                };
                const auto kept = text(store::tally(read)), counted = text(store::counted_anew(read));
                if (kept != counted)
                    findings.push_back({fmt::format("the tally of voices is {}the voices give {}", kept, counted)});
                return findings;
            }};
}

ports::Check files_check(const files::FileStore& files) {
    return {"voices.files", [&files](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& needed : store::needed(read)) {
                    const auto address = files::Address::parse(needed.file);
                    if (!address || !files.exists(*address))
                        findings.push_back(
                            {fmt::format("voice {}: its file {} is missing", needed.voice.value, needed.file)});
                }
                return findings;
            }};
}

std::vector<ports::RetentionRule> retention_rules() { return {unconfirmed_rule(), originals_rule(), refused_rule()}; }

}  // namespace voices
