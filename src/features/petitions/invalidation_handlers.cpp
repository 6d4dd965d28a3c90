#include "features/petitions/invalidation_handlers.h"

#include "base/text.h"
#include "base/whole_number.h"
#include "features/petitions/invalidation_store.h"
#include "features/petitions/invalidation_work_service.h"
#include "features/petitions/staff_handlers_parts.h"
#include "people/address_hash.h"

namespace petitions {
namespace {

using auth::Permission;

constexpr std::chrono::milliseconds kLongestPreview{4'500};
constexpr std::int64_t kBatchesShown = 200;
constexpr int kReasonBits = 40;

std::string path_of(const BatchAct& act) {
    return invalidation_pages::path(act.acting.locale, act.slug) + "/" + std::to_string(act.batch.value);
}

PublicReason reason_in(const http::Form& form) {
    return {base::collapse_spaces(form.view("reason_en")), base::collapse_spaces(form.view("reason_fr"))};
}

std::vector<auth::Change> changes_of(const NewBatch& form) {
    return {{"conditions", "", form.conditions},
            {"expected", "", std::to_string(form.expected)},
            {"reason_en", "", form.reason.english},
            {"reason_fr", "", form.reason.french}};
}

}  // namespace

i18n::TimeZone zone_of(const runtime::Config& config) {
    return i18n::TimeZone::find(config.site.time_zone).value_or(i18n::TimeZone::toronto());
}

InvalidationHandlers::InvalidationHandlers(const Services& services)
    : services_(services), zone_(zone_of(services.config)), previews_(services.database, kLongestPreview) {}

invalidation_pages::Subject InvalidationHandlers::subject(const Petition& petition, base::Locale locale,
                                                          db::Read& read) const {
    return {petition, title_of(petition, store::newest_texts(read, petition.id), locale), zone_};
}

std::vector<invalidation_pages::ReasonChoice> InvalidationHandlers::reason_choices(base::Locale locale) const {
    std::vector<invalidation_pages::ReasonChoice> choices;
    for (int bit = 0; services_.guard.words && bit < kReasonBits; ++bit)
        for (auto& words : services_.guard.words(std::int64_t{1} << bit, locale))
            choices.push_back({std::int64_t{1} << bit, std::move(words)});
    return choices;
}

http::Response InvalidationHandlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::moderate});
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Invalidations")}),
                          invalidation_pages::list(t, subject(*petition, request.locale, read),
                                                   store::invalidations(read, petition->id, kBatchesShown)));
}

http::Response InvalidationHandlers::show_new(const http::Request& request, db::Read& read) const {
    return new_page(request, {.typed = conditions_of(request.query_string)}, read);
}

http::Response InvalidationHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                                    db::Read& read) const {
    return new_page(request,
                    {.typed = conditions_of(request.form.text("conditions")),
                     .reason = reason_in(request.form),
                     .problems = problems},
                    read);
}

http::Response InvalidationHandlers::new_page(const http::Request& request, const invalidation_pages::NewForm& form,
                                              db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::moderate});
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    invalidation_pages::NewForm shown = form;
    shown.reasons = reason_choices(request.locale);
    shown.four_eyes =
        services_.config.integrity.four_eyes ? invalidation_pages::FourEyes::yes : invalidation_pages::FourEyes::no;
    if (shown.typed != ConditionForm{}) {
        const auto conditions = read_conditions(shown.typed, zone_);
        if (!conditions)
            shown.problems = conditions.error();
        else if (auto preview = previews_.look(petition->id, *conditions))
            shown.preview = std::move(preview);
        else
            shown.problems.push_back(
                {"", base::message("Another preview is being counted. Please try again in a few seconds.")});
    }
    const auto state = shown.problems.empty() ? html::FormState::fine : html::FormState::has_problems;
    return ports::respond(services_.frames.staff_frame(request, {.title = t("New invalidation"), .form_state = state}),
                          invalidation_pages::new_batch(t, subject(*petition, request.locale, read), shown),
                          form.problems.empty() ? 200 : 422);
}

base::Result<NewBatch, base::Problems> InvalidationHandlers::read_new(const http::Request& request) const {
    NewBatch form{.acting = ports::acting(request),
                  .slug = request.parameter("slug"),
                  .conditions = query_of(conditions_of(request.form.text("conditions"))),
                  .reason = reason_in(request.form),
                  .up_to = base::id_from<SignatureId>(request.form.view("up_to")).value_or(SignatureId{0}),
                  .expected = base::whole_number(request.form.view("expected")).value_or(0)};
    base::Problems problems = problems_of(form.reason);
    const auto conditions = read_conditions(conditions_of(form.conditions), zone_);
    if (!conditions) problems.insert(problems.end(), conditions.error().begin(), conditions.error().end());
    if (form.up_to.value == 0) problems.push_back({"", base::message("Please look at the preview first.")});
    if (!problems.empty()) return problems;
    return form;
}

