#include "features/comments/staff_handlers.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/comments/store.h"
#include "platform/auth/audit.h"
#include "ports/acting.h"

namespace comments {
namespace {

using auth::Permission;
using store::View;

constexpr std::int64_t kPageLength = 50;

std::vector<Decision> decisions_in(const http::Form& form) {
    std::vector<Decision> decisions;
    for (const auto& each : ports::judgements_in(form, reasons()))
        decisions.push_back({CommentId{each.item}, reason_of(each.reason).value_or(Reason::none)});
    return decisions;
}

// One that staff may decide about, and what is decided.
struct Decided {
    Comment comment;
    Reason reason;
};

// What one save decided about one petition.
std::vector<auth::Change> changes_of(const std::vector<Decided>& decided) {
    ports::JudgingLog log;
    for (const Decided& each : decided) log.add(name_of(each.reason), each.comment.id.value);
    return log.changes();
}

void record(db::Write& write, const ports::Acting& acting, const ports::PetitionFacts& petition,
            auth::AuditEntry entry) {
    entry.actor = auth::actor_of(acting.staff, acting.request_id);
    entry.subject = {"petition", petition.id.value, petition.slug};
    entry.level = petition.level;
    auth::record(write, entry);
}

// Waiting and reported ones are read from the oldest on, the others from the newest.
void sort_and_cut(staff_pages::Queue& queue) {
    const auto view = queue.place.view;
    const bool is_oldest_first = view == View::waiting || view == View::reported;
    std::ranges::sort(queue.items, [&](const auto& left, const auto& right) {
        return is_oldest_first ? left.comment.id < right.comment.id : left.comment.id > right.comment.id;
    });
    if (std::ssize(queue.items) <= kPageLength) return;
    queue.items.erase(queue.items.begin() + kPageLength, queue.items.end());
    queue.next = queue.items.back().comment.id;
}

void add_counts(staff_pages::Queue& queue, const std::vector<store::StateCount>& counts) {
    queue.counts.insert(queue.counts.end(), counts.begin(), counts.end());
}

std::int64_t waiting_in(const std::vector<store::StateCount>& counts) {
    for (const store::StateCount& each : counts)
        if (each.state == State::waiting) return each.count;
    return 0;
}

}  // namespace

std::vector<ports::PetitionFacts> StaffHandlers::petitions_of(const http::Request& request, db::Read& read) const {
    auto petitions = services_.petitions.all(read, request.locale);
    const std::string slug = request.parameter("slug");
    std::erase_if(petitions, [&](const ports::PetitionFacts& petition) {
        return (!slug.empty() && petition.slug != slug) ||
               !ports::may(read, *request.staff, Permission::moderate, petition.level);
    });
    return petitions;
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    const auto petitions = petitions_of(request, read);
    const std::string slug = request.parameter("slug");
    if (petitions.empty() && !slug.empty()) return http::not_found();
    staff_pages::Queue queue{.slug = slug,
                             .place = ports::queue_place(staff_pages::path(request.locale, slug), request.query),
                             .decided = base::whole_number(request.query.view("decided")),
                             .saving = base::id_from<SavingId>(request.query.view("saving"))};
    const auto after = base::id_from<CommentId>(request.query.view("after"));
    for (const ports::PetitionFacts& petition : petitions) {
        const auto counts = store::counts(read, petition.id);
        add_counts(queue, counts);
        queue.reported += store::count_reported(read, petition.id);
        queue.petitions.push_back({petition.slug, petition.title, waiting_in(counts)});
        for (Comment& comment :
             store::page(read, {petition.id, queue.place.view, queue.place.language, after, kPageLength + 1}))
            queue.items.push_back({std::move(comment), petition.title, {}, 1});
    }
    sort_and_cut(queue);
    for (staff_pages::Item& item : queue.items) {
        item.hints = hints_of(item.comment.words, item.comment.locale);
        item.alike = store::count_alike(read, item.comment.likeness);
    }
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Comments")}),
                          staff_pages::queue(t, queue));
}

