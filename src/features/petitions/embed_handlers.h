// features/petitions/embed_handlers.h - the sign form in frames on the sites of partners: the same petition, the same
// checks, the same guard. Only the sites that staff listed for a partner may frame it; every other page stays unframed.
// A form in a frame comes from our own origin, so that it needs neither a cookie nor leave of the partner's site.
#pragma once
#include "features/petitions/services.h"
#include "features/petitions/sign_form_pages.h"
#include "features/petitions/sign_on_service.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace petitions {

class EmbedHandlers {
public:
    explicit EmbedHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/petitions/{slug}/embed/{partner}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/petitions/{slug}/embed/{partner}/signatures: the fields of the page's form; the source is the
    // partner's code
    base::Result<SignOn, base::Problems> read_sign_on(const http::Request& request) const;
    static http::WriteResult answer_sign_on(const SignOn& sign_on, const SignOutcome& outcome);
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/embed/{partner}/thank-you
    http::Response thank_you(const http::Request& request, db::Read& read) const;

private:
    struct Found {
        PublicPetition page;
        ports::PartnerFacts partner;
    };
    std::optional<Found> find(const http::Request& request, db::Read& read) const;
    http::Response form(const http::Request& request, const Found& found, const pages::SignFormState& state) const;

    const Services& services_;
};

}  // namespace petitions
