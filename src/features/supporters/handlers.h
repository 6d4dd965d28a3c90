// features/supporters/handlers.h - what each address of this slice does. All of them are of staff.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/supporters/search_store.h"
#include "features/supporters/services.h"
#include "features/supporters/supporter.h"
#include "people/merging.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace supporters {

using ports::Acting;

// A press on a button, with what was typed beside it.
struct PersonAct {
    Acting acting;
    people::PersonId person;
    http::Form form;
};
struct BookAct {
    Acting acting;
    http::Form form;
};

// The list, its file, and the tags and fields there are.
class ListHandlers {
public:
    explicit ListHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/people: words, tag, after
    http::Response list(const http::Request& request, db::Read& read) const;

    // POST /{locale}/staff/people/exports, then GET /{locale}/staff/people.csv
    base::Result<BookAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult begin_export(const BookAct& act, db::Write& write) const;
    http::Response download_export(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/people/tags; POST: tag, name, act (rename, delete), or name alone for a new one
    http::Response tags(const http::Request& request, db::Read& read) const;
    http::WriteResult change_tags(const BookAct& act, db::Write& write) const;
    http::Response tags_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/people/fields; POST: slug, label_en, label_fr, kind; or field and act (retire, bring_back)
    http::Response fields(const http::Request& request, db::Read& read) const;
    http::WriteResult change_fields(const BookAct& act, db::Write& write) const;
    http::Response fields_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    const Services& services_;
};

// One person. Who may not see their level gets 404.
class PersonHandlers {
public:
    explicit PersonHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/people/{person}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET and POST /{locale}/staff/people/{person}/edit
    http::Response edit(const http::Request& request, db::Read& read) const;
    http::WriteResult save(const PersonAct& act, db::Write& write) const;
    http::Response edit_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    base::Result<PersonAct, base::Problems> read_act(const http::Request& request) const;
    // POST .../tags: name adds one, remove takes one (by id) off
    http::WriteResult change_tag(const PersonAct& act, db::Write& write) const;
    // POST .../answers: field (by id), value
    http::WriteResult answer(const PersonAct& act, db::Write& write) const;
    // POST .../addresses: email adds one; act (use, remove) with address (the email)
    http::WriteResult change_address(const PersonAct& act, db::Write& write) const;
    // POST .../suppression: reason suppresses the address in use; act=lift takes it back
    http::WriteResult change_suppression(const PersonAct& act, db::Write& write) const;

    // GET and POST /{locale}/staff/people/{person}/erasure: confirm
    http::Response show_erasure(const http::Request& request, db::Read& read) const;
    http::Response show_erasure_again(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const;
    http::WriteResult erase(const PersonAct& act, db::Write& write) const;

    // GET /{locale}/staff/people/{person}/merge: words, with; POST: with
    http::Response show_merge(const http::Request& request, db::Read& read) const;
    http::Response show_merge_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::WriteResult merge(const PersonAct& act, db::Write& write) const;
    // POST .../undone-merges: merge (by id)
    http::WriteResult undo_merge(const PersonAct& act, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace supporters
