// features/privacy/staff_handlers.h - what staff do: days of rules, the privacy officer, the register of incidents. For
// those who manage the whole installation.
#pragma once
#include <string>

#include "features/privacy/incident.h"
#include "features/privacy/officer.h"
#include "features/privacy/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace privacy {

struct DaysAct {
    ports::Acting acting;
    std::string rule;
    std::int64_t days;
};
struct OfficerAct {
    ports::Acting acting;
    Officer officer;
};
struct IncidentAct {
    ports::Acting acting;
    IncidentPlan plan;
};
struct NoteAct {
    ports::Acting acting;
    IncidentId incident;
    std::string words;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/privacy
    http::Response overview(const http::Request& request, db::Read& read) const;
    http::Response overview_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST /{locale}/staff/privacy/rules/{rule}: days
    base::Result<DaysAct, base::Problems> read_days(const http::Request& request) const;
    http::WriteResult choose_days(const DaysAct& act, db::Write& write) const;
    // POST /{locale}/staff/privacy/officer: name, role_en, role_fr, email
    base::Result<OfficerAct, base::Problems> read_officer_form(const http::Request& request) const;
    http::WriteResult name_officer(const OfficerAct& act, db::Write& write) const;

    // GET, POST /{locale}/staff/privacy/incidents; /new, /register.csv
    http::Response incidents(const http::Request& request, db::Read& read) const;
    http::Response show_new(const http::Request& request, db::Read& read) const;
    http::Response register_file(const http::Request& request, db::Read& read) const;
    base::Result<IncidentAct, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult record(const IncidentAct& act, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET .../{incident}, POST .../{incident}/notes: words
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<NoteAct, base::Problems> read_note(const http::Request& request) const;
    http::WriteResult add_note(const NoteAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    const Services& services_;
};

}  // namespace privacy
