#include "features/petitions/moment_pages.h"

#include <fmt/format.h>

#include "features/petitions/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "platform/html/share_links.h"

namespace petitions::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

// The action that comes next; where none is open, the way to all of them.
void write_next_action(Out& out, const Translator& t, const std::optional<ports::Action>& next) {
    html::write<R"(
  <div class="next-action accent-2"><p class="next-action__label">{}</p>
    <h2 class="next-action__title"><a class="next-action__link" href="{}">{}</a></h2>
    <p class="next-action__text">{}</p></div>)">(
        out, t("What you can do next"), next ? next->path : fmt::format("/{}/#act", base::code(t.locale())),
        next ? next->call : t("See every way to act"),
        next ? next->summary : t("Your name is a start. The campaign has more tools for you."));
}

void write_next_steps(Out& out, const Translator& t, const ThankYou& view) {
    html::write<R"(
<section class="section"><div class="frame">)">(out);
    write_next_action(out, t, view.next);
    html::write_share_links(out, t,
                            {.heading = t("Bring three people along"),
                             .address_label = t("Address of the page"),
                             .title = view.text.title,
                             .url = view.page_url,
                             .mail = view.page_url});
    html::write<"</div></section>">(out);
}

enum class MomentTone { success, plain, error };

std::string_view name_of(MomentTone tone) {
    switch (tone) {
        case MomentTone::success:
            return "success";
        case MomentTone::plain:
            return "plain";
        case MomentTone::error:
            return "error";
    }
    return "plain";
}

// A page with one message and at most a few buttons.
struct Moment {
    MomentTone tone;
    std::string_view icon;
    std::string title;
    std::string text;
    SafeHtml buttons{};
};

void write_moment(Out& out, const Moment& moment) {
    html::write<R"(
<section class="moment moment--{}"><div class="moment__inner frame">
  <p class="moment__sign">{}</p>
  <h1 class="moment__title">{}</h1>
  <div class="moment__text"><p>{}</p></div>
  {}
</div></section>)">(out, name_of(moment.tone), html::icon(moment.icon), moment.title, moment.text, moment.buttons);
}

// A form with nothing but the button that does it.
struct ActButton {
    std::string action;
    std::string label;
    html::ButtonKind kind;
};

SafeHtml act_button(const Translator& t, const ActButton& button) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<R"(<form class="moment__form" method="post" action="{}">{}</form>)">(
        button.action, fields.button({.label = button.label, .kind = button.kind, .size = html::ButtonSize::large}));
}

std::string own_path(const Translator& t, const OwnSignature& view, std::string_view act) {
    return fmt::format("/{}/signatures/{}/{}", base::code(t.locale()), view.token, act);
}

Moment moment_to_confirm(const Translator& t, const OwnSignature& view) {
    return {
        MomentTone::plain, "signature", t("Confirm your signature"),
        t("{name}, with one press of the button your name counts for “{title}”.",
          {{"name", view.signature.given_name}, {"title", view.text.title}}),
        html::render<"{}{}">(
            act_button(t, {own_path(t, view, "confirmation"), t("Confirm my signature"), html::ButtonKind::primary}),
            act_button(t, {own_path(t, view, "denial"), t("This was not me"), html::ButtonKind::quiet}))};
}

Moment moment_confirmed(const Translator& t, const OwnSignature& view) {
    return {MomentTone::success, "check-circle", t("Your signature is confirmed"),
            t("You signed “{title}” on {date}. You can withdraw your signature at any time.",
              {{"title", view.text.title}, {"date", t.date(view.signature.signed_at)}}),
            act_button(t, {own_path(t, view, "withdrawal"), t("Withdraw my signature"), html::ButtonKind::quiet})};
}

Moment moment_withdrawn(const Translator& t, const OwnSignature& view) {
    return {MomentTone::plain, "undo", t("This signature is withdrawn"),
            t("It no longer counts and your name is not shown. If you change your mind, you can sign again."),
            html::render<R"(<p class="moment__actions"><a class="button button--primary" href="{}">{}</a></p>)">(
                petition_path(t.locale(), view.petition.slug), t("Back to the page"))};
}

SafeHtml delete_button(const Translator& t, const OwnSignature& view) {
    return act_button(t, {own_path(t, view, "withdrawal"), t("Delete my signature"), html::ButtonKind::quiet});
}

// A fresh mail was asked for: its button confirms, this link does not.
Moment moment_renewed(const Translator& t, const OwnSignature& view) {
    const bool may_again = may_renew(view.signature, view.use);
    const SafeHtml again =
        act_button(t, {own_path(t, view, "renewal"), t("Send it once more"), html::ButtonKind::quiet});
    return {MomentTone::success, "mail", t("A fresh email is on its way"),
            t("We sent it on {time}. Press the button in it and your name counts. Nothing there after five minutes? "
              "Look in your junk mail.",
              {{"time", t.date_time(*view.signature.renewed_at)}}),
            html::render<"{}{}">(may_again ? again : SafeHtml{}, delete_button(t, view))};
}

