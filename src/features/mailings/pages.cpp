#include "features/mailings/pages.h"

#include <fmt/format.h>

#include "features/mailings/source_service.h"
#include "platform/html/assets.h"
#include "platform/html/markdown.h"
#include "ports/staff_pages.h"

namespace mailings::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

// The parts of a mail with the site's own looks.
class PartWriter {
public:
    PartWriter(const Translator& t, const Facts& facts, const Slots& slots) : t_(t), facts_(facts), slots_(slots) {}

    SafeHtml finish() && { return std::move(out_).finish(); }

    void operator()(const Words& words) {
        html::write<R"(<div class="prose">{}</div>)">(out_,
                                                      html::markdown(with_fallbacks(words.markdown, slots_, facts_)));
    }
    void operator()(const Button& button) {
        html::write<R"(<p><a class="button button--primary" href="{}">{}</a></p>)">(out_, button.url, button.label);
    }
    void operator()(const PictureBlock& block) {
        const auto found = facts_.pictures.find(block.picture);
        if (found == facts_.pictures.end()) return;
        html::write<
            R"(<p><img class="sent-mail__picture" src="{}" alt="{}" width="{}" height="{}" loading="lazy"></p>)">(
            out_, found->second.path, block.alt.empty() ? found->second.alt : block.alt, found->second.width,
            found->second.height);
    }
    void operator()(const Quotation& quotation) {
        html::write<R"(<figure class="quotation"><blockquote class="quotation__words"><p>{}</p></blockquote>
<figcaption class="quotation__by"><span class="quotation__name">{}</span> <span class="quotation__office">{}</span></figcaption></figure>)">(
            out_, quotation.words, quotation.name, quotation.office);
    }
    void operator()(const Figure& figure) { write_figure(figure.key); }
    void operator()(const PetitionCard& card) {
        const auto found = facts_.actions.find(card.key);
        if (found == facts_.actions.end()) return;
        html::write<R"(<div class="sent-mail__card"><h2>{}</h2>)">(out_, found->second.title);
        write_figure(card.key);
        html::write<R"(<p>{}</p><p><a class="button button--primary" href="{}">{}</a></p></div>)">(
            out_, found->second.summary, found->second.path,
            found->second.call.empty() ? t_("Read and sign") : found->second.call);
    }
    void operator()(const EventCard& card) {
        const auto found = facts_.events.find(card.event);
        if (found == facts_.events.end()) return;
        const EventFact& event = found->second;
        html::write<
            R"(<div class="sent-mail__card"><h2>{}</h2><p class="sent-mail__figure"><strong>{}</strong></p><p>{}<br>{}</p><p><a class="button button--primary" href="{}">{}</a></p></div>)">(
            out_, event.title, event.when, event.where, event.language, event.path, t_("Say that you are coming"));
    }

private:
    void write_figure(const std::string& key) {
        const auto found = facts_.actions.find(key);
        if (found == facts_.actions.end() || found->second.figure.empty()) return;
        html::write<R"(<p class="sent-mail__figure"><strong>{}</strong> {}</p>)">(out_, found->second.figure,
                                                                                  found->second.unit);
    }

    const Translator& t_;
    const Facts& facts_;
    const Slots& slots_;
    Out out_;
};

}  // namespace

std::string archive_path(base::Locale locale) { return fmt::format("/{}/mails", base::code(locale)); }

std::string archived_path(base::Locale locale, MailingId id) {
    return fmt::format("{}/{}", archive_path(locale), id.value);
}

std::string feed_path(base::Locale locale, ports::FeedFormat format) {
    return fmt::format("{}/feeds/{}", archive_path(locale), ports::file_of(format));
}

std::vector<html::AlternateDocument> feeds(const Translator& t) {
    std::vector<html::AlternateDocument> all;
    for (const auto format : ports::kFeedFormats)
        all.push_back({feed_path(t.locale(), format), std::string{ports::media_type(format)}, t("Sent mails")});
    return all;
}

SafeHtml body_of(const Translator& t, const SentWords& sent) {
    Slots slots;
    const auto source = read_source(sent.words.body, slots);
    PartWriter writer{t, sent.facts, slots};
    for (const Part& part : source.parts) std::visit(writer, part);
    return std::move(writer).finish();
}

SafeHtml archive(const Translator& t, const std::vector<SentMail>& mails) {
    Out out;
    html::write<
        R"(<section class="mailbox frame"><header class="mailbox__head"><h1 class="mailbox__title">{}</h1><p class="mailbox__lead">{}</p></header>)">(
        out, t("Sent mails"), t("What we wrote to our supporters."));
    if (mails.empty())
        out.append(ports::empty_state(
            {"mail", t("No mail yet"), t("Mails that went to many people stand here after they were sent.")}));
    if (!mails.empty()) {
        html::write<R"(<ol class="mail-list">)">(out);
        for (const SentMail& mail : mails)
            html::write<
                R"(<li class="mail-list__item"><a class="mail-list__link" href="{}/{}"><span class="mail-list__subject">{}</span><span class="mail-list__to">{}</span><time class="mail-list__time" datetime="{}">{}</time></a></li>)">(
                out, archive_path(t.locale()), mail.id.value, mail.subject, mail.preheader,
                i18n::machine_time(mail.sent_at), t.date(mail.sent_at));
        html::write<"</ol>">(out);
    }
    html::write<
        R"(<section class="feeds" aria-labelledby="feeds-title"><h2 class="side-title" id="feeds-title">{}</h2><p class="feeds__text">{}</p><ul class="feeds__list"><li><a href="{}">RSS</a></li><li><a href="{}">Atom</a></li><li><a href="{}">JSON Feed</a></li></ul></section>)">(
        out, t("Follow these mails"), t("In a feed reader, without giving an address."),
        feed_path(t.locale(), ports::FeedFormat::rss), feed_path(t.locale(), ports::FeedFormat::atom),
        feed_path(t.locale(), ports::FeedFormat::json));
    html::write<"</section>">(out);
    return std::move(out).finish();
}

SafeHtml archived(const Translator& t, const SentMail& mail, const SentWords& sent) {
    return html::render<R"(
<article class="sent-mail frame"><header class="sent-mail__head"><p><a href="{}">{}</a></p><h1 class="sent-mail__title">{}</h1>
<p class="sent-mail__date"><time datetime="{}">{}</time></p></header>{}</article>)">(
        archive_path(t.locale()), t("Sent mails"), mail.subject, i18n::machine_time(mail.sent_at), t.date(mail.sent_at),
        body_of(t, sent));
}

}  // namespace mailings::pages
