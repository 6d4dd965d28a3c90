#include "features/mail_sending/handlers.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/mail_sending/tally_store.h"
#include "platform/auth/audit.h"

namespace mail_sending {
namespace {

using auth::Permission;

constexpr std::int64_t kListed = 50, kSampled = 5;
constexpr std::int64_t kMostPerHour = 10'000'000;
constexpr auth::Purpose kShownCount{"mail_sending.shown_count"}, kShownRules{"mail_sending.shown_rules"};

// FNV-1a: whether the rules are still those that were shown. 0 stands for everybody.
std::int64_t fingerprint(std::string_view rules) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : rules) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return static_cast<std::int64_t>(hash);
}

BlastId id_of(const http::Request& request) {
    return base::id_from<BlastId>(request.parameters.view("blast")).value_or(BlastId{0});
}

pages::PlanForm typed_in(const http::Form& form) {
    return {form.text("mailing"),
            form.text("segment"),
            form.text("when"),
            form.text("begins_at"),
            form.text("time_zone"),
            form.text("per_hour"),
            form.is_ticked("local_times") ? html::Checked::yes : html::Checked::no};
}

// The time that was chosen; a problem where it is none.
void read_begin(const pages::PlanForm& typed, Plan& plan, base::Problems& problems) {
    const auto zone = i18n::TimeZone::find(typed.time_zone);
    if (!zone) return problems.push_back({"time_zone", base::message("Please choose a time zone.")});
    plan.time_zone = zone->name();
    if (typed.when != "later") return;
    const auto local = i18n::local_time_of(typed.begins_at);
    const auto at = local ? i18n::instant_of(*local, *zone) : std::nullopt;
    if (!at) return problems.push_back({"begins_at", base::message("Please give a day and a time that exist.")});
    plan.begins_at = at;
    if (typed.local_times == html::Checked::yes) plan.local_times = LocalTimes::recipients;
}

void read_speed(const pages::PlanForm& typed, Plan& plan, base::Problems& problems) {
    const auto text = base::collapse_spaces(typed.per_hour);
    if (text.empty()) return;
    const auto number = typed_number(text);
    if (!number || *number < 1 || *number > kMostPerHour)
        return problems.push_back(
            {"per_hour", base::message("Please give a whole number above 0, or leave it empty.")});
    plan.per_hour = *number;
}

std::string topic_name(db::Read& read, std::optional<people::TopicBit> bit, base::Locale locale) {
    if (!bit) return {};
    for (const people::Topic& topic : people::topics(read))
        if (topic.bit == *bit) return topic.name(locale);
    return {};
}

void record(db::Write& write, const ports::Acting& acting, const Blast& blast, std::string action,
            std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(action),
                         .subject = {"mail_blast", blast.id.value, blast.plan.name},
                         .level = blast.plan.level,
                         .changes = std::move(changes)});
}

base::Problems too_late() {
    return base::Problems{{"", base::message("That is no longer possible: look how it stands now.")}};
}

}  // namespace

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    pages::List view;
    const auto allowed = [&](base::LevelId level) {
        return ports::may(read, *request.staff, Permission::publish, level);
    };
    const auto found = store::blasts(read, base::id_from<BlastId>(request.query.view("before")), kListed);
    for (const Blast& blast : found)
        if (allowed(blast.plan.level))
            if (auto standing = standing_of(read, blast.id, request.received_at))
                view.blasts.push_back(*std::move(standing));
    if (static_cast<std::int64_t>(found.size()) == kListed) view.older = found.back().id;
    if (services_.mailings.unsent)
        for (auto& mailing : services_.mailings.unsent(read))
            if (allowed(mailing.level)) view.unsent.push_back(std::move(mailing));
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Sending")}), pages::list(t, view));
}

http::Response Handlers::show_new(const http::Request& request, db::Read& read) const {
    pages::PlanForm typed{.mailing = request.query.text("mailing")};
    const auto id = base::id_from<MailingId>(typed.mailing);
    const auto mailing = id && services_.mailings.find ? services_.mailings.find(read, *id) : std::nullopt;
    if (mailing && mailing->segment) typed.segment = std::to_string(mailing->segment->value);
    return new_page(request, typed, {}, read);
}

http::Response Handlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    return new_page(request, typed_in(request.form), problems, read);
}

