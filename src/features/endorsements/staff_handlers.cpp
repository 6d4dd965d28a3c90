#include "features/endorsements/staff_handlers.h"

#include "base/text.h"
#include "base/whole_number.h"
#include "features/endorsements/handlers.h"
#include "features/endorsements/mails.h"
#include "features/endorsements/store.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace endorsements {
namespace {

using auth::Permission;

constexpr std::size_t kLongestReason = 500;  // characters

EndorsementId id_of(const http::Request& request) {
    return EndorsementId{base::whole_number(request.parameter("endorsement")).value_or(0)};
}

void add_reason_problems(base::Problems& problems, const StaffDecision& decision) {
    const auto look = [&](const char* field, const std::string& reason) {
        if (reason.empty())
            problems.push_back({field, base::message("Please write the reason in both languages.")});
        else if (base::count_characters(reason) > kLongestReason)
            problems.push_back({field, base::message("This is too long: at most 500 characters.")});
    };
    look("reason_en", decision.reason_en);
    look("reason_fr", decision.reason_fr);
}

std::string_view action_of(Decision decision) {
    switch (decision) {
        case Decision::publish:
            return "endorsements.publish";
        case Decision::decline:
            return "endorsements.decline";
        case Decision::remove:
            return "endorsements.remove";
        case Decision::restore:
            return "endorsements.restore";
    }
    return "";
}

// The step of the count that a decision is; nullopt where nothing counted before or after.
std::optional<ports::CountStep> step_of(const Endorsement& before, Decision decision) {
    switch (decision) {
        case Decision::publish:
            return before.counted_at ? ports::CountStep::restored : ports::CountStep::confirmed;
        case Decision::remove:
            return ports::CountStep::invalidated;
        case Decision::restore:
            return ports::CountStep::restored;
        case Decision::decline:
            return std::nullopt;
    }
    return std::nullopt;
}

void record(db::Write& write, const StaffDecision& decision, const Endorsement& endorsement,
            const ports::PetitionFacts& petition) {
    auth::record(write, {.actor = auth::actor_of(decision.acting.staff, decision.acting.request_id),
                         .action = std::string{action_of(decision.decision)},
                         .subject = {"endorsement", endorsement.id.value, endorsement.statement.name},
                         .level = petition.level,
                         .changes = {{"reason_en", endorsement.reason_en, decision.reason_en},
                                     {"reason_fr", endorsement.reason_fr, decision.reason_fr}}});
}

}  // namespace

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = services_.petitions.find(read, request.parameter("slug"), request.locale);
    if (!petition || !ports::may(read, *request.staff, Permission::moderate, petition->level)) return http::not_found();
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Endorsements")}),
                          staff_pages::list(t, {*petition, store::all(read, petition->id)}));
}

std::optional<StaffHandlers::Found> StaffHandlers::find_allowed(db::Read& read, EndorsementId id,
                                                                const ports::Acting& acting) const {
    auto endorsement = store::find(read, id);
    if (!endorsement) return std::nullopt;
    auto petition = services_.petitions.find_by_id(read, endorsement->petition, acting.locale);
    if (!petition || !ports::may(read, acting.staff, Permission::moderate, petition->level)) return std::nullopt;
    return Found{*std::move(endorsement), *std::move(petition)};
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<StaffDecision, base::Problems> StaffHandlers::read_decision(const http::Request& request) const {
    const auto decision = decision_of(request.form.text("decision"));
    if (!decision) return base::Problems{{"", base::message("Please choose what to do.")}};
    StaffDecision read{ports::acting(request), id_of(request), *decision,
                       base::tidy_lines(request.form.text("reason_en")),
                       base::tidy_lines(request.form.text("reason_fr"))};
    base::Problems problems;
    if (needs_reason(*decision)) add_reason_problems(problems, read);
    if (!problems.empty()) return problems;
    return read;
}

http::WriteResult StaffHandlers::decide(const StaffDecision& decision, db::Write& write) const {
    const auto found = find_allowed(write, decision.endorsement, decision.acting);
    if (!found) return http::not_found();
    const Endorsement& before = found->endorsement;
    if (!is_possible(before.state, decision.decision))
        return base::Problems{{"", base::message("Somebody decided otherwise meanwhile. Please look again.")}};
    const store::Decided decided{before.state, state_after(decision.decision), decision.acting.staff.name,
                                 decision.reason_en, decision.reason_fr};
    if (store::decide(write, before.id, decided) == store::Changed::no)
        return base::Problems{{"", base::message("Somebody decided otherwise meanwhile. Please look again.")}};
    if (const auto step = step_of(before, decision.decision)) {
        const auto change = change_of(before, *step, write.now());
        services_.changes.tell(write, {&change, 1});
    }
    record(write, decision, before, found->petition);
    if (const auto email = base::EmailAddress::parse(before.email))
        mail::queue(write, {kDecisionMail, *email, before.locale, before.id.value});
    return http::see_other(staff_pages::list_path(decision.acting.locale, found->petition.slug));
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto found = find_allowed(read, id_of(request), ports::acting(request));
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    const staff_pages::Review review{found->endorsement, found->petition, request.form.text("reason_en"),
                                     request.form.text("reason_fr"), problems};
    return ports::respond(services_.frames.staff_frame(request, {.title = found->endorsement.statement.name}),
                          staff_pages::review(t, review), problems.empty() ? 200 : 422);
}

ports::HomeProvider home_news(const ports::PetitionReader& petitions) {
    return [&petitions](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        ports::HomeNews news;
        for (const auto& [id, waiting] : store::waiting(read)) {
            const auto petition = petitions.find_by_id(read, id, request.locale);
            if (!petition || !ports::may(read, *request.staff, Permission::moderate, petition->level)) continue;
            news.tasks.push_back({.sentence = t.plural("{count} endorsement of “{title}” waits to be looked at.",
                                                       "{count} endorsements of “{title}” wait to be looked at.",
                                                       waiting, {{"title", petition->title}}),
                                  .path = staff_pages::list_path(request.locale, petition->slug),
                                  .act = t("Look at them")});
        }
        return news;
    };
}

}  // namespace endorsements
