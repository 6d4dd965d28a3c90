// features/fraud_guard/handlers.h - what each address does: the puzzle for browsers, and the pages of staff. The guard
// is one for the whole installation: only who has the right everywhere, not at some level, gets in.
#pragma once
#include <string>
#include <vector>

#include "features/fraud_guard/pages.h"
#include "features/fraud_guard/services.h"
#include "features/fraud_guard/store.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace fraud_guard {

// Settings as typed, checked.
struct SettingsForm {
    ports::Acting acting;
    std::vector<Setting> settings;
    std::string back;  // path of the page it came from
};

struct EntryForm {
    ports::Acting acting;
    store::NewEntry entry;
};

struct EndForm {
    ports::Acting acting;
    ListEntryId entry;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /api/v1/sign-on-puzzle
    http::Response puzzle(const http::Request& request) const;

    // GET /{locale}/staff/fraud; POST /{locale}/staff/fraud/pressure: pressure, pressure_percent, pressure_rate,
    // least_load_step
    http::Response overview(const http::Request& request, db::Read& read) const;
    base::Result<SettingsForm, base::Problems> read_pressure(const http::Request& request) const;
    http::Response overview_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET, POST /{locale}/staff/fraud/rules: flag_from, ask_from, weight.RULE, limit.RULE
    http::Response rules(const http::Request& request, db::Read& read) const;
    base::Result<SettingsForm, base::Problems> read_rules(const http::Request& request) const;
    http::Response rules_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    http::WriteResult save_settings(const SettingsForm& form, db::Write& write) const;

    // GET, POST /{locale}/staff/fraud/lists: list, pattern, reason, days; POST .../lists/{id}/ending
    http::Response lists(const http::Request& request, db::Read& read) const;
    base::Result<EntryForm, base::Problems> read_entry(const http::Request& request) const;
    http::WriteResult add_entry(const EntryForm& form, db::Write& write) const;
    http::Response lists_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<EndForm, base::Problems> read_end(const http::Request& request) const;
    http::WriteResult end_entry(const EndForm& form, db::Write& write) const;

private:
    Policy policy(db::Read& read) const;

    const Services& services_;
};

}  // namespace fraud_guard
