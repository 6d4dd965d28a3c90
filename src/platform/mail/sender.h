// platform/mail/sender.h - the workers that send what the outbox holds.
//
//   mail::Sender sender{{database, renderers, config, metrics, signer ? &*signer : nullptr}};
//   sender.start();                       // nothing in the demo: there mails stay in the outbox to be looked at
//
// Each worker leases a portion of due mails, renders them in one read transaction, sends them over its own connection
// and writes the outcomes in one statement. Sign-ons come first: a worker waits while the database's writer is busy.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "platform/db/database.h"
#include "platform/mail/dkim.h"
#include "platform/mail/outbox.h"
#include "platform/mail/smtp_client.h"
#include "platform/runtime/metrics.h"

namespace mail {

// What a sender works with; all of it outlives the sender.
struct SenderServices {
    db::Database& database;
    const Renderers& renderers;
    const runtime::Config& config;
    runtime::Metrics& metrics;
    const DkimSigner* signer = nullptr;  // null: mails are not signed here
};

// The mail of this order as its slice writes it now; nullopt when it is no longer wanted. Throws what the slice throws,
// and std::runtime_error for a kind that nobody renders. Also for the demo mailbox, which renders on view.
std::optional<Message> render(const Renderers& renderers, const Order& order, db::Read& read);

// When a mail that failed for the `attempts`-th time is tried again: after 1, 5 and 30 minutes, 2, 8, then every 16
// hours; nullopt three days after it was ordered.
std::optional<base::Instant> next_attempt(const StoredMail& mail, base::Instant now);

// The signer of [mail.dkim], or nullopt when no domain is set. data_folder: where key_file is relative to.
// DkimFault when the key cannot be used: better at the start than at the first mail.
std::optional<DkimSigner> dkim_signer(const runtime::Config::Dkim& dkim, const std::string& data_folder);

class Sender {
public:
    explicit Sender(const SenderServices& services);
    ~Sender();  // stops
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    void start();
    void stop();  // waits for what is on its way

    // Sends one portion of what is due. start() runs this in a loop.
    struct Portion {
        std::size_t mails = 0;        // that were taken; 0: none is due
        bool server_answered = true;  // false: not one of them got a reply
    };
    Portion send_due(SmtpClient& client);

private:
    struct Prepared;

    void work();
    void yield_to_writers();
    bool pause(base::Duration duration);
    void record(const std::vector<Outcome>& outcomes);
    Prepared prepare(const std::vector<StoredMail>& mails);
    Parcel parcel(const StoredMail& mail, const Message& message, base::Instant now) const;
    Outcome outcome(const StoredMail& mail, const DeliveryResult& result);
    Outcome try_later(const StoredMail& mail, const std::string& reason);

    SenderServices services_;
    runtime::Counter& delivered_;
    runtime::Counter& delayed_;
    runtime::Counter& failed_;
    runtime::Counter& unwanted_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace mail
