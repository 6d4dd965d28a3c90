#include "features/presentations/mails.h"

#include <fmt/format.h>

#include "features/presentations/invitation_service.h"
#include "features/presentations/offer_store.h"
#include "features/presentations/report_store.h"
#include "features/presentations/store.h"
#include "features/presentations/words.h"
#include "ports/mail_message.h"

namespace presentations {
namespace {

using i18n::Translator;

std::string absolute(const Services& services, const std::string& path) { return services.frames.public_url() + path; }

std::string own_link(const Services& services, const Presentation& presentation, base::Locale locale) {
    return absolute(services, own_path(locale, services.tokens.make(kOwnPresentation, presentation.id.value)));
}

std::string champion_link(const Services& services, ChampionId champion, base::Locale locale) {
    return absolute(services, champion_path(locale, services.tokens.make(kChampion, champion.value)));
}

std::optional<mail::Message> confirm_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto presentation = store::find(read, PresentationId{order.about});
    if (!presentation || presentation->email.empty() || presentation->state != State::unconfirmed) return std::nullopt;
    const Translator t{order.locale};
    const std::string link = own_link(services, *presentation, order.locale);
    const bool is_kept = presentation->origin == Origin::slot && presentation->starts_at;
    std::vector<std::string> paragraphs{
        t("Hello {name},", {{"name", presentation->wish.contact_name}}),
        t("You asked for a presentation for “{group}”. Please confirm that this address is yours. The button opens a "
          "page; nothing happens before you press the button there.",
          {{"group", presentation->wish.host_group}})};
    if (is_kept)
        paragraphs.push_back(t("We keep {time} for you until you confirm, for two hours at most.",
                               {{"time", time_words(t, *presentation->starts_at, presentation->wish)}}));
    return ports::mail_message(services, {.translator = t,
                                          .title = t("Please confirm your request for a presentation"),
                                          .paragraphs = std::move(paragraphs),
                                          .button = {t("Confirm my request"), link},
                                          .links = {{t("This was not me"), link}}});
}

// What a notice is about, and who reads it.
struct About {
    Translator t;
    Presentation presentation;
    Notice notice;
    std::string time;      // "" where there is none
    std::string champion;  // "" where there is none
    std::string link;      // to the page of who reads it
};

std::vector<std::string> facts_for_host(const About& of) {
    const auto& t = of.t;
    return {t("When: {time} ({length})", {{"time", of.time}, {"length", length_words(t, of.notice.minutes)}}),
            t("Where: {place}", {{"place", place_words(t, of.presentation.wish)}}),
            t("Champion: {name}", {{"name", of.champion}})};
}

std::vector<std::string> facts_for_champion(const About& of) {
    const auto& t = of.t;
    const Wish& wish = of.presentation.wish;
    std::vector<std::string> facts{
        t("When: {time} ({length})", {{"time", of.time}, {"length", length_words(t, of.notice.minutes)}}),
        t("Where: {place}", {{"place", place_words(t, wish)}}), host_line(t, wish),
        t("Language: {language}", {{"language", language_words(t, wish.language)}}),
        t.plural("{count} person is expected.", "{count} people are expected.", wish.expected_size)};
    if (!of.presentation.email.empty())
        facts.push_back(t("Write to them: {email}", {{"email", of.presentation.email}}));
    if (!wish.phone.empty()) facts.push_back(t("Call them: {phone}", {{"phone", wish.phone}}));
    if (!wish.accessibility.empty()) facts.push_back(t("Accessibility: {words}", {{"words", wish.accessibility}}));
    if (!wish.words.empty()) facts.push_back(t("They wrote: {words}", {{"words", wish.words}}));
    return facts;
}

std::vector<std::string> with(std::string first, std::vector<std::string> rest) {
    rest.insert(rest.begin(), std::move(first));
    return rest;
}

std::string reason_line(const Translator& t, const Presentation& presentation) {
    return presentation.reason.empty() ? std::string{} : t("The reason: {reason}", {{"reason", presentation.reason}});
}

html::MailWords host_words(const About& of) {
    const auto& t = of.t;
    const std::string& group = of.presentation.wish.host_group;
    switch (of.notice.kind) {
        case NoticeKind::booked:
            return {.translator = t,
                    .title = t("Your presentation is booked: {time}", {{"time", of.time}}),
                    .paragraphs = with(t("{name} comes to “{group}”. The invitation for your calendar is with this "
                                         "email.",
                                         {{"name", of.champion}, {"group", group}}),
                                       facts_for_host(of)),
                    .button = {t("Change or cancel it"), of.link}};
        case NoticeKind::moved:
            return {.translator = t,
                    .title = t("Your presentation has a new date: {time}", {{"time", of.time}}),
                    .paragraphs = facts_for_host(of),
                    .button = {t("Change or cancel it"), of.link}};
        case NoticeKind::cancelled:
            return {.translator = t,
                    .title = t("The presentation for “{group}” is cancelled", {{"group", group}}),
                    .paragraphs = {t("It does not take place. You may ask for another one whenever you like."),
                                   reason_line(t, of.presentation)},
                    .button = {t("See it"), of.link}};
        case NoticeKind::reminder:
            return {.translator = t,
                    .title = t("Soon: the presentation for “{group}”", {{"group", group}}),
                    .paragraphs = with(t("A projector or a wall is enough; chairs in a half circle help. If something "
                                         "came up, please tell us now."),
                                       facts_for_host(of)),
                    .button = {t("Change or cancel it"), of.link}};
        case NoticeKind::thanks:
            return {.translator = t,
                    .title = t("Thank you for having us"),
                    .paragraphs = {t("Thank you for the evening with “{group}”. How was it? Two questions help {name} "
                                     "and those who come after you.",
                                     {{"group", group}, {"name", of.champion}})},
                    .button = {t("Tell us how it was"), of.link}};
        case NoticeKind::reopened:
            return {
                .translator = t,
                .title = t("The date for “{group}” is open again", {{"group", group}}),
                .paragraphs = {t("{time} is not fixed any more. We are asking other champions, and you hear from us "
                                 "as soon as somebody says yes.",
                                 {{"time", of.time}})},
                .button = {t("See it"), of.link}};
        case NoticeKind::declined:
            return {.translator = t,
                    .title = t("We cannot come to “{group}”", {{"group", group}}),
                    .paragraphs = {t("We are sorry: this time it is not possible."), reason_line(t, of.presentation)},
                    .button = {t("See it"), of.link}};
        case NoticeKind::said_no:
            return {.translator = t,
                    .title = t("Does the presentation for “{group}” not take place?", {{"group", group}}),
                    .paragraphs = with(t("Your calendar answered “no” to our invitation. Nothing is cancelled by that: "
                                         "{name} still comes. If you need another date or none, please tell us on "
                                         "your page.",
                                         {{"name", of.champion}}),
                                       facts_for_host(of)),
                    .button = {t("Change or cancel it"), of.link}};
        default:
            return {.translator = t,
                    .title = t("We are looking for a champion for “{group}”", {{"group", group}}),
                    .paragraphs = {t("No champion is free at your dates yet. You are on the waiting list: a "
                                     "coordinator looks at it, and you hear from us as soon as somebody can come."),
                                   t("Other dates make it easier. You can add some on your page.")},
                    .button = {t("Propose other dates"), of.link}};
    }
}

html::MailWords champion_words(const About& of) {
    const auto& t = of.t;
    const std::string& group = of.presentation.wish.host_group;
    switch (of.notice.kind) {
        case NoticeKind::moved:
            return {.translator = t,
                    .title = t("New date for “{group}”: {time}", {{"group", group}, {"time", of.time}}),
                    .paragraphs =
                        with(t("The host asked for another date, and you are free then."), facts_for_champion(of)),
                    .button = {t("See your presentations"), of.link}};
        case NoticeKind::cancelled:
            return {.translator = t,
                    .title = t("Not any more: “{group}”, {time}", {{"group", group}, {"time", of.time}}),
                    .paragraphs = {t("You need not come. Your calendar takes it out by the invitation in this email."),
                                   reason_line(t, of.presentation)},
                    .button = {t("See your presentations"), of.link}};
        case NoticeKind::reminder:
            return {.translator = t,
                    .title = t("Soon: you speak at “{group}”", {{"group", group}}),
                    .paragraphs = facts_for_champion(of),
                    .button = {t("See your presentations"), of.link}};
        case NoticeKind::said_no:
            return {.translator = t,
                    .title = t("Can you not come to “{group}”?", {{"group", group}}),
                    .paragraphs = with(t("Your calendar answered “no” to our invitation. You are still awaited there. "
                                         "If you cannot come, please give it back on your page, and we look for "
                                         "somebody else."),
                                       facts_for_champion(of)),
                    .button = {t("See your presentations"), of.link}};
        case NoticeKind::report_due:
            return {
                .translator = t,
                .title = t("How was it at “{group}”?", {{"group", group}}),
                .paragraphs = {t("Please tell us how many came, what they asked and how the room felt. It takes two "
                                 "minutes, and puts {town} on the map.",
                                 {{"town", of.presentation.wish.town}})},
                .button = {t("Write the report"), of.link}};
        default:
            return {.translator = t,
                    .title = t("You speak at “{group}”: {time}", {{"group", group}, {"time", of.time}}),
                    .paragraphs = with(t("Thank you for coming. The invitation for your calendar is with this email."),
                                       facts_for_champion(of)),
                    .button = {t("See your presentations"), of.link}};
    }
}

// Links to what helps with the topic.
void add_materials(const Services& services, const About& of, html::MailWords& words, db::Read& read) {
    if (!services.materials || of.notice.recipient != Recipient::champion) return;
    if (of.notice.kind != NoticeKind::booked && of.notice.kind != NoticeKind::reminder) return;
    for (const auto& material : services.materials(read, of.presentation.wish.topic, of.t.locale()))
        words.links.push_back({material.title, material.url});
}

// Whether it is still true that is told: a booking that was moved, or given to somebody else, is not.
bool is_stale(const About& of) {
    const bool tells_a_time = of.notice.kind == NoticeKind::booked || of.notice.kind == NoticeKind::moved ||
                              of.notice.kind == NoticeKind::reminder || of.notice.kind == NoticeKind::said_no;
    if (tells_a_time) return of.presentation.state != State::booked || of.presentation.sequence != of.notice.sequence;
    if (of.notice.kind == NoticeKind::waits) return of.presentation.state != State::waiting;
    if (of.notice.kind == NoticeKind::report_due) return of.presentation.state != State::booked;
    return false;
}

std::optional<mail::Message> notice_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto notice = store::find_notice(read, NoticeId{order.about});
    auto presentation = notice ? store::find(read, notice->presentation) : std::nullopt;
    if (!presentation) return std::nullopt;
    const bool is_host = notice->recipient == Recipient::host;
    if (is_host ? presentation->email.empty() : !notice->champion) return std::nullopt;
    const Translator t{order.locale};
    About of{t, *std::move(presentation), *notice, "", "", ""};
    if (notice->starts_at) of.time = time_words(t, *notice->starts_at, of.presentation.wish);
    if (notice->champion) of.champion = services.champions.name(read, *notice->champion);
    of.link = is_host ? own_link(services, of.presentation, order.locale)
                      : champion_link(services, *notice->champion, order.locale);
    if (is_stale(of)) return std::nullopt;
    html::MailWords words = is_host ? host_words(of) : champion_words(of);
    std::erase(words.paragraphs, "");
    add_materials(services, of, words, read);
    auto made = ports::mail_message(services, std::move(words));
    made.calendar = invitation(services,
                               {of.presentation,
                                of.notice,
                                order.locale,
                                {order.recipient, is_host ? of.presentation.wish.contact_name : of.champion},
                                of.link},
                               read);
    return made;
}