Moment moment_expired(const Translator& t, const OwnSignature& view) {
    return {MomentTone::plain, "clock", t("This link has expired"),
            t("A link confirms for 30 days. We can send you a fresh one: your signature waits."),
            html::render<"{}{}">(
                act_button(t, {own_path(t, view, "renewal"), t("Send me a fresh email"), html::ButtonKind::primary}),
                delete_button(t, view))};
}

// Five mails were sent and none was answered.
Moment moment_used_up(const Translator& t, const OwnSignature& view) {
    return {MomentTone::error, "clock", t("This link has expired"),
            t("We have sent you five emails about this signature and will not send more. Please sign again: it takes a "
              "minute."),
            html::render<R"(<p class="moment__actions"><a class="button button--primary" href="{}#sign">{}</a></p>{})">(
                petition_path(t.locale(), view.petition.slug), t("Sign again"), delete_button(t, view))};
}

bool is_renewed(const OwnSignature& view) {
    return view.use.link == OwnLink::first && view.signature.renewed_at &&
           view.use.now < *view.signature.renewed_at + kConfirmationPeriod;
}

Moment moment_past(const Translator& t, const OwnSignature& view) {
    if (is_renewed(view)) return moment_renewed(t, view);
    return may_renew(view.signature, view.use) ? moment_expired(t, view) : moment_used_up(t, view);
}

Moment moment_invalidated(const Translator& t, const OwnSignature& view) {
    return {
        MomentTone::error, "shield", t("Your signature was taken out of the count"),
        t("Your signature under “{title}” does not count at present. The reason: {reason} If this is a mistake, "
          "write to us and we will look at it.",
          {{"title", view.text.title}, {"reason", view.reason}}),
        html::render<R"(<p class="moment__actions"><a class="button button--primary" href="mailto:{}">{}</a></p>{})">(
            view.contact, t("Write to {address}", {{"address", view.contact}}), delete_button(t, view))};
}

Moment moment_of(const Translator& t, const OwnSignature& view) {
    switch (confirmation_of(view.signature, view.use)) {
        case Confirmation::possible:
            return moment_to_confirm(t, view);
        case Confirmation::done_already:
            return moment_confirmed(t, view);
        case Confirmation::withdrawn:
            return moment_withdrawn(t, view);
        case Confirmation::expired:
            return moment_past(t, view);
        case Confirmation::invalidated:
            return moment_invalidated(t, view);
    }
    return moment_past(t, view);
}

}  // namespace

html::SafeHtml thank_you(const Translator& t, const ThankYou& view) {
    Moment moment{MomentTone::success, "mail", t("One more step: check your email"),
                  t("We have sent you an email. Press the button in it and your name counts. "
                    "Nothing there after five minutes? Look in your junk mail.")};
    if (!view.mailbox_path.empty())
        moment.buttons =
            html::render<R"(<p class="moment__actions"><a class="button button--primary" href="{}">{}</a></p>)">(
                view.mailbox_path, t("Open the demo mailbox"));
    Out out;
    write_moment(out, moment);
    if (!view.text.thanks.empty())
        html::write<R"(<div class="frame frame--narrow prose" lang="{}">{}</div>)">(
            out, base::code(view.text.locale), html::markdown(view.text.thanks, html::HeadingsBelow::section));
    write_next_steps(out, t, view);
    return std::move(out).finish();
}

html::SafeHtml own_signature(const Translator& t, const OwnSignature& view) {
    Out out;
    write_moment(out, moment_of(t, view));
    out.append(view.sections);
    return std::move(out).finish();
}

html::SafeHtml confirmed(const Translator& t, const ThankYou& view) {
    Out out;
    write_moment(out, {MomentTone::success, "check-circle", t("Thank you. Your name counts."),
                       t("Your signature under “{title}” is confirmed.", {{"title", view.text.title}})});
    write_next_steps(out, t, view);
    return std::move(out).finish();
}

html::SafeHtml turned_away(const Translator& t, const Petition& petition, const std::string& contact) {
    Out out;
    write_moment(
        out,
        {MomentTone::error, "shield", t("Your signature could not be taken"),
         t("We take no signatures from this network or address at present, because too many came from it that were not "
           "real. If that is a mistake, write to us: we will put it right."),
         html::render<
             R"(<p class="moment__actions"><a class="button button--primary" href="mailto:{}">{}</a> <a class="button button--quiet" href="{}">{}</a></p>)">(
             contact, t("Write to {address}", {{"address", contact}}), petition_path(t.locale(), petition.slug),
             t("Back to the page"))});
    return std::move(out).finish();
}

html::SafeHtml broken_link(const Translator& t) {
    Out out;
    write_moment(
        out, {MomentTone::error, "link", t("This link is not complete"),
              t("Mail programs sometimes cut long links in two. Copy the whole address from the email, or "
                "press the button in it again."),
              html::render<R"(<p class="moment__actions"><a class="button button--primary" href="/{}/">{}</a></p>)">(
                  base::code(t.locale()), t("Go to the campaign"))});
    return std::move(out).finish();
}

}  // namespace petitions::pages
