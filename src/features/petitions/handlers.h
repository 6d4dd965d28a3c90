// features/petitions/handlers.h - what each public address does. The order is that of a supporter's way: look, sign,
// confirm, withdraw.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "features/petitions/live_counts_service.h"
#include "features/petitions/moment_pages.h"
#include "features/petitions/pages.h"
#include "features/petitions/services.h"
#include "features/petitions/sign_on_service.h"
#include "features/petitions/signature.h"
#include "people/person.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace petitions {

// A press on a button behind the mailed link.
struct OwnAct {
    SignatureId signature;
    OwnLink link;
    std::string token;
    base::Locale locale;
    std::string network;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/petitions/{slug}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/petitions/{slug}/signatures. What the guard asks a proof for comes back with a puzzle (422), what
    // it refuses gets a page that says whom to ask (403).
    base::Result<SignOn, base::Problems> read_sign_on(const http::Request& request) const;
    static std::vector<SignOutcome> sign_all(db::Write& write, std::span<const SignOn> sign_ons);
    static http::WriteResult answer_sign_on(const SignOn& sign_on, const SignOutcome& outcome);
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/thank-you
    http::Response thank_you(const http::Request& request, db::Read& read) const;

    // GET /{locale}/signatures/{token}
    http::Response own_signature(const http::Request& request, db::Read& read) const;

    // POST /{locale}/signatures/{token}/confirmation, /renewal, /withdrawal, /denial
    base::Result<OwnAct, base::Problems> read_own_act(const http::Request& request) const;
    http::WriteResult confirm(const OwnAct& act, db::Write& write) const;
    http::WriteResult renew(const OwnAct& act, db::Write& write) const;
    http::WriteResult withdraw(const OwnAct& act, db::Write& write) const;
    http::Response show_own_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/confirmed
    http::Response confirmed(const http::Request& request, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/share-card.png
    http::Response share_card(const http::Request& request, db::Read& read) const;

private:
    struct Own {
        SignatureId signature;
        OwnLink link;
    };
    std::optional<Own> read_token(std::string_view token) const;
    http::Response petition_page(const http::Request& request, const PublicPetition& found,
                                 const pages::SignFormState& form, db::Read& read) const;
    http::Response turned_away_page(const http::Request& request, const PublicPetition& found) const;
    static std::string reason_of(const Signature& signature, base::Locale locale, db::Read& read);
    pages::ThankYou thanks(const http::Request& request, const PublicPetition& found, db::Read& read) const;
    void tell(const Signature& signature, ports::CountStep step, db::Write& write) const;
    void record_consents(const Signature& signature, const OwnAct& act, db::Write& write) const;
    struct Consenting {
        people::PersonId person;
        const std::string& network;
    };
    void record_mail_consent(const Signature& signature, const Consenting& who, db::Write& write) const;

    const Services& services_;
};

}  // namespace petitions
