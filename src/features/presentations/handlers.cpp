#include "features/presentations/handlers.h"

#include <algorithm>
#include <set>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/presentations/booking_service.h"
#include "features/presentations/invitation_service.h"
#include "features/presentations/pages.h"
#include "features/presentations/words.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/html/markdown.h"

namespace presentations {
namespace {

constexpr auto kOfferedAhead = base::days(42);
constexpr std::size_t kOfferedStarts = 60;
constexpr auto kFeedBehind = base::days(90);

// The next free times of a champion: those of an hour.
std::vector<base::Instant> free_starts(const Services& services, const ports::ChampionFacts& champion,
                                       const http::Request& request, const RequestForm& typed, db::Read& read) {
    if (!services.champions.free_slots) return {};
    const auto minutes = base::whole_number(typed.minutes).value_or(60);
    const bool is_length = std::ranges::find(kLengths, minutes) != kLengths.end();
    const ports::SlotSearch search{.champions = {champion.id},
                                   .within = {request.received_at, request.received_at + kOfferedAhead},
                                   .length = base::minutes(is_length ? minutes : 60),
                                   .format = format_of(typed.format).value_or(champion.formats.front()),
                                   .now = request.received_at,
                                   .most_each = kOfferedStarts};
    const auto found = services.champions.free_slots(read, search);
    return found.empty() ? std::vector<base::Instant>{} : found.front().starts;
}

// The chosen time stays in the list while it is free, also behind its end.
void add_chosen(std::vector<base::Instant>& starts, const std::string& typed) {
    const auto seconds = base::whole_number(typed);
    if (!seconds || *seconds < 0 || *seconds > 7'258'118'400) return;
    const base::Instant chosen{*seconds * 1'000'000};
    if (std::ranges::find(starts, chosen) == starts.end()) starts.insert(starts.begin(), chosen);
}

base::Problems problem_of(Asked asked) {
    switch (asked) {
        case Asked::slot_gone:
            return {
                {"start", base::message("Somebody else has just taken this time. Please choose another one: all that "
                                        "you typed is still here.")}};
        case Asked::no_champion:
            return {{"date_1", base::message("This champion cannot be asked any more. Please propose dates instead; "
                                             "somebody else comes.")}};
        case Asked::too_many:
            return {{"email", base::message("Five requests of this address are still open. Please wait for their "
                                            "answers, or cancel one of them.")}};
        case Asked::done:
            return {};
    }
    return {};
}

boost::json::object json_of(const store::Place& place) {
    return {{"town", place.town},
            {"region", people::code(place.province)},
            {"presentations", place.presentations},
            {"people", place.people},
            {"last_at", i18n::machine_time(place.last_at)}};
}

}  // namespace

std::array<std::string, kDates> typed_dates(const http::Fields& fields) {
    return {fields.text("date_1"), fields.text("date_2"), fields.text("date_3")};
}

RequestForm request_form(const http::Fields& fields) {
    return {.host_group = fields.text("host_group"),
            .audience = fields.text("audience"),
            .expected_size = fields.text("expected_size"),
            .format = fields.text("format"),
            .place = fields.text("place"),
            .town = fields.text("town"),
            .province = fields.text("province"),
            .zone = fields.text("zone"),
            .topic = fields.text("topic"),
            .language = fields.text("language"),
            .minutes = fields.text("minutes"),
            .dates = typed_dates(fields),
            .champion = fields.text("champion"),
            .start = fields.text("start"),
            .accessibility = fields.text("accessibility"),
            .words = fields.text("words"),
            .contact_name = fields.text("contact_name"),
            .phone = fields.text("phone"),
            .email = fields.text("email")};
}

http::Response Handlers::home(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Book a presentation"),
                  .description = t("A Champion for Change comes to your group and talks about what public services are "
                                   "worth."),
                  .path = home_path(request.locale)});
    return ports::respond(std::move(frame), pages::home(t, {store::places(read)}));
}

