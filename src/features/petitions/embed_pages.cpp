#include "features/petitions/embed_pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/frame_document.h"
#include "platform/html/markdown.h"

namespace petitions::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_head(Out& out, const Translator& t, const FrameAround& around, const PublicCount& count) {
    html::write<R"(<header class="sign-frame__head"><p class="sign-frame__kind">{}</p>
<h1 class="sign-frame__title" lang="{}">{}</h1>
<p class="sign-frame__tally"><span class="sign-frame__count" data-live-count="{}">{}</span> <span>{}</span></p>
<p class="sign-frame__lead" lang="{}">{}</p></header>)">(
        out, kind_label(t, around.petition.kind), base::code(around.text.locale), around.text.title,
        fmt::format("/api/v1/petitions/{}/count/stream", around.petition.slug), t.number(count.confirmed),
        count_label(t, count.confirmed), base::code(around.text.locale), around.text.lead);
}

void write_text(Out& out, const Translator& t, const Text& text) {
    html::write<R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary>
<div class="disclosure__body prose" lang="{}">{}</div></details>)">(
        out, t("Read what you sign"), base::code(text.locale),
        html::markdown(text.body, html::HeadingsBelow::page_title));
}

void write_foot(Out& out, const Translator& t, const FrameAround& around) {
    html::write<R"(<p class="sign-frame__foot"><a href="{}" target="_blank" rel="noopener">{}</a> {}</p>)">(
        out, petition_path(t.locale(), around.petition.slug), t("Open the whole page"), around.campaign);
}

// The origins are told to the script that passes the height on.
SafeHtml document(const Translator& t, const FrameAround& around, SafeHtml content) {
    return html::frame_document(t, {.title = around.text.title,
                                    .block = "sign-frame",
                                    .content = std::move(content),
                                    .script = "frame.js",
                                    .origins = around.partner.origins});
}

struct Message {
    std::string_view icon;
    std::string title, text;
    SafeHtml below{};
};

SafeHtml message(const Translator& t, const FrameAround& around, const Message& message) {
    Out out;
    html::write<
        R"(<div class="sign-frame__message"><p class="sign-frame__sign">{}</p><h1 class="sign-frame__title">{}</h1><p>{}</p>{}</div>)">(
        out, html::icon(message.icon), message.title, message.text, message.below);
    write_foot(out, t, around);
    return document(t, around, std::move(out).finish());
}

}  // namespace

html::SafeHtml framed_form(const Translator& t, const FrameAround& around, const PublicCount& count,
                           const SignFormState& state) {
    Out out;
    write_head(out, t, around, count);
    write_text(out, t, around.text);
    out.append(sign_form(t,
                         {embed_path(t.locale(), around.petition.slug, around.partner.code) + "/signatures",
                          around.petition.kind, FormPlace::frame},
                         state));
    write_foot(out, t, around);
    return document(t, around, std::move(out).finish());
}

html::SafeHtml framed_closed(const Translator& t, const FrameAround& around, const PublicCount& count) {
    Out out;
    write_head(out, t, around, count);
    html::write<
        R"(<div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>)">(
        out, html::icon("info"), t("Signing is closed"),
        t("Thank you to everyone who signed. The text and the count stay here."));
    write_foot(out, t, around);
    return document(t, around, std::move(out).finish());
}

html::SafeHtml framed_thanks(const Translator& t, const FrameAround& around, const std::string& mailbox_path) {
    const auto mailbox =
        mailbox_path.empty()
            ? SafeHtml{}
            : html::render<
                  R"(<p><a class="button button--primary" href="{}" target="_blank" rel="noopener">{}</a></p>)">(
                  mailbox_path, t("Open the demo mailbox"));
    return message(t, around,
                   {"mail", t("One more step: check your email"),
                    t("We have sent you an email. Press the button in it and your name counts. "
                      "Nothing there after five minutes? Look in your junk mail."),
                    mailbox});
}

html::SafeHtml framed_refusal(const Translator& t, const FrameAround& around, const std::string& contact) {
    return message(
        t, around,
        {"shield", t("Your signature could not be taken"),
         t("We take no signatures from this network or address at present, because too many came from it that were not "
           "real. If that is a mistake, write to us: we will put it right."),
         html::render<R"(<p><a class="button button--primary" href="mailto:{}">{}</a></p>)">(
             contact, t("Write to {address}", {{"address", contact}}))});
}

std::string embed_path(base::Locale locale, const std::string& slug, std::string_view partner) {
    return fmt::format("{}/embed/{}", petition_path(locale, slug), partner);
}

}  // namespace petitions::pages