http::Response Handlers::new_page(const http::Request& request, const pages::PlanForm& typed,
                                  const base::Problems& problems, db::Read& read) const {
    const auto id = base::id_from<MailingId>(typed.mailing);
    const auto mailing = id && services_.mailings.find ? services_.mailings.find(read, *id) : std::nullopt;
    if (!mailing || !ports::may(read, *request.staff, Permission::publish, mailing->level)) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto state = problems.empty() ? html::FormState::fine : html::FormState::has_problems;
    return ports::respond(
        services_.frames.staff_frame(request, {.title = mailing->name, .form_state = state}),
        pages::new_plan(t, {.mailing = *mailing,
                            .typed = typed,
                            .segments = services_.audience.segments ? services_.audience.segments(read, request.locale)
                                                                    : std::vector<ports::SegmentSummary>{},
                            .topic = topic_name(read, mailing->topic, request.locale),
                            .problems = problems}),
        problems.empty() ? 200 : 422);
}

base::Result<NewPlan, base::Problems> Handlers::read_new(const http::Request& request) const {
    const auto typed = typed_in(request.form);
    NewPlan form{ports::acting(request), {}};
    base::Problems problems;
    form.plan.mailing = base::id_from<MailingId>(typed.mailing).value_or(MailingId{0});
    if (!typed.segment.empty()) {
        form.plan.segment = base::id_from<SegmentId>(typed.segment);
        if (!form.plan.segment) problems.push_back({"segment", base::message("Please choose who gets it.")});
    }
    read_begin(typed, form.plan, problems);
    read_speed(typed, form.plan, problems);
    if (!problems.empty()) return problems;
    return form;
}

http::WriteResult Handlers::create(const NewPlan& form, db::Write& write) const {
    const auto mailing = services_.mailings.find ? services_.mailings.find(write, form.plan.mailing) : std::nullopt;
    if (!mailing || !ports::may(write, form.acting.staff, Permission::publish, mailing->level))
        return http::not_found();
    base::Problems problems;
    for (const base::Message& why : mailing->unready) problems.push_back({"", why});
    if (form.plan.segment &&
        (!services_.audience.segment || !services_.audience.segment(write, *form.plan.segment, form.acting.locale)))
        problems.push_back({"segment", base::message("Please choose who gets it.")});
    if (!problems.empty()) return problems;
    Blast blast{.plan = form.plan};
    blast.plan.name = mailing->name;
    blast.plan.level = mailing->level;
    blast.plan.topic = mailing->topic;
    blast.plan.variants = mailing->variants;
    blast.plan.tested_per_thousand = mailing->tested_per_thousand;
    blast.id = store::insert(write, blast.plan, form.acting.staff.name);
    record(write, form.acting, blast, "mail_sending.plan");
    return http::see_other(pages::path_of(form.acting.locale, blast.id));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto standing = standing_of(read, id_of(request), request.received_at);
    if (!standing || !ports::may(read, *request.staff, Permission::publish, standing->blast.plan.level))
        return http::not_found();
    const i18n::Translator t{request.locale};
    const Plan& plan = standing->blast.plan;
    const auto segment = segment_of(read, standing->blast, request.locale);
    const auto state = problems.empty() ? html::FormState::fine : html::FormState::has_problems;
    return ports::respond(
        services_.frames.staff_frame(request, {.title = plan.name, .form_state = state}),
        pages::show(t, {.standing = *standing,
                        .segment = segment ? segment->name + ": " + segment->rules : "",
                        .topic = topic_name(read, plan.topic, request.locale),
                        .confirm = standing->stage == Stage::planned ? confirm_part(request, standing->blast, read)
                                                                     : std::nullopt,
                        .tallies = store::tallies(read, standing->blast.id),
                        .waves = store::waves(read, standing->blast.id),
                        .now = request.received_at,
                        .may_see_people = ports::may(read, *request.staff, Permission::read_people, plan.level),
                        .problems = problems}),
        problems.empty() ? 200 : 422);
}