base::Result<QueueForm, base::Problems> StaffHandlers::read_form(const http::Request& request) const {
    auto place = ports::queue_place(staff_pages::path(request.locale, request.parameter("slug")), request.form);
    return QueueForm{ports::acting(request), std::move(place), decisions_in(request.form)};
}

http::WriteResult StaffHandlers::decide(const QueueForm& form, db::Write& write) const {
    std::map<PetitionId, std::vector<Decided>> by_petition;
    for (const Decision& decision : form.decisions)
        if (auto comment = store::find(write, decision.comment))
            by_petition[comment->petition].push_back({*std::move(comment), decision.reason});
    const auto saving = write.new_id<SavingId>();
    std::int64_t decided = 0;
    for (auto& [id, decisions] : by_petition) {
        const auto petition = services_.petitions.find_by_id(write, id, form.acting.locale);
        if (!petition || !ports::may(write, form.acting.staff, Permission::moderate, petition->level)) continue;
        std::erase_if(decisions, [&](const Decided& each) {
            return store::decide(write, each.comment, each.reason, {saving, form.acting.staff.name}) ==
                   store::Changed::no;
        });
        if (decisions.empty()) continue;
        record(write, form.acting, *petition, {.action = "comments.decide", .changes = changes_of(decisions)});
        decided += std::ssize(decisions);
    }
    return http::see_other(
        fmt::format("{}&decided={}&saving={}", ports::address_of(form.place), decided, saving.value));
}

base::Result<UndoForm, base::Problems> StaffHandlers::read_undo(const http::Request& request) const {
    const auto saving = base::id_from<SavingId>(request.form.view("saving"));
    if (!saving) return base::Problems{{"", base::message("There is nothing to undo.")}};
    return UndoForm{ports::acting(request), request.parameter("slug"), *saving};
}

http::WriteResult StaffHandlers::undo(const UndoForm& form, db::Write& write) const {
    std::map<PetitionId, std::vector<store::Undoable>> by_petition;
    for (store::Undoable& each : store::undoable(write, form.saving)) by_petition[each.petition].push_back(each);
    for (const auto& [id, decisions] : by_petition) {
        const auto petition = services_.petitions.find_by_id(write, id, form.acting.locale);
        if (!petition || !ports::may(write, form.acting.staff, Permission::moderate, petition->level)) continue;
        ports::JudgingLog log;
        for (const store::Undoable& each : decisions) {
            store::undo(write, form.saving, each);
            log.add("undone", each.comment.value);
        }
        record(write, form.acting, *petition, {.action = "comments.undo", .changes = log.changes()});
    }
    return http::see_other(staff_pages::path(form.acting.locale, form.slug));
}

ports::HomeProvider home_news(const ports::PetitionReader& petitions) {
    return [&petitions](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        ports::HomeNews news;
        for (const ports::PetitionFacts& petition : petitions.all(read, request.locale)) {
            if (!ports::may(read, *request.staff, Permission::moderate, petition.level)) continue;
            const std::string path = staff_pages::path(request.locale, petition.slug);
            if (const auto waiting = waiting_in(store::counts(read, petition.id)); waiting > 0)
                news.tasks.push_back({.sentence = t.plural("{count} comment under “{title}” waits to be read.",
                                                           "{count} comments under “{title}” wait to be read.", waiting,
                                                           {{"title", petition.title}}),
                                      .path = path,
                                      .act = t("Read them")});
            if (const auto reported = store::count_reported(read, petition.id); reported > 0)
                news.tasks.push_back({.sentence = t.plural("Readers reported {count} comment under “{title}”.",
                                                           "Readers reported {count} comments under “{title}”.",
                                                           reported, {{"title", petition.title}}),
                                      .path = path + "?view=reported",
                                      .act = t("Look at them")});
        }
        return news;
    };
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Comments"),
            .path = "staff/comments",
            .icon = "quote",
            .group = ports::StaffGroup::signatures,
            .order = 22,
            .may_see = ports::whoever_may(Permission::moderate)};
}

}  // namespace comments
