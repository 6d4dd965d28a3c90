#include "features/demo_mailbox/pages.h"

#include "platform/html/assets.h"
#include "ports/staff_pages.h"

namespace demo_mailbox::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

SafeHtml time_of(const Translator& t, base::Instant at, std::string_view css_class) {
    return html::render<R"(<time class="{}" datetime="{}">{}</time>)">(css_class, i18n::machine_time(at),
                                                                       t.date_time(at));
}

void write_search(Out& out, const Translator& t, const Listing& listing) {
    html::write<
        R"(<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="to">{}</label><input class="field__input" id="to" name="to" type="search" value="{}" autocomplete="off"></div><button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, listing.path, t("Mails to"), listing.wanted, html::icon("search"), t("Search"));
}

// Of a subject in another language than the page's.
html::Attribute lang_of(const Translator& t, const ShownMail& mail) {
    const auto locale = mail.stored.order.locale;
    return html::attribute_if(mail.message.has_value() && locale != t.locale(), "lang", base::code(locale));
}

void write_entry(Out& out, const Translator& t, const Listing& listing, const ShownMail& mail) {
    html::write<
        R"(<li class="mail-list__item"><a class="mail-list__link" href="{}/{}"><span class="mail-list__to">{}</span><span class="mail-list__subject"{}>{}</span>{}</a></li>)">(
        out, listing.path, mail.stored.id.value, mail.stored.order.recipient.text(), lang_of(t, mail),
        subject_of(t, mail), time_of(t, mail.stored.created_at, "mail-list__time"));
}

SafeHtml nothing(const Translator& t, const Listing& listing) {
    const auto words = listing.wanted.empty()
                           ? t("Sign a petition with any address: the confirmation mail appears here.")
                           : t("No mail goes to an address with these letters.");
    return ports::empty_state({"inbox", t("No mails"), words});
}

void write_pager(Out& out, const Translator& t, const Listing& listing) {
    if (!listing.older_than) return;
    html::write<
        R"(<nav class="pager" aria-label="{}"><a class="pager__link" rel="next" href="{}?to={}&amp;before={}">{} {}</a></nav>)">(
        out, t("Pages"), listing.path, listing.wanted, listing.older_than->value, t("Older mails"),
        html::icon("arrow-right"));
}

// The text part, its addresses (each on a line of its own) as links.
SafeHtml text_part(std::string_view text) {
    Out out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        const auto line = text.substr(0, end);
        const auto address = line.substr(0, line.find('\n'));
        if (address.starts_with("https://") || address.starts_with("http://"))
            html::write<"<a href=\"{}\">{}</a>\n">(out, address, address);
        else
            html::write<"{}">(out, line);
        text.remove_prefix(end);
    }
    return std::move(out).finish();
}

void write_facts(Out& out, const Translator& t, const ShownMail& mail) {
    html::write<
        R"(<dl class="facts"><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div></dl>)">(
        out, t("To"), mail.stored.order.recipient.text(), t("Ordered"), time_of(t, mail.stored.created_at, "number"));
}

// The frame's address is this page's own with another query, so it needs no slot.
void write_parts(Out& out, const Translator& t, const mail::Message& message) {
    html::write<
        R"(<div class="mail-message__body"><iframe src="?part=html" title="{}" width="100%" height="620" sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"></iframe></div><details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><pre class="mail-message__text">{}</pre></div></details>)">(
        out, t("The mail"), t("The same mail as plain text"), text_part(message.text));
}

void write_unwanted(Out& out, const Translator& t) {
    html::write<
        R"(<div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>)">(
        out, html::icon("info"), t("Nobody needs this mail any more"),
        t("What it asked for was done meanwhile, or withdrawn. A mail that has not left by then is never sent."));
}

}  // namespace

SafeHtml list(const Translator& t, const Listing& listing) {
    Out out;
    html::write<
        R"(<section class="mailbox frame"><header class="mailbox__head"><h1 class="mailbox__title">{}</h1><p class="mailbox__lead">{}</p></header>)">(
        out, t("Demo mailbox"),
        t("No mail leaves this machine. Here is what everybody would have received: open a mail and use its links."));
    write_search(out, t, listing);
    if (listing.mails.empty()) out.append(nothing(t, listing));
    if (!listing.mails.empty()) {
        html::write<R"(<ol class="mail-list">)">(out);
        for (const auto& mail : listing.mails) write_entry(out, t, listing, mail);
        html::write<"</ol>">(out);
    }
    write_pager(out, t, listing);
    html::write<"</section>">(out);
    return std::move(out).finish();
}

SafeHtml show(const Translator& t, const ShownMail& mail) {
    Out out;
    html::write<
        R"(<article class="mail-message frame"><header class="mail-message__head"><p><a href="/{}/demo/mailbox">{} {}</a></p><h1 class="mail-message__subject"{}>{}</h1>)">(
        out, base::code(t.locale()), html::icon("arrow-left"), t("Demo mailbox"), lang_of(t, mail),
        subject_of(t, mail));
    write_facts(out, t, mail);
    html::write<"</header>">(out);
    if (mail.message)
        write_parts(out, t, *mail.message);
    else
        write_unwanted(out, t);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

std::string subject_of(const Translator& t, const ShownMail& mail) {
    return mail.message ? mail.message->subject.text() : t("No longer wanted");
}

std::string mail_document(const SafeHtml& part) {
    constexpr std::string_view kHead = "<head>";
    constexpr std::string_view kLinksLeadOut = "<base target=\"_top\">";
    std::string document{part.view()};
    const auto head = document.find(kHead);
    if (head != std::string::npos) document.insert(head + kHead.size(), kLinksLeadOut);
    return document;
}

}  // namespace demo_mailbox::pages
