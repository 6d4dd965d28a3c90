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
constexpr std::int64_t kPageLength = 50;

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
    const auto state = state_of(request.query.view("state"));
    const auto before = base::id_from<EndorsementId>(request.query.view("before"));
    staff_pages::List list{.petition = *petition,
                           .endorsements = store::page(read, {petition->id, state, before, kPageLength + 1}),
                           .state = state};
    if (std::ssize(list.endorsements) > kPageLength) {
        list.endorsements.pop_back();
        list.older = list.endorsements.back().id;
    }
    // Who only moderates may not open the petition's own page.
    list.may_edit = ports::may(read, *request.staff, Permission::edit_content, petition->level) ? staff_pages::May::yes
                                                                                                : staff_pages::May::no;
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Endorsements")}),
                          staff_pages::list(t, list));
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
    const staff_pages::Review review{found->endorsement,
                                     found->petition,
                                     request.form.text("reason_en"),
                                     request.form.text("reason_fr"),
                                     problems,
                                     store::document_of(read, found->endorsement.id)};
    return ports::respond(services_.frames.staff_frame(request, {.title = found->endorsement.statement.name}),
                          staff_pages::review(t, review), problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::document(const http::Request& request, db::Read& read) const {
    const auto found = find_allowed(read, id_of(request), ports::acting(request));
    const auto document = found ? store::document_of(read, found->endorsement.id) : std::nullopt;
    if (!document) return http::not_found();
    return ports::kept_file(services_.files,
                            {document->name, std::string{ports::media_type(document->type)}, document->file});
}

base::Result<DocumentUpload, base::Problems> StaffHandlers::read_document(const http::Request& request) const {
    const auto* const file = request.form.file("file");
    const auto type = ports::scan_type_of(file == nullptr ? std::string_view{} : std::string_view{file->bytes});
    if (!type) return type.error();
    auto acting = ports::acting(request);
    const std::string by = acting.staff.name;
    return DocumentUpload{std::move(acting), id_of(request),
                          Document{.file = services_.files.put(file->bytes).hex(),
                                   .name = ports::harmless_name(file->name, *type),
                                   .type = *type,
                                   .bytes = std::ssize(file->bytes),
                                   .added_by = by}};
}

http::WriteResult StaffHandlers::attach(const DocumentUpload& upload, db::Write& write) const {
    const auto found = find_allowed(write, upload.endorsement, upload.acting);
    if (!found || found->endorsement.statement.act == Act::none) return http::not_found();
    const auto before = store::document_of(write, upload.endorsement);
    store::save_document(write, upload.endorsement, upload.document);
    record_document(write, upload.acting, *found, {before ? before->name : "", upload.document.name});
    return http::see_other(staff_pages::review_path(upload.acting.locale, upload.endorsement));
}

base::Result<DocumentRemoval, base::Problems> StaffHandlers::read_removal(const http::Request& request) const {
    return DocumentRemoval{ports::acting(request), id_of(request)};
}

http::WriteResult StaffHandlers::detach(const DocumentRemoval& removal, db::Write& write) const {
    const auto found = find_allowed(write, removal.endorsement, removal.acting);
    const auto before = found ? store::document_of(write, removal.endorsement) : std::nullopt;
    if (!before) return http::not_found();
    store::remove_document(write, removal.endorsement);
    record_document(write, removal.acting, *found, {before->name, ""});
    return http::see_other(staff_pages::review_path(removal.acting.locale, removal.endorsement));
}

// The names of the document before and after.
void StaffHandlers::record_document(db::Write& write, const ports::Acting& acting, const Found& found,
                                    const auth::FieldValues& names) {
    std::vector<auth::Change> changes;
    auth::add_change(changes, "document", names);
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = "endorsements.document",
                         .subject = {"endorsement", found.endorsement.id.value, found.endorsement.statement.name},
                         .level = found.petition.level,
                         .changes = std::move(changes)});
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
