// features/mail_sending/live_service.h - blasts that are under way, as their pages see them moving.
//
// One thread reads the few counts of blasts that somebody looks at, whichever process sends them, and tells the
// listeners when they moved.
#pragma once
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "features/mail_sending/blast_store.h"
#include "features/mail_sending/tally_store.h"
#include "platform/db/database.h"
#include "platform/http/event_channel.h"

namespace mail_sending {

// "planned", "waiting", "running", "paused", "stopped", "finished"
std::string_view name_of(Stage stage);

// Where a blast stands.
struct Standing {
    Blast blast;
    Stage stage;
    base::Instant first_wave_at{};
    store::Tally total;
};
std::optional<Standing> standing_of(db::Read& read, BlastId id, base::Instant now);

// {"stage":"running","done":120,"delivered":118,"waiting":3,"refused":1,"given_up":0,"dropped":1,"total":5000}
std::string json_of(const Standing& standing);

class LiveSendings {
public:
    explicit LiveSendings(db::Database& database);
    ~LiveSendings();
    LiveSendings(const LiveSendings&) = delete;
    LiveSendings& operator=(const LiveSendings&) = delete;

    // Where json_of() is published whenever it changes; begins with how it stands now.
    std::shared_ptr<http::EventChannel> channel(const Standing& standing);

private:
    struct Watched {
        std::weak_ptr<http::EventChannel> channel;
        std::string told;
    };
    void work();
    void look();

    db::Database& database_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::map<BlastId, Watched> watched_;
    std::thread thread_;
};

}  // namespace mail_sending
