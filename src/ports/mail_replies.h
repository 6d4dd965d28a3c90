// ports/mail_replies.h - who takes what people write back to addresses of ours such as "l-TOKEN@" the domain for
// returned mail. The slice of returned mail keeps the door and asks these; app fills them in.
//
//     house.mail_replies.add({'l', ports::kLetterReply, [&](db::Write& write, const ports::MailReply& reply) { ... }});
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/check.h"
#include "platform/auth/purpose.h"
#include "platform/db/transaction.h"
#include "platform/inbound_mail/reply.h"
#include "platform/inbound_mail/report.h"

namespace ports {

// A mail to one address.
struct MailReply {
    std::int64_t about;  // what the token in the address names
    const inbound_mail::Report& report;
    const inbound_mail::Reply& reply;
};

struct MailReplyListener {
    char prefix;  // a small letter: of "l-TOKEN@..."; 'b' is that of copies of mails to the list
    auth::Purpose purpose;
    // In the transaction in which the mail is taken: when it throws, the other server is asked to try again. The same
    // mail may come twice.
    std::function<void(db::Write&, const MailReply&)> take;
    // Whether the mail is for this one at all; any other is kept for staff to read, like every mail that no program
    // understands. Without it all are.
    std::function<bool(const MailReply&)> understands{};
};

class MailReplies {
public:
    // Two of one prefix are a bug.
    void add(MailReplyListener listener) {
        CHECK(listener.prefix != 'b' && find(listener.prefix) == nullptr);
        listeners_.push_back(std::move(listener));
    }
    // nullptr: nobody.
    const MailReplyListener* find(char prefix) const {
        const auto found = std::ranges::find(listeners_, prefix, &MailReplyListener::prefix);
        return found == listeners_.end() ? nullptr : &*found;
    }

private:
    std::vector<MailReplyListener> listeners_;
};

}  // namespace ports
