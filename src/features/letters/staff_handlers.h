// features/letters/staff_handlers.h - staff write campaigns, publish them, watch how the letters fare.
#pragma once
#include <string>

#include "features/letters/services.h"
#include "features/letters/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/staff_home.h"

namespace letters {

struct NewCampaignEdit {
    ports::Acting acting;
    std::string slug, level;
};

// Everything that the editor holds; sound but for the level.
struct CampaignEdit {
    ports::Acting acting;
    std::string slug, seen;
    staff_pages::EditorForm form;
};

// A press on a button. writing: whose words were read.
struct CampaignAct {
    ports::Acting acting;
    std::string slug;
    std::optional<WritingId> writing{};
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/letters
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/staff/letters/new: slug, level
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<NewCampaignEdit, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewCampaignEdit& edit, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/letters/{slug}, /{slug}/letters.csv
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response export_csv(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/staff/letters/{slug}/text: the fields of the content, target, days, level
    http::Response edit(const http::Request& request, db::Read& read) const;
    base::Result<CampaignEdit, base::Problems> read_edit(const http::Request& request) const;
    http::WriteResult save(const CampaignEdit& edit, db::Write& write) const;
    http::Response edit_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/letters/{slug}/publication, /pause, /resumption, /stop, /resending, /release, /refusal
    base::Result<CampaignAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const CampaignAct& act, db::Write& write) const;
    http::WriteResult pause(const CampaignAct& act, db::Write& write) const;
    http::WriteResult resume(const CampaignAct& act, db::Write& write) const;
    http::WriteResult stop(const CampaignAct& act, db::Write& write) const;
    http::WriteResult resend(const CampaignAct& act, db::Write& write) const;
    http::WriteResult release(const CampaignAct& act, db::Write& write) const;
    http::WriteResult refuse(const CampaignAct& act, db::Write& write) const;

private:
    http::Response editor_page(const http::Request& request, const staff_pages::Editor& editor) const;
    std::vector<staff_pages::OfficeRow> offices(db::Read& read, CampaignId campaign, base::Locale locale) const;

    const Services& services_;
};

ports::StaffEntry staff_entry();
// Letters that somebody has to read, and letters that came back.
ports::HomeProvider home_news();

}  // namespace letters
