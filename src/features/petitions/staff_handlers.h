// features/petitions/staff_handlers.h - what staff do: list, begin, publish, close (StaffHandlers), write both
// languages (TextHandlers), look at signatures and export them (SignatureHandlers).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/petitions/petition.h"
#include "features/petitions/services.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/staff_pages.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/editing.h"

namespace petitions {

using ports::Acting;

struct NewPetition {
    Acting acting;
    PetitionPlan plan;
};

// The words as typed, and what the form showed when the typing began.
struct TextEdit {
    Acting acting;
    std::string slug;
    TextForms texts;
    std::string seen;
};

// A press on one of the buttons: publish, close, reopen, export.
struct StaffAct {
    Acting acting;
    std::string slug;
    OneLanguage one_language;
    std::string seen{};  // the words that stood there when it was pressed; empty: a program that looked at none
};
StaffAct staff_act(const http::Request& request);

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/petitions
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/petitions/new, POST /{locale}/staff/petitions: slug, kind, goal, closes_on, level
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<NewPetition, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewPetition& form, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/petitions/{slug}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST .../publication, .../closing, .../reopening: one_language
    base::Result<StaffAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const StaffAct& act, db::Write& write) const;
    http::WriteResult close(const StaffAct& act, db::Write& write) const;
    http::WriteResult reopen(const StaffAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response new_page(const http::Request& request, const staff_pages::NewForm& form) const;

    const Services& services_;
};

class TextHandlers {
public:
    explicit TextHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/staff/petitions/{slug}/text: title_en, lead_en, body_en, thanks_en, title_fr, ..., seen
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<TextEdit, base::Problems> read_texts(const http::Request& request) const;
    http::WriteResult save(const TextEdit& edit, db::Write& write) const;
    // 422, or 409 where somebody else saved other words meanwhile: both are shown, and nothing typed is lost.
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/petitions/{slug}/preview
    http::Response preview(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

class SignatureHandlers {
public:
    explicit SignatureHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/petitions/{slug}/signatures: ?before=ID for older ones, ?words= for a name, a place or a
    // whole address
    http::Response list(const http::Request& request, db::Read& read) const;

    // An export is an act on record: POST .../exports notes it and leads to .../signatures.csv, which then leaves for
    // ten minutes, to this person only.
    base::Result<StaffAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult begin_export(const StaffAct& act, db::Write& write) const;
    http::Response download_export(const http::Request& request, db::Read& read) const;

private:
    std::vector<Signature> found(const http::Request& request, const Petition& petition, db::Read& read) const;

    const Services& services_;
};

}  // namespace petitions
