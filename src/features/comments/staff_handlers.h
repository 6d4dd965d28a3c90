// features/comments/staff_handlers.h - staff read comments, many at a time, and say which are shown.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/comments/comment.h"
#include "features/comments/services.h"
#include "features/comments/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/moderation.h"
#include "ports/page.h"
#include "ports/staff_home.h"

namespace comments {

struct QueueForm {
    ports::Acting acting;
    ports::QueuePlace place;
    std::vector<Decision> decisions;
};

struct UndoForm {
    ports::Acting acting;
    std::string slug;  // empty: of all petitions
    SavingId saving;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/comments (of every petition), /{locale}/staff/petitions/{slug}/comments: ?view, ?language,
    // ?after
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST to the same addresses. act "save": decide_ID is "show" or a reason; "show" and "refuse" (with reason): all
    // that are `ticked`
    base::Result<QueueForm, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult decide(const QueueForm& form, db::Write& write) const;

    // POST .../undo: saving
    base::Result<UndoForm, base::Problems> read_undo(const http::Request& request) const;
    http::WriteResult undo(const UndoForm& form, db::Write& write) const;

private:
    std::vector<ports::PetitionFacts> petitions_of(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

// How many wait or are reported, petition by petition.
ports::HomeProvider home_news(const ports::PetitionReader& petitions);

// The queue of all petitions in the menu of staff.
ports::StaffEntry staff_entry();

}  // namespace comments
