#include "features/pictures/jobs.h"

#include <set>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/pictures/store.h"
#include "platform/runtime/log.h"

namespace pictures {
namespace {

constexpr std::int64_t kMostAttempts = 3;
constexpr auto kForgotten = base::days(1);  // a file that no picture needs for so long is nobody's

std::set<std::string> addresses_of(const Record& record, const std::vector<File>& files) {
    std::set<std::string> addresses{record.upload, record.master};
    for (const auto& file : files) addresses.insert(file.address);
    addresses.erase("");
    return addresses;
}

// Why there is nothing to show, or what a worker made.
class Making {
public:
    // `attempt`: 1 on the first.
    Making(const Bench& bench, std::int64_t attempt) : bench_(bench), attempt_(attempt) {}

    void run(PictureId picture) {
        const auto record = bench_.database.read([&](db::Read& read) { return store::find(read, picture); });
        if (!record || !record->is_waiting()) return;
        auto made = make(*record);
        if (!made) return refuse(*record, made.error());
        keep(*record, *made);
    }

private:
    base::Result<imaging::Made, Reason> make(const Record& record) {
        const bool is_new = !record.upload.empty();
        const auto address = files::Address::parse(is_new ? record.upload : record.master);
        auto bytes = address ? bench_.files.read(*address) : std::nullopt;
        if (!bytes) return Reason::not_made;
        try {
            auto made = bench_.workshop().make(
                *std::move(bytes), {record.crop, is_new ? imaging::Master::wanted : imaging::Master::left_out});
            if (!made) return reason_of(made.error());
            return *std::move(made);
        } catch (const imaging::WorkerFault&) {
            if (attempt_ < kMostAttempts) throw;
            return Reason::not_made;
        }
    }

    void refuse(const Record& record, Reason reason) {
        bench_.database.write([&](db::Write& write) {
            if (!is_as_it_was(write, record)) return;
            store::save_refusal(write, record.id, reason);
            if (!record.upload.empty()) order_forgetting(write, {record.upload});
        });
    }

    void keep(const Record& record, const imaging::Made& made) {
        store::Making making{record.master, record.crop, made.width, made.height, made.placeholder, {}};
        if (!made.master.empty()) making.master = bench_.files.put(made.master).hex();
        for (const auto& size : made.sizes)
            making.files.push_back({record.id, size.format, size.width, size.height, bench_.files.put(size.bytes).hex(),
                                    std::ssize(size.bytes)});
        bench_.database.write([&](db::Write& write) { exchange(write, record, making); });
    }

    // The new files for the old ones; whatever of them nobody needs then goes. Where staff changed the picture
    // meanwhile, another job is on its way, and it is the new files that go.
    static void exchange(db::Write& write, const Record& record, const store::Making& making) {
        auto loose = addresses_of(record, store::files(write, record.id));
        auto made = record;
        made.upload.clear();
        made.master = making.master;
        loose.merge(addresses_of(made, making.files));
        if (is_as_it_was(write, record)) store::save_made(write, record.id, making);
        order_forgetting(write, {loose.begin(), loose.end()});
    }

    static bool is_as_it_was(db::Read& read, const Record& record) {
        const auto now = store::find(read, record.id);
        return now && now->upload == record.upload && now->crop == record.crop && now->master == record.master;
    }

    const Bench& bench_;
    std::int64_t attempt_;
};

// Within the writer's transaction, so that no picture comes to need the file between the look and the removal.
void forget(const Bench& bench, std::string_view text) {
    const auto address = files::Address::parse(text);
    if (!address) return;
    bench.database.write([&](db::Write& write) {
        if (!store::is_needed(write, text)) bench.files.remove(*address);
    });
}

void sweep(const Bench& bench, base::Instant now) {
    std::vector<std::string> old;
    bench.files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address.hex());
    });
    for (const auto& address : old) forget(bench, address);
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Bench& bench) {
    handlers.add("pictures.make", [bench](const jobs::Job& job) {
        if (const auto picture = base::id_from<PictureId>(job.payload)) Making{bench, job.attempts}.run(*picture);
    });
    handlers.add("pictures.forget", [bench](const jobs::Job& job) { forget(bench, job.payload); });
    handlers.daily("pictures.sweep", base::hours(9), [bench](const jobs::Job& job) { sweep(bench, job.now); });
}

void make_at_once(const Bench& bench, PictureId picture) {
    try {
        Making{bench, 1}.run(picture);
    } catch (const imaging::WorkerFault& fault) {
        runtime::log_info("a picture is left to its job", {{"fault", fault.what()}});
    }
}

void order_making(db::Write& write, PictureId picture) {
    jobs::queue(write, {"pictures.make", std::to_string(picture.value)});
}

void order_forgetting(db::Write& write, const std::vector<std::string>& addresses) {
    for (const auto& address : addresses)
        if (!store::is_needed(write, address)) jobs::queue(write, {"pictures.forget", address});
}

ports::Check files_check(const files::FileStore& files) {
    return {"pictures.files", [&files](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& needed : store::needed(read)) {
                    const auto address = files::Address::parse(needed.address);
                    if (!address || !files.exists(*address))
                        findings.push_back(
                            {fmt::format("picture {}: its file {} is missing", needed.picture.value, needed.address)});
                }
                return findings;
            }};
}

}  // namespace pictures
