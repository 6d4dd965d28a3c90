// features/demo_mailbox/handlers.h - what each address does.
#pragma once
#include "features/demo_mailbox/services.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/mail/outbox.h"

namespace demo_mailbox {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/demo/mailbox?to=PART&before=ID
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/demo/mailbox/{id}, and with part=html its HTML part alone
    http::Response show(const http::Request& request, db::Read& read) const;

private:
    bool may_read(const http::Request& request, const mail::StoredMail& stored) const;

    Services services_;
};

}  // namespace demo_mailbox
