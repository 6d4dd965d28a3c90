#include "features/petitions/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace petitions {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

// Sign-ons of one mailbox go to one writer.
std::size_t partition_of(const SignOn& sign_on) { return static_cast<std::size_t>(sign_on.address_hash); }

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/petitions/{slug}", bound(to, &Handlers::show),
               {.name = "petitions.show", .cache = Cache::public_page});
    router.post_batch<SignOn, SignOutcome>("/{locale}/petitions/{slug}/signatures",
                                           {.parse = bound(to, &Handlers::read_sign_on),
                                            .apply_all = &Handlers::sign_all,
                                            .respond = &Handlers::answer_sign_on,
                                            .refuse = bound(to, &Handlers::show_again),
                                            .partition = partition_of},
                                           {.name = "petitions.sign", .limit = LimitClass::sign_on});
    router.get("/{locale}/petitions/{slug}/thank-you", bound(to, &Handlers::thank_you),
               {.name = "petitions.thank_you", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/confirmed", bound(to, &Handlers::confirmed),
               {.name = "petitions.confirmed", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/share-card.png", bound(to, &Handlers::share_card),
               {.name = "petitions.share_card", .cache = Cache::public_page});
}

// On the sites of partners.
void add_embed_routes(http::Router& router, const EmbedHandlers& to) {
    const std::string form = "/{locale}/petitions/{slug}/embed/{partner}";
    router.get(form, bound(to, &EmbedHandlers::show), {.name = "petitions.framed_form", .cache = Cache::public_page});
    router.post_batch<SignOn, SignOutcome>(form + "/signatures",
                                           {.parse = bound(to, &EmbedHandlers::read_sign_on),
                                            .apply_all = &Handlers::sign_all,
                                            .respond = &EmbedHandlers::answer_sign_on,
                                            .refuse = bound(to, &EmbedHandlers::show_again),
                                            .partition = partition_of},
                                           {.name = "petitions.framed_sign", .limit = LimitClass::sign_on});
    router.get(form + "/thank-you", bound(to, &EmbedHandlers::thank_you),
               {.name = "petitions.framed_thank_you", .cache = Cache::public_page});
}

// The mailed link leads to a page; only its buttons, which POST, change anything. Mail scanners open links.
void add_own_signature_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/signatures/{token}", bound(to, &Handlers::own_signature), {.name = "petitions.own"});
    router.post<OwnAct>("/{locale}/signatures/{token}/confirmation",
                        {.parse = bound(to, &Handlers::read_own_act),
                         .apply = bound(to, &Handlers::confirm),
                         .refuse = bound(to, &Handlers::show_own_again)},
                        {.name = "petitions.confirm", .limit = LimitClass::form});
    router.post<OwnAct>("/{locale}/signatures/{token}/renewal",
                        {.parse = bound(to, &Handlers::read_own_act),
                         .apply = bound(to, &Handlers::renew),
                         .refuse = bound(to, &Handlers::show_own_again)},
                        {.name = "petitions.renew", .limit = LimitClass::form});
    router.post<OwnAct>("/{locale}/signatures/{token}/withdrawal",
                        {.parse = bound(to, &Handlers::read_own_act),
                         .apply = bound(to, &Handlers::withdraw),
                         .refuse = bound(to, &Handlers::show_own_again)},
                        {.name = "petitions.withdraw", .limit = LimitClass::form});
    router.post<OwnAct>("/{locale}/signatures/{token}/denial",
                        {.parse = bound(to, &Handlers::read_own_act),
                         .apply = bound(to, &Handlers::withdraw),
                         .refuse = bound(to, &Handlers::show_own_again)},
                        {.name = "petitions.deny", .limit = LimitClass::form});
}

