#include "features/petitions/review_handlers.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/petitions/review_store.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/staff_handlers_parts.h"
#include "ports/acting.h"

namespace petitions {
namespace {

using auth::Permission;

constexpr std::string_view kDecide = "decide_";

std::int64_t usual_least(const Services& services) {
    return services.guard.review_from ? services.guard.review_from() : kUsualLeastScore;
}

std::int64_t least_in(const http::Fields& fields, std::int64_t usual) {
    return std::clamp<std::int64_t>(base::whole_number(fields.view("least")).value_or(usual), 1, 100);
}

std::optional<Verdict> verdict_of(std::string_view word) {
    if (word == "fine") return Verdict::fine;
    if (word == "mark") return Verdict::marked;
    return std::nullopt;
}

std::vector<Decision> decisions_in(const http::Form& form) {
    std::vector<Decision> decisions;
    if (const auto all = verdict_of(form.view("all"))) {
        for (const std::string& shown : form.all("shown"))
            if (const auto id = base::id_from<SignatureId>(shown)) decisions.push_back({*id, *all});
        return decisions;
    }
    for (std::size_t i = 0; i < form.size(); ++i) {
        const auto [name, value] = form[i];
        if (!name.starts_with(kDecide)) continue;
        const auto id = base::id_from<SignatureId>(name.substr(kDecide.size()));
        const auto verdict = verdict_of(value);
        if (id && verdict) decisions.push_back({*id, *verdict});
    }
    return decisions;
}

// What one save decided about one petition, for the log: which signatures, by number.
std::vector<auth::Change> changes_of(const std::vector<Decision>& decisions) {
    std::string fine, marked;
    for (const Decision& decision : decisions) {
        std::string& list = decision.verdict == Verdict::fine ? fine : marked;
        list += fmt::format("{}{}", list.empty() ? "" : ", ", decision.signature.value);
    }
    std::vector<auth::Change> changes;
    auth::add_change(changes, "fine", {"", fine});
    auth::add_change(changes, "marked", {"", marked});
    return changes;
}

}  // namespace

std::vector<Petition> ReviewHandlers::petitions_of(const http::Request& request, db::Read& read) const {
    auto petitions = store::all(read);
    const std::string slug = request.parameter("slug");
    std::erase_if(petitions, [&](const Petition& petition) {
        return (!slug.empty() && petition.slug != slug) ||
               !ports::may(read, *request.staff, Permission::moderate, petition.level);
    });
    return petitions;
}

http::Response ReviewHandlers::show(const http::Request& request, db::Read& read) const {
    const auto petitions = petitions_of(request, read);
    if (petitions.empty() && !request.parameter("slug").empty()) return http::not_found();
    const i18n::Translator t{request.locale};
    review_pages::Queue queue{.slug = request.parameter("slug"),
                              .least_score = least_in(request.query, usual_least(services_))};
    const auto after = review_place_of(request.query.view("after"));
    for (const Petition& petition : petitions) {
        const std::string title = title_of(petition, store::newest_texts(read, petition.id), request.locale);
        queue.petitions.push_back({petition.slug, title, store::count_flagged(read, petition.id, queue.least_score),
                                   store::count_marked(read, petition.id)});
        for (Signature& signature : store::flagged(read, {petition.id, queue.least_score, after})) {
            auto words = services_.guard.words ? services_.guard.words(signature.reasons, request.locale)
                                               : std::vector<std::string>{};
            queue.items.push_back({std::move(signature), title, std::move(words)});
        }
    }
    std::ranges::sort(queue.items, std::ranges::greater{}, [](const review_pages::Item& item) {
        return std::pair{item.signature.score, item.signature.id};
    });
    if (std::ssize(queue.items) > kReviewPageLength)
        queue.items.erase(queue.items.begin() + kReviewPageLength, queue.items.end());
    queue.decided = base::whole_number(request.query.view("decided"));
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Review")}), review_pages::queue(t, queue));
}

base::Result<ReviewForm, base::Problems> ReviewHandlers::read_form(const http::Request& request) const {
    return ReviewForm{ports::acting(request), request.parameter("slug"), least_in(request.form, usual_least(services_)),
                      decisions_in(request.form)};
}

http::WriteResult ReviewHandlers::decide(const ReviewForm& form, db::Write& write) const {
    std::map<PetitionId, std::vector<Decision>> by_petition;
    for (const Decision& decision : form.decisions)
        if (const auto signature = store::find_signature(write, decision.signature))
            by_petition[signature->petition].push_back(decision);
    std::int64_t decided = 0;
    for (const auto& [id, decisions] : by_petition) {
        const auto petition = store::find(write, id);
        if (!petition || !ports::may(write, form.acting.staff, Permission::moderate, petition->level)) continue;
        const std::int64_t changed = store::decide(write, id, decisions);
        if (changed > 0) record(write, form.acting, *petition, "petitions.review", changes_of(decisions));
        decided += changed;
    }
    return http::see_other(fmt::format("{}?least={}&decided={}", review_pages::path(form.acting.locale, form.slug),
                                       form.least_score, decided));
}

ports::StaffEntry review_entry() {
    return {.label = base::message("Review"),
            .path = "staff/review",
            .icon = "flag",
            .group = ports::StaffGroup::signatures,
            .order = 21,
            .may_see = ports::whoever_may(Permission::moderate)};
}

}  // namespace petitions
