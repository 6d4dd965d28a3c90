#include "features/petitions/counter_files_service.h"

#include <chrono>
#include <fstream>

#include "features/petitions/counter_pages.h"
#include "features/petitions/store.h"
#include "platform/runtime/log.h"

namespace petitions {
namespace {

void replace_file(const std::filesystem::path& path, const std::string& bytes) {
    const auto fresh = std::filesystem::path{path}.concat(".new");
    std::ofstream file;
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.open(fresh, std::ios::binary | std::ios::trunc);
    file << bytes;
    file.close();
    std::filesystem::rename(fresh, path);
}

}  // namespace

CounterFiles::CounterFiles(db::Database& database, const LiveCounts& counts, Setting setting)
    : database_(database), counts_(counts), setting_(std::move(setting)), thread_([this] { work(); }) {}

CounterFiles::~CounterFiles() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void CounterFiles::write_changed() {
    const std::lock_guard writing{writing_};
    std::filesystem::create_directories(setting_.folder);
    const auto petitions = database_.read([](db::Read& read) { return store::all(read); });
    for (const Petition& petition : petitions) {
        const Stage stage = petition.stage(db::now());
        if (stage == Stage::draft) continue;
        const pages::Counted counted{petition.slug, counts_.count(petition.id).confirmed, petition.goal, stage};
        for (const auto format : pages::kCounterFormats) {
            const std::string name = petition.slug + "." + std::string{pages::ending_of(format)};
            std::string bytes = pages::counter_bytes(counted, format);
            if (written_[name] == bytes) continue;
            replace_file(setting_.folder / name, bytes);
            written_[name] = std::move(bytes);
        }
    }
}

void CounterFiles::work() {
    std::unique_lock lock{mutex_};
    const std::chrono::microseconds pause{setting_.every.microseconds};
    do {
        lock.unlock();
        try {
            write_changed();
        } catch (const std::exception& fault) {  // the last files stay; the next look tries again
            runtime::log_warning("the files of counts are not written", {{"reason", fault.what()}});
        }
        lock.lock();
    } while (!wake_.wait_for(lock, pause, [this] { return stopping_; }));
}

}  // namespace petitions
