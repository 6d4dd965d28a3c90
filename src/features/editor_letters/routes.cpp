#include "features/editor_letters/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace editor_letters {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/editor-letters", bound(to, &Handlers::list),
               {.name = "editor_letters.list", .cache = Cache::public_page});
    router.get("/{locale}/editor-letters/printed", bound(to, &Handlers::printed),
               {.name = "editor_letters.printed", .cache = Cache::public_page});
    router.get("/{locale}/editor-letters/{campaign}", bound(to, &Handlers::show), {.name = "editor_letters.show"});
    router.get("/{locale}/editor-letters/{campaign}/papers/{newspaper}", bound(to, &Handlers::show_form),
               {.name = "editor_letters.form"});
    router.post<SaveLetter>("/{locale}/editor-letters/{campaign}/papers/{newspaper}",
                            {.parse = bound(to, &Handlers::read_letter),
                             .apply = bound(to, &Handlers::save),
                             .refuse = bound(to, &Handlers::form_again)},
                            {.name = "editor_letters.write", .limit = LimitClass::form});
    router.get("/api/v1/editor-letters", campaigns_json, {.name = "editor_letters.api"});
    router.get("/api/v1/newspapers", newspapers_json, {.name = "editor_letters.api_newspapers"});
}

// What is written stays at an address of its own, until it is sent or forgotten.
void add_draft_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/editor-letters/drafts/{token}", bound(to, &Handlers::draft),
               {.name = "editor_letters.draft"});
    router.get("/{locale}/editor-letters/drafts/{token}/words", bound(to, &Handlers::edit),
               {.name = "editor_letters.words"});
    router.post<SaveLetter>("/{locale}/editor-letters/drafts/{token}/words",
                            {.parse = bound(to, &Handlers::read_rewrite),
                             .apply = bound(to, &Handlers::save),
                             .refuse = bound(to, &Handlers::edit_again)},
                            {.name = "editor_letters.rewrite", .limit = LimitClass::form});
    const auto refuse = bound(to, &Handlers::draft_again);
    router.post<LetterAct>(
        "/{locale}/editor-letters/drafts/{token}/sending",
        {.parse = bound(to, &Handlers::read_draft_act), .apply = bound(to, &Handlers::ask_to_send), .refuse = refuse},
        {.name = "editor_letters.ask", .limit = LimitClass::form});
    router.post<LetterAct>("/{locale}/editor-letters/drafts/{token}/own-way",
                           {.parse = bound(to, &Handlers::read_draft_act),
                            .apply = bound(to, &Handlers::sent_it_myself),
                            .refuse = refuse},
                           {.name = "editor_letters.own_way", .limit = LimitClass::form});
}

// The mailed link opens a page; only its buttons, which POST, change anything.
void add_own_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/editor-letters/letters/{token}", bound(to, &Handlers::own), {.name = "editor_letters.own"});
    const auto refuse = bound(to, &Handlers::own_again);
    router.post<LetterAct>(
        "/{locale}/editor-letters/letters/{token}/confirmation",
        {.parse = bound(to, &Handlers::read_own_act), .apply = bound(to, &Handlers::confirm), .refuse = refuse},
        {.name = "editor_letters.confirm", .limit = LimitClass::form});
    router.post<LetterAct>(
        "/{locale}/editor-letters/letters/{token}/withdrawal",
        {.parse = bound(to, &Handlers::read_own_act), .apply = bound(to, &Handlers::withdraw), .refuse = refuse},
        {.name = "editor_letters.withdraw", .limit = LimitClass::form});
    router.post<TellPrinted>(
        "/{locale}/editor-letters/letters/{token}/printing",
        {.parse = bound(to, &Handlers::read_printed), .apply = bound(to, &Handlers::tell_printed), .refuse = refuse},
        {.name = "editor_letters.tell_printed", .limit = LimitClass::form});
}

