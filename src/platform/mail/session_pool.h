// platform/mail/session_pool.h - many sessions with the relay at once, for mails to many: each asks for the next
// portion as soon as it is done with one.
#pragma once

#include <functional>
#include <optional>
#include <thread>
#include <vector>

#include "platform/mail/smtp_client.h"

namespace mail {

// Mails for one session, and who hears of their results.
struct Portion {
    std::vector<Parcel> parcels;
    OnAnswer answered;
};

class SessionPool {
public:
    // Waits until there is something to send; nullopt: the sessions are to end. A portion without parcels: nothing came
    // for a while. Called from every session's thread; throws nothing.
    using Next = std::function<std::optional<Portion>()>;

    struct Options {
        SmtpServer server;
        int sessions;
        Next next;
    };
    explicit SessionPool(const Options& options);
    ~SessionPool();  // joins: next has to give nullopt from now on
    SessionPool(const SessionPool&) = delete;
    SessionPool& operator=(const SessionPool&) = delete;

private:
    std::vector<std::thread> threads_;
};

}  // namespace mail
