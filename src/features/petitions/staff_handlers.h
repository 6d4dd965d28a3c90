// features/petitions/staff_handlers.h - what staff do: list, begin, write both languages, preview, publish, close, look
// at signatures, export them.
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

namespace petitions {

// Who acts, in which language they read, and with which rights.
struct Acting {
    auth::Principal staff;
    std::string request_id;
    base::Locale locale;
};

struct NewPetition {
    Acting acting;
    PetitionPlan plan;
};

struct TextEdit {
    Acting acting;
    std::string slug;
    TextForms texts;
};

// A press on one of the buttons: publish, close, reopen, export.
struct StaffAct {
    Acting acting;
    std::string slug;
    OneLanguage one_language;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    http::Response list(const http::Request& request, db::Read& read) const;

    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<NewPetition, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewPetition& form, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    http::Response show(const http::Request& request, db::Read& read) const;

    http::Response show_texts(const http::Request& request, db::Read& read) const;
    base::Result<TextEdit, base::Problems> read_texts(const http::Request& request) const;
    http::WriteResult save_texts(const TextEdit& edit, db::Write& write) const;
    http::Response show_texts_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response preview(const http::Request& request, db::Read& read) const;

    base::Result<StaffAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const StaffAct& act, db::Write& write) const;
    http::WriteResult close(const StaffAct& act, db::Write& write) const;
    http::WriteResult reopen(const StaffAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // ?before=ID for older ones, ?words= for a name, a place or an address
    http::Response signatures(const http::Request& request, db::Read& read) const;

    // An export is an act on record: a POST that notes it and leads to the file, which then leaves for ten minutes, to
    // this person only.
    http::WriteResult begin_export(const StaffAct& act, db::Write& write) const;
    http::Response download_export(const http::Request& request, db::Read& read) const;

private:
    // The petition of the address, when this person has that right at its level.
    std::optional<Petition> find_allowed(db::Read& read, std::string_view slug, const auth::Principal& staff,
                                         auth::Permission permission) const;
    http::Response overview(const http::Request& request, const Petition& petition, const base::Problems& problems,
                            db::Read& read) const;
    http::Response text_page(const http::Request& request, const Petition& petition,
                             const staff_pages::TextEditor& editor) const;
    http::Response new_page(const http::Request& request, const staff_pages::NewForm& form) const;
    std::vector<Signature> found_signatures(const http::Request& request, const Petition& petition,
                                            db::Read& read) const;

    const Services& services_;
};

}  // namespace petitions
