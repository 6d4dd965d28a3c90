// features/presentations/staff_handlers.h - what coordinators do: look, choose a champion, ask again, close, add a
// conversation, take a spreadsheet, and say to whom requests without a champion go.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/presentations/presentation.h"
#include "features/presentations/report.h"
#include "features/presentations/report_store.h"
#include "features/presentations/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/staff_home.h"

namespace presentations {

struct StaffAct {
    ports::Acting acting;
    PresentationId presentation;
    std::optional<ChampionId> champion{};
    std::optional<base::Instant> start{};
    State end = State::cancelled;
    std::string reason{};
};

struct StaffConversation {
    ports::Acting acting;
    Conversation conversation;
};

struct CoordinatorsForm {
    ports::Acting acting;
    std::vector<store::Coordinator> coordinators;  // an empty address: none
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/presentations: ?state, ?before
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/presentations/export: everything they may see, as CSV
    http::Response csv(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/presentations/{presentation}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../champion (champion, start), .../routing, .../end (state, reason)
    base::Result<StaffAct, base::Problems> read_champion(const http::Request& request) const;
    http::WriteResult assign(const StaffAct& act, db::Write& write) const;
    base::Result<StaffAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult route(const StaffAct& act, db::Write& write) const;
    base::Result<StaffAct, base::Problems> read_end(const http::Request& request) const;
    http::WriteResult end(const StaffAct& act, db::Write& write) const;

    // GET, POST /{locale}/staff/presentations/conversation
    http::Response show_conversation(const http::Request& request, db::Read& read) const;
    base::Result<StaffConversation, base::Problems> read_conversation(const http::Request& request) const;
    http::WriteResult tell(const StaffConversation& act, db::Write& write) const;
    http::Response show_conversation_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const;

    // GET /{locale}/staff/presentations/totals; POST .../coordinators: level_ID
    http::Response totals(const http::Request& request, db::Read& read) const;
    http::Response totals_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<CoordinatorsForm, base::Problems> read_coordinators(const http::Request& request) const;
    http::WriteResult save_coordinators(const CoordinatorsForm& form, db::Write& write) const;

private:
    std::optional<Presentation> find_allowed(db::Read& read, PresentationId id, const ports::Acting& acting) const;
    std::string champion_name(db::Read& read, const Presentation& presentation) const;

    const Services& services_;
};

// What waits for a coordinator.
ports::HomeProvider home_news();

}  // namespace presentations
