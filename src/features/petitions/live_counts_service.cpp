#include "features/petitions/live_counts_service.h"

#include <chrono>

#include <fmt/format.h>

#include "platform/runtime/log.h"

namespace petitions {
namespace {

std::map<PetitionId, PublicCount> read_counts(db::Read& read) {
    std::map<PetitionId, PublicCount> counts;
    for (const store::Count& row : store::tally(read)) {
        PublicCount& count = counts[row.petition];
        count.confirmed = row.confirmed;
        count.pending = row.pending;
        count.invalidated = row.invalidated;
    }
    for (const store::EndorserCount& row : store::endorser_counts(read))
        counts[row.petition].by_class[row.signer_class] = row.counted;
    return counts;
}

}  // namespace

std::string json_of(const PublicCount& count) {
    std::string classes;
    for (const auto& [signer_class, confirmed] : count.by_class)
        classes += fmt::format(R"({}"{}":{})", classes.empty() ? "" : ",", name_of(signer_class), confirmed);
    return fmt::format(R"({{"confirmed":{},"pending":{},"invalidated":{},"by_class":{{{}}}}})", count.confirmed,
                       count.pending, count.invalidated, classes);
}

LiveCounts::LiveCounts(db::Database& database) : database_(database) {
    refresh();
    thread_ = std::thread{[this] { work(); }};
}

LiveCounts::~LiveCounts() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

PublicCount LiveCounts::count(PetitionId petition) const {
    const std::lock_guard lock{mutex_};
    const auto found = counts_.find(petition);
    return found == counts_.end() ? PublicCount{} : found->second;
}

std::shared_ptr<http::EventChannel> LiveCounts::channel(PetitionId petition) {
    const std::lock_guard lock{mutex_};
    return channel_locked(petition);
}

void LiveCounts::refresh() {
    take_over(database_.read([](db::Read& read) {
        auto counts = read_counts(read);
        for (auto& [petition, count] : counts) count.latest_names = store::latest_names(read, petition, kNamesShown);
        return counts;
    }));
}

void LiveCounts::work() {
    std::unique_lock lock{mutex_};
    const std::chrono::microseconds pause{kRefreshEvery.microseconds};
    while (!wake_.wait_for(lock, pause, [this] { return stopping_; })) {
        lock.unlock();
        try {
            refresh();
        } catch (const db::Fault& fault) {  // the last counts stand until the database is back
            runtime::log_warning("counts are not refreshed", {{"reason", fault.what()}});
        }
        lock.lock();
    }
}

void LiveCounts::take_over(std::map<PetitionId, PublicCount> counts) {
    const std::lock_guard lock{mutex_};
    for (const auto& [petition, count] : counts) {
        const auto before = counts_.find(petition);
        if (before == counts_.end() || before->second != count) channel_locked(petition)->publish(json_of(count));
    }
    counts_ = std::move(counts);
}

std::shared_ptr<http::EventChannel> LiveCounts::channel_locked(PetitionId petition) {
    auto& channel = channels_[petition];
    if (channel != nullptr) return channel;
    channel = std::make_shared<http::EventChannel>();
    channel->publish(json_of(counts_.contains(petition) ? counts_.at(petition) : PublicCount{}));
    return channel;
}

}  // namespace petitions
