#include "features/events/pages.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "features/events/feed_pages.h"
#include "features/events/words.h"
#include "platform/html/assets.h"
#include "platform/html/facts.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "platform/html/moment.h"

namespace events::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kShownInBlock = 4;
constexpr std::size_t kShownInFrame = 20;

// Below which heading the item stands: that of the page, or that of a part of it.
enum class Below : unsigned char { page, part };

SafeHtml title_of(const Translator& t, const Event& event, Below below) {
    const std::string path = event_path(t.locale(), event.id);
    const std::string& title = event.plan.title(t.locale());
    if (below == Below::page)
        return html::render<R"(<h2 class="event-item__title"><a href="{}">{}</a></h2>)">(path, title);
    return html::render<R"(<h3 class="event-item__title"><a href="{}">{}</a></h3>)">(path, title);
}

void write_item(Out& out, const Translator& t, const Event& event, Below below) {
    html::write<
        R"(<li class="event-item"><p class="event-item__when"><time datetime="{}">{}</time></p>{}<p class="event-item__note">{} · {}</p></li>)">(
        out, i18n::machine_time(event.plan.starts_at), when_words(t, event.plan), title_of(t, event, below),
        place_words(t, event.plan), language_words(t, event.plan.language));
}

void write_feeds(Out& out, const Translator& t) {
    html::write<R"(<p class="cluster">{} <a href="{}">{}</a> <a href="{}">RSS</a> <a href="{}">JSON</a></p>)">(
        out, html::icon("calendar"), feed_path(t.locale(), file_of(FeedFormat::calendar)),
        t("Subscribe in your calendar"), feed_path(t.locale(), file_of(FeedFormat::rss)),
        feed_path(t.locale(), file_of(FeedFormat::json)));
}

std::string seats_words(const Translator& t, const Event& event) {
    if (event.plan.capacity == 0) return {};
    const std::int64_t free = std::max<std::int64_t>(0, event.plan.capacity - event.taken);
    if (free == 0) return t("All taken; there is a waiting line");
    return t.plural("{count} seat is free", "{count} seats are free", free);
}

void write_facts(Out& out, const Translator& t, const Event& event) {
    const Plan& plan = event.plan;
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("When"), when_words(t, plan)});
    html::write_fact(out, {t("How long"), t.plural("{count} minute", "{count} minutes", plan.minutes)});
    html::write_fact(out, {t("Where"), place_words(t, plan)});
    html::write_fact(out, {t("Language"), language_words(t, plan.language)});
    html::write_fact(out, {t("Speaker"), plan.speaker});
    html::write_fact(out, {t("Accessibility"), plan.accessibility});
    html::write_fact(out, {t("Seats"), seats_words(t, event)});
    html::write<"</dl>">(out);
}

void write_form(Out& out, const Translator& t, const Show& view) {
    const html::Fields fields{t, view.problems};
    std::vector<html::Choice> seats;
    for (std::int64_t each = 1; each <= kMostSeats; ++each) seats.push_back({std::to_string(each), t.number(each)});
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="come"><h2 class="section__title" id="come">{}</h2><form class="form" method="post" action="{}/guests" novalidate>{}{}{}{}<p class="form__note">{}</p></form></section>)">(
        out, t("Say that you are coming"), event_path(t.locale(), view.event.id), fields.error_summary(),
        fields.text({.name = "name",
                     .label = t("Your name"),
                     .value = view.typed.name,
                     .autocomplete = "name",
                     .max_length = 150}),
        html::field_pair(fields.text({.name = "email",
                                      .label = t("Email"),
                                      .value = view.typed.email,
                                      .kind = html::TextKind::email,
                                      .autocomplete = "email",
                                      .max_length = 254}),
                         fields.select({.name = "seats",
                                        .label = t("How many of you"),
                                        .choices = seats,
                                        .value = view.typed.seats.empty() ? "1" : view.typed.seats})),
        fields.button({.label = t("I am coming"), .size = html::ButtonSize::large}),
        t("We send one email to confirm your address, and one to remind you. It puts you on no list."));
}

}  // namespace

SafeHtml list(const Translator& t, const List& view) {
    Out out;
    html::write<R"(
<article class="frame talk-own"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, t("Come and talk"), t("Presentations and meetings that are open to everybody. Bring a neighbour."));
    if (view.upcoming.empty()) {
        html::write<R"(<p class="empty">{} <a href="/{}/presentations">{}</a></p>)">(
            out, t("Nothing is planned at the moment."), base::code(t.locale()), t("Ask for a presentation"));
    } else {
        html::write<R"(<ul class="event-list">)">(out);
        for (const Event& each : view.upcoming) write_item(out, t, each, Below::page);
        html::write<"</ul>">(out);
        out.append(ports::pager(t, {list_path(t.locale()), view.position}));
    }
    write_feeds(out, t);
    if (!view.past.empty()) {
        html::write<R"(<h2 class="section__title">{}</h2><ul class="event-list">)">(out, t("Past"));
        for (const Event& each : view.past) write_item(out, t, each, Below::part);
        html::write<"</ul>">(out);
    }
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml block(const Translator& t, const Block& view) {
    if (view.upcoming.empty()) return {};
    Out out;
    html::write<
        R"(<section class="section" aria-labelledby="events-block"><div class="frame"><h2 class="section__title" id="events-block">{}</h2>{}<ul class="event-list">)">(
        out, view.heading.empty() ? t("Come and talk") : view.heading, view.text);
    for (std::size_t i = 0; i < std::min(view.upcoming.size(), kShownInBlock); ++i)
        write_item(out, t, view.upcoming[i], Below::part);
    html::write<R"(</ul><p><a href="{}">{}</a></p></div></section>)">(out, list_path(t.locale()), t("All events"));
    return std::move(out).finish();
}