std::optional<pages::Confirm> Handlers::confirm_part(const http::Request& request, const Blast& blast,
                                                     db::Read& read) const {
    if (!services_.audience.count || !services_.mailings.find) return std::nullopt;
    const auto mailing = services_.mailings.find(read, blast.plan.mailing);
    const auto question = question_of(blast, request.received_at);
    pages::Confirm confirm{.reach = {},
                           .typed_number = false,
                           .proof = {},
                           .sample = {},
                           .unready = {},
                           .undo_minutes = services_.config.mail.undo_minutes};
    if (mailing) confirm.unready = mailing->unready;
    if (!mailing) confirm.unready.push_back(base::message("The mail is not there any more."));
    confirm.reach.counted = services_.audience.count(read, question);
    confirm.reach.everybody =
        blast.plan.segment ? services_.audience.count(read, {.levels = {blast.plan.level}, .now = request.received_at})
                           : confirm.reach.counted;
    confirm.typed_number = needs_number(blast.plan, confirm.reach, services_.config.mail.typed_number_percent);
    const auto segment = segment_of(read, blast, request.locale);
    confirm.proof = services_.tokens.make(kShownCount, confirm.reach.counted * 2 + (confirm.typed_number ? 1 : 0)) +
                    services_.tokens.make(kShownRules, segment ? fingerprint(segment->rules) : 0);
    const bool shows_people = ports::may(read, *request.staff, Permission::read_people, blast.plan.level);
    for (const auto& person : services_.audience.page(read, question, {.limit = kSampled}))
        confirm.sample.push_back({shows_people ? person.name.given + ' ' + person.name.family : std::string{},
                                  shows_people ? person.email : std::string{}, person.place, person.locale});
    return confirm;
}

std::shared_ptr<http::EventChannel> Handlers::events(const http::Request& request, db::Read& read) const {
    const auto standing = standing_of(read, id_of(request), request.received_at);
    if (!standing || !ports::may(read, *request.staff, Permission::publish, standing->blast.plan.level)) return nullptr;
    return live_.channel(*standing);
}

base::Result<Confirming, base::Problems> Handlers::read_confirming(const http::Request& request) const {
    const auto shown = request.form.view("proof");
    const auto half = shown.size() / 2;  // two tokens, of one length
    const auto proof = services_.tokens.read(kShownCount, shown.substr(0, half));
    const auto rules = services_.tokens.read(kShownRules, shown.substr(half));
    if (!proof || !rules) return base::Problems{{"", base::message("Please look at who gets it first.")}};
    const Confirming form{ports::acting(request), id_of(request), *proof / 2, *rules};
    const bool needs_number = *proof % 2 == 1;
    if (needs_number && typed_number(base::collapse_spaces(request.form.text("number"))) != form.counted)
        return base::Problems{{"number", base::message("Please type the number exactly as it stands above.")}};
    return form;
}

std::optional<Blast> Handlers::find_allowed(db::Read& read, const ports::Acting& acting, BlastId id) const {
    auto blast = store::find(read, id);
    if (!blast || !ports::may(read, acting.staff, Permission::publish, blast->plan.level)) return std::nullopt;
    return blast;
}

std::optional<ports::SegmentSummary> Handlers::segment_of(db::Read& read, const Blast& blast,
                                                          base::Locale locale) const {
    if (!blast.segment() || !services_.audience.segment) return std::nullopt;
    return services_.audience.segment(read, *blast.segment(), locale);
}

std::optional<SegmentId> Handlers::frozen_segment(db::Write& write, const Plan& plan) const {
    if (!plan.segment || !services_.audience.freeze) return std::nullopt;
    return services_.audience.freeze(write, *plan.segment);
}

http::WriteResult Handlers::confirm(const Confirming& form, db::Write& write) const {
    const auto blast = find_allowed(write, form.acting, form.blast);
    if (!blast) return http::not_found();
    const auto mailing = services_.mailings.find ? services_.mailings.find(write, blast->plan.mailing) : std::nullopt;
    if (!mailing) return base::Problems{{"", base::message("The mail is not there any more.")}};
    base::Problems problems;
    for (const base::Message& why : mailing->unready) problems.push_back({"", why});
    if (!problems.empty()) return problems;
    if (blast->confirmed_at) return too_late();
    const auto segment = segment_of(write, *blast, form.acting.locale);
    if (form.rules != (segment ? fingerprint(segment->rules) : 0))
        return base::Problems{
            {"", base::message("The segment was changed meanwhile. Please look at who gets it now.")}};
    const auto undo_until = write.now() + base::minutes(services_.config.mail.undo_minutes);
    const auto part = blast->holds_back() ? Part::tested : Part::everybody;
    const auto edition = services_.mailings.freeze(write, blast->plan.mailing);
    const store::Confirmation confirmation{.edition = edition,
                                           .by = form.acting.staff.name,
                                           .counted = form.counted,
                                           .undo_until = undo_until,
                                           .waves = waves_of(blast->plan, {.earliest = undo_until, .part = part}),
                                           .segment = frozen_segment(write, blast->plan)};
    if (store::confirm(write, blast->id, confirmation) == store::Changed::no) return too_late();
    record(write, form.acting, *blast, "mail_sending.confirm", {{"recipients", "", std::to_string(form.counted)}});
    return http::see_other(pages::path_of(form.acting.locale, blast->id));
}

