#include "features/politician_tracker/staff_handlers.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/politician_tracker/store.h"
#include "people/place.h"
#include "platform/auth/audit.h"
#include "platform/i18n/local_time.h"

namespace politician_tracker {
namespace {

using auth::Permission;

constexpr std::size_t kLongestTagline = 300;  // characters

// Of a list that is sound, and that nobody has confirmed yet: nothing is wrong with it.
constexpr std::string_view kNotConfirmed = "not_confirmed";

// What each row would do. A seat that stands twice in the file is known by then.
std::vector<staff_pages::PlannedRow> plan_of(db::Read& read, std::vector<PoliticianFacts> rows) {
    std::set<std::tuple<std::string, Office, std::string, std::string>> seats;
    std::vector<staff_pages::PlannedRow> plan;
    for (PoliticianFacts& facts : rows) {
        const bool is_new = seats.emplace(facts.name, facts.office, facts.region, facts.place).second;
        auto before = store::known(read, facts);
        plan.push_back({std::move(facts), std::move(before),
                        is_new ? staff_pages::PlannedRow::Repeated::no : staff_pages::PlannedRow::Repeated::yes});
    }
    return plan;
}

PoliticianForm person_form(const http::Form& form) {
    return {form.text("name"),  form.text("office"), form.text("region"),  form.text("place"),
            form.text("party"), form.text("email"),  form.text("website"), form.text("source")};
}

StandForm stand_form(const http::Form& form) {
    return {form.text("stand"), form.text("on_date"), form.text("evidence_en"), form.text("evidence_fr"),
            form.text("evidence_url")};
}

PoliticianId politician_of(const http::Request& request) {
    return PoliticianId{base::whole_number(request.parameter("politician")).value_or(0)};
}

std::string today(base::Instant now) {
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, 10);
}

// What was done, to whom.
struct Act {
    std::string action;
    auth::Subject subject;
    std::vector<auth::Change> changes{};
};
void record(db::Write& write, const ports::Acting& acting, Act act) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(act.action),
                         .subject = std::move(act.subject),
                         .changes = std::move(act.changes)});
}

}  // namespace

http::Response PeopleHandlers::list(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<KeepPerson, base::Problems> PeopleHandlers::read_person(const http::Request& request) const {
    const PoliticianForm form = person_form(request.form);
    auto facts = accept(form);
    if (!facts) return facts.error();
    return KeepPerson{ports::acting(request), *std::move(facts)};
}

http::WriteResult PeopleHandlers::keep(const KeepPerson& form, db::Write& write) const {
    store::keep(write, form.facts, form.acting.staff.name);
    record(write, form.acting, {"politician_tracker.keep", {"politician", 0, form.facts.name}});
    return http::see_other(staff_pages::people_path(form.acting.locale));
}

http::Response PeopleHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    if (base::find_problem(problems, kNotConfirmed) != nullptr) return preview(request, read);
    const i18n::Translator t{request.locale};
    staff_pages::People people{.politicians = store::all(read),
                               .typed = person_form(request.form),
                               .rows = request.form.text("rows"),
                               .problems = problems,
                               .words = request.query.text("words")};
    std::erase_if(people.politicians, [&](const Politician& each) { return !matches(each.facts, people.words); });
    people.position = ports::position_in(people.politicians.size(), request.query);
    people.politicians = ports::rows_at(people.position, people.politicians);
    if (!people.rows.empty())
        if (const auto file = read_file(people.rows); !file) people.file_problems = file.error();
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Politicians")}),
                          staff_pages::people(t, people), problems.empty() ? 200 : 422);
}

base::Result<KeepRows, base::Problems> PeopleHandlers::read_rows(const http::Request& request) const {
    auto rows = read_file(request.form.text("rows"));
    if (!rows) return base::Problems{{"rows", base::message("Some lines cannot be taken in; each is named.")}};
    if (rows->empty()) return base::Problems{{"rows", base::message("There is no row to take in.")}};
    if (!request.form.has("confirmed"))
        return base::Problems{{std::string{kNotConfirmed}, base::message("Nothing is taken in yet.")}};
    return KeepRows{ports::acting(request), *std::move(rows)};
}

http::Response PeopleHandlers::preview(const http::Request& request, db::Read& read) const {
    std::string csv = request.form.text("rows");
    auto rows = read_file(csv);
    if (!rows) return http::not_found();
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("What would change")}),
                          staff_pages::preview(t, {plan_of(read, *std::move(rows)), std::move(csv)}));
}

http::WriteResult PeopleHandlers::keep_rows(const KeepRows& form, db::Write& write) const {
    for (const PoliticianFacts& facts : form.rows) store::keep(write, facts, form.acting.staff.name);
    record(write, form.acting,
           {"politician_tracker.import", {"politician", 0, std::to_string(form.rows.size()) + " rows"}});
    return http::see_other(staff_pages::people_path(form.acting.locale));
}

base::Result<Leaving, base::Problems> PeopleHandlers::read_leaving(const http::Request& request) const {
    return Leaving{ports::acting(request), politician_of(request)};
}

http::WriteResult PeopleHandlers::leave(const Leaving& leaving, db::Write& write) const {
    const auto politician = store::find(write, leaving.politician);
    if (!politician) return http::not_found();
    store::leave(write, politician->id);
    record(write, leaving.acting,
           {"politician_tracker.leave", {"politician", politician->id.value, politician->facts.name}});
    return http::see_other(staff_pages::people_path(leaving.acting.locale));
}

