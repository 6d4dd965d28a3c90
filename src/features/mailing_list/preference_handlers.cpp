#include "features/mailing_list/preference_handlers.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/mailing_list/mail_limits_service.h"
#include "features/mailing_list/membership_service.h"
#include "features/mailing_list/pages.h"
#include "features/mailing_list/preference_pages.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/mail/outbox.h"
#include "ports/sender.h"

namespace mailing_list {
namespace {

using i18n::Translator;

people::TopicSet ticked_topics(const http::Form& form) {
    people::TopicSet ticked;
    for (int bit = 0; bit < people::kMostTopics; ++bit)
        if (form.is_ticked(fmt::format("topic-{}", bit))) ticked.add({bit});
    return ticked;
}

PreferenceForm form_of(const http::Form& form) {
    return {.shown = {base::whole_number(form.text("shown")).value_or(0)},
            .kept = ticked_topics(form),
            .most_per_week = form.text("most_per_week"),
            .pause = form.text("pause")};
}

std::optional<html::Flash> flash_of(const Translator& t, std::string_view done) {
    if (done == "saved") return html::Flash{html::Tone::success, t("Saved.")};
    if (done == "left") return html::Flash{html::Tone::success, t("You have left the list.")};
    if (done == "back") return html::Flash{html::Tone::success, t("You are on the list again.")};
    return std::nullopt;
}

// Everything stays but the language.
void change_language(db::Write& write, const people::Person& person, base::Locale locale) {
    if (person.locale == locale) return;
    people::change_person(write, person.id,
                          {person.name, locale, people::address_of(person), person.level, person.riding});
}

}  // namespace

http::Response PreferenceHandlers::request_page(const http::Request& request, const base::Problems& problems) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Your place on our list"),
                  .path = fmt::format("/{}/preferences", base::code(request.locale)),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::link_request(t, {request.form.text("email"), problems}),
                          problems.empty() ? 200 : 422);
}

http::Response PreferenceHandlers::show_request(const http::Request& request, db::Read&) const {
    return request_page(request, {});
}

base::Result<LinkRequest, base::Problems> PreferenceHandlers::read_request(const http::Request& request) const {
    const auto email = base::EmailAddress::parse(request.form.text("email"));
    if (!email)
        return base::Problems{{"email", base::message("Please enter an email address such as name@example.org.")}};
    return LinkRequest{*email, people::address_hash(services_.secret, *email), request.locale,
                       limited_network(request)};
}

http::WriteResult PreferenceHandlers::send_link(const LinkRequest& wanted, db::Write& write) const {
    const auto person = people::find_person_by_address(write, wanted.address_hash);
    if (person && !person->erased_at && take_mail(write, {wanted.address_hash, wanted.limited_network}) == MaySend::yes)
        mail::queue(write, {kPreferencesMail, wanted.email, wanted.locale, person->id.value});
    return http::see_other(fmt::format("/{}/preferences/sent", base::code(wanted.locale)));
}

http::Response PreferenceHandlers::show_request_again(const http::Request& request, const base::Problems& problems,
                                                      db::Read&) const {
    return request_page(request, problems);
}

http::Response PreferenceHandlers::sent(const http::Request& request, db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Check your email"), .indexing = html::Indexing::refused});
    auto content = pages::link_sent(t, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

http::Response PreferenceHandlers::show(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kPreferences, token);
    auto frame = services_.frames.frame(request, {.title = t("What you get"),
                                                  .flash = flash_of(t, request.query.text("done")),
                                                  .indexing = html::Indexing::refused});
    if (!id) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const auto person = member_of(read, people::PersonId{*id});
    if (!person) return ports::respond(std::move(frame), pages::nothing_held(t));
    return ports::respond(
        std::move(frame),
        pages::preferences(t, {*person, people::find_standing(read, person->id), people::topics(read), token,
                               request.received_at, ports::organisation_name(services_.config, request.locale)}));
}

base::Result<PreferenceAct, base::Problems> PreferenceHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kPreferences, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return PreferenceAct{.person = people::PersonId{*id},
                         .token = token,
                         .page_locale = request.locale,
                         .mail_locale = base::locale_of(request.form.text("language")).value_or(request.locale),
                         .form = form_of(request.form),
                         .network = request.client.text()};
}

