// features/petitions/live_counts_service.h - what the world sees moving: counts and newest names, kept in memory.
//
// One thread reads the small tally table a few times a second, whoever wrote it, and tells every listener of a count
// that moved. Pages, the API and event streams read from here, so that no view of a page costs more when there are
// ten million signatures. What is shown is at most kRefreshEvery older than the last commit.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "features/petitions/count_store.h"
#include "platform/db/database.h"
#include "platform/http/event_channel.h"

namespace petitions {

inline constexpr base::Duration kRefreshEvery = base::milliseconds(200);
inline constexpr std::int64_t kNamesShown = 12;

// The state of one petition as the public sees it.
struct PublicCount {
    std::int64_t confirmed = 0, pending = 0;       // individuals
    std::int64_t invalidated = 0;                  // of them taken out of the count
    std::map<SignerClass, std::int64_t> by_class;  // confirmed signers of the other classes
    std::vector<store::ShownName> latest_names;    // newest first
    bool operator==(const PublicCount&) const = default;
};

// {"confirmed":123,"pending":4,"invalidated":0,"by_class":{}}
std::string json_of(const PublicCount& count);

class LiveCounts {
public:
    // Reads the counts once before it returns, then from a thread of its own until it is destroyed.
    explicit LiveCounts(db::Database& database);
    ~LiveCounts();
    LiveCounts(const LiveCounts&) = delete;
    LiveCounts& operator=(const LiveCounts&) = delete;

    // Zeros for a petition that nobody has signed.
    PublicCount count(PetitionId petition) const;

    // Where the count of this petition is published as json_of() whenever it moves.
    std::shared_ptr<http::EventChannel> channel(PetitionId petition);

    // Reads the tally now: for tests and for the start.
    void refresh();

private:
    void work();
    void take_over(std::map<PetitionId, PublicCount> counts);
    std::shared_ptr<http::EventChannel> channel_locked(PetitionId petition);

    db::Database& database_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::map<PetitionId, PublicCount> counts_;
    std::map<PetitionId, std::shared_ptr<http::EventChannel>> channels_;
    std::thread thread_;
};

}  // namespace petitions
