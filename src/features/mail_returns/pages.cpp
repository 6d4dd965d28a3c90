#include "features/mail_returns/pages.h"

#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace mail_returns::pages {
namespace {

using html::Out;

html::SafeHtml time_of(const i18n::Translator& t, base::Instant at) {
    return html::render<R"(<time datetime="{}">{}</time>)">(i18n::machine_time(at), t.date_time(at));
}

html::SafeHtml kinds(const i18n::Translator& t, const ReturnsView& view) {
    if (view.counts.empty())
        return html::render<"<p>{}</p>">(
            view.is_reachable
                ? t("Nothing came back in the last thirty days.")
                : t("Mails cannot come back to this program yet: set mail.returns_domain, and mail.returns_listen or "
                    "mail.returns_maildir. Until then addresses that no longer exist stay on the list."));
    const auto rows = [&](Out& out) {
        for (const auto& [kind, count] : view.counts)
            html::write<R"(<tr><th scope="row">{}</th><td class="table__number" data-label="{}">{}</td></tr>)">(
                out, t(label(kind)), t("Mails"), t.number(count));
    };
    return html::render<R"(<table class="table"><caption class="table__caption visually-hidden">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>)">(
        t("The last thirty days"), t("What came back"), t("Mails"), rows);
}

std::string reason(const i18n::Translator& t, const people::Suppression& suppression) {
    switch (suppression.reason) {
        case people::SuppressionReason::unknown_address:
            return t("The address does not exist");
        case people::SuppressionReason::complaint:
            return t("Called spam by the reader");
        case people::SuppressionReason::refused:
            return t("Mails came back again and again");
        case people::SuppressionReason::by_staff:
        case people::SuppressionReason::none:
            break;
    }
    return t("Put here by staff");
}

html::SafeHtml answer(const i18n::Translator& t, const ReturnsView& view, const html::Fields& fields) {
    const std::string path = returns_path(t.locale()) + "/suppressions";
    if (!view.suppression)
        return html::render<R"(<p>{}</p><form class="form" method="post" action="{}" novalidate>{}{}{}</form>)">(
            t("{address} is not left alone: it is mailed when its person agreed.", {{"address", view.asked}}), path,
            html::hidden({"address", view.asked}),
            fields.text({.name = "why",
                         .label = t("Why it is to be left alone"),
                         .value = view.why,
                         .required = html::Required::no,
                         .max_length = 200}),
            fields.button({.label = t("Leave this address alone"), .kind = html::ButtonKind::danger}));
    const auto detail = [&](Out& out) {
        if (!view.suppression->detail.empty()) html::write<"<p><q>{}</q></p>">(out, view.suppression->detail);
    };
    return html::render<R"(<p>{} {}</p>{}<form method="post" action="{}">{}{}</form>)">(
        t("{address} is left alone since {time}.",
          {{"address", view.asked}, {"time", t.date_time(view.suppression->at)}}),
        reason(t, *view.suppression), detail, path + "/lifting", html::hidden({"address", view.asked}),
        fields.button({.label = t("Mail this address again"), .kind = html::ButtonKind::quiet}));
}

html::SafeHtml address_part(const i18n::Translator& t, const ReturnsView& view) {
    const html::Fields fields{t, view.problems};
    const auto found = [&](Out& out) {
        if (view.is_known)
            out.append(answer(t, view, fields));
        else if (!view.asked.empty())
            html::write<"<p>{}</p>">(out, t("That is no email address."));
    };
    return html::render<R"(<form class="form" method="get" action="{}">{}{}</form>{})">(
        returns_path(t.locale()),
        fields.text({.name = "address", .label = t("Address"), .value = view.asked, .kind = html::TextKind::email}),
        fields.button({.label = t("Look it up"), .kind = html::ButtonKind::quiet}), found);
}

html::SafeHtml unread(const i18n::Translator& t, const std::vector<ReturnedMail>& mails) {
    if (mails.empty()) return html::render<"<p>{}</p>">(t("Every mail that came back was understood."));
    const auto rows = [&](Out& out) {
        for (const auto& mail : mails)
            html::write<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td></tr>)">(
                out, returns_path(t.locale()) + "/mails/" + std::to_string(mail.id.value),
                mail.subject.empty() ? t("(no subject)") : mail.subject, t("Time"), time_of(t, mail.received_at));
    };
    return html::render<
        R"(<table class="table table--cards"><caption class="table__caption visually-hidden">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>)">(
        t("Mails to be read by people"), t("Subject"), t("Time"), rows);
}