void add_campaign_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/editor-letters", bound(to, &StaffHandlers::list),
               {.name = "editor_letters.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/editor-letters/new", bound(to, &StaffHandlers::show_new),
               {.name = "editor_letters.staff_new", .permission = Permission::edit_content});
    router.post<SaveCampaign>("/{locale}/staff/editor-letters/new",
                              {.parse = bound(to, &StaffHandlers::read_campaign),
                               .apply = bound(to, &StaffHandlers::save),
                               .refuse = bound(to, &StaffHandlers::new_again)},
                              {.name = "editor_letters.staff_create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/editor-letters/{campaign}", bound(to, &StaffHandlers::show),
               {.name = "editor_letters.staff_show", .permission = Permission::edit_content});
    const auto refuse = bound(to, &StaffHandlers::show_again);
    router.post<SaveCampaign>(
        "/{locale}/staff/editor-letters/{campaign}",
        {.parse = bound(to, &StaffHandlers::read_campaign), .apply = bound(to, &StaffHandlers::save), .refuse = refuse},
        {.name = "editor_letters.staff_save", .permission = Permission::edit_content});
    router.post<CampaignAct>(
        "/{locale}/staff/editor-letters/{campaign}/publication",
        {.parse = bound(to, &StaffHandlers::read_act), .apply = bound(to, &StaffHandlers::publish), .refuse = refuse},
        {.name = "editor_letters.staff_publish", .permission = Permission::publish});
    router.post<CampaignAct>(
        "/{locale}/staff/editor-letters/{campaign}/closing",
        {.parse = bound(to, &StaffHandlers::read_act), .apply = bound(to, &StaffHandlers::close), .refuse = refuse},
        {.name = "editor_letters.staff_close", .permission = Permission::publish});
    router.post<LetterJudgement>(
        "/{locale}/staff/editor-letters/letters/{letter}",
        {.parse = bound(to, &StaffHandlers::read_judgement), .apply = bound(to, &StaffHandlers::judge)},
        {.name = "editor_letters.staff_judge", .permission = Permission::publish});
}

void add_paper_routes(http::Router& router, const PaperHandlers& to) {
    router.get("/{locale}/staff/newspapers", bound(to, &PaperHandlers::list),
               {.name = "editor_letters.papers", .permission = Permission::edit_content});
    router.get("/{locale}/staff/newspapers/new", bound(to, &PaperHandlers::show_new),
               {.name = "editor_letters.paper_new", .permission = Permission::edit_content});
    router.post<SavePaper>("/{locale}/staff/newspapers/new",
                           {.parse = bound(to, &PaperHandlers::read_paper),
                            .apply = bound(to, &PaperHandlers::save),
                            .refuse = bound(to, &PaperHandlers::new_again)},
                           {.name = "editor_letters.paper_create", .permission = Permission::publish});
    router.get("/{locale}/staff/newspapers/rows", bound(to, &PaperHandlers::show_rows),
               {.name = "editor_letters.paper_list", .permission = Permission::publish});
    router.post<KeepPapers>(
        "/{locale}/staff/newspapers/rows",
        {.parse = bound(to, &PaperHandlers::read_rows),
         .apply = bound(to, &PaperHandlers::keep_rows),
         .refuse = bound(to, &PaperHandlers::rows_again)},
        {.name = "editor_letters.paper_rows", .permission = Permission::publish, .body_limit = 2 * 1024 * 1024});
    router.get("/{locale}/staff/newspapers/{newspaper}", bound(to, &PaperHandlers::show),
               {.name = "editor_letters.paper_show", .permission = Permission::edit_content});
    const auto refuse = bound(to, &PaperHandlers::show_again);
    router.post<SavePaper>(
        "/{locale}/staff/newspapers/{newspaper}",
        {.parse = bound(to, &PaperHandlers::read_paper), .apply = bound(to, &PaperHandlers::save), .refuse = refuse},
        {.name = "editor_letters.paper_save", .permission = Permission::publish});
    router.post<PaperAct>(
        "/{locale}/staff/newspapers/{newspaper}/standing",
        {.parse = bound(to, &PaperHandlers::read_act), .apply = bound(to, &PaperHandlers::turn), .refuse = refuse},
        {.name = "editor_letters.paper_standing", .permission = Permission::publish});
}

}  // namespace

void add_routes(http::Router& router, const AllHandlers& to) {
    add_public_routes(router, to.open);
    add_draft_routes(router, to.open);
    add_own_routes(router, to.open);
    add_campaign_routes(router, to.staff);
    add_paper_routes(router, to.papers);
}

}  // namespace editor_letters
