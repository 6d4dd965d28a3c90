#include "features/petitions/moment_pages.h"

#include <fmt/format.h>

#include "features/petitions/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "platform/html/moment.h"
#include "platform/html/share_links.h"

namespace petitions::pages {
namespace {

using html::MomentTone;
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

std::string own_path(const Translator& t, const OwnSignature& view, std::string_view act) {
    return fmt::format("/{}/signatures/{}/{}", base::code(t.locale()), view.token, act);
}

html::Moment moment_to_confirm(const Translator& t, const OwnSignature& view) {
    return {MomentTone::plain, "signature", t("Confirm your signature"),
            t("{name}, with one press of the button your name counts for “{title}”.",
              {{"name", view.signature.given_name}, {"title", view.text.title}}),
            html::moment_buttons(
                t, {{own_path(t, view, "confirmation"), t("Confirm my signature"), html::ButtonKind::primary},
                    {own_path(t, view, "denial"), t("This was not me"), html::ButtonKind::quiet}})};
}

html::Moment moment_confirmed(const Translator& t, const OwnSignature& view) {
    return {MomentTone::success, "check-circle", t("Your signature is confirmed"),
            t("You signed “{title}” on {date}. You can withdraw your signature at any time.",
              {{"title", view.text.title}, {"date", t.date(view.signature.signed_at)}}),
            html::moment_buttons(
                t, {{own_path(t, view, "withdrawal"), t("Withdraw my signature"), html::ButtonKind::quiet}})};
}

html::Moment moment_withdrawn(const Translator& t, const OwnSignature& view) {
    return {MomentTone::plain, "undo", t("This signature is withdrawn"),
            t("It no longer counts and your name is not shown. If you change your mind, you can sign again."),
            html::moment_links({{petition_path(t.locale(), view.petition.slug), t("Back to the page")}})};
}

html::MomentButton delete_button(const Translator& t, const OwnSignature& view) {
    return {own_path(t, view, "withdrawal"), t("Delete my signature"), html::ButtonKind::quiet};
}

// A fresh mail was asked for: its button confirms, this link does not.
html::Moment moment_renewed(const Translator& t, const OwnSignature& view) {
    std::vector<html::MomentButton> buttons{delete_button(t, view)};
    if (may_renew(view.signature, view.use))
        buttons.insert(buttons.begin(),
                       {own_path(t, view, "renewal"), t("Send it once more"), html::ButtonKind::quiet});
    return {MomentTone::success, "mail", t("A fresh email is on its way"),
            t("We sent it on {time}. Press the button in it and your name counts. Nothing there after five minutes? "
              "Look in your junk mail.",
              {{"time", t.date_time(*view.signature.renewed_at)}}),
            html::moment_buttons(t, buttons)};
}

html::Moment moment_expired(const Translator& t, const OwnSignature& view) {
    return {
        MomentTone::plain, "clock", t("This link has expired"),
        t("A link confirms for 30 days. We can send you a fresh one: your signature waits."),
        html::moment_buttons(t, {{own_path(t, view, "renewal"), t("Send me a fresh email"), html::ButtonKind::primary},
                                 delete_button(t, view)})};
}

// Five mails were sent and none was answered.
html::Moment moment_used_up(const Translator& t, const OwnSignature& view) {
    return {MomentTone::error, "clock", t("This link has expired"),
            t("We have sent you five emails about this signature and will not send more. Please sign again: it takes a "
              "minute."),
            html::render<"{}{}">(
                html::moment_links({{petition_path(t.locale(), view.petition.slug) + "#sign", t("Sign again")}}),
                html::moment_buttons(t, {delete_button(t, view)}))};
}

bool is_renewed(const OwnSignature& view) {
    return view.use.link == OwnLink::first && view.signature.renewed_at &&
           view.use.now < *view.signature.renewed_at + kConfirmationPeriod;
}

html::Moment moment_past(const Translator& t, const OwnSignature& view) {
    if (is_renewed(view)) return moment_renewed(t, view);
    return may_renew(view.signature, view.use) ? moment_expired(t, view) : moment_used_up(t, view);
}

html::Moment moment_invalidated(const Translator& t, const OwnSignature& view) {
    return {MomentTone::error, "shield", t("Your signature was taken out of the count"),
            t("Your signature under “{title}” does not count at present. The reason: {reason} If this is a mistake, "
              "write to us and we will look at it.",
              {{"title", view.text.title}, {"reason", view.reason}}),
            html::render<"{}{}">(
                html::moment_links({{"mailto:" + view.contact, t("Write to {address}", {{"address", view.contact}})}}),
                html::moment_buttons(t, {delete_button(t, view)}))};
}

html::Moment moment_of(const Translator& t, const OwnSignature& view) {
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
    html::Moment moment{MomentTone::success, "mail", t("One more step: check your email"),
                        t("We have sent you an email. Press the button in it and your name counts. "
                          "Nothing there after five minutes? Look in your junk mail.")};
    if (!view.mailbox_path.empty())
        moment.below = html::moment_links({{view.mailbox_path, t("Open the demo mailbox")}});
    Out out;
    out.append(html::moment(moment));
    if (!view.text.thanks.empty())
        html::write<R"(<div class="frame frame--narrow prose" lang="{}">{}</div>)">(
            out, base::code(view.text.locale), html::markdown(view.text.thanks, html::HeadingsBelow::section));
    write_next_steps(out, t, view);
    return std::move(out).finish();
}

html::SafeHtml own_signature(const Translator& t, const OwnSignature& view) {
    Out out;
    out.append(html::moment(moment_of(t, view)));
    out.append(view.sections);
    return std::move(out).finish();
}

html::SafeHtml confirmed(const Translator& t, const ThankYou& view) {
    Out out;
    out.append(html::moment({MomentTone::success, "check-circle", t("Thank you. Your name counts."),
                             t("Your signature under “{title}” is confirmed.", {{"title", view.text.title}})}));
    write_next_steps(out, t, view);
    return std::move(out).finish();
}

html::SafeHtml turned_away(const Translator& t, const Petition& petition, const std::string& contact) {
    return html::moment(
        {MomentTone::error, "shield", t("Your signature could not be taken"),
         t("We take no signatures from this network or address at present, because too many came from it that were not "
           "real. If that is a mistake, write to us: we will put it right."),
         html::moment_links({{"mailto:" + contact, t("Write to {address}", {{"address", contact}})},
                             {petition_path(t.locale(), petition.slug), t("Back to the page"), "quiet"}})});
}

html::SafeHtml broken_link(const Translator& t) { return html::broken_link(t); }

}  // namespace petitions::pages