std::optional<mail::Message> offer_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto offer = store::find_offer(read, OfferId{order.about});
    const auto presentation = offer ? store::find(read, offer->presentation) : std::nullopt;
    if (!presentation || offer->state != OfferState::open) return std::nullopt;
    const Translator t{order.locale};
    const Wish& wish = presentation->wish;
    std::vector<std::string> paragraphs{
        offer->reasons.is_asked_for
            ? t("“{group}” asks for a presentation, and asked for you by name. You are asked before anybody else.",
                {{"group", wish.host_group}})
            : t("“{group}” asks for a presentation, and you fit. Whoever says yes first has it.",
                {{"group", wish.host_group}}),
        t("Where: {place}", {{"place", place_words(t, wish)}}),
        t("Language: {language}", {{"language", language_words(t, wish.language)}}),
        t.plural("{count} person is expected.", "{count} people are expected.", wish.expected_size)};
    for (const auto date : store::dates(read, presentation->id)) paragraphs.push_back(time_words(t, date, wish));
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("Can you speak at “{group}”?", {{"group", wish.host_group}}),
         .paragraphs = std::move(paragraphs),
         .button = {t("Say yes or no"),
                    absolute(services, offer_path(order.locale, services.tokens.make(kOffer, offer->id.value)))},
         .after = {t("Please answer by {time}", {{"time", time_words(t, offer->expires_at, wish)}})}});
}

