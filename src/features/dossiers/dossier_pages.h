// features/dossiers/dossier_pages.h - what staff see of one representative: everything, and the forms by which they
// record more.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "features/dossiers/dossier_service.h"
#include "features/dossiers/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace dossiers::dossier_pages {

// What was typed into the forms, each filled in as it is begun where nothing was.
struct TypedForms {
    PromiseForm promise;
    StateForm state;
    PositionForm position;
    MeetingForm meeting;
    FollowUpForm follow_up;
    LogForm log;
};

struct Page {
    const Dossier& dossier;
    std::vector<MatterChoice> matters;
    TypedForms typed;
    const base::Problems& problems;
    // Which form is open, and these are of: "promise", "state-17", "position", "meeting", "meeting-5", "follow_up",
    // "log".
    std::string_view form;
    std::string today;  // "2026-11-22": what is due before is late
    std::string public_path;
};
html::SafeHtml page(const i18n::Translator& t, const Page& page);

}  // namespace dossiers::dossier_pages
