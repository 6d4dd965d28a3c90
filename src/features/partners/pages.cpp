#include "features/partners/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace partners::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

SafeHtml state_badge(const Translator& t, const Partner& partner) {
    if (partner.paused_at) return ports::badge({"neutral", t("switched off")});
    if (partner.origins.empty()) return ports::badge({"warning", t("no website yet")});
    return ports::badge({"success", t("works")});
}

std::int64_t counted(const std::vector<store::SourceCount>& counts, std::string_view source) {
    std::int64_t sum = 0;
    for (const auto& each : counts)
        if (each.source == source) sum += each.counted;
    return sum;
}

std::string title_of(const std::vector<ports::PetitionFacts>& petitions, ports::PetitionId id) {
    const auto found = std::ranges::find(petitions, id, &ports::PetitionFacts::id);
    return found == petitions.end() ? std::string{} : found->title;
}

SafeHtml text_field(const html::Fields& fields, html::TextField field) {
    field.max_length = 120;
    return fields.text(field);
}

SafeHtml name_fields(const html::Fields& fields, const Translator& t, const PartnerForm& typed) {
    return html::field_pair(
        text_field(fields, {.name = "name_en", .label = t("Name in English"), .value = typed.name_en}),
        text_field(fields, {.name = "name_fr", .label = t("Name in French"), .value = typed.name_fr}));
}

SafeHtml line_field(const html::Fields& fields, html::TextArea area) {
    area.required = html::Required::no;
    area.rows = 2;
    area.max_length = 300;
    return fields.text_area(area);
}

SafeHtml word_fields(const html::Fields& fields, const Translator& t, const PartnerForm& typed) {
    return html::render<"{}{}{}{}">(
        name_fields(fields, t, typed),
        fields.text_area(
            {.name = "origins",
             .label = t("Websites that may show the form"),
             .value = typed.origins,
             .required = html::Required::no,
             .hint = t("One a line, like https://example.org; https://*.example.org is everything below it."),
             .rows = 3}),
        line_field(fields,
                   {.name = "line_en",
                    .label = t("The line to tick, in English"),
                    .value = typed.line_en,
                    .hint = t("“Share my name and my address with …”. Never ticked beforehand, and signing does "
                              "not depend on it. Leave both empty to ask nothing.")}),
        line_field(fields, {.name = "line_fr", .label = t("The line to tick, in French"), .value = typed.line_fr}));
}

SafeHtml new_form(const Translator& t, const List& view) {
    const html::Fields fields{t, view.problems};
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}</form>)">(
        partners_path(t.locale()),
        fields.text({.name = "code",
                     .label = t("Code"),
                     .value = view.typed.code,
                     .hint = t("Small letters, digits and hyphens, like lake-river. It stands in addresses and in "
                               "exports, and stays."),
                     .size = html::FieldSize::medium,
                     .max_length = 40}),
        word_fields(fields, t, view.typed), fields.button({.label = t("Add the partner")}));
}

SafeHtml table_of_partners(const Translator& t, const List& view) {
    const auto rows = [&](Out& out) {
        for (const Partner& each : view.partners)
            html::write<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}"><code>{}</code></td>
<td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
                out, partner_path(t.locale(), each.code), each.name(t.locale()), t("Code"), each.code, t("State"),
                state_badge(t, each), t("Signatures that count"), t.number(counted(view.counts, each.code)));
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="partners" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="partners">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th class="table__number" scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(t("Partners"), t("Name"), t("Code"), t("State"), t("Signatures that count"), rows);
}

// Codes of links that no partner is registered for: a campaign of one's own, say.
SafeHtml other_sources(const Translator& t, const List& view) {
    const auto is_partner = [&](const std::string& source) {
        return std::ranges::any_of(view.partners, [&](const Partner& each) { return each.code == source; });
    };
    std::vector<store::SourceCount> others;
    std::ranges::copy_if(view.counts, std::back_inserter(others),
                         [&](const auto& each) { return !is_partner(each.source); });
    if (others.empty()) return {};
    const auto rows = [&](Out& out) {
        for (const auto& each : others)
            html::write<R"(<tr><th scope="row"><code>{}</code></th><td data-label="{}">{}</td>
<td class="table__number" data-label="{}">{}</td></tr>)">(out, each.source, t("Petition"),
                                                          title_of(view.petitions, each.petition),
                                                          t("Signatures that count"), t.number(each.counted));
    };
    return ports::panel(
        {t("Other sources")},
        html::render<R"(<p>{}</p><div class="table-scroll" role="region" aria-labelledby="others" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="others">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th class="table__number" scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(t("Codes in links that belong to no partner."), t("Other sources"), t("Code"),
                                   t("Petition"), t("Signatures that count"), rows));
}