std::optional<ports::PetitionFacts> AnswerHandlers::find_allowed(db::Read& read, const ports::Acting& acting,
                                                                 std::string_view slug) const {
    auto petition = services_.petitions.find(read, slug, acting.locale);
    if (!petition || !ports::may(read, acting.staff, Permission::publish, petition->level)) return std::nullopt;
    return petition;
}

http::Response AnswerHandlers::room(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, ports::acting(request), request.parameter("slug"));
    if (!petition) return http::not_found();
    staff_pages::Room room{
        .petition = *petition, .standings = store::standings(read, petition->id), .words = request.query.text("words")};
    std::erase_if(room.standings, [&](const Standing& each) { return !matches(each.politician.facts, room.words); });
    room.position = ports::position_in(room.standings.size(), request.query);
    room.standings = ports::rows_at(room.position, room.standings);
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Where politicians stand")}),
                          staff_pages::room(t, room));
}

http::Response AnswerHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<KeepAnswer, base::Problems> AnswerHandlers::read_answer(const http::Request& request) const {
    const StandForm form = stand_form(request.form);
    auto facts = accept({form, today(request.received_at)});
    if (!facts) return facts.error();
    return KeepAnswer{ports::acting(request), request.parameter("slug"), politician_of(request), *std::move(facts)};
}

http::WriteResult AnswerHandlers::keep(const KeepAnswer& form, db::Write& write) const {
    const auto petition = find_allowed(write, form.acting, form.slug);
    const auto before = petition ? store::standing(write, petition->id, form.politician) : std::nullopt;
    if (!before) return http::not_found();
    store::answer(write, {petition->id, form.politician, form.facts}, form.acting.staff.name);
    record(write, form.acting,
           {"politician_tracker.answer",
            {"politician", form.politician.value, before->politician.facts.name},
            {{"stand", std::string{name_of(before->stand)}, std::string{name_of(form.facts.stand)}}}});
    return http::see_other(staff_pages::room_path(form.acting.locale, form.slug));
}

http::Response AnswerHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto petition = find_allowed(read, ports::acting(request), request.parameter("slug"));
    const auto standing = petition ? store::standing(read, petition->id, politician_of(request)) : std::nullopt;
    if (!standing) return http::not_found();
    const bool is_known = standing->stand != Stand::not_asked;
    const StandForm stored{is_known ? std::string{name_of(standing->stand)} : "asked",
                           is_known ? standing->on_date : today(request.received_at), standing->evidence_en,
                           standing->evidence_fr, standing->evidence_url};
    const i18n::Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = standing->politician.facts.name}),
        staff_pages::answer(t, {*petition, *standing, problems.empty() ? stored : stand_form(request.form), problems}),
        problems.empty() ? 200 : 422);
}

http::Response PeriodHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<BeginPeriod, base::Problems> PeriodHandlers::read_begin(const http::Request& request) const {
    const auto province = people::province_of(request.form.text("region"));
    BeginPeriod form{ports::acting(request), province ? std::string{people::code(*province)} : std::string{},
                     base::tidy_lines(request.form.text("tagline_en")),
                     base::tidy_lines(request.form.text("tagline_fr"))};
    base::Problems problems;
    if (form.tagline_en.empty()) problems.push_back({"tagline_en", base::message("Please write the line.")});
    if (form.tagline_fr.empty()) problems.push_back({"tagline_fr", base::message("Please write the line.")});
    if (base::count_characters(form.tagline_en) > kLongestTagline)
        problems.push_back({"tagline_en", base::message("This is too long: at most 300 characters.")});
    if (base::count_characters(form.tagline_fr) > kLongestTagline)
        problems.push_back({"tagline_fr", base::message("This is too long: at most 300 characters.")});
    if (!problems.empty()) return problems;
    return form;
}

http::WriteResult PeriodHandlers::begin(const BeginPeriod& form, db::Write& write) const {
    const std::vector<ElectionPeriod> wanted{{PeriodId{0}, form.region, "", "", write.now(), "", 0, {}, ""}};
    const auto hidden =
        std::ranges::count_if(store::all(write), [&](const Politician& each) { return is_hidden(each.facts, wanted); });
    const auto begun =
        store::begin_period(write, {form.region, form.tagline_en, form.tagline_fr, form.acting.staff.name, hidden});
    if (!begun) return base::Problems{{"region", base::message("This period is switched on already.")}};
    record(write, form.acting, {"politician_tracker.begin_period", {"election_period", begun->value, form.region}});
    return http::see_other(staff_pages::periods_path(form.acting.locale));
}

http::Response PeriodHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const i18n::Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Election periods")}),
        staff_pages::periods(t, {store::all_periods(read), request.form.text("region"), request.form.text("tagline_en"),
                                 request.form.text("tagline_fr"), problems}),
        problems.empty() ? 200 : 422);
}

base::Result<EndPeriod, base::Problems> PeriodHandlers::read_end(const http::Request& request) const {
    return EndPeriod{ports::acting(request), PeriodId{base::whole_number(request.parameter("period")).value_or(0)}};
}

http::WriteResult PeriodHandlers::end(const EndPeriod& form, db::Write& write) const {
    if (store::end_period(write, form.period, form.acting.staff.name) == store::Changed::yes)
        record(write, form.acting, {"politician_tracker.end_period", {"election_period", form.period.value, ""}});
    return http::see_other(staff_pages::periods_path(form.acting.locale));
}

}  // namespace politician_tracker
