// features/voices/staff_handlers.h - staff look at voices, many at a time, and say which are shown: the nation at all,
// a province at its own (reach_service.h). Settings are the nation's.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/voices/decision_store.h"
#include "features/voices/picture_store.h"
#include "features/voices/services.h"
#include "features/voices/staff_pages.h"
#include "features/voices/voice.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/moderation.h"
#include "ports/page.h"
#include "ports/staff_home.h"

namespace voices {

struct QueueForm {
    ports::Acting acting;
    ports::QueuePlace place;
    std::vector<Decision> decisions;
};

struct UndoForm {
    ports::Acting acting;
    SavingId saving;
};

struct SettingsForm {
    ports::Acting acting;
    store::Settings settings;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/voices: ?view, ?language, ?after
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST. act "save": decide_ID is "show" or a reason; "show" and "refuse" (with reason): all that are `ticked`
    base::Result<QueueForm, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult decide(const QueueForm& form, db::Write& write) const;
    // POST .../undo: saving
    base::Result<UndoForm, base::Problems> read_undo(const http::Request& request) const;
    http::WriteResult undo(const UndoForm& form, db::Write& write) const;
    // POST .../settings: four_eyes
    base::Result<SettingsForm, base::Problems> read_settings(const http::Request& request) const;
    http::WriteResult save_settings(const SettingsForm& form, db::Write& write) const;
    // GET .../log: ?before
    http::Response log(const http::Request& request, db::Read& read) const;
    // GET .../{voice}/photo: ?large
    http::Response photo(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

// How many wait or are reported.
ports::HomeProvider home_news();
ports::StaffEntry staff_entry();

}  // namespace voices