base::Result<BlastAct, base::Problems> Handlers::read_act(const http::Request& request) const {
    return BlastAct{ports::acting(request), id_of(request)};
}

base::Result<BlastAct, base::Problems> Handlers::read_winner(const http::Request& request) const {
    const auto winner = base::whole_number(request.form.view("winner"));
    if (!winner || *winner < 0 || *winner > 25)
        return base::Problems{{"winner", base::message("Please choose one of the wordings.")}};
    return BlastAct{ports::acting(request), id_of(request), {static_cast<int>(*winner)}};
}

http::WriteResult Handlers::take_back(const BlastAct& act, db::Write& write) const {
    const auto blast = find_allowed(write, act.acting, act.blast);
    if (!blast) return http::not_found();
    if (store::take_back(write, act.blast) == store::Changed::no) return too_late();
    record(write, act.acting, *blast, "mail_sending.take_back");
    return http::see_other(pages::path_of(act.acting.locale, act.blast));
}

http::WriteResult Handlers::pause(const BlastAct& act, db::Write& write) const {
    const auto blast = find_allowed(write, act.acting, act.blast);
    if (!blast) return http::not_found();
    if (store::pause(write, act.blast) == store::Changed::no) return too_late();
    record(write, act.acting, *blast, "mail_sending.pause");
    return http::see_other(pages::path_of(act.acting.locale, act.blast));
}

http::WriteResult Handlers::resume(const BlastAct& act, db::Write& write) const {
    const auto blast = find_allowed(write, act.acting, act.blast);
    if (!blast) return http::not_found();
    if (store::resume(write, act.blast) == store::Changed::no) return too_late();
    record(write, act.acting, *blast, "mail_sending.resume");
    return http::see_other(pages::path_of(act.acting.locale, act.blast));
}

http::WriteResult Handlers::stop(const BlastAct& act, db::Write& write) const {
    const auto blast = find_allowed(write, act.acting, act.blast);
    if (!blast) return http::not_found();
    if (store::stop(write, act.blast) == store::Changed::no) return too_late();
    record(write, act.acting, *blast, "mail_sending.stop");
    return http::see_other(pages::path_of(act.acting.locale, act.blast));
}

http::WriteResult Handlers::choose(const BlastAct& act, db::Write& write) const {
    const auto blast = find_allowed(write, act.acting, act.blast);
    if (!blast) return http::not_found();
    if (!blast->waits_for_winner() || act.winner.number >= blast->plan.variants) return too_late();
    const auto first = static_cast<int>(store::waves(write, act.blast).size());
    const auto waves = waves_of(blast->plan, {.earliest = write.now(), .part = Part::rest, .first_number = first});
    if (store::choose(write, act.blast, act.winner, waves) == store::Changed::no) return too_late();
    record(write, act.acting, *blast, "mail_sending.choose", {{"winner", "", std::to_string(act.winner.number)}});
    return http::see_other(pages::path_of(act.acting.locale, act.blast));
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        ports::HomeNews news;
        for (const Blast& blast : store::unfinished(read)) {
            if (!ports::may(read, *request.staff, Permission::publish, blast.plan.level)) continue;
            const auto standing = standing_of(read, blast.id, request.received_at);
            const auto path = pages::path_of(request.locale, blast.id);
            if (blast.paused_at)
                news.tasks.push_back({.sentence = t("The mail “{name}” is paused.", {{"name", blast.plan.name}}),
                                      .path = path,
                                      .act = t("Look at it")});
            else if (blast.waits_for_winner() && standing->total.taken > 0)
                news.tasks.push_back({.sentence = t("The mail “{name}” waits until you choose its wording.",
                                                    {{"name", blast.plan.name}}),
                                      .path = path,
                                      .act = t("Choose")});
            else
                news.figures.push_back({.label = blast.plan.name,
                                        .path = path,
                                        .figure = t.number(standing->total.delivered),
                                        .note = t("mails delivered so far")});
        }
        return news;
    };
}

}  // namespace mail_sending