html::SafeHtml verdict_badge(const i18n::Translator& t, Verdict verdict) {
    switch (verdict) {
        case Verdict::good:
            return ports::badge({"success", t("good")});
        case Verdict::better_possible:
            return ports::badge({"warning", t("could be better")});
        case Verdict::wrong:
            return ports::badge({"danger", t("to be mended")});
        case Verdict::unknown:
            break;
    }
    return ports::badge({"neutral", t("not known")});
}

html::SafeHtml finding(const i18n::Translator& t, const Finding& finding) {
    const auto line = [&](Out& out, const std::string& label, const std::string& value) {
        if (!value.empty())
            html::write<R"(<p>{}</p><pre class="code-block" tabindex="0"><code>{}</code></pre>)">(out, label, value);
    };
    const auto lines = [&](Out& out) {
        line(out, t("What stands there now"), finding.record);
        line(out, t("What to publish, as a TXT record of {name}", {{"name", finding.name}}), finding.to_publish);
    };
    return html::render<"<p>{} {}</p>{}">(verdict_badge(t, finding.verdict), t(finding.sentence), lines);
}

std::vector<ports::Crumb> way_here(const i18n::Translator& t) {
    return {{t("Returned mail"), returns_path(t.locale())}};
}

}  // namespace

std::string returns_path(base::Locale locale) { return "/" + std::string{base::code(locale)} + "/staff/returns"; }

html::SafeHtml returns(i18n::Translator t, const ReturnsView& view) {
    const html::Fields fields{t, view.problems};
    const auto check = ports::button_link({returns_path(t.locale()) + "/domain", t("Check our domain"), "shield"});
    return html::render<"{}{}{}{}{}">(
        ports::staff_head(t, {t("Returned mail"),
                              t("What other servers sent back. Addresses that do not exist, or whose readers called us "
                                "spam, are left alone by themselves."),
                              check}),
        fields.error_summary(), ports::panel({t("The last thirty days")}, kinds(t, view)),
        ports::panel({t("Is this address left alone?")}, address_part(t, view)),
        ports::panel({t("Mails to be read by people")}, unread(t, view.mails)));
}

html::SafeHtml mail(i18n::Translator t, const ReturnedMail& mail) {
    const auto body = html::render<R"(<p>{} <code>{}</code></p>
<pre class="code-block" tabindex="0"><code>{}</code></pre>)">(time_of(t, mail.received_at), mail.recipient, mail.text);
    return html::render<"{}{}">(ports::staff_head(t, {t("A mail that came back"), "", {}, way_here(t)}),
                                ports::panel({mail.subject.empty() ? t("(no subject)") : mail.subject}, body));
}

html::SafeHtml domain(i18n::Translator t, const DomainView& view) {
    return html::render<"{}{}{}{}">(
        ports::staff_head(t, {t("Our domain"),
                              t("Whether other servers can tell that mails from {domain} are ours. Asked just now.",
                                {{"domain", view.domain}}),
                              {},
                              way_here(t)}),
        ports::panel({t("SPF: which servers may send")}, finding(t, view.spf)),
        ports::panel({t("DKIM: the signature")}, finding(t, view.dkim)),
        ports::panel({t("DMARC: what happens to forgeries")}, finding(t, view.dmarc)));
}

}  // namespace mail_returns::pages
