// features/letters/engine_service.h - the workers that send letters to offices.
//
// Each worker takes a few letters whose time has come, writes and sends them over its own connection, and records what
// became of them before it takes more. Nothing is lost when the program is killed: what was taken waits again when its
// lease runs out, under the same Message-ID. Twice leaves at most what a worker held: kPortion letters.
#pragma once
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "features/letters/office_mails.h"
#include "features/letters/queue_store.h"
#include "features/letters/services.h"

namespace letters {

store::Throttle throttle_of(const runtime::Config& config);

class Engine {
public:
    static constexpr std::int64_t kPortion = 10;

    explicit Engine(const Services& services);
    ~Engine();  // stops
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Nothing in the demo, where no mail leaves.
    void start();
    // What was taken is finished.
    void stop();

private:
    struct Prepared;

    void work();
    bool pause(base::Duration duration);
    bool turn(mail::SmtpClient& client);
    bool look_around();
    std::vector<std::string> regions_near(db::Read& read) const;
    void follow_elections(db::Write& write) const;
    std::vector<Letter> take();
    Prepared prepare(const std::vector<Letter>& letters) const;
    store::LetterOutcome outcome_of(const Letter& letter, const mail::DeliveryResult& result) const;
    store::LetterOutcome try_later(const Letter& letter, std::string reason) const;
    void record(const std::vector<store::LetterOutcome>& outcomes);
    void yield_to_writers();

    const Services& services_;
    store::Throttle throttle_;
    runtime::Counter& delivered_;
    runtime::Counter& delayed_;
    runtime::Counter& bounced_;
    std::optional<OfficeMailWriter> writer_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    base::Instant looked_at_{};
    std::vector<std::thread> workers_;
};

}  // namespace letters
