// platform/mail/outbox.h - mails as rows, written in the transaction that causes them.
//
//   mail::queue(tx, {"petitions.confirm", signature.email, signature.locale, signature.id.value}, now);
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

enum class MailState { waiting, delivered, failed, unwanted };

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
void queue(db::Write& tx, const Order& order, base::Instant now);
// As many as there are, with few statements: for hot paths.
void queue_all(db::Write& tx, std::span<const Order> orders, base::Instant now);

// The newest `limit` mails before `before` (absent: from the newest on), newest first: keyset paging of the demo
// mailbox and of the staff's list.
struct MailPage {
    std::optional<MailId> before;
    std::int64_t limit = 50;
};
std::vector<StoredMail> latest_mails(db::Read& tx, const MailPage& page);
std::optional<StoredMail> find_mail(db::Read& tx, MailId id);

// Drops every mail whose sending has ended, ordered before `before`; returns how many. Keeps what still waits.
std::int64_t forget_finished(db::Write& tx, base::Instant before);
// For erasing a person: every mail to this address, sent or not; returns how many.
std::int64_t forget_recipient(db::Write& tx, const base::EmailAddress& recipient);

}  // namespace mail
