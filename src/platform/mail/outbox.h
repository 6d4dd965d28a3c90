// platform/mail/outbox.h - mails as rows, written in the transaction that causes them.
//
//   mail::queue(tx, {"petitions.confirm", signature.email, signature.locale, signature.id.value});
//
// A mail leaves after the commit or not at all. It may leave twice when the connection breaks between the data and
// the answer; its Message-ID is then the same.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "platform/mail/renderers.h"

namespace db {
class Read;
class Write;
}  // namespace db

namespace mail {

using MailId = base::Id<struct MailTag>;

// Stored as these numbers.
enum class MailState { waiting = 0, delivered = 1, failed = 2, unwanted = 3 };

// One row of the outbox.
struct StoredMail {
    MailId id;
    Order order;
    base::Instant created_at;
    base::Instant due_at;
    std::int64_t attempts;
    MailState state;
    std::string last_error;
};

// Orders one mail, to leave as soon as a worker is free.
void queue(db::Write& tx, const Order& order);
// As many as there are, by one statement: for hot paths.
void queue_all(db::Write& tx, std::span<const Order> orders);

// The newest `limit` mails older than `before` (absent: from the newest on), newest first: keyset paging of the demo
// mailbox and of the staff's list.
struct MailPage {
    std::optional<MailId> before;
    std::int64_t limit = 50;
};
std::vector<StoredMail> latest_mails(db::Read& read, const MailPage& page);
std::optional<StoredMail> find_mail(db::Read& read, MailId id);

// Mails that do not arrive.
struct Trouble {
    std::int64_t failed = 0;    // given up
    std::int64_t retrying = 0;  // failed once at least, to be tried again
    std::string last_error{};   // of the newest that was given up
};
Trouble trouble(db::Read& read);

// Drops the oldest rows, at most `limit` of them, that were created before `before`; returns how many. Called again
// until it returns 0, so that no transaction grows long.
struct Forgetting {
    base::Instant before;
    std::int64_t limit = 500;
};
std::int64_t forget_old_mails(db::Write& tx, const Forgetting& forgetting);
// For erasing a person: every mail to this address, sent or not; returns how many. Reads the whole table.
std::int64_t forget_recipient(db::Write& tx, const base::EmailAddress& recipient);

// For the sender: takes at most `limit` mails that are due; nobody else takes them before `until`.
struct Lease {
    base::Instant until;
    std::int64_t limit;
};
bool has_due_mail(db::Read& read, base::Instant now);
std::vector<StoredMail> take_due_mails(db::Write& tx, const Lease& lease);

// What became of a mail that was taken.
struct Outcome {
    MailId id;
    base::Instant leased_until;  // as in StoredMail::due_at; an outcome after the lease was lost is dropped
    MailState state;
    base::Instant due_at;  // of the next attempt, when it still waits
    std::string last_error;
};
void record_outcomes(db::Write& tx, std::span<const Outcome> outcomes);

}  // namespace mail
