#include "features/events/handlers.h"

#include <boost/json.hpp>

#include "base/whole_number.h"
#include "features/events/feed_pages.h"
#include "features/events/guest_service.h"
#include "features/events/pages.h"
#include "features/events/store.h"
#include "features/events/words.h"
#include "people/address_hash.h"
#include "platform/html/frame_document.h"
#include "platform/html/markdown.h"

namespace events {
namespace {

constexpr std::int64_t kPastShown = 6;
constexpr std::string_view kFramePolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors *; "
    "form-action 'self'";

GuestForm guest_form(const http::Form& form) { return {form.text("name"), form.text("email"), form.text("seats")}; }

http::Response document(FeedFormat format, std::string body) {
    http::Response response;
    response.headers.add({"Content-Type", std::string{media_type(format)}});
    response.headers.add({"Cache-Control", "public, max-age=300"});
    response.body = std::move(body);
    return response;
}

boost::json::object json_of(const Event& event) {
    const Plan& plan = event.plan;
    return {{"id", std::to_string(event.id.value)},
            {"title_en", plan.title_en},
            {"title_fr", plan.title_fr},
            {"starts_at", i18n::machine_time(plan.starts_at)},
            {"ends_at", i18n::machine_time(event.ends_at())},
            {"time_zone", plan.zone.name()},
            {"place", plan.place},
            {"town", plan.town},
            {"region", people::code(plan.province)},
            {"language", code(plan.language)},
            {"capacity", plan.capacity},
            {"taken", event.taken}};
}

}  // namespace

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto words = ports::PageWords{.title = t("Events"),
                                  .description = t("Presentations and meetings that are open to everybody."),
                                  .path = list_path(request.locale)};
    for (const FeedFormat format : {FeedFormat::calendar, FeedFormat::rss, FeedFormat::json})
        words.feeds.push_back(
            {t("Events"), feed_path(request.locale, file_of(format)), std::string{media_type(format)}});
    const auto upcoming = store::upcoming(read, request.received_at);
    const auto position = ports::position_in(upcoming.size(), request.query);
    const auto past = store::past(read, request.received_at, kPastShown);
    return ports::respond(services_.frames.frame(request, std::move(words)),
                          pages::list(t, {ports::rows_at(position, upcoming), past, position}));
}

http::Response Handlers::embed(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto upcoming = store::upcoming(read, request.received_at);
    auto response =
        http::page(html::frame_document(t, {.title = t("Events"),
                                            .block = "jobs-frame",
                                            .content = pages::embed(t, upcoming, services_.frames.public_url())}));
    response.headers.add({"Content-Security-Policy", std::string{kFramePolicy}});
    return response;
}

http::Response Handlers::feed(const http::Request& request, db::Read& read) const {
    const auto format = feed_format_of(request.parameter("file"));
    if (!format) return http::not_found();
    const i18n::Translator t{request.locale};
    auto feed = feed_of(services_, request.locale, store::upcoming(read, request.received_at));
    feed.title = t("Events") + " – " + feed.title;
    return document(*format, written(feed, *format));
}

http::Response Handlers::api(const http::Request& request, db::Read& read) const {
    const auto upcoming = store::upcoming(read, request.received_at);
    const auto position = ports::position_in(upcoming.size(), request.query);
    boost::json::array list;
    for (const Event& each : ports::rows_at(position, upcoming)) list.push_back(json_of(each));
    const std::size_t next = position.page + 1;
    return http::json(boost::json::serialize(boost::json::object{
        {"total", upcoming.size()}, {"events", std::move(list)}, {"next", next < position.pages ? next : 0}}));
}

html::SafeHtml Handlers::block(db::Read& read, const ports::BlockSetting& setting) const {
    const auto upcoming = store::upcoming(read, clock_());
    return pages::block(i18n::Translator{setting.locale},
                        {upcoming, std::string{setting.heading}, html::markdown(setting.text)});
}

std::optional<Event> Handlers::find_public(const http::Request& request, db::Read& read) const {
    const auto id = base::id_from<EventId>(request.parameter("event"));
    auto event = id ? store::find(read, *id) : std::nullopt;
    if (!event || event->state == State::draft) return std::nullopt;
    return event;
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto event = find_public(request, read);
    if (!event) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto typed = guest_form(request.form);
    auto frame = services_.frames.frame(
        request, {.title = event->plan.title(request.locale),
                  .description = when_words(t, event->plan) + " · " + place_words(t, event->plan),
                  .path = event_path(request.locale, event->id),
                  .level = event->level,
                  .edit_path = staff_path(request.locale, event->id),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::show(t, {*event, typed, problems, request.received_at}),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::calendar(const http::Request& request, db::Read& read) const {
    const auto event = find_public(request, read);
    if (!event) return http::not_found();
    return document(FeedFormat::calendar, written(feed_of(services_, request.locale, {*event}), FeedFormat::calendar));
}

http::Response Handlers::thank_you(const http::Request& request, db::Read& read) const {
    const auto event = find_public(request, read);
    if (!event) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Thank you"), .indexing = html::Indexing::refused});
    auto content = pages::asked(t, *event, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

base::Result<GuestRequest, base::Problems> Handlers::read_guest(const http::Request& request) const {
    const auto event = base::id_from<EventId>(request.parameter("event"));
    if (!event) return base::Problems{{"", base::message("There is no such event.")}};
    auto guest = accept(guest_form(request.form));
    if (!guest) return guest.error();
    const auto hash = people::address_hash(services_.secret, guest->email);
    return GuestRequest{*event, request.locale, *std::move(guest), hash};
}

http::WriteResult Handlers::submit(const GuestRequest& form, db::Write& write) const {
    const auto event = store::find(write, form.event);
    if (!event || event->state == State::draft) return http::not_found();
    if (!takes_guests(*event, write.now()))
        return base::Problems{{"", base::message("It is cancelled, has begun or is over.")}};
    ask({form.event, form.guest, form.address_hash, form.locale}, write);
    return http::see_other(event_path(form.locale, form.event) + "/thank-you");
}

http::Response Handlers::own(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnSeat, token);
    const auto guest = id ? store::find_guest(read, GuestId{*id}) : std::nullopt;
    const auto event = guest ? store::find(read, guest->event) : std::nullopt;
    auto frame = services_.frames.frame(request, {.title = t("Your seat"), .indexing = html::Indexing::refused});
    if (!event || guest->email.empty()) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    return ports::respond(std::move(frame), pages::own(t, {*guest, *event, token, request.received_at}));
}

http::Response Handlers::own_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return own(request, read);
}

base::Result<GuestAct, base::Problems> Handlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnSeat, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return GuestAct{GuestId{*id}, token, request.locale};
}

http::WriteResult Handlers::confirm(const GuestAct& act, db::Write& write) const {
    const auto guest = store::find_guest(write, act.guest);
    const auto event = guest ? store::find(write, guest->event) : std::nullopt;
    if (!event || guest->email.empty()) return http::not_found();
    if (takes_guests(*event, write.now())) events::confirm(services_, *guest, write);
    return http::see_other(own_path(act.locale, act.token));
}

http::WriteResult Handlers::withdraw(const GuestAct& act, db::Write& write) const {
    const auto guest = store::find_guest(write, act.guest);
    if (!guest) return http::not_found();
    events::withdraw(services_, *guest, write);
    return http::see_other(own_path(act.locale, act.token));
}

}  // namespace events
