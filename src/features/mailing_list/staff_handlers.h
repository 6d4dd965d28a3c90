// features/mailing_list/staff_handlers.h - what staff do: look at the list, prove a consent, record one on paper, make
// forms and topics.
#pragma once
#include <optional>
#include <string>

#include "features/mailing_list/list_form.h"
#include "features/mailing_list/paper_consent.h"
#include "features/mailing_list/services.h"
#include "features/mailing_list/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/staff_home.h"

namespace mailing_list {

struct PaperAct {
    ports::Acting acting;
    PaperConsent consent;
    std::int64_t address_hash;
};

class ConsentHandlers {
public:
    explicit ConsentHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/mailing-list: ?email leads to the proof of this address
    http::Response overview(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/mailing-list/wordings
    http::Response wordings(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/consent/{person}, /sheet.pdf
    http::Response proof(const http::Request& request, db::Read& read) const;
    http::Response proof_sheet(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/staff/mailing-list/paper: ?person; the fields of PaperForm
    http::Response show_paper(const http::Request& request, db::Read& read) const;
    base::Result<PaperAct, base::Problems> read_paper_form(const http::Request& request) const;
    http::WriteResult record_paper(const PaperAct& act, db::Write& write) const;
    http::Response show_paper_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    struct Found {
        people::PersonId person;
        Proof proof;
    };
    std::optional<Found> find(const http::Request& request, db::Read& read) const;
    const i18n::TimeZone& zone() const;

    const Services& services_;
};

struct FormEdit {
    ports::Acting acting;
    std::string slug;   // of the form that is changed; empty: a new one
    std::string level;  // of a new one
    ListFormPlan plan;
};
struct FormAct {
    ports::Acting acting;
    std::string slug;
};
struct TopicEdit {
    ports::Acting acting;
    people::Topic topic;
};

class FormHandlers {
public:
    explicit FormHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/mailing-list/forms/new, POST /{locale}/staff/mailing-list/forms
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<FormEdit, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const FormEdit& edit, db::Write& write) const;
    // GET, POST /{locale}/staff/mailing-list/forms/{slug}
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<FormEdit, base::Problems> read_edit(const http::Request& request) const;
    http::WriteResult save(const FormEdit& edit, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../closing, .../reopening
    base::Result<FormAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult close(const FormAct& act, db::Write& write) const;
    http::WriteResult reopen(const FormAct& act, db::Write& write) const;

    // GET, POST /{locale}/staff/mailing-list/topics; POST .../{slug}/retirement
    http::Response topics(const http::Request& request, db::Read& read) const;
    base::Result<TopicEdit, base::Problems> read_topic(const http::Request& request) const;
    http::WriteResult add_topic(const TopicEdit& edit, db::Write& write) const;
    http::WriteResult retire_topic(const FormAct& act, db::Write& write) const;
    http::Response topics_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    std::optional<ListForm> find_allowed(db::Read& read, const ports::Acting& acting, std::string_view slug) const;
    http::Response page(const http::Request& request, staff_pages::FormPage page, db::Read& read) const;

    const Services& services_;
};

// Joined and left, and implied consents that end.
ports::HomeProvider home_news();

}  // namespace mailing_list
