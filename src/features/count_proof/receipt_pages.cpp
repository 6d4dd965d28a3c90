#include <fmt/format.h>

#include "features/count_proof/pages.h"
#include "features/count_proof/pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"
#include "platform/html/qr_code.h"

namespace count_proof::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string receipt_path(const Translator& t, const OwnReceipt& own) {
    return fmt::format("{}/receipts/{}", path(t.locale()), own.token);
}

void write_state(Out& out, const Translator& t, const Receipt& receipt) {
    if (receipt.steps.empty()) {
        html::write<R"(<p>{}</p>)">(
            out, t("Your entry gets its place in the log within a few minutes. Until then this receipt is our signed "
                   "promise. Come back for the proof."));
        return;
    }
    html::write<R"(<p>{}</p>)">(
        out, t("Your signature is entry {index} of {count} in the public log. With this receipt you can prove it, "
               "to yourself or to others; nobody else can tell from the log that it is yours.",
               {{"index", receipt.steps.front().position}, {"count", receipt.size}}));
}

// The proof as a code: whoever reads it with a phone opens the page that checks it.
void write_code(Out& out, const Translator& t, const OwnReceipt& own) {
    if (own.receipt.steps.empty()) return;
    const std::string address =
        fmt::format("{}{}#receipt={}", own.page_url, path(t.locale()), short_text_of(own.receipt));
    const auto code = html::qr_code({address, t("Code of the receipt")});
    if (!code) return;
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body stack"><p>{}</p><div class="count-proof-code">{}</div></div></details>)">(
        out, t("Receipt as a code"), t("Print it or keep a picture of it. It holds the whole proof."), *code);
}

void write_mail_form(Out& out, const Translator& t, const OwnReceipt& own) {
    if (own.asked == MailAsked::yes)
        html::write<R"(<p class="notice notice--information" role="status">{}</p>)">(
            out, t("We send at most five emails about one signature. If this was one of them, the receipt is on its "
                   "way."));
    if (!own.may_mail || own.asked == MailAsked::yes) return;
    const base::Problems none;
    const html::Fields fields{t, none};
    html::write<R"(<form method="post" action="{}/mail">{}</form>)">(
        out, receipt_path(t, own),
        fields.button({.label = t("Mail me my receipt"), .kind = html::ButtonKind::quiet, .icon = "mail"}));
}

void write_body(Out& out, const Translator& t, const OwnReceipt& own) {
    write_state(out, t, own.receipt);
    html::write<R"(<div class="cluster"><a class="button button--primary" href="{}/file" download>{} {}</a>)">(
        out, receipt_path(t, own), html::icon("download"), t("Download the receipt"));
    write_mail_form(out, t, own);
    html::write<"</div>">(out);
    write_code(out, t, own);
    parts::write_note(out, t, {"receipt-text", t("Receipt as text"), json_of(own.receipt)});
    html::write<R"(<p><a class="more-link" href="{}">{} {}</a></p>)">(
        out, path(t.locale()), t("What it proves, and how to check it"), html::icon("arrow-right"));
}

}  // namespace

SafeHtml receipt_section(const Translator& t, const OwnReceipt& own) {
    Out out;
    html::write<
        R"(<section class="section section--tint" id="receipt" aria-labelledby="receipt-title"><div class="frame frame--narrow stack"><h2 class="section__title" id="receipt-title">{}</h2>)">(
        out, t("Your receipt"));
    write_body(out, t, own);
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

SafeHtml receipt_page(const Translator& t, const OwnReceipt& own) {
    Out out;
    html::write<
        R"(<header class="page-head frame frame--narrow"><p class="page-head__eyebrow">{}</p><h1 class="page-head__title">{}</h1></header><section class="section"><div class="frame frame--narrow stack">)">(
        out, t("The verifiable count"), t("Your receipt"));
    write_body(out, t, own);
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

SafeHtml no_receipt(const Translator& t) {
    return html::moment(
        {html::MomentTone::plain, "info", t("There is no receipt here"),
         t("The link is not complete, or the signature was withdrawn: then what opened its entry is deleted, and the "
           "entry stays without saying whose it was. A receipt that you kept still holds."),
         html::moment_links({{path(t.locale()), t("About the verifiable count")}})});
}

}  // namespace count_proof::pages
