// features/events/staff_handlers.h - what staff do with events: plan, publish, change, cancel, see who comes.
#pragma once
#include <optional>
#include <string>

#include "features/events/event.h"
#include "features/events/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace events {

struct StaffSave {
    ports::Acting acting;
    std::optional<EventId> event;  // absent: a new one
    base::LevelId level{1};        // of a new one
    Plan plan;
    std::optional<ports::ChampionId> champion{};  // who gives it
};
struct StaffAct {
    ports::Acting acting;
    EventId event;
    std::string reason_en{}, reason_fr{};
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/events
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET, POST /{locale}/staff/events/new: the fields of EventForm, also in the query, to begin with
    http::Response show_new(const http::Request& request, db::Read& read) const;
    http::Response new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET, POST /{locale}/staff/events/{event}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<StaffSave, base::Problems> read_event(const http::Request& request) const;
    http::WriteResult save(const StaffSave& form, db::Write& write) const;

    // POST .../publication, .../deletion (of a draft), .../cancellation (reason_en, reason_fr)
    base::Result<StaffAct, base::Problems> read_act(const http::Request& request) const;
    base::Result<StaffAct, base::Problems> read_cancellation(const http::Request& request) const;
    http::WriteResult publish(const StaffAct& act, db::Write& write) const;
    http::WriteResult remove(const StaffAct& act, db::Write& write) const;
    http::WriteResult cancel(const StaffAct& act, db::Write& write) const;

    // GET /{locale}/staff/events/{event}/guests.csv
    http::Response guests(const http::Request& request, db::Read& read) const;

private:
    http::WriteResult create(const StaffSave& form, db::Write& write) const;
    std::optional<Event> find_allowed(db::Read& read, const http::Request& request) const;

    const Services& services_;
};

}  // namespace events