// Figures ----------------------------------------------------------------------------------------------------------

std::int64_t agreed_under(const PartnerPage& page, ports::PetitionId petition) {
    const auto found = std::ranges::find(page.agreed, petition, &store::AgreedCount::petition);
    return found == page.agreed.end() ? 0 : found->standing;
}

SafeHtml figures(const Translator& t, const PartnerPage& page) {
    if (page.counts.empty()) return html::render<"<p>{}</p>">(t("Nobody has signed through this partner yet."));
    const auto rows = [&](Out& out) {
        for (const auto& each : page.counts)
            html::write<R"(<tr><th scope="row">{}</th><td class="table__number" data-label="{}">{}</td>
<td class="table__number" data-label="{}">{}</td></tr>)">(
                out, title_of(page.petitions, each.petition), t("Signatures that count"), t.number(each.counted),
                t("Agreed to be passed on"), t.number(agreed_under(page, each.petition)));
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="figures" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="figures">{}</caption>
<thead><tr><th scope="col">{}</th><th class="table__number" scope="col">{}</th><th class="table__number" scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(t("Signatures by petition"), t("Petition"), t("Signatures that count"),
                                   t("Agreed to be passed on"), rows);
}

SafeHtml export_part(const Translator& t, const PartnerPage& page) {
    if (page.may_export == MayExport::no) return {};
    return html::render<"<p>{}</p>{}">(
        t("The file holds those who ticked the line of this partner and nobody else, each with the proof: the words, "
          "their version, when they were ticked and when the address was confirmed."),
        ports::act(t,
                   {partner_path(t.locale(), page.partner->code) + "/exports", t("Download those who agreed (CSV)")}));
}

// Snippets ---------------------------------------------------------------------------------------------------------

std::string in_attribute(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '&')
            escaped += "&amp;";
        else if (c == '"')
            escaped += "&quot;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else
            escaped += c;
    }
    return escaped;
}

SafeHtml snippet(const Translator& t, std::string_view id, const std::string& text) {
    return html::render<R"(<pre class="code-block" tabindex="0"><code id="{}">{}</code></pre>
<p><button class="button button--quiet button--small" type="button" data-copy="#{}" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button></p>)">(
        id, text, id, t("Copied"), html::icon("copy"), t("Copy"));
}

SafeHtml chooser(const Translator& t, const PartnerPage& page) {
    const base::Problems none;
    const html::Fields fields{t, none};
    std::vector<html::Choice> petitions;
    for (const auto& each : page.open) petitions.push_back({each.slug, each.title});
    return html::render<R"(<form class="form" method="get" action="{}">{}<div class="form__actions">{}</div></form>)">(
        partner_path(t.locale(), page.partner->code),
        html::field_pair(
            fields.select(
                {.name = "petition", .label = t("Petition"), .choices = petitions, .value = page.snippet.petition}),
            fields.select({.name = "language",
                           .label = t("Language of the form"),
                           .choices = {{"en", t("English")}, {"fr", t("French")}},
                           .value = std::string{base::code(page.snippet.language)}})),
        fields.button({.label = t("Show the lines"), .kind = html::ButtonKind::quiet}));
}

std::string form_path(const PartnerPage& page) {
    return fmt::format("/{}/petitions/{}/embed/{}", base::code(page.snippet.language), page.snippet.petition,
                       page.partner->code);
}

SafeHtml snippet_parts(const Translator& t, const PartnerPage& page) {
    if (page.snippet.petition.empty()) return html::render<"<p>{}</p>">(t("No petition takes signatures at present."));
    const auto chosen = std::ranges::find(page.open, page.snippet.petition, &ports::PetitionFacts::slug);
    const Snippets lines =
        snippets_of({page.public_url, page.partner->code, page.snippet.petition, chosen->title, page.snippet.language});
    return html::render<
        R"({}<h3>{}</h3><p>{}</p>{}<h3>{}</h3><p>{}</p>{}<h3>{}</h3><p>{}</p>{}<h3>{}</h3><p>{}</p>{}<p><a class="more-link" href="{}" target="_blank" rel="noopener">{}</a></p>)">(
        chooser(t, page), t("With a script"),
        t("The form takes the height that it needs. It sets no cookies and stores nothing on the partner’s site."),
        snippet(t, "snippet-script", lines.script), t("Without a script"),
        t("A frame of a fixed height; it scrolls where it is too small."), snippet(t, "snippet-frame", lines.frame),
        t("As a link"), t("For mails and places where nothing else is possible. The source is noted all the same."),
        snippet(t, "snippet-link", lines.link), t("The count alone"),
        t("A picture of the count of the petition, from a file that is at most some seconds old."),
        snippet(t, "snippet-counter", lines.counter), form_path(page), t("Look at the form"));
}