void add_api_routes(http::Router& router, const Api& to) {
    router.post_batch<SignOn, SignOutcome>("/api/v1/petitions/{slug}/signatures",
                                           {.parse = bound(to, &Api::read_sign_on),
                                            .apply_all = &Handlers::sign_all,
                                            .respond = &Api::answer_sign_on,
                                            .refuse = bound(to, &Api::refuse),
                                            .partition = partition_of},
                                           {.name = "petitions.api_sign", .limit = LimitClass::sign_on});
    router.get("/api/v1/petitions/{slug}/count", bound(to, &Api::count), {.name = "petitions.api_count"});
    router.stream("/api/v1/petitions/{slug}/count/stream", bound(to, &Api::count_stream),
                  {.name = "petitions.api_count_stream", .part = http::LoadPart::live_pushes});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/petitions", bound(to, &StaffHandlers::list),
               {.name = "petitions.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/petitions/new", bound(to, &StaffHandlers::show_new),
               {.name = "petitions.staff_new", .permission = Permission::edit_content});
    router.post<NewPetition>("/{locale}/staff/petitions",
                             {.parse = bound(to, &StaffHandlers::read_new),
                              .apply = bound(to, &StaffHandlers::create),
                              .refuse = bound(to, &StaffHandlers::show_new_again)},
                             {.name = "petitions.staff_create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/petitions/{slug}", bound(to, &StaffHandlers::show),
               {.name = "petitions.staff_show", .permission = Permission::edit_content});
    router.post<StaffAct>("/{locale}/staff/petitions/{slug}/publication",
                          {.parse = bound(to, &StaffHandlers::read_act),
                           .apply = bound(to, &StaffHandlers::publish),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "petitions.staff_publish", .permission = Permission::publish});
    router.post<StaffAct>("/{locale}/staff/petitions/{slug}/closing",
                          {.parse = bound(to, &StaffHandlers::read_act),
                           .apply = bound(to, &StaffHandlers::close),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "petitions.staff_close", .permission = Permission::publish});
    router.post<StaffAct>("/{locale}/staff/petitions/{slug}/reopening",
                          {.parse = bound(to, &StaffHandlers::read_act),
                           .apply = bound(to, &StaffHandlers::reopen),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "petitions.staff_reopen", .permission = Permission::publish});
}

void add_text_routes(http::Router& router, const TextHandlers& to) {
    router.get("/{locale}/staff/petitions/{slug}/text", bound(to, &TextHandlers::show),
               {.name = "petitions.staff_texts", .permission = Permission::edit_content});
    router.post<TextEdit>(
        "/{locale}/staff/petitions/{slug}/text",
        {.parse = bound(to, &TextHandlers::read_texts),
         .apply = bound(to, &TextHandlers::save),
         .refuse = bound(to, &TextHandlers::show_again)},
        {.name = "petitions.staff_save_texts", .permission = Permission::edit_content, .body_limit = 256 * 1024});
    router.get("/{locale}/staff/petitions/{slug}/preview", bound(to, &TextHandlers::preview),
               {.name = "petitions.staff_preview", .permission = Permission::edit_content});
}

void add_signature_routes(http::Router& router, const SignatureHandlers& to) {
    router.get("/{locale}/staff/petitions/{slug}/signatures", bound(to, &SignatureHandlers::list),
               {.name = "petitions.staff_signatures", .permission = Permission::read_people});
    router.post<StaffAct>(
        "/{locale}/staff/petitions/{slug}/exports",
        {.parse = bound(to, &SignatureHandlers::read_act), .apply = bound(to, &SignatureHandlers::begin_export)},
        {.name = "petitions.staff_begin_export", .permission = Permission::export_people});
    router.get("/{locale}/staff/petitions/{slug}/signatures.csv", bound(to, &SignatureHandlers::download_export),
               {.name = "petitions.staff_export", .permission = Permission::export_people});
}

void add_correction_routes(http::Router& router, const CorrectionHandlers& to) {
    router.get("/{locale}/petitions/{slug}/corrections", bound(to, &CorrectionHandlers::show),
               {.name = "petitions.corrections", .cache = Cache::public_page});
    router.get("/api/v1/petitions/{slug}/corrections", bound(to, &CorrectionHandlers::as_json),
               {.name = "petitions.api_corrections"});
}

void add_review_routes(http::Router& router, const ReviewHandlers& to) {
    router.get("/{locale}/staff/review", bound(to, &ReviewHandlers::show),
               {.name = "petitions.review_all", .permission = Permission::moderate});
    router.post<ReviewForm>(
        "/{locale}/staff/review",
        {.parse = bound(to, &ReviewHandlers::read_form), .apply = bound(to, &ReviewHandlers::decide)},
        {.name = "petitions.decide_all", .permission = Permission::moderate});
    router.get("/{locale}/staff/petitions/{slug}/review", bound(to, &ReviewHandlers::show),
               {.name = "petitions.review", .permission = Permission::moderate});
    router.post<ReviewForm>(
        "/{locale}/staff/petitions/{slug}/review",
        {.parse = bound(to, &ReviewHandlers::read_form), .apply = bound(to, &ReviewHandlers::decide)},
        {.name = "petitions.decide", .permission = Permission::moderate});
}

// One button of a batch.
using BatchApply = http::WriteResult (InvalidationHandlers::*)(const BatchAct&, db::Write&) const;
void add_batch_act(http::Router& router, const InvalidationHandlers& to, std::string_view act, BatchApply apply) {
    router.post<BatchAct>("/{locale}/staff/petitions/{slug}/invalidations/{batch}/" + std::string{act},
                          {.parse = bound(to, act == "restoration" ? &InvalidationHandlers::read_restoration
                                                                   : &InvalidationHandlers::read_act),
                           .apply = bound(to, apply),
                           .refuse = bound(to, &InvalidationHandlers::show_again)},
                          {.name = "petitions.invalidation_" + std::string{act}, .permission = Permission::moderate});
}

void add_invalidation_routes(http::Router& router, const InvalidationHandlers& to) {
    const std::string all = "/{locale}/staff/petitions/{slug}/invalidations";
    router.get(all, bound(to, &InvalidationHandlers::list),
               {.name = "petitions.invalidations", .permission = Permission::moderate});
    router.get(all + "/new", bound(to, &InvalidationHandlers::show_new),
               {.name = "petitions.invalidation_new", .permission = Permission::moderate});
    router.post<NewBatch>(all,
                          {.parse = bound(to, &InvalidationHandlers::read_new),
                           .apply = bound(to, &InvalidationHandlers::create),
                           .refuse = bound(to, &InvalidationHandlers::show_new_again)},
                          {.name = "petitions.invalidation_create", .permission = Permission::moderate});
    router.get(all + "/{batch}", bound(to, &InvalidationHandlers::show),
               {.name = "petitions.invalidation", .permission = Permission::moderate});
    add_batch_act(router, to, "approval", &InvalidationHandlers::approve);
    add_batch_act(router, to, "refusal", &InvalidationHandlers::turn_down);
    add_batch_act(router, to, "stop", &InvalidationHandlers::stop);
    add_batch_act(router, to, "undo", &InvalidationHandlers::undo);
    add_batch_act(router, to, "restoration", &InvalidationHandlers::restore_one);
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_embed_routes(router, surface.embeds);
    router.get("/counters/{file}", bound(surface.counters, &CounterHandlers::show),
               {.name = "petitions.counter", .cache = Cache::public_page});
    add_own_signature_routes(router, surface.handlers);
    add_api_routes(router, surface.api);
    add_staff_routes(router, surface.staff);
    add_text_routes(router, surface.texts);
    add_signature_routes(router, surface.signatures);
    add_correction_routes(router, surface.corrections);
    add_review_routes(router, surface.review);
    add_invalidation_routes(router, surface.invalidations);
}

}  // namespace petitions
