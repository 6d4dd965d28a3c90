#include "features/supporter_import/job_service.h"

#include <chrono>

#include "base/whole_number.h"
#include "features/supporter_import/store.h"

namespace supporter_import {
namespace {

constexpr auto kKept = base::days(30);
constexpr auto kForgotten = base::days(1);
constexpr auto kAtMost = base::minutes(4);  // of one job, well within its lease

std::optional<std::string> text_of_file(const Bench& bench, const Import& import) {
    const auto address = files::Address::parse(import.file);
    return address ? bench.files.read(*address) : std::nullopt;
}

void stop(const Bench& bench, ImportId id) {
    bench.tools.database.write([&](db::Write& write) {
        if (auto import = store::find(write, id)) {
            import->state = ImportState::stopped;
            import->finished_at = write.now();
            store::save(write, *import);
        }
    });
}

void try_out(const Bench& bench, const Import& import, const TextSource& source) {
    const auto say = [&](std::uint64_t bytes) {
        bench.tools.database.write([&](db::Write& write) {
            auto now = store::find(write, import.id);
            if (!now || now->state != ImportState::being_tried) return;
            now->place.offset = bytes;
            store::save(write, *now);
        });
    };
    const Trial trial = try_import(bench.tools, import, source, say);
    bench.tools.database.write([&](db::Write& write) {
        auto now = store::find(write, import.id);
        if (!now || now->state != ImportState::being_tried) return;
        now->state = trial.gave_up ? ImportState::stopped : ImportState::tried;
        now->report = trial.report;
        now->place = {};
        store::forget_troubles(write, now->id);
        store::add_troubles(write, now->id, trial.troubles);
        store::save(write, *now);
    });
}

}  // namespace

void order_work(db::Write& write, ImportId id) { jobs::queue(write, {"supporters.import", std::to_string(id.value)}); }

void add_jobs(jobs::Handlers& handlers, const Bench& bench) {
    handlers.add("supporters.import", [bench](const jobs::Job& job) {
        const auto id = base::id_from<ImportId>(job.payload);
        if (!id || !work(bench, *id, kAtMost)) return;
        bench.tools.database.write([&](db::Write& write) { order_work(write, *id); });
    });
    handlers.daily("supporters.imports", base::hours(9), [bench](const jobs::Job& job) { sweep(bench, job.now); });
}

bool work(const Bench& bench, ImportId id, base::Duration at_most) {
    const auto begun = std::chrono::steady_clock::now();
    const auto import = bench.tools.database.read([&](db::Read& read) { return store::find(read, id); });
    if (!import || !import->is_busy()) return false;
    const auto text = text_of_file(bench, *import);
    if (!text) {
        stop(bench, id);
        return false;
    }
    const TextSource source = source_of(*text);
    if (import->state == ImportState::being_tried) {
        try_out(bench, *import, source);
        return false;
    }
    for (;;) {
        const auto now = import_piece(bench.tools, id, source);
        if (!now || now->state != ImportState::coming_in) return false;
        if (std::chrono::steady_clock::now() - begun > std::chrono::microseconds{at_most.microseconds}) return true;
    }
}

void sweep(const Bench& bench, base::Instant now) {
    bench.tools.database.write([&](db::Write& write) {
        for (const auto& import : store::before(write, now - kKept))
            if (!import.is_busy() || import.is_of_command()) store::remove(write, import.id);
    });
    std::vector<files::Address> old;
    bench.files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address);
    });
    // Within the writer's transaction, so that no import comes to need the file between the look and the removal.
    for (const auto& address : old)
        bench.tools.database.write([&](db::Write& write) {
            if (!store::is_file_needed(write, address.hex())) bench.files.remove(address);
        });
}

}  // namespace supporter_import
