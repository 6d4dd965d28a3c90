// features/count_proof/handlers.h - what each public address does: look at the log, check something, fetch a receipt.
#pragma once
#include <optional>
#include <string>

#include "features/count_proof/pages.h"
#include "features/count_proof/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace count_proof {

// A press on "Mail me my receipt".
struct MailAct {
    SignatureId signature;
    std::string token;
    base::Locale locale;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/count-proof
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /{locale}/count-proof/heads?before=
    http::Response heads(const http::Request& request, db::Read& read) const;

    // POST /{locale}/count-proof/check: changes nothing
    http::Response check(const http::Request& request) const;

    // GET /{locale}/count-proof/receipts/{token} and /file
    http::Response receipt(const http::Request& request, db::Read& read) const;
    http::Response receipt_file(const http::Request& request, db::Read& read) const;

    // POST /{locale}/count-proof/receipts/{token}/mail
    base::Result<MailAct, base::Problems> read_mail_act(const http::Request& request) const;
    http::WriteResult order_mail(const MailAct& act, db::Write& write) const;
    http::Response show_receipt_again(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const;

private:
    pages::Overview overview(const http::Request& request, db::Read& read) const;
    http::Response page(const http::Request& request, const pages::Overview& view) const;
    std::optional<Receipt> find_receipt(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

// What a visitor pasted, held against this log; the title is that of the locale.
struct Pasted {
    std::string_view text;
    base::Locale locale;
};
Checked check(const Services& services, const Pasted& pasted, db::Read& read);

}  // namespace count_proof
