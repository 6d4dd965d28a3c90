#include "features/mail_sending/live_service.h"

#include <chrono>

#include <fmt/format.h>

#include "features/mail_sending/tally_store.h"
#include "platform/runtime/log.h"

namespace mail_sending {
namespace {

constexpr std::chrono::milliseconds kLook{500};

}  // namespace

std::string_view name_of(Stage stage) {
    switch (stage) {
        case Stage::planned:
            return "planned";
        case Stage::waiting:
            return "waiting";
        case Stage::running:
            return "running";
        case Stage::paused:
            return "paused";
        case Stage::stopped:
            return "stopped";
        case Stage::finished:
            return "finished";
    }
    return "";
}

std::optional<Standing> standing_of(db::Read& read, BlastId id, base::Instant now) {
    auto blast = store::find(read, id);
    if (!blast) return std::nullopt;
    const auto waves = store::waves(read, id);
    const auto first = waves.empty() ? base::Instant{} : waves.front().begins_at;
    const auto stage = stage_of(*blast, first, now);
    return Standing{*std::move(blast), stage, first, store::total(read, id)};
}

std::string json_of(const Standing& standing) {
    const store::Tally& total = standing.total;
    return fmt::format(
        R"({{"stage":"{}","done":{},"delivered":{},"waiting":{},"refused":{},"given_up":{},"dropped":{},"total":{}}})",
        name_of(standing.stage), total.done(), total.delivered, total.taken - total.done(), total.refused,
        total.given_up, total.dropped, standing.blast.counted);
}

LiveSendings::LiveSendings(db::Database& database) : database_(database), thread_([this] { work(); }) {}

LiveSendings::~LiveSendings() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

std::shared_ptr<http::EventChannel> LiveSendings::channel(const Standing& standing) {
    const std::lock_guard lock{mutex_};
    Watched& watched = watched_[standing.blast.id];
    if (auto channel = watched.channel.lock()) return channel;
    auto channel = std::make_shared<http::EventChannel>();
    watched = {channel, json_of(standing)};
    channel->publish(watched.told);
    return channel;
}

void LiveSendings::work() {
    std::unique_lock lock{mutex_};
    while (!wake_.wait_for(lock, kLook, [this] { return stopping_; })) {
        lock.unlock();
        try {
            look();
        } catch (const db::Fault& fault) {  // what was told stands until the database is back
            runtime::log_warning("progress of mails is not refreshed", {{"reason", fault.what()}});
        }
        lock.lock();
    }
}

void LiveSendings::look() {
    std::map<BlastId, std::shared_ptr<http::EventChannel>> listened_to;
    {
        const std::lock_guard lock{mutex_};
        std::erase_if(watched_, [](const auto& each) { return each.second.channel.expired(); });
        for (const auto& [id, watched] : watched_)
            if (auto channel = watched.channel.lock()) listened_to[id] = std::move(channel);
    }
    for (const auto& [id, channel] : listened_to) {
        const auto standing =
            database_.read([&, blast = id](db::Read& read) { return standing_of(read, blast, database_.now()); });
        const auto told = standing ? json_of(*standing) : std::string{};
        const std::lock_guard lock{mutex_};
        Watched& watched = watched_[id];
        if (told.empty() || watched.told == told) continue;
        watched.told = told;
        channel->publish(told);
    }
}

}  // namespace mail_sending
