// features/mailing_list/join_handlers.h - joining: the page of a form, the same in a frame of another site, and the
// page behind the mailed link.
#pragma once
#include <optional>
#include <string>

#include "features/mailing_list/list_form.h"
#include "features/mailing_list/pages.h"
#include "features/mailing_list/services.h"
#include "features/mailing_list/sign_up.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace mailing_list {

// Where the form stood.
enum class Place : unsigned char { page, hub, frame };

// A sound form on its way to the writer.
struct JoinRequest {
    std::string slug;
    Joining joining;
    base::Locale locale;
    std::int64_t address_hash;
    std::string network;          // for the proof
    std::string limited_network;  // whose mails are counted; empty: of a trusted one, without limit
    Place place;
    bool is_trapped;  // a field that no person sees was filled in: nothing is done, and the answer is the same
};

class JoinHandlers {
public:
    explicit JoinHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/join, /{locale}/join/{slug}: {slug} is that of a form, or of a level, whose main form it shows
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/join/{slug}: the fields of JoinForm. The answer is the same whether the address is known or not.
    base::Result<JoinRequest, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult join(const JoinRequest& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET, POST /{locale}/join/{slug}/embed
    http::Response show_framed(const http::Request& request, db::Read& read) const;
    base::Result<JoinRequest, base::Problems> read_framed(const http::Request& request) const;
    http::Response show_framed_again(const http::Request& request, const base::Problems& problems,
                                     db::Read& read) const;

    // GET /{locale}/joined, /{locale}/joined/embed
    http::Response joined(const http::Request& request, db::Read& read) const;
    http::Response joined_framed(const http::Request& request, db::Read& read) const;

    // The block on a hub.
    html::SafeHtml block(db::Read& read, const ports::BlockSetting& setting) const;

private:
    std::optional<ListForm> find(db::Read& read, std::string_view slug) const;
    http::Response form_page(const http::Request& request, const pages::JoinState& state, db::Read& read) const;
    http::Response framed_page(const http::Request& request, const pages::JoinState& state, db::Read& read) const;
    html::SafeHtml puzzle(base::Locale locale) const;
    std::string stamp(base::Instant now) const;
    std::optional<base::Problem> verdict_on(const http::Request& request, const JoinForm& form,
                                            const JoinRequest& joining) const;
    void send(const JoinRequest& form, const ListForm& list_form, db::Write& write) const;

    const Services& services_;
};

// A press on a button behind the mailed link.
struct SignUpAct {
    SignUpId sign_up;
    Link link;
    std::string token;
    base::Locale locale;
};

class SignUpHandlers {
public:
    explicit SignUpHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/sign-ups/{token}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/sign-ups/{token}/confirmation, /denial, /renewal
    base::Result<SignUpAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult confirm(const SignUpAct& act, db::Write& write) const;
    http::WriteResult deny(const SignUpAct& act, db::Write& write) const;
    http::WriteResult renew(const SignUpAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    struct Own {
        SignUpId id;
        Link link;
    };
    std::optional<Own> read_token(std::string_view token) const;

    const Services& services_;
};

}  // namespace mailing_list