http::WriteResult InvalidationHandlers::create(const NewBatch& form, db::Write& write) const {
    const auto petition = find_allowed(write, form.acting.staff, {form.slug, Permission::moderate});
    if (!petition) return http::not_found();
    const bool waits = services_.config.integrity.four_eyes;
    const auto id = store::insert(write, {.petition = petition->id,
                                          .state = waits ? BatchState::waiting : BatchState::at_work,
                                          .conditions = form.conditions,
                                          .reason = form.reason,
                                          .up_to = form.up_to,
                                          .expected = form.expected,
                                          .asked_by_id = form.acting.staff.id.value,
                                          .asked_by = form.acting.staff.name});
    if (!waits) order_work(write, id);
    record(write, form.acting, *petition, "petitions.invalidate", changes_of(form));
    return http::see_other(path_of({form.acting, form.slug, id}));
}

http::Response InvalidationHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response InvalidationHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                                db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::moderate});
    const auto id = base::id_from<InvalidationId>(request.parameters.view("batch"));
    const auto batch = petition && id ? store::find_invalidation(read, *id) : std::nullopt;
    if (!batch || batch->petition != petition->id) return http::not_found();
    const i18n::Translator t{request.locale};
    const ConditionForm conditions = conditions_of(batch->conditions);
    const auto words = services_.guard.words && conditions.reasons != 0
                           ? services_.guard.words(conditions.reasons, request.locale)
                           : std::vector<std::string>{};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Invalidation")}),
                          invalidation_pages::batch(t, subject(*petition, request.locale, read),
                                                    {.batch = *batch,
                                                     .conditions = conditions,
                                                     .reasons = words,
                                                     .problems = problems,
                                                     .reader = request.staff->id.value,
                                                     .now = request.received_at}),
                          problems.empty() ? 200 : 422);
}

base::Result<BatchAct, base::Problems> InvalidationHandlers::read_act(const http::Request& request) const {
    return BatchAct{ports::acting(request), request.parameter("slug"),
                    base::id_from<InvalidationId>(request.parameters.view("batch")).value_or(InvalidationId{0})};
}

base::Result<BatchAct, base::Problems> InvalidationHandlers::read_restoration(const http::Request& request) const {
    auto act = read_act(request);
    const auto address = base::EmailAddress::parse(base::collapse_spaces(request.form.view("address")));
    if (!address) return base::Problems{{"address", base::message("Please give the whole email address.")}};
    act->address_hash = people::address_hash(services_.secret, *address);
    return act;
}

std::optional<InvalidationHandlers::Found> InvalidationHandlers::find(const BatchAct& act, db::Write& write) {
    const auto petition = find_allowed(write, act.acting.staff, {act.slug, Permission::moderate});
    const auto batch = petition ? store::find_invalidation(write, act.batch) : std::nullopt;
    if (!batch || batch->petition != petition->id) return std::nullopt;
    return Found{*petition, *batch};
}

http::WriteResult InvalidationHandlers::approve(const BatchAct& act, db::Write& write) const {
    const auto found = find(act, write);
    if (!found) return http::not_found();
    if (found->batch.asked_by_id == act.acting.staff.id.value)
        return base::Problems{{"", base::message("Somebody else has to approve what you asked for.")}};
    if (store::approve(write, act.batch, act.acting.staff.name) == store::Moved::yes) {
        order_work(write, act.batch);
        record(write, act.acting, found->petition, "petitions.approve_invalidation");
    }
    return http::see_other(path_of(act));
}

http::WriteResult InvalidationHandlers::turn_down(const BatchAct& act, db::Write& write) const {
    const auto found = find(act, write);
    if (!found) return http::not_found();
    if (store::turn_down(write, act.batch, act.acting.staff.name) == store::Moved::yes)
        record(write, act.acting, found->petition, "petitions.turn_down_invalidation");
    return http::see_other(path_of(act));
}

http::WriteResult InvalidationHandlers::stop(const BatchAct& act, db::Write& write) const {
    const auto found = find(act, write);
    if (!found) return http::not_found();
    if (store::stop(write, act.batch, act.acting.staff.name) == store::Moved::yes)
        record(write, act.acting, found->petition, "petitions.stop_invalidation");
    return http::see_other(path_of(act));
}

http::WriteResult InvalidationHandlers::undo(const BatchAct& act, db::Write& write) const {
    const auto found = find(act, write);
    if (!found) return http::not_found();
    if (store::begin_undo(write, act.batch, act.acting.staff.name) == store::Moved::yes) {
        order_work(write, act.batch);
        record(write, act.acting, found->petition, "petitions.undo_invalidation");
    }
    return http::see_other(path_of(act));
}

http::WriteResult InvalidationHandlers::restore_one(const BatchAct& act, db::Write& write) const {
    const auto found = find(act, write);
    if (!found || !act.address_hash) return http::not_found();
    std::vector<SignatureId> held;
    for (const Signature& signature : store::of_address(write, found->petition.id, *act.address_hash))
        if (signature.invalidation == act.batch && signature.state == SignatureState::invalidated)
            held.push_back(signature.id);
    if (held.empty())
        return base::Problems{{"address", base::message("This batch took out no signature of this address.")}};
    services_.changes.tell(write, store::restore(write, found->batch, held));
    record(write, act.acting, found->petition, "petitions.restore_signature",
           {{"signature", "", std::to_string(held.front().value)}});
    return http::see_other(path_of(act));
}

}  // namespace petitions
