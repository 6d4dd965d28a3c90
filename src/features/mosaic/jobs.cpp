#include "features/mosaic/jobs.h"

#include <ranges>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/mosaic/store.h"

namespace mosaic {
namespace {

constexpr auto kForgotten = base::days(1);  // a file that no row needs for so long is nobody's

// Within the writer's transaction, so that no row comes to need the file between the look and the removal.
void forget(const Services& services, std::string_view text) {
    const auto address = files::Address::parse(text);
    if (!address) return;
    services.database.write([&](db::Write& write) {
        if (!store::is_needed(write, text)) services.files.remove(*address);
    });
}

void sweep(const Services& services, base::Instant now) {
    std::vector<std::string> old;
    services.files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address.hex());
    });
    for (const auto& address : old) forget(services, address);
}

void build(const Services& services, Studio& studio, MosaicId mosaic) {
    if (studio.go_on(mosaic) == Studio::Step::done) return;
    services.database.write([&](db::Write& write) { order_building(write, mosaic); });
}

void order_drawing(db::Write& write, MosaicId mosaic) {
    jobs::queue_at(write, {"mosaic.draw", std::to_string(mosaic.value)}, write.now() - kAhead);
}

void take_out(db::Write& write, VoiceId voice) {
    const auto taken = store::take_out(write, voice);
    for (const auto mosaic : taken.mosaics) order_drawing(write, mosaic);
    order_forgetting(write, taken.loose);
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Services& services, Studio& studio) {
    handlers.add("mosaic.take_in", [&studio](const jobs::Job& job) {
        if (const auto voice = base::id_from<VoiceId>(job.payload)) studio.take_in(*voice);
    });
    handlers.add("mosaic.draw", [&studio](const jobs::Job& job) {
        if (const auto mosaic = base::id_from<MosaicId>(job.payload)) studio.draw(*mosaic);
    });
    handlers.add("mosaic.build", [&services, &studio](const jobs::Job& job) {
        if (const auto mosaic = base::id_from<MosaicId>(job.payload)) build(services, studio, *mosaic);
    });
    handlers.add("mosaic.forget", [&services](const jobs::Job& job) {
        for (const auto part : std::views::split(std::string_view{job.payload}, ' '))
            forget(services, std::string_view{part.begin(), part.end()});
    });
    handlers.daily("mosaic.sweep", base::hours(9), [&services](const jobs::Job& job) { sweep(services, job.now); });
}

ports::VoiceListener voice_listener() {
    return {.shown =
                [](db::Write& write, const ports::Voice& voice) {
                    if (!voice.has_picture()) return take_out(write, voice.id);
                    // The first mosaic asks for all voices itself.
                    if (store::all(write).empty()) return;
                    jobs::queue(write, {"mosaic.take_in", std::to_string(voice.id.value)});
                },
            .gone = take_out};
}

void order_building(db::Write& write, MosaicId mosaic) {
    jobs::queue(write, {"mosaic.build", std::to_string(mosaic.value)});
}

ports::Check files_check(const files::FileStore& files) {
    return {"mosaic.files", [&files](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& file : store::needed(read)) {
                    const auto address = files::Address::parse(file);
                    if (!address || !files.exists(*address))
                        findings.push_back({fmt::format("a mosaic lacks its file {}", file)});
                }
                return findings;
            }};
}

}  // namespace mosaic
