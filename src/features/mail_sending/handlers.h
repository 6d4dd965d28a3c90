// features/mail_sending/handlers.h - what staff do with mails to many: plan, look, confirm, take back, pause, go on,
// stop, choose the wording of the rest, watch.
#pragma once
#include <optional>
#include <string>

#include "features/mail_sending/pages.h"
#include "features/mail_sending/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/staff_home.h"

namespace mail_sending {

struct NewPlan {
    ports::Acting acting;
    Plan plan;  // name, level, topic and variants are those of the mailing
};

// What the page showed when it was confirmed.
struct Confirming {
    ports::Acting acting;
    BlastId blast;
    std::int64_t counted;
    std::int64_t rules;  // fingerprint of the segment's rules in words; 0: everybody
};

// A press on a button of one blast; variant: of the wording that the rest gets.
struct BlastAct {
    ports::Acting acting;
    BlastId blast;
    Variant winner{};
};

class Handlers {
public:
    Handlers(const Services& services, LiveSendings& live) : services_(services), live_(live) {}

    // GET /{locale}/staff/sending: before
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET .../new: mailing
    http::Response show_new(const http::Request& request, db::Read& read) const;
    // POST .../: mailing, segment, when, begins_at, time_zone, local_times, per_hour
    base::Result<NewPlan, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewPlan& form, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET .../{blast}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET .../{blast}/events
    std::shared_ptr<http::EventChannel> events(const http::Request& request, db::Read& read) const;

    // POST .../{blast}/confirmation: proof, number
    base::Result<Confirming, base::Problems> read_confirming(const http::Request& request) const;
    http::WriteResult confirm(const Confirming& form, db::Write& write) const;
    // POST .../{blast}/take-back, /pause, /resumption, /stop
    base::Result<BlastAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult take_back(const BlastAct& act, db::Write& write) const;
    http::WriteResult pause(const BlastAct& act, db::Write& write) const;
    http::WriteResult resume(const BlastAct& act, db::Write& write) const;
    http::WriteResult stop(const BlastAct& act, db::Write& write) const;
    // POST .../{blast}/winner: winner
    base::Result<BlastAct, base::Problems> read_winner(const http::Request& request) const;
    http::WriteResult choose(const BlastAct& act, db::Write& write) const;

private:
    http::Response new_page(const http::Request& request, const pages::PlanForm& typed, const base::Problems& problems,
                            db::Read& read) const;
    std::optional<pages::Confirm> confirm_part(const http::Request& request, const Blast& blast, db::Read& read) const;
    // The segment whose rules decide, in words; nullopt: everybody.
    std::optional<ports::SegmentSummary> segment_of(db::Read& read, const Blast& blast, base::Locale locale) const;
    // A copy of the plan's segment that nobody changes.
    std::optional<SegmentId> frozen_segment(db::Write& write, const Plan& plan) const;
    std::optional<Blast> find_allowed(db::Read& read, const ports::Acting& acting, BlastId id) const;

    const Services& services_;
    LiveSendings& live_;
};

// Blasts that run, and those that wait for somebody.
ports::HomeProvider home_news();

}  // namespace mail_sending
