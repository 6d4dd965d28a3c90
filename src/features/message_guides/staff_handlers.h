// features/message_guides/staff_handlers.h - staff write guides; a second person approves what becomes public.
#pragma once
#include <optional>
#include <string>

#include "features/message_guides/content_form.h"
#include "features/message_guides/services.h"
#include "features/message_guides/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/page.h"
#include "ports/staff_home.h"

namespace message_guides {

struct NewGuideEdit {
    ports::Acting acting;
    staff_pages::NewGuideForm form;  // sound but for the level and whether the slug is free
};

struct ContentEdit {
    ports::Acting acting;
    std::string slug;
    int base;  // number of the version that the form began with
    Content content;
};

// A step that is about the version that was on the page.
struct StepForm {
    ports::Acting acting;
    std::string slug;
    int version;
};

struct PlaceEdit {
    ports::Acting acting;
    std::string slug, level, theme;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/words, /{locale}/staff/words/export.json
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response export_all(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/staff/words/new: slug, theme, level
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<NewGuideEdit, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult begin(const NewGuideEdit& edit, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/words/{slug}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/words/{slug}/approval-request, /approval, /withdrawal: version
    base::Result<StepForm, base::Problems> read_step(const http::Request& request) const;
    http::WriteResult ask(const StepForm& form, db::Write& write) const;
    http::WriteResult approve(const StepForm& form, db::Write& write) const;
    http::WriteResult withdraw(const StepForm& form, db::Write& write) const;

    // POST /{locale}/staff/words/{slug}/place: level, theme
    base::Result<PlaceEdit, base::Problems> read_place(const http::Request& request) const;
    http::WriteResult move(const PlaceEdit& edit, db::Write& write) const;

    // GET /{locale}/staff/words/{slug}/versions/{number}: ?against; POST .../restore
    http::Response version(const http::Request& request, db::Read& read) const;
    base::Result<StepForm, base::Problems> read_restore(const http::Request& request) const;
    http::WriteResult restore(const StepForm& form, db::Write& write) const;

    // GET, POST /{locale}/staff/words/{slug}/text: base, act, and the fields of fields.h
    http::Response edit(const http::Request& request, db::Read& read) const;
    base::Result<ContentEdit, base::Problems> read_content(const http::Request& request) const;
    http::WriteResult save(const ContentEdit& edit, db::Write& write) const;
    http::Response edit_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response editor_page(const http::Request& request, const staff_pages::Editor& editor) const;

    const Services& services_;
};

ports::StaffEntry staff_entry();

// Guides that wait for an approval that this person can give, and those whose review is due.
ports::HomeProvider home_news();

}  // namespace message_guides
