// features/partners/handlers.h - what staff do with partners, and how a signer takes an agreement back.
#pragma once
#include <optional>
#include <string>

#include "features/partners/pages.h"
#include "features/partners/partner.h"
#include "features/partners/services.h"
#include "features/partners/store.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace partners {

struct SavePartner {
    ports::Acting acting;
    PartnerWords words;
};

// A press on a button of one partner's page.
struct PartnerAct {
    ports::Acting acting;
    std::string code;
};

// A press on the button of one's own signature.
struct TakeBack {
    std::string signature_token;  // of the page to go back to
    std::optional<std::int64_t> signature;
    base::Locale locale;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/partners; POST the same: code, name_en, name_fr, origins, line_en, line_fr
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<SavePartner, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const SavePartner& form, db::Write& write) const;

    // GET /{locale}/staff/partners/{partner} ?petition=SLUG&language=fr: what the snippets are for; POST the same: the
    // fields of a new one but for the code
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<SavePartner, base::Problems> read_change(const http::Request& request) const;
    http::WriteResult change(const SavePartner& form, db::Write& write) const;

    // POST /{locale}/staff/partners/{partner}/pause, /resumption
    base::Result<PartnerAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult pause(const PartnerAct& act, db::Write& write) const;
    http::WriteResult resume(const PartnerAct& act, db::Write& write) const;

    // POST /{locale}/staff/partners/{partner}/exports, then GET /{locale}/staff/partners/{partner}/people.csv
    http::WriteResult begin_export(const PartnerAct& act, db::Write& write) const;
    http::Response download_export(const http::Request& request, db::Read& read) const;

    // POST /{locale}/signatures/{token}/sharing: agreement, a token
    base::Result<TakeBack, base::Problems> read_take_back(const http::Request& request) const;
    http::WriteResult take_back(const TakeBack& act, db::Write& write) const;

    // GET /embed.js: what partners' pages load
    static http::Response script(const http::Request& request);

private:
    http::Response partner_page(const http::Request& request, const Partner& partner, pages::PartnerPage page,
                                db::Read& read) const;

    const Services& services_;
};

}  // namespace partners