SafeHtml given(const Translator& t, const std::vector<Event>& events) {
    Out items;
    for (const Event& each : events)
        if (each.state != State::cancelled)
            html::write<R"(<li><a href="{}">{}</a> {} <span class="talk-list__note">{}</span></li>)">(
                items, each.state == State::published ? event_path(t.locale(), each.id) : list_path(t.locale()),
                each.plan.title(t.locale()), place_words(t, each.plan), when_words(t, each.plan));
    const SafeHtml list = std::move(items).finish();
    if (list.empty()) return {};
    return html::render<
        R"(<section class="talk-section"><h2 class="section__title">{}</h2><ul class="talk-list">{}</ul></section>)">(
        t("Events that you give"), list);
}

SafeHtml embed(const Translator& t, const std::vector<Event>& upcoming, std::string_view public_url) {
    Out out;
    html::write<R"(<section class="frame section"><h1 class="section__title">{}</h1>)">(out, t("Come and talk"));
    if (upcoming.empty()) html::write<"<p>{}</p>">(out, t("Nothing is planned at the moment."));
    html::write<R"(<ul class="event-list">)">(out);
    for (const Event& each : std::span{upcoming}.first(std::min(upcoming.size(), kShownInFrame)))
        html::write<
            R"(<li class="event-item"><p class="event-item__when">{}</p><h2 class="event-item__title"><a href="{}" target="_blank" rel="noopener">{}</a></h2><p class="event-item__note">{}</p></li>)">(
            out, when_words(t, each.plan), std::string{public_url} + event_path(t.locale(), each.id),
            each.plan.title(t.locale()), place_words(t, each.plan));
    html::write<"</ul>">(out);
    if (upcoming.size() > kShownInFrame)
        html::write<R"(<p><a href="{}" target="_blank" rel="noopener">{}</a></p>)">(
            out, std::string{public_url} + list_path(t.locale()), t("All events"));
    html::write<"</section>">(out);
    return std::move(out).finish();
}

SafeHtml show(const Translator& t, const Show& view) {
    const Event& event = view.event;
    Out out;
    html::write<R"(
<article class="frame frame--narrow talk-own"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1></header>)">(
        out, list_path(t.locale()), t("Events"), event.plan.title(t.locale()));
    if (event.state == State::cancelled)
        html::write<R"(<p class="notice notice--warning">{} {}</p>)">(
            out, html::icon("alert"),
            t("It is cancelled. The reason: {reason}", {{"reason", event.reason(t.locale())}}));
    else if (event.plan.starts_at <= view.now)
        html::write<R"(<p class="notice">{} {}</p>)">(out, html::icon("clock"), t("It has begun, or is over."));
    write_facts(out, t, event);
    html::write<R"(<div class="prose event-text">{}</div><p class="cluster">{} <a href="{}/calendar.ics">{}</a></p>)">(
        out, html::markdown(event.plan.text(t.locale())), html::icon("calendar"), event_path(t.locale(), event.id),
        t("Add to your calendar"));
    if (takes_guests(event, view.now)) write_form(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml asked(const Translator& t, const Event& event, std::string_view mailbox_path) {
    const std::string path = mailbox_path.empty() ? event_path(t.locale(), event.id) : std::string{mailbox_path};
    return html::moment(
        {MomentTone::success, "mail", t("One more step: check your email"),
         t("We have sent an email with a button to confirm. Nothing there after five minutes? Look in your "
           "junk mail."),
         html::moment_links({{path, mailbox_path.empty() ? t("Back to the event") : t("Open the demo mailbox")}})});
}

SafeHtml own(const Translator& t, const Own& view) {
    const std::string path = own_path(t.locale(), view.token);
    const std::string title = view.event.plan.title(t.locale());
    const bool is_open = takes_guests(view.event, view.now);
    const SafeHtml leave =
        is_open ? html::moment_buttons(t, {{path + "/withdrawal", t("I cannot come"), html::ButtonKind::quiet}})
                : SafeHtml{};
    if (view.event.state == State::cancelled)
        return html::moment({MomentTone::plain, "info", t("It is cancelled"),
                             t("“{title}” does not take place. The reason: {reason}",
                               {{"title", title}, {"reason", view.event.reason(t.locale())}})});
    switch (view.guest.state) {
        case GuestState::unconfirmed:
            if (!is_open) return html::moment({MomentTone::plain, "clock", t("It has begun, or is over."), title});
            return html::moment(
                {MomentTone::plain, "calendar", t("Confirm that you are coming"),
                 t("“{title}”, {time}", {{"title", title}, {"time", when_words(t, view.event.plan)}}),
                 html::moment_buttons(t, {{path + "/confirmation", t("Yes, I am coming")},
                                          {path + "/withdrawal", t("This was not me"), html::ButtonKind::quiet}})});
        case GuestState::coming:
            return html::moment({MomentTone::success, "check-circle", t("See you there"),
                                 t("“{title}”, {time}. {place}", {{"title", title},
                                                                  {"time", when_words(t, view.event.plan)},
                                                                  {"place", place_words(t, view.event.plan)}}),
                                 leave});
        case GuestState::waiting:
            return html::moment({MomentTone::success, "clock", t("You are in the waiting line"),
                                 t("All seats are taken. As soon as one is free, it is yours, and you get an email."),
                                 leave});
        case GuestState::withdrawn:
            return html::moment({MomentTone::plain, "undo", t("You are not coming"),
                                 t("Your seat is free for somebody else. Thank you for saying."),
                                 is_open
                                     ? html::moment_buttons(t, {{path + "/confirmation", t("I am coming after all")}})
                                     : SafeHtml{}});
    }
    return {};
}

SafeHtml broken_link(const Translator& t) { return html::broken_link(t); }

}  // namespace events::pages
