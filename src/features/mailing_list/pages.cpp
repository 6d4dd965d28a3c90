#include "features/mailing_list/pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/frame_document.h"
#include "platform/html/markdown.h"
#include "platform/html/moment.h"
#include "ports/person_fields.h"

namespace mailing_list::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string button_label(const Translator& t) { return t("Join the list"); }

std::string form_text(const Translator& t, const ListForm& form) {
    if (form.id) return form.plan.words.text(t.locale());
    return t("One short letter when there is something to do. Leave whenever you like.");
}

SafeHtml email_field(const html::Fields& fields, const Translator& t, const JoinForm& typed) {
    return fields.text({.name = "email",
                        .label = t("Email"),
                        .value = typed.email,
                        .kind = html::TextKind::email,
                        .autocomplete = "email",
                        .hint = t("We send one email first, to make sure that the address is yours.")});
}

SafeHtml postal_code_field(const html::Fields& fields, const Translator& t, const JoinForm& typed) {
    return fields.text({.name = "postal_code",
                        .label = t("Postal code"),
                        .value = typed.postal_code,
                        .kind = html::TextKind::postal_code,
                        .required = html::Required::no,
                        .autocomplete = "postal-code",
                        .hint = t("So that we write about what happens near you."),
                        .size = html::FieldSize::small,
                        .max_length = 20});
}

void write_trap(Out& out, const Translator& t) {
    html::write<R"(
<div class="trap" aria-hidden="true"><label for="website">{}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>)">(
        out, t("Leave this field empty"));
}

// The button, and beside it the words by which pressing it is a consent.
void write_consent(Out& out, const html::Fields& fields, const Translator& t, const ShownForm& shown) {
    html::write<
        R"({}<p class="join__wording">{}</p><p class="join__promise">{} <a href="/{}/pages/privacy">{}</a></p>)">(
        out,
        fields.button({.label = button_label(t), .size = html::ButtonSize::large, .width = html::ButtonWidth::full}),
        join_wording(t, shown.organisation), html::icon("lock"), base::code(t.locale()), t("How we treat your data"));
}

void write_fields(Out& out, const Translator& t, const ShownForm& shown, const JoinState& state) {
    const html::Fields fields{t, state.problems};
    out.append(fields.error_summary());
    out.append(email_field(fields, t, state.typed));
    if (shown.form.plan.name == Asks::yes)
        out.append(
            ports::own_name_fields(fields, t, {state.typed.given_name, state.typed.family_name, html::Required::no}));
    if (shown.form.plan.postal_code == Asks::yes) out.append(postal_code_field(fields, t, state.typed));
    write_trap(out, t);
    out.append(html::hidden({"stamp", state.typed.stamp}));
    out.append(state.puzzle);
    write_consent(out, fields, t, shown);
}

void write_topics(Out& out, const Translator& t, const ShownForm& shown) {
    if (shown.form.plan.topics.bits == 0) return;
    html::write<R"(<h2 class="join__topics-title">{}</h2><ul class="join__topics">)">(out, t("What you get"));
    for (const auto& topic : shown.topics)
        if (shown.form.plan.topics.holds(topic.bit))
            html::write<"<li><b>{}</b> {}</li>">(out, topic.name(t.locale()), topic.summary(t.locale()));
    html::write<"</ul>">(out);
}

void write_closed(Out& out, const Translator& t) {
    html::write<
        R"(<div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p><a href="{}">{}</a></p></div></div>)">(
        out, html::icon("info"), t("This form is closed."), join_path(t.locale()), t("Join the email list"));
}

// Who filled in a form of ours has read what they agree to; whom a partner's program brought reads it now.
std::string words_before_joining(const Translator& t, const SignUp& sign_up) {
    auto words = t("With one press of the button, {email} is on the list.", {{"email", sign_up.email}});
    return sign_up.was_brought() ? words + " " + sign_up.wording : words;
}

html::Moment moment_of(const Translator& t, const OwnSignUp& view) {
    const std::string path = sign_up_path(t.locale(), view.token);
    switch (confirmation_of(view.sign_up, view.use)) {
        case Confirmation::possible:
            return {MomentTone::plain, "mail", t("Join the email list"), words_before_joining(t, view.sign_up),
                    html::moment_buttons(t, {{path + "/confirmation", t("Yes, put me on the list")},
                                             {path + "/denial", t("This was not me"), html::ButtonKind::quiet}})};
        case Confirmation::done_already:
            return {MomentTone::success, "check-circle", t("Welcome. You are on the list."),
                    t("You choose what you get and how often. You can leave at any time, with one click."),
                    html::moment_links({{view.preferences, t("Choose what you get")}})};
        case Confirmation::denied:
            return {
                MomentTone::plain, "shield", t("Thank you for telling us"),
                t("Nothing was sent to this address but one email, and nobody can sign it up for the next 30 days.")};
        case Confirmation::expired:
            break;
    }
    if (is_renewed(view.sign_up, view.use))
        return {MomentTone::success, "mail", t("A fresh email is on its way"),
                t("Press the button in it. Nothing there after five minutes? Look in your junk mail.")};
    if (may_renew(view.sign_up, view.use))
        return {MomentTone::plain, "clock", t("This link has expired"),
                t("A link works for 7 days. We can send you a fresh one."),
                html::moment_buttons(t, {{path + "/renewal", t("Send me a fresh email")}})};
    return {MomentTone::error, "clock", t("This link has expired"),
            t("We have sent you five emails about this and will not send more. Please fill in the form again."),
            html::moment_links({{join_path(t.locale()), t("Join the email list")}})};
}

}  // namespace

