// features/osdi/handlers.h - what each address of the API does. Reading asks for a scope of the key first; writing was
// asked when the body was read.
#pragma once
#include "features/osdi/call_service.h"
#include "features/osdi/filter.h"
#include "features/osdi/hal_api.h"
#include "features/osdi/reach_service.h"
#include "features/osdi/services.h"

namespace osdi {

class EntryHandlers {
public:
    explicit EntryHandlers(const Services& services) : services_(services) {}

    // GET /api/v2/: the way to everything else; without a key too
    http::Response entry(const http::Request& request, db::Read& read) const;

    // GET /api/v2/messages, /api/v2/messages/{message}
    http::Response messages(const http::Request& request, db::Read& read) const;
    http::Response message(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

class PeopleHandlers {
public:
    explicit PeopleHandlers(const Services& services) : services_(services) {}

    // GET /api/v2/people ?filter, page, per_page, after; GET /api/v2/people/{person}
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /api/v2/people: {"person": {...}, "add_tags": [...], "remove_tags": [...]}
    http::WriteResult sign_up(const Call& call, db::Write& write) const;
    // PUT /api/v2/people/{person}: the members of a person that change
    http::WriteResult change(const Call& call, db::Write& write) const;

    // GET /api/v2/people/{person}/signatures, /submissions, /taggings
    http::Response signatures(const http::Request& request, db::Read& read) const;
    http::Response submissions(const http::Request& request, db::Read& read) const;
    http::Response taggings(const http::Request& request, db::Read& read) const;

private:
    http::Response answer(const Call& call, people::PersonId person, db::Read& read) const;
    const Services& services_;
};

class PetitionHandlers {
public:
    explicit PetitionHandlers(const Services& services) : services_(services) {}

    // GET /api/v2/petitions, /api/v2/petitions/{slug}
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /api/v2/petitions/{slug}/signatures ?filter, page, per_page, after; GET .../signatures/{signature}
    http::Response signatures(const http::Request& request, db::Read& read) const;
    http::Response signature(const http::Request& request, db::Read& read) const;
    // POST /api/v2/petitions/{slug}/signatures: {"person": {...}} or a link to a person, comments, add_tags
    http::WriteResult sign(const Call& call, db::Write& write) const;

private:
    const Services& services_;
};

class FormHandlers {
public:
    explicit FormHandlers(const Services& services) : services_(services) {}

    // GET /api/v2/forms, /api/v2/forms/{slug}
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /api/v2/forms/{slug}/submissions, .../submissions/{submission}
    http::Response submissions(const http::Request& request, db::Read& read) const;
    http::Response submission(const http::Request& request, db::Read& read) const;
    // POST /api/v2/forms/{slug}/submissions: {"person": {...}} or a link to a person, add_tags
    http::WriteResult submit(const Call& call, db::Write& write) const;

private:
    const Services& services_;
};

class TagHandlers {
public:
    explicit TagHandlers(const Services& services) : services_(services) {}

    // GET and POST /api/v2/tags: {"name": "Volunteers"}; GET /api/v2/tags/{tag}
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;
    http::WriteResult make(const Call& call, db::Write& write) const;

    // GET and POST /api/v2/tags/{tag}/taggings: a link to a person; GET and DELETE .../taggings/{tagging}
    http::Response taggings(const http::Request& request, db::Read& read) const;
    http::Response tagging(const http::Request& request, db::Read& read) const;
    http::WriteResult add(const Call& call, db::Write& write) const;
    http::WriteResult remove(const Call& call, db::Write& write) const;

private:
    const Services& services_;
};

// What the handlers share: an error as an answer, and the filter and the page that a query asks for.
http::Response error_answer(const http::Request& request, const base::Problems& problems);
http::Response not_there(const http::Request& request);

struct ListQuery {
    Paging paging;
    Filter filter;
    std::string filter_text;
};
base::Result<ListQuery, base::Problems> read_list_query(const http::Request& request);

// What a filter leaves of a short list, by its dates and identifiers.
bool is_meant(const json::object& resource, const Filter& filter);

base::Problems nothing_there();

}  // namespace osdi
