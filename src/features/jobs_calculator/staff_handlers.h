// features/jobs_calculator/staff_handlers.h - what staff do with prepared cuts: list, begin, write both languages and
// the question, preview, publish, withdraw, offer among the ways to act.
#pragma once
#include <optional>
#include <string>

#include "features/jobs_calculator/scenario.h"
#include "features/jobs_calculator/services.h"
#include "features/jobs_calculator/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/editing.h"

namespace jobs_calculator {

struct NewScenarioForm {
    ports::Acting acting;
    std::string slug, level;
};

// As typed, and what the form showed when the typing began.
struct ScenarioEdit {
    ports::Acting acting;
    std::string slug;
    ScenarioForm typed;
    std::string seen;
};

// A press on one of the buttons.
struct ScenarioAct {
    ports::Acting acting;
    std::string slug;
    OneLanguage one_language;
    Listing listing;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/jobs-lost
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/jobs-lost/new, POST /{locale}/staff/jobs-lost: slug, level
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<NewScenarioForm, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewScenarioForm& form, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/jobs-lost/{slug}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST .../publication (one_language), .../withdrawal, .../listing (listed)
    base::Result<ScenarioAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const ScenarioAct& act, db::Write& write) const;
    http::WriteResult withdraw(const ScenarioAct& act, db::Write& write) const;
    http::WriteResult change_listing(const ScenarioAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET, POST /{locale}/staff/jobs-lost/{slug}/text: headline_en, body_en, headline_fr, body_fr, the question, seen
    http::Response show_text(const http::Request& request, db::Read& read) const;
    base::Result<ScenarioEdit, base::Problems> read_text(const http::Request& request) const;
    http::WriteResult save_text(const ScenarioEdit& edit, db::Write& write) const;
    // 422, or 409 where somebody else saved something else meanwhile: both are shown, and nothing typed is lost.
    http::Response show_text_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/jobs-lost/{slug}/preview
    http::Response preview(const http::Request& request, db::Read& read) const;

private:
    // Of a part of the list, those that this person may edit, with their figures.
    std::vector<staff_pages::ListedScenario> editable(const http::Request& request, db::Read& read,
                                                      const std::vector<Scenario>& part) const;
    std::optional<Answer> answer_of(const ScenarioContent& content, base::Locale locale) const;
    http::Response text_page(const http::Request& request, const Scenario& scenario, staff_pages::Editor editor) const;

    const Services& services_;
};

}  // namespace jobs_calculator
