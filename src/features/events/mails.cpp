#include "features/events/mails.h"

#include "features/events/feed_pages.h"
#include "features/events/store.h"
#include "features/events/words.h"
#include "ports/mail_message.h"

namespace events {
namespace {

using i18n::Translator;

struct About {
    Translator t;
    Guest guest;
    Event event;
    std::string title, link;
};

std::optional<About> about(const Services& services, const mail::Order& order, db::Read& read) {
    auto guest = store::find_guest(read, GuestId{order.about});
    if (!guest || guest->email.empty()) return std::nullopt;
    auto event = store::find(read, guest->event);
    if (!event) return std::nullopt;
    const std::string title = event->plan.title(order.locale);
    const std::string link =
        services.frames.public_url() + own_path(order.locale, services.tokens.make(kOwnSeat, guest->id.value));
    return About{Translator{order.locale}, *std::move(guest), *std::move(event), title, link};
}

std::vector<std::string> facts(const Translator& t, const Event& event) {
    return {t("When: {time}", {{"time", when_words(t, event.plan)}}),
            t("Where: {place}", {{"place", place_words(t, event.plan)}})};
}

std::vector<std::string> with(std::string first, std::vector<std::string> rest) {
    rest.insert(rest.begin(), std::move(first));
    return rest;
}

// The event for the calendar of whoever comes: published, so that no answer is asked for.
mail::CalendarPart calendar(const Services& services, const Translator& t, const Event& event) {
    return {"PUBLISH", written(feed_of(services, t.locale(), {event}), FeedFormat::calendar)};
}

// What takes it out of that calendar again.
mail::CalendarPart cancelled(const Services& services, const Translator& t, const Event& event,
                             const calendars::Participant& to) {
    return {"CANCEL", cancellation(feed_of(services, t.locale(), {}), event, to)};
}

std::optional<mail::Message> link_mail(const Services& services, const About& of) {
    const auto& t = of.t;
    if (of.event.state != State::published) return std::nullopt;
    if (of.guest.state == GuestState::unconfirmed)
        return ports::mail_message(
            services, {.translator = t,
                       .title = t("Please confirm that you are coming: {title}", {{"title", of.title}}),
                       .paragraphs = with(t("The button opens a page; nothing happens before you press the button "
                                            "there."),
                                          facts(t, of.event)),
                       .button = {t("Confirm"), of.link},
                       .links = {{t("This was not me"), of.link}}});
    return ports::mail_message(services, {.translator = t,
                                          .title = t("You have signed up already: {title}", {{"title", of.title}}),
                                          .paragraphs = facts(t, of.event),
                                          .button = {t("See or change it"), of.link}});
}

std::optional<mail::Message> seat_mail(const Services& services, const About& of) {
    const auto& t = of.t;
    if (of.guest.state == GuestState::waiting)
        return ports::mail_message(
            services, {.translator = t,
                       .title = t("You are in the waiting line: {title}", {{"title", of.title}}),
                       .paragraphs = with(t("All seats are taken. As soon as one is free, it is yours, and "
                                            "you get an email."),
                                          facts(t, of.event)),
                       .button = {t("I cannot come"), of.link}});
    if (of.guest.state != GuestState::coming) return std::nullopt;
    auto made = ports::mail_message(services, {.translator = t,
                                               .title = t("See you there: {title}", {{"title", of.title}}),
                                               .paragraphs = facts(t, of.event),
                                               .button = {t("See or change it"), of.link}});
    made.calendar = calendar(services, t, of.event);
    return made;
}

std::optional<mail::Message> reminder_mail(const Services& services, const About& of) {
    const auto& t = of.t;
    if (of.guest.state != GuestState::coming || of.event.state != State::published) return std::nullopt;
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("Soon: {title}", {{"title", of.title}}),
         .paragraphs = with(t("If you cannot come, please give your seat to somebody else."), facts(t, of.event)),
         .button = {t("See or change it"), of.link}});
}

std::optional<mail::Message> change_mail(const Services& services, const About& of) {
    const auto& t = of.t;
    const bool has_seat = of.guest.state == GuestState::coming;  // else it stands in no calendar
    if (of.event.state == State::cancelled) {
        auto made = ports::mail_message(
            services, {.translator = t,
                       .title = t("Cancelled: {title}", {{"title", of.title}}),
                       .paragraphs = {t("The reason: {reason}", {{"reason", of.event.reason(t.locale())}})},
                       .button = {t("See it"), of.link}});
        if (has_seat)
            made.calendar =
                cancelled(services, t, of.event, {*base::EmailAddress::parse(of.guest.email), of.guest.name});
        return made;
    }
    auto made = ports::mail_message(services, {.translator = t,
                                               .title = t("Changed: {title}", {{"title", of.title}}),
                                               .paragraphs = facts(t, of.event),
                                               .button = {t("See or change it"), of.link}});
    if (has_seat) made.calendar = calendar(services, t, of.event);
    return made;
}

// To a champion: that they give it, or that they do not any more. It says what is true when it leaves.
std::optional<mail::Message> speaker_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto event = store::find_deleted_too(read, EventId{order.about});
    if (!event || !services.champions.find) return std::nullopt;
    const Translator t{order.locale};
    const auto champion = event->champion ? services.champions.find(read, *event->champion) : std::nullopt;
    const bool is_theirs = champion && champion->email == order.recipient && event->state != State::cancelled;
    const std::string title = event->plan.title(order.locale);
    const html::MailButton button{t("See your times"), services.frames.public_url() + champions_path(order.locale)};
    if (!is_theirs) {
        auto made = ports::mail_message(
            services, {.translator = t,
                       .title = t("Not any more: {title}", {{"title", title}}),
                       .paragraphs = with(t("You need not come. The time is free again."), facts(t, *event)),
                       .button = button});
        made.calendar = cancelled(services, t, *event, {order.recipient, ""});
        return made;
    }
    auto made = ports::mail_message(services,
                                    {.translator = t,
                                     .title = t("You speak at an event: {title}", {{"title", title}}),
                                     .paragraphs = with(t("This time is taken in your calendar of the campaign. If you "
                                                          "cannot come, please write to your coordinator."),
                                                        facts(t, *event)),
                                     .button = button});
    made.calendar = calendar(services, t, *event);
    return made;
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    const auto add = [&](std::string_view kind, auto render) {
        renderers.add(kind, [&services, render](const mail::Order& order, db::Read& read) {
            const auto of = about(services, order, read);
            return of ? render(services, *of) : std::optional<mail::Message>{};
        });
    };
    add(kLinkMail, link_mail);
    add(kSeatMail, seat_mail);
    add(kReminderMail, reminder_mail);
    add(kChangeMail, change_mail);
    renderers.add(kSpeakerMail, [&services](const mail::Order& order, db::Read& read) {
        return speaker_mail(services, order, read);
    });
}

}  // namespace events
