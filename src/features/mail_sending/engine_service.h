// features/mail_sending/engine_service.h - the worker that sends to many.
//
// One thread takes blocks of copies off the audience of each blast that may send (and of copies that are due again),
// hands them to the sessions, and records what became of them; sessions write and send. A block is at most what the
// sessions do in about a second, so that a pause takes effect soon. Sign-ons come first: the thread waits while the
// database's writer is busy. With PostgreSQL several processes may work at one blast.
#pragma once
#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "features/mail_sending/block_service.h"
#include "features/mail_sending/domain_store.h"
#include "features/mail_sending/pace.h"
#include "features/mail_sending/services.h"
#include "platform/mail/session_pool.h"

namespace mail_sending {

class Engine {
public:
    explicit Engine(const Services& services);
    ~Engine();  // stops
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Records what an earlier process left behind, and begins to send. Nothing in the demo, where no mail leaves.
    void start();
    // The sessions finish what they hold; everything else waits again.
    void stop();

private:
    struct Taken;

    void work();
    void recover();
    bool turn();
    bool feed();
    bool feed_due(base::Instant now);
    bool feed_waves(base::Instant now);
    bool feed_wave(const Blast& blast, const store::ActiveWave& wave, base::Instant now);
    std::int64_t room(const Blast& blast, base::Instant now);
    Taken look(const Blast& blast, const store::ActiveWave& wave, std::int64_t limit, base::Instant now);
    void hold_back(db::Read& read, const Blast& blast, Taken& taken, base::Instant now) const;
    void time(Taken& taken, base::Instant now);
    bool send(const Blast& blast, const store::ActiveWave& wave, Taken taken, base::Instant now);
    WorkBlock::Content letters_of(db::Read& read, const std::vector<store::Copy>& due, base::Instant now,
                                  std::vector<store::Outcome>& decided);
    const std::shared_ptr<const ports::PreparedMailing>& words(db::Read& read, MailingEditionId edition);

    void settle(const WorkBlock& block);
    void heed(const WorkBlock& block);
    void halt_those_that_may_not();
    void refresh_restraints(base::Instant now);
    void tidy_up();
    void yield_to_writers();

    const Services& services_;
    runtime::Counter& delivered_;
    runtime::Counter& delayed_;
    runtime::Counter& refused_;
    std::optional<AnswersFile> answers_;
    std::optional<LetterWriter> writer_;
    std::optional<Belt> belt_;
    std::optional<mail::SessionPool> sessions_;
    std::thread thread_;
    std::atomic<bool> stopping_ = false;

    // The thread's own.
    std::int64_t block_length_;
    std::size_t turns_ = 0;  // whose turn it is among the waves
    Pace total_;
    std::map<BlastId, Pace> paces_;
    std::map<std::string, Pace> domain_paces_;
    std::map<std::string, base::Instant> paused_domains_;
    std::optional<std::int64_t> left_today_;
    std::map<MailingEditionId, std::shared_ptr<const ports::PreparedMailing>> words_;
    base::Instant looked_at_{}, server_rests_until_{};
    int silences_ = 0;  // blocks in a row of which nothing reached the server
};

// The person as audiences give them, and only when they may be mailed now; nullopt: they may not.
std::optional<ports::AudienceMember> mailable(db::Read& read, people::PersonId person,
                                              std::optional<people::TopicBit> topic, base::Instant now);

// When an identity was made.
base::Instant made_at(SentMailId id);

}  // namespace mail_sending
