#include "features/segments/handlers.h"

#include "base/whole_number.h"
#include "features/segments/audience_service.h"
#include "features/segments/store.h"
#include "features/segments/words.h"
#include "platform/auth/audit.h"
#include "platform/db/database.h"

namespace segments {
namespace {

constexpr std::int64_t kSampleSize = 10;
constexpr std::string_view kSeenField = "seen";

bool may_see_everybody(const auth::Principal& staff) { return auth::may(staff, auth::Permission::read_people, {}); }

pages::Reach reach_of(const auth::Principal& staff) {
    return may_see_everybody(staff) ? pages::Reach::everybody : pages::Reach::own_levels;
}

// Whom these staff may see; the route lets nobody in who may see nobody.
ports::AudienceQuestion question_for(const auth::Principal& staff) {
    return {.levels = auth::levels_of(staff, auth::Permission::read_people).value_or(std::vector<base::LevelId>{}),
            .now = db::now()};
}

Form typed_form(const http::Form& form) {
    Form typed{.name = form.text("name"),
               .provinces = form.all("provinces"),
               .other_provinces = form.all("other_provinces"),
               .districts = form.text("districts"),
               .language = form.text("language"),
               .joined_within_days = form.text("joined_within_days"),
               .joined_before_days = form.text("joined_before_days"),
               .active_within_days = form.text("active_within_days"),
               .quiet_for_days = form.text("quiet_for_days"),
               .tags = form.all("tags"),
               .other_tags = form.all("other_tags"),
               .actions = {}};
    for (std::size_t i = 1; i <= kMostActionRules; ++i) {
        const std::string number = std::to_string(i);
        typed.actions.push_back(
            {form.text("did_" + number), form.text("action_" + number), form.text("days_" + number)});
    }
    return typed;
}

SegmentId segment_of(const http::Request& request) {
    return base::id_from<SegmentId>(request.parameters.view("segment")).value_or(SegmentId{0});
}

// One that is still offered.
std::optional<Segment> find(db::Read& read, SegmentId id) {
    auto segment = store::find_segment(read, id);
    if (!segment || segment->retired_at) return std::nullopt;
    return segment;
}

struct Deed {
    std::string action;
    SegmentId segment;
    std::string name;
};
void record(db::Write& write, const ports::Acting& acting, const Deed& deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = deed.action,
                         .subject = {"segment", deed.segment.value, deed.name}});
}

}  // namespace

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const Names known = names(read, services_.actions, request.locale);
    std::vector<pages::ListedSegment> listed;
    for (auto& segment : store::segments(read)) {
        std::string rules = line(t, segment.rules, known);
        listed.push_back({std::move(segment), std::move(rules)});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Segments")}),
                          pages::list(t, listed, reach_of(*request.staff)));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto segment = find(read, segment_of(request));
    if (!segment) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto question = question_for(*request.staff);
    const pages::Shown shown{.segment = *segment,
                             .sentences = sentences(t, segment->rules, names(read, services_.actions, request.locale)),
                             .count = count(read, segment->rules, question),
                             .sample = page(read, segment->rules, question, {.limit = kSampleSize}),
                             .reach = reach_of(*request.staff)};
    return ports::respond(services_.frames.staff_frame(request, {.title = segment->name}), pages::show(t, shown));
}

// Making -----------------------------------------------------------------------------------------------------------

http::Response Handlers::show_new(const http::Request& request, db::Read& read) const {
    return form_page(request, {.typed = form_of({})}, read);
}

base::Result<MakeSegment, base::Problems> Handlers::read_new(const http::Request& request) const {
    auto named = read_form(typed_form(request.form));
    if (!named) return named.error();
    return MakeSegment{ports::acting(request), *std::move(named)};
}

http::WriteResult Handlers::make(const MakeSegment& form, db::Write& write) const {
    if (!may_see_everybody(form.acting.staff)) return http::forbidden();
    const auto id = store::insert_segment(write, {form.named, form.acting.staff.name});
    record(write, form.acting, {"segments.make", id, form.named.name});
    return http::see_other(pages::segment_path(form.acting.locale, id));
}

http::Response Handlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    return form_page(request, {.typed = typed_form(request.form), .problems = problems}, read);
}

http::Response Handlers::form_page(const http::Request& request, const Asked& asked, db::Read& read) const {
    if (!may_see_everybody(*request.staff)) return http::forbidden();
    const i18n::Translator t{request.locale};
    const Names known = names(read, services_.actions, request.locale);
    const bool is_refused = !asked.problems.empty() || asked.is_late;
    auto frame = services_.frames.staff_frame(
        request, {.title = asked.segment ? t("Change the segment") : t("New segment"),
                  .form_state = is_refused ? html::FormState::has_problems : html::FormState::fine});
    const pages::FormView view{.typed = asked.typed,
                               .problems = asked.problems,
                               .known = known,
                               .segment = asked.segment,
                               .theirs = asked.is_late ? line(t, asked.segment->rules, known) : ""};
    const int status = asked.is_late ? 409 : is_refused ? 422 : 200;
    return ports::respond(std::move(frame), pages::form(t, view), status);
}

// Changing ---------------------------------------------------------------------------------------------------------

http::Response Handlers::show_form(const http::Request& request, db::Read& read) const {
    auto segment = find(read, segment_of(request));
    if (!segment) return http::not_found();
    Form typed = form_of({segment->name, segment->rules});
    return form_page(request, {.typed = std::move(typed), .segment = std::move(segment)}, read);
}

base::Result<ChangeSegment, base::Problems> Handlers::read_change(const http::Request& request) const {
    auto named = read_form(typed_form(request.form));
    if (!named) return named.error();
    return ChangeSegment{std::make_shared<const http::Request>(request), ports::acting(request), segment_of(request),
                         *std::move(named),
                         base::Instant{base::whole_number(request.form.view(kSeenField)).value_or(0)}};
}

http::WriteResult Handlers::change(const ChangeSegment& form, db::Write& write) const {
    if (!may_see_everybody(form.acting.staff)) return http::forbidden();
    const auto segment = find(write, form.segment);
    if (!segment) return http::not_found();
    if (segment->changed_at != form.seen && NamedRules{segment->name, segment->rules} != form.named)
        return form_page(*form.request, {.typed = typed_form(form.request->form), .segment = segment, .is_late = true},
                         write);
    store::change_segment(write, form.segment, {form.named, form.acting.staff.name});
    record(write, form.acting, {"segments.change", form.segment, form.named.name});
    return http::see_other(pages::segment_path(form.acting.locale, form.segment));
}

http::Response Handlers::show_form_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    auto segment = find(read, segment_of(request));
    if (!segment) return http::not_found();
    return form_page(request, {.typed = typed_form(request.form), .problems = problems, .segment = std::move(segment)},
                     read);
}

base::Result<RetireSegment, base::Problems> Handlers::read_retirement(const http::Request& request) const {
    return RetireSegment{ports::acting(request), segment_of(request)};
}

http::WriteResult Handlers::retire(const RetireSegment& form, db::Write& write) const {
    if (!may_see_everybody(form.acting.staff)) return http::forbidden();
    const auto segment = find(write, form.segment);
    if (!segment) return http::not_found();
    store::retire_segment(write, form.segment);
    record(write, form.acting, {"segments.retire", form.segment, segment->name});
    return http::see_other(pages::staff_path(form.acting.locale));
}

}  // namespace segments
