// features/mailing_list/preference_handlers.h - the pages behind the links of every mail: preferences, and leaving with
// one click (RFC 8058). Both links work for ever, without signing in.
#pragma once
#include <optional>
#include <string>

#include "features/mailing_list/links_service.h"
#include "features/mailing_list/preference_form.h"
#include "features/mailing_list/services.h"
#include "people/consent.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace mailing_list {

// Somebody asks for the link by mail.
struct LinkRequest {
    base::EmailAddress email;
    std::int64_t address_hash;
    base::Locale locale;
    std::string limited_network;
};

// A press on a button of the preferences.
struct PreferenceAct {
    people::PersonId person;
    std::string token;
    base::Locale page_locale, mail_locale;
    PreferenceForm form;
    std::string network;
};

class PreferenceHandlers {
public:
    explicit PreferenceHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/preferences: the field email. The answer says nothing about the address.
    http::Response show_request(const http::Request& request, db::Read& read) const;
    base::Result<LinkRequest, base::Problems> read_request(const http::Request& request) const;
    http::WriteResult send_link(const LinkRequest& wanted, db::Write& write) const;
    http::Response show_request_again(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const;
    // GET /{locale}/preferences/sent
    http::Response sent(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/preferences/{token}: topic-BIT, shown, most_per_week, pause, language
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<PreferenceAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult save(const PreferenceAct& act, db::Write& write) const;
    // POST /{locale}/preferences/{token}/leaving, /return
    http::WriteResult leave_list(const PreferenceAct& act, db::Write& write) const;
    http::WriteResult return_to_list(const PreferenceAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response request_page(const http::Request& request, const base::Problems& problems) const;

    const Services& services_;
};

// The one-click request of a mail program, or the button of the page at the same address.
struct LeaveAct {
    LeaveLink link;
    people::ConsentWording wording;
    std::string source, network;
    http::Response answer;  // 200, made before the writer's turn: never a redirect
};

class LeaveHandlers {
public:
    explicit LeaveHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/leave/{token}/{mail}
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<LeaveAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult leave_list(const LeaveAct& act, db::Write& write) const;
    http::Response refuse(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response broken(const http::Request& request) const;

    const Services& services_;
};

}  // namespace mailing_list