SafeHtml change_form(const Translator& t, const PartnerPage& page) {
    const html::Fields fields{t, page.problems};
    const std::string version =
        page.wording && !page.wording->line.empty()
            ? t("The line stands in version {version} of {date}. A changed line is a new version; who agreed to an "
                "earlier one has agreed to that.",
                {{"version", page.wording->version}, {"date", t.date(page.wording->written_at)}})
            : t("No line is shown: nobody is asked for anything.");
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}<p>{}</p>{}</form>)">(
        partner_path(t.locale(), page.partner->code), word_fields(fields, t, page.typed), version,
        fields.button({.label = t("Save")}));
}

SafeHtml switch_part(const Translator& t, const Partner& partner) {
    const std::string path = partner_path(t.locale(), partner.code);
    if (partner.paused_at) return ports::act(t, {path + "/resumption", t("Show the forms again")});
    return html::render<"<p>{}</p>{}">(
        t("Frames on the partner’s sites then show nothing. What was signed stays."),
        ports::act(t, {path + "/pause", t("Switch the forms off"), html::ButtonKind::danger}));
}

}  // namespace

html::SafeHtml list(const Translator& t, const List& view) {
    const html::Fields fields{t, view.problems};
    const auto held =
        view.partners.empty()
            ? ports::empty_state({"share", t("No partner yet"),
                                  t("Unions, associations and friends can put the form of a petition on their own "
                                    "sites. Here you see how many sign through each of them.")})
            : table_of_partners(t, view);
    return html::render<"{}{}{}{}{}">(
        ports::staff_head(t, {t("Partners"), t("Organisations that show the form of a petition on their own sites.")}),
        fields.error_summary(), held, other_sources(t, view), ports::panel({t("New partner")}, new_form(t, view)));
}

html::SafeHtml partner(const Translator& t, const PartnerPage& page) {
    const html::Fields fields{t, page.problems};
    return html::render<"{}{}{}{}{}{}">(
        ports::staff_head(t, {page.partner->name(t.locale()),
                              t("Code of the source: {code}", {{"code", page.partner->code}}),
                              state_badge(t, *page.partner),
                              {{t("Partners"), partners_path(t.locale())}}}),
        fields.error_summary(),
        ports::panel({t("Signatures by petition")}, html::render<"{}{}">(figures(t, page), export_part(t, page))),
        ports::panel({t("For the partner’s website")}, snippet_parts(t, page)),
        ports::panel({t("What stands in the form")}, change_form(t, page)),
        ports::panel({t("Switch off")}, switch_part(t, *page.partner)));
}

Snippets snippets_of(const Place& place) {
    const i18n::Translator t{place.language};
    const std::string page =
        fmt::format("{}/{}/petitions/{}", place.public_url, base::code(place.language), place.petition);
    const std::string title = in_attribute(t("Sign: {title}", {{"title", place.title}}));
    const std::string link = fmt::format(R"(<a href="{}?source={}">{}</a>)", page, place.code, title);
    return {.script = fmt::format(
                "<script src=\"{}/embed.js\" data-petition=\"{}\" data-source=\"{}\" data-language=\"{}\"\n        "
                "data-title=\"{}\" async></script>\n<noscript>{}</noscript>",
                place.public_url, place.petition, place.code, base::code(place.language), title, link),
            .frame = fmt::format(
                "<iframe src=\"{}/embed/{}\" title=\"{}\"\n        width=\"100%\" height=\"1200\"></iframe>", page,
                place.code, title),
            .link = link,
            .counter = fmt::format(R"(<img src="{}/counters/{}.svg" alt="{}">)", place.public_url, place.petition,
                                   in_attribute(t("How many have signed")))};
}

html::SafeHtml sharing(const Translator& t, const Sharing& sharing) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<R"(
<section class="section" aria-labelledby="sharing-title"><div class="frame frame--narrow stack">
  <h2 class="section__title" id="sharing-title">{}</h2><p>{}</p>
  <form method="post" action="{}">{}{}</form></div></section>)">(
        t("Passed on with your consent"),
        t("You agreed that your name and your address are passed on to {partner}. You can end that at any time; your "
          "signature stays.",
          {{"partner", sharing.partner}}),
        sharing.action, html::hidden({"agreement", sharing.agreement}),
        fields.button({.label = take_back_label(t), .kind = html::ButtonKind::quiet}));
}

std::string take_back_label(const Translator& t) { return t("Stop passing on my name and address"); }

std::string partners_path(base::Locale locale) { return fmt::format("/{}/staff/partners", base::code(locale)); }

std::string partner_path(base::Locale locale, std::string_view code) {
    return fmt::format("{}/{}", partners_path(locale), code);
}

std::string own_signature_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/signatures/{}", base::code(locale), token);
}

}  // namespace partners::pages
