// What pages.h declares about the letter as it leaves: looking at it, paper, telephone.
#include "features/letters/parts_pages.h"
#include "platform/html/assets.h"

namespace letters::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

}  // namespace

SafeHtml carried(const LetterForm& typed) {
    Out out;
    const auto carry = [&](std::string_view name, std::string_view value) { out.append(html::hidden({name, value})); };
    carry("postal_code", typed.postal_code);
    carry("federal", typed.ridings[0]);
    carry("provincial", typed.ridings[1]);
    carry("municipal", typed.ridings[2]);
    carry("subject", typed.subject);
    for (const auto& block : typed.blocks) carry("blocks", block);
    carry("words", typed.words);
    carry("given_name", typed.given_name);
    carry("family_name", typed.family_name);
    carry("email", typed.email);
    carry("street", typed.street);
    carry("place", typed.place);
    if (typed.consent_mail == Ticked::yes) carry("consent_mail", "1");
    if (typed.as_meant == Ticked::yes) carry("as_meant", "1");
    if (typed.address_asked == Ticked::yes) carry("address_asked", "1");
    carry("stamp", typed.stamp);
    return std::move(out).finish();
}

SafeHtml preview(const Translator& t, const Way& way, const PreviewParts& parts) {
    Out out;
    write_page_head(out, t, way, t("This is what leaves"));
    html::write<R"(<div class="letter frame"><div class="letter__main">)">(out);
    write_election(out, t, parts.election);
    out.append(likeness_notice(t, parts.likeness));
    html::write<
        R"(<article class="letter-paper"><dl class="letter-paper__head"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div></dl>)">(
        out, t("Sent by"), parts.sender_name, t("Subject"), parts.subject);
    for (std::size_t i = 0; i < parts.texts.size(); ++i) {
        const auto& to = way.recipients.to[i];
        html::write<R"(<p class="letter-paper__to"><strong>{}</strong> {}</p>)">(out, to.name, office_words(t, to));
        if (i == 0) html::write<R"(<div class="letter-paper__text">{}</div>)">(out, parts.texts[0]);
        if (i > 0)
            html::write<
                R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body letter-paper__text">{}</div></details>)">(
                out, t("The same letter with this greeting"), parts.texts[i]);
    }
    html::write<
        R"(</article></div><div class="letter__side"><form class="form letter-choice" method="post" action="{}/write" novalidate>{}{}{}<h2 class="letter-start__title">{}</h2>)">(
        out, campaign_path(t.locale(), way.shown.campaign.slug), carried(way.typed), html::trap(t, "website"),
        parts.puzzle, t("How shall it get there?"));
    if (way.recipients.can_mail())
        html::write<"{}<p>{}</p>">(out,
                                   act_button(t, {.label = t("Send it by email"),
                                                  .size = html::ButtonSize::large,
                                                  .width = html::ButtonWidth::full,
                                                  .name = "act",
                                                  .value = "send",
                                                  .icon = "mail"}),
                                   t("You get an email first; it leaves when you confirm. You also get a copy."));
    html::write<R"({}<p><a href="{}">{}</a></p>{}</form></div></div>)">(
        out,
        act_button(t, {.label = t("Print it myself"),
                       .kind = html::ButtonKind::quiet,
                       .width = html::ButtonWidth::full,
                       .name = "act",
                       .value = "print",
                       .icon = "file-text"}),
        call_address(t, way), t("Call instead: script and numbers"),
        act_button(t, {.label = t("Change it"), .kind = html::ButtonKind::text, .name = "act", .value = "edit"}));
    return std::move(out).finish();
}