html::SafeHtml join(const Translator& t, const ShownForm& shown, const JoinState& state) {
    Out out;
    html::write<R"(
<article class="frame section join"><div class="join__words"><header class="page-head"><h1 class="page-head__title">{}</h1></header><div class="prose">{}</div>)">(
        out, form_title(t, shown.form), html::markdown(form_text(t, shown.form), html::HeadingsBelow::page_title));
    write_topics(out, t, shown);
    html::write<R"(</div><div class="join__form">)">(out);
    if (shown.form.closed_at) {
        write_closed(out, t);
    } else {
        html::write<R"(<form class="form" method="post" action="{}" novalidate>)">(
            out, join_path(t.locale(), shown.form.plan.slug));
        write_fields(out, t, shown, state);
        html::write<"</form>">(out);
    }
    html::write<"</div></article>">(out);
    return std::move(out).finish();
}

std::string join_wording(const Translator& t, const std::string& organisation) {
    return t(
        "By pressing “Join the list” you ask {organisation} to send you news of the campaign by email. You can "
        "leave the list at any time, with one click.",
        {{"organisation", organisation}});
}

std::string brought_wording(const Translator& t, const std::string& organisation) {
    return t(
        "By pressing “Yes, put me on the list” you ask {organisation} to send you news of the campaign by email. You "
        "can leave the list at any time, with one click.",
        {{"organisation", organisation}});
}

std::string form_title(const Translator& t, const ListForm& form) {
    return form.id ? form.plan.words.title(t.locale()) : t("Join the email list");
}

html::SafeHtml framed_form(const Translator& t, const ShownForm& shown, const JoinState& state,
                           const Framing& framing) {
    Out out;
    html::write<R"(<h1 class="join-frame__title">{}</h1>)">(out, form_title(t, shown.form));
    if (shown.form.closed_at) {
        write_closed(out, t);
    } else {
        html::write<R"(<form class="form" method="post" action="{}/embed" novalidate>)">(
            out, join_path(t.locale(), framing.slug));
        write_fields(out, t, shown, state);
        html::write<"</form>">(out);
    }
    html::write<R"(<p class="join-frame__foot"><a href="{}" target="_blank" rel="noopener">{}</a></p>)">(
        out, framing.page_url, framing.campaign);
    return html::frame_document(
        t, {.title = form_title(t, shown.form), .block = "join-frame", .content = std::move(out).finish()});
}

html::SafeHtml framed_joined(const Translator& t) {
    return html::frame_document(
        t, {.title = t("Thank you"),
            .block = "join-frame",
            .content = html::render<R"(<h1 class="join-frame__title">{}</h1><p>{}</p>)">(
                t("One more step: check your email"),
                t("We have sent you an email. Press the button in it and you are on the list. Nothing there after five "
                  "minutes? Look in your junk mail."))});
}

html::SafeHtml block(const Translator& t, const ShownForm& shown, const BlockWords& words) {
    const base::Problems none;
    const html::Fields fields{t, none};
    Out out;
    html::write<R"(
<section class="section section--tint" aria-labelledby="join-title"><div class="frame join"><div class="join__words"><h2 class="section__title" id="join-title">{}</h2><div class="prose">{}</div></div>
<form class="form join__form" method="post" action="{}" novalidate>{})">(
        out, words.heading.empty() ? form_title(t, shown.form) : std::string{words.heading},
        html::markdown(words.text.empty() ? form_text(t, shown.form) : std::string{words.text},
                       html::HeadingsBelow::section),
        join_path(t.locale(), words.slug), email_field(fields, t, {}));
    write_trap(out, t);
    out.append(html::hidden({"stamp", words.stamp}));
    out.append(html::hidden({"place", "hub"}));
    write_consent(out, fields, t, shown);
    html::write<"</form></div></section>">(out);
    return std::move(out).finish();
}

html::SafeHtml joined(const Translator& t, const std::string& mailbox_path) {
    return html::moment(
        {MomentTone::success, "mail", t("One more step: check your email"),
         t("We have sent you an email. Press the button in it and you are on the list. Nothing there after "
           "five minutes? Look in your junk mail."),
         mailbox_path.empty() ? SafeHtml{} : html::moment_links({{mailbox_path, t("Open the demo mailbox")}})});
}

html::SafeHtml own_sign_up(const Translator& t, const OwnSignUp& view) { return html::moment(moment_of(t, view)); }

html::SafeHtml broken_link(const Translator& t) { return html::broken_link(t); }

std::string join_path(base::Locale locale) { return fmt::format("/{}/join", base::code(locale)); }

std::string join_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/join/{}", base::code(locale), slug);
}

std::string joined_path(base::Locale locale) { return fmt::format("/{}/joined", base::code(locale)); }

std::string sign_up_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/sign-ups/{}", base::code(locale), token);
}

}  // namespace mailing_list::pages