std::optional<mail::Message> name_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto name = store::find_name(read, ListNameId{order.about});
    if (!name || name->email.empty() || name->confirmed_at || name->denied_at) return std::nullopt;
    const auto presentation = store::find(read, name->presentation);
    const Translator t{order.locale};
    const std::string link =
        absolute(services, name_path(order.locale, services.tokens.make(kListName, name->id.value)));
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Do you want news of the campaign?"),
                   .paragraphs = {t("At a presentation in {town} your name was put down for our email list. You are "
                                    "on it only once you confirm. The button opens a page; nothing happens before you "
                                    "press the button there.",
                                    {{"town", presentation ? presentation->wish.town : ""}})},
                   .button = {t("Confirm"), link},
                   .after = {t("If you do nothing, you get nothing more from us.")},
                   .links = {{t("This was not me"), link}}});
}

std::optional<mail::Message> escalation_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto presentation = store::find(read, PresentationId{order.about});
    if (!presentation || presentation->state != State::waiting) return std::nullopt;
    const Translator t{order.locale};
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("No champion for “{group}” yet", {{"group", presentation->wish.host_group}}),
         .paragraphs = {t("Nobody who was asked can come, or nobody fits. Please choose a champion, or write "
                          "to the host."),
                        t("Where: {place}", {{"place", place_words(t, presentation->wish)}})},
         .button = {t("Look at the request"), absolute(services, staff_path(order.locale, presentation->id))}});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    const auto add = [&](std::string_view kind, auto render) {
        renderers.add(kind, [&services, render](const mail::Order& order, db::Read& read) {
            return render(services, order, read);
        });
    };
    add(kConfirmMail, confirm_mail);
    add(kNoticeMail, notice_mail);
    add(kOfferMail, offer_mail);
    add(kNameMail, name_mail);
    add(kEscalationMail, escalation_mail);
}

}  // namespace presentations