http::WriteResult PreferenceHandlers::save(const PreferenceAct& act, db::Write& write) const {
    const auto person = member_of(write, act.person);
    const auto standing = person ? people::find_standing(write, person->id) : std::nullopt;
    if (standing) {
        change_language(write, *person, act.mail_locale);
        people::change_preferences(write, person->id, chosen(standing->preferences, act.form, write.now()));
    }
    return http::see_other(pages::preferences_path(act.mail_locale, act.token) + "?done=saved");
}

http::WriteResult PreferenceHandlers::leave_list(const PreferenceAct& act, db::Write& write) const {
    const Translator t{act.page_locale};
    leave(services_,
          {.person = act.person,
           .wording = {"mailing_list.leave", act.page_locale, pages::leave_wording(t)},
           .source = fmt::format("/{}/preferences", base::code(act.page_locale)),
           .network = act.network},
          write);
    return http::see_other(pages::preferences_path(act.page_locale, act.token) + "?done=left");
}

http::WriteResult PreferenceHandlers::return_to_list(const PreferenceAct& act, db::Write& write) const {
    const Translator t{act.page_locale};
    const std::string words = pages::return_wording(t, ports::organisation_name(services_.config, act.page_locale));
    come_back(services_,
              {.person = act.person,
               .wording = {"mailing_list.return", act.page_locale, words},
               .source = fmt::format("/{}/preferences", base::code(act.page_locale)),
               .network = act.network},
              write);
    return http::see_other(pages::preferences_path(act.page_locale, act.token) + "?done=back");
}

http::Response PreferenceHandlers::show_again(const http::Request& request, const base::Problems&,
                                              db::Read& read) const {
    return show(request, read);
}

http::Response LeaveHandlers::broken(const http::Request& request) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Leave the list"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::broken_link(t), 404);
}

http::Response LeaveHandlers::show(const http::Request& request, db::Read&) const {
    const auto link = read_leave_link(services_, {request.parameter("token"), request.parameter("mail")});
    if (!link) return broken(request);
    const Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Leave the list"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame),
                          pages::leave(t, {request.path, preferences_path(services_, link->person, request.locale)}));
}

// The page is made here, so that the writer only writes; a mail program gets a line.
base::Result<LeaveAct, base::Problems> LeaveHandlers::read_act(const http::Request& request) const {
    const auto link = read_leave_link(services_, {request.parameter("token"), request.parameter("mail")});
    if (!link) return base::Problems{{"", base::message("This link is not complete.")}};
    const Translator t{request.locale};
    const std::string source = fmt::format("/{}/leave", base::code(request.locale));
    if (request.form.text("by") != "page")
        return LeaveAct{*link,
                        {"mailing_list.one_click", request.locale, "List-Unsubscribe=One-Click"},
                        source,
                        request.client.text(),
                        http::text(t("You have left the list.") + "\n")};
    auto frame = services_.frames.frame(request, {.title = t("Leave the list"), .indexing = html::Indexing::refused});
    auto page =
        ports::respond(std::move(frame), pages::left(t, preferences_path(services_, link->person, request.locale)));
    return LeaveAct{*link,
                    {"mailing_list.leave", request.locale, pages::leave_wording(t)},
                    source,
                    request.client.text(),
                    std::move(page)};
}

http::WriteResult LeaveHandlers::leave_list(const LeaveAct& act, db::Write& write) const {
    leave(services_,
          {.person = act.link.person,
           .wording = act.wording,
           .source = act.source,
           .network = act.network,
           .mail = act.link.mail},
          write);
    return act.answer;
}

http::Response LeaveHandlers::refuse(const http::Request& request, const base::Problems&, db::Read&) const {
    return broken(request);
}

}  // namespace mailing_list