html::SafeHtml Handlers::block(db::Read& read, const ports::BlockSetting& setting) const {
    const i18n::Translator t{setting.locale};
    return pages::block(t, {store::places(read), std::string{setting.heading}, html::markdown(setting.text)});
}

http::Response Handlers::form_page(const http::Request& request, const RequestForm& typed,
                                   const base::Problems& problems, db::Read& read) const {
    const i18n::Translator t{request.locale};
    pages::Ask view{.typed = typed, .problems = problems, .topics = {}};
    if (services_.champions.topics) view.topics = services_.champions.topics(read, request.locale);
    if (!typed.champion.empty() && services_.champions.find_by_slug)
        view.champion = services_.champions.find_by_slug(read, typed.champion);
    if (view.champion) {
        view.starts = free_starts(services_, *view.champion, request, typed, read);
        if (problems.empty()) add_chosen(view.starts, typed.start);
    }
    auto frame = services_.frames.frame(
        request, {.title = t("Ask for a presentation"),
                  .description = t("Two minutes, then a champion near you answers."),
                  .path = ask_path(request.locale),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::ask(t, view), problems.empty() ? 200 : 422);
}

http::Response Handlers::show_form(const http::Request& request, db::Read& read) const {
    RequestForm typed;
    typed.champion = request.query.text("champion");
    typed.start = request.query.text("start");
    return form_page(request, typed, {}, read);
}

base::Result<NewRequest, base::Problems> Handlers::read_form(const http::Request& request) const {
    const RequestForm form = request_form(request.form);
    auto accepted = accept(Typed{form, request.received_at});
    if (!accepted) return accepted.error();
    const auto hash = people::address_hash(services_.secret, accepted->email);
    return NewRequest{*std::move(accepted), request.locale, hash};
}

http::WriteResult Handlers::submit(const NewRequest& form, db::Write& write) const {
    const Asked asked = ask(services_, {form.request, form.locale, form.address_hash}, write);
    if (asked != Asked::done) return problem_of(asked);
    return http::see_other(home_path(form.locale) + "/thank-you");
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    return form_page(request, request_form(request.form), problems, read);
}

http::Response Handlers::thank_you(const http::Request& request, db::Read&) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Thank you"), .indexing = html::Indexing::refused});
    auto content = pages::asked(t, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

http::Response Handlers::calendar(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kLevelCalendar, request.parameter("token"));
    const auto tree = people::levels(read);
    const people::Level* level = id ? tree.find(base::LevelId{*id}) : nullptr;
    if (level == nullptr) return http::not_found();
    const i18n::Translator t{request.locale};
    calendars::Calendar calendar{.method = calendars::Method::publish,
                                 .name = t("Presentations: {level}", {{"level", level->name(request.locale)}}),
                                 .locale = request.locale,
                                 .events = {}};
    for (const Presentation& each : store::scheduled(read, request.received_at - kFeedBehind)) {
        if (!tree.is_within({each.level, level->id}) || each.origin == Origin::conversation) continue;
        const std::string url = services_.frames.public_url() + staff_path(request.locale, each.id);
        calendar.events.push_back(event_of(services_, {each, request.locale, url}, read));
    }
    http::Response response;
    response.headers.add({"Content-Type", "text/calendar; charset=utf-8"});
    response.headers.add({"Cache-Control", "private, max-age=300"});
    response.body = calendars::write(calendar);
    return response;
}

http::Response Handlers::places(const http::Request&, db::Read& read) const {
    boost::json::array list;
    std::int64_t people = 0, presentations = 0;
    for (const auto& place : store::places(read)) {
        people += place.people;
        presentations += place.presentations;
        list.push_back(json_of(place));
    }
    return http::json(boost::json::serialize(
        boost::json::object{{"people", people}, {"presentations", presentations}, {"places", std::move(list)}}));
}

}  // namespace presentations