SafeHtml printed(const Translator& t, const Way& way, const std::string& subject,
                 const std::vector<PrintedLetter>& letters) {
    Out out;
    html::write<R"(<div class="no-print">)">(out);
    write_page_head(out, t, way, t("Print your letter"));
    html::write<
        R"(<div class="frame letter-print__ways"><form class="form" method="post" action="{}/write" novalidate data-resubmit>{}{}</form><p>{}</p></div></div>)">(
        out, campaign_path(t.locale(), way.shown.campaign.slug), carried(way.typed),
        act_button(t, {.label = t("Save it as a PDF"), .name = "act", .value = "pdf", .icon = "download"}),
        t("Print it, sign it by hand, and put it into an envelope."));
    html::write<
        R"(<form class="form frame no-print letter-print__posted" method="post" action="{}/posted">{}{}{}</form>)">(
        out, campaign_path(t.locale(), way.shown.campaign.slug), html::hidden({"postal_code", way.typed.postal_code}),
        chosen_ridings(way.typed),
        act_button(t, {.label = t("I have put it in the mail"), .kind = html::ButtonKind::quiet, .icon = "check"}));
    for (const PrintedLetter& letter : letters) {
        html::write<
            R"(<div class="frame frame--narrow"><article class="letter-paper letter-paper--print"><p class="letter-paper__address"><strong>{}</strong><br>{}</p><p class="letter-paper__address letter-paper__text">{}</p>)">(
            out, letter.to.name, office_words(t, letter.to), letter.postal);
        if (letter.is_free)
            html::write<R"(<p class="letter-paper__note no-print">{} {}</p>)">(
                out, html::icon("info"), t("No postage is needed to the Parliament of Canada."));
        html::write<
            R"(<h2 class="letter-paper__subject">{}</h2><div class="letter-paper__text">{}</div></article></div>)">(
            out, subject, letter.text);
    }
    return std::move(out).finish();
}

namespace {

void write_numbers(Out& out, const Translator& t, const ports::Representative& each) {
    bool has_any = false;
    html::write<R"(<ul class="letter-call__numbers">)">(out);
    for (const auto& address : each.addresses) {
        if (address.telephone.empty()) continue;
        has_any = true;
        html::write<R"(<li><a href="tel:{}">{}</a> {}</li>)">(
            out, address.telephone, address.telephone,
            address.kind == "constituency" ? t("office in the riding") : t("office at the legislature"));
    }
    html::write<"</ul>">(out);
    if (!has_any) html::write<"<p>{}</p>">(out, t("No telephone number is known."));
}

void write_outcomes(Out& out, const Translator& t, const Way& way, const ports::Representative& each) {
    html::write<R"(<form class="form letter-call__outcomes" method="post" action="{}/call">{}{}{})">(
        out, campaign_path(t.locale(), way.shown.campaign.slug),
        html::hidden({"representative", std::to_string(each.id.value)}),
        html::hidden({"postal_code", way.typed.postal_code}), chosen_ridings(way.typed));
    for (const CallOutcome outcome : kCallOutcomes)
        out.append(act_button(t, {.label = t(label_of(outcome)),
                                  .kind = html::ButtonKind::quiet,
                                  .name = "outcome",
                                  .value = std::string{name_of(outcome)}}));
    html::write<"</form>">(out);
}

}  // namespace

SafeHtml call(const Translator& t, const Way& way, Thanked thanked) {
    const Content& content = way.shown.campaign.content;
    const auto& script = content.script.in(t.locale());
    Out out;
    write_page_head(out, t, way, t("Call the office"));
    html::write<R"(<div class="letter frame"><div class="letter__main">)">(out);
    if (thanked == Thanked::yes)
        html::write<
            R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("check-circle"), t("Thank you. Your call is counted, without your name."));
    html::write<R"(<h2>{}</h2><div class="letter-paper letter-paper__text">{}</div>)">(
        out, t("What you can say"), script.empty() ? content.opening.in(t.locale()) : script);
    for (const auto& line : way.shown.taglines) html::write<R"(<p class="letter-tagline">{}</p>)">(out, line);
    html::write<R"(</div><div class="letter__side">)">(out);
    for (const auto& each : way.recipients.to) {
        html::write<R"(<section class="letter-call"><h2 class="letter-call__name">{}</h2><p>{}</p>)">(
            out, each.name, office_words(t, each));
        write_numbers(out, t, each);
        html::write<R"(<p class="letter-call__how">{}</p>)">(out, t("How did it go?"));
        write_outcomes(out, t, way, each);
        html::write<"</section>">(out);
    }
    html::write<"</div></div>">(out);
    return std::move(out).finish();
}

}  // namespace letters::pages
