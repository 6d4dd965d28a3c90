#include "features/editor_letters/pages.h"

#include <algorithm>

#include "features/editor_letters/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "platform/html/moment.h"
#include "ports/day_words.h"

namespace editor_letters::pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

enum class Below : unsigned char { page, part };

std::string figures_of(const Translator& t, const EditorCampaign& campaign) {
    std::string words;
    if (campaign.sent > 0) words = t.plural("{count} letter sent", "{count} letters sent", campaign.sent);
    if (campaign.printed > 0)
        (words += words.empty() ? "" : " · ") += t.plural("{count} in print", "{count} in print", campaign.printed);
    return words;
}

std::string until_words(const Translator& t, const EditorCampaign& campaign) {
    if (campaign.plan.closes_on.empty()) return t("Open now");
    return t("Until {day}", {{"day", ports::day_in_words(t, campaign.plan.closes_on)}});
}

SafeHtml title_link(const std::string& path, const std::string& title, Below below) {
    if (below == Below::page)
        return html::render<R"(<h2 class="editor-item__title"><a href="{}">{}</a></h2>)">(path, title);
    return html::render<R"(<h3 class="editor-item__title"><a href="{}">{}</a></h3>)">(path, title);
}

void write_campaign(Out& out, const Translator& t, const EditorCampaign& campaign, Below below) {
    html::write<
        R"(<li class="editor-item"><p class="editor-item__when">{}</p>{}<p class="editor-item__note">{}</p></li>)">(
        out, until_words(t, campaign),
        title_link(campaign_path(t.locale(), campaign.id), campaign.plan.title(t.locale()), below),
        figures_of(t, campaign));
}

base::Message heading_of(Nearness nearness) {
    switch (nearness) {
        case Nearness::town:
            return base::message("In your town");
        case Nearness::region:
            return base::message("In your region");
        case Nearness::province:
            return base::message("In your province or territory");
        case Nearness::country:
            return base::message("In the whole country");
        case Nearness::elsewhere:
            return base::message("Elsewhere in your province or territory");
    }
    return base::message("In the whole country");
}

std::string language_query(const Show& view) {
    return view.find.language.empty() ? "" : "?language=" + view.find.language;
}

void write_paper(Out& out, const Translator& t, const Show& view, const Newspaper& paper) {
    const NewspaperFacts& facts = paper.facts;
    std::string note = where_words(t, facts) + " · " + language_words(t, facts.language);
    if (const auto limit = limit_words(t, facts.word_limit); !limit.empty()) note += " · " + limit;
    html::write<
        R"(<li class="editor-paper"><div class="editor-paper__words"><h3 class="editor-paper__name" lang="{}">{}</h3><p class="editor-paper__note">{}</p><p class="editor-paper__source">)">(
        out, facts.language == PaperLanguage::french ? "fr" : "en", facts.name, note);
    if (!facts.page_url.empty())
        html::write<R"(<a href="{}" rel="noopener">{}</a> · )">(out, facts.page_url, t("How it takes letters"));
    html::write<"{}</p>">(out, t("As of {day}", {{"day", ports::day_in_words(t, facts.as_of)}}));
    if (is_stale(facts, view.day))
        html::write<R"(<p class="editor-paper__stale">{} {}</p>)">(
            out, html::icon("warning"), t("This is more than a year old: please check on the paper’s own page."));
    html::write<R"(</div><a class="button button--primary" href="{}">{}</a></li>)">(
        out, write_path(t.locale(), view.campaign.id, paper.id) + language_query(view),
        t("Write to {paper}", {{"paper", facts.name}}));
}

void write_found(Out& out, const Translator& t, const Show& view) {
    if (view.found.empty()) {
        html::write<R"(<p class="empty" id="papers">{}</p>)">(
            out, t("We know no paper there yet. Look what your neighbours read, and send it your letter yourself: the "
                   "points above help."));
        return;
    }
    html::write<R"(<div id="papers">)">(out);
    for (auto at = view.found.begin(); at != view.found.end();) {
        const Nearness nearness = at->nearness;
        html::write<R"(<section class="editor-group"><h2 class="section__title">{}</h2><ul class="editor-papers">)">(
            out, t(heading_of(nearness)));
        for (; at != view.found.end() && at->nearness == nearness; ++at) write_paper(out, t, view, at->newspaper);
        html::write<"</ul></section>">(out);
    }
    html::write<"</div>">(out);
}

void write_find(Out& out, const Translator& t, const Show& view) {
    const html::Fields fields{t, view.problems};
    std::vector<html::Choice> provinces{{"", t("Choose the province or territory")}};
    for (const people::Province each : people::kProvinces)
        provinces.push_back({std::string{people::code(each)}, t(people::name(each))});
    const std::vector<html::Choice> languages{{"", t("Either language")}, {"en", t("English")}, {"fr", t("French")}};
    html::write<
        R"(<section class="editor-find" aria-labelledby="find"><h2 class="section__title" id="find">{}</h2><p class="section__lead">{}</p><form class="form" method="get" action="{}" novalidate>{}{}{}{}</form></section>)">(
        out, t("Find the papers near you"), t("A postal code or a town is enough. We keep neither."),
        campaign_path(t.locale(), view.campaign.id), fields.error_summary(),
        html::field_pair(fields.text({.name = "postal_code",
                                      .label = t("Postal code"),
                                      .value = view.find.postal_code,
                                      .kind = html::TextKind::postal_code,
                                      .required = Required::no,
                                      .autocomplete = "postal-code"}),
                         fields.text({.name = "place",
                                      .label = t("City or town"),
                                      .value = view.find.place,
                                      .required = Required::no,
                                      .autocomplete = "address-level2"})),
        html::field_pair(fields.select({.name = "province",
                                        .label = t("Province or territory"),
                                        .choices = provinces,
                                        .value = view.find.province,
                                        .required = Required::no}),
                         fields.select({.name = "language",
                                        .label = t("Language of the letter"),
                                        .choices = languages,
                                        .value = view.find.language,
                                        .required = Required::no})),
        fields.button({.label = t("Find papers"), .icon = "search"}));
}

void write_points(Out& out, const Translator& t, const EditorCampaign& campaign) {
    html::write<
        R"(<section class="editor-part" aria-labelledby="happened"><h2 class="section__title" id="happened">{}</h2><div class="prose">{}</div></section><section class="editor-part" aria-labelledby="points"><h2 class="section__title" id="points">{}</h2><p class="section__lead">{}</p><ul class="editor-points">)">(
        out, t("What just happened"), html::markdown(campaign.plan.happened(t.locale())), t("Points you can make"),
        t("One or two are enough. Say them as you would to a neighbour, and say what it means to you."));
    for (const auto& each : campaign.plan.points(t.locale())) html::write<"<li>{}</li>">(out, each);
    html::write<"</ul></section>">(out);
}

}  // namespace

SafeHtml election_lines(const std::vector<std::string>& taglines) {
    Out out;
    for (const auto& line : taglines)
        html::write<
            R"(<div class="notice notice--information election-notice">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("info"), line);
    return std::move(out).finish();
}

SafeHtml list(const Translator& t, const List& view) {
    Out out;
    html::write<R"(
<article class="frame editor-page"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, t("Letters to the editor"),
        t("The letters page is where neighbours talk to each other, and people in office read it. A short letter in "
          "your own words, in the paper that your neighbours read, goes a long way."));
    std::vector<EditorCampaign> open, past;
    for (const auto& each : view.campaigns) (takes_letters(each, view.day) ? open : past).push_back(each);
    if (open.empty()) {
        html::write<R"(<p class="empty">{}</p>)">(out, t("There is nothing to write about at the moment."));
    } else {
        html::write<R"(<ul class="editor-list">)">(out);
        for (const auto& each : open) write_campaign(out, t, each, Below::page);
        html::write<"</ul>">(out);
    }
    html::write<R"(<p class="editor-more"><a href="{}">{}</a></p>)">(out, printed_path(t.locale()),
                                                                     t("Letters that were printed"));
    if (!past.empty()) {
        html::write<R"(<h2 class="section__title">{}</h2><ul class="editor-list">)">(out, t("Closed"));
        for (const auto& each : past) write_campaign(out, t, each, Below::part);
        html::write<"</ul>">(out);
    }
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml printed(const Translator& t, const Printed& view) {
    Out out;
    html::write<R"(
<article class="frame frame--narrow editor-page"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, list_path(t.locale()), t("Letters to the editor"), t("Letters that were printed"),
        t("Writing works: these letters of supporters stood in the paper. Each was seen by somebody of the campaign."));
    if (view.letters.empty())
        html::write<R"(<p class="empty">{}</p>)">(out, t("None so far. Yours could be the first."));
    html::write<R"(<ul class="editor-list">)">(out);
    for (const PrintedLetter& each : view.letters) {
        const std::string title = each.headline.empty() ? t("A letter to the editor") : each.headline;
        html::write<
            R"(<li class="editor-item"><p class="editor-item__when">{}</p><p class="editor-item__title" lang="{}">)">(
            out, ports::day_in_words(t, each.on),
            each.headline.empty() ? base::code(t.locale()) : base::code(each.words_in));
        if (each.url.empty())
            html::write<"{}">(out, title);
        else
            html::write<R"(<a href="{}" rel="noopener">{}</a>)">(out, each.url, title);
        html::write<R"(</p><p class="editor-item__note">{}{}{}</p></li>)">(out, each.newspaper,
                                                                           each.place.empty() ? "" : " · ", each.place);
    }
    html::write<"</ul>">(out);
    out.append(ports::pager(t, {printed_path(t.locale()), view.position}));
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml block(const Translator& t, const Block& view) {
    if (view.campaigns.empty()) return {};
    Out out;
    html::write<
        R"(<section class="section" aria-labelledby="editor-block"><div class="frame"><h2 class="section__title" id="editor-block">{}</h2>{}<ul class="editor-list">)">(
        out, view.heading.empty() ? t("Write to your paper") : view.heading, view.text);
    for (const auto& each : view.campaigns) write_campaign(out, t, each, Below::part);
    html::write<R"(</ul><p class="editor-more"><a href="{}">{}</a></p></div></section>)">(
        out, printed_path(t.locale()), t("Letters that were printed"));
    return std::move(out).finish();
}

SafeHtml show(const Translator& t, const Show& view) {
    Out out;
    html::write<R"(
<article class="frame editor-page"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>{}<div class="editor-columns"><div>)">(
        out, list_path(t.locale()), t("Letters to the editor"), view.campaign.plan.title(t.locale()),
        view.is_open == Open::yes ? until_words(t, view.campaign) : t("This has closed."),
        election_lines(view.taglines));
    write_points(out, t, view.campaign);
    html::write<"</div>">(out);
    if (view.is_open == Open::yes) write_find(out, t, view);
    html::write<"</div>">(out);
    const bool is_found = view.is_open == Open::yes && view.asked == Asked::yes && view.problems.empty();
    if (is_found) write_found(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml closed(const Translator& t, const EditorCampaign& campaign) {
    return html::moment({html::MomentTone::plain, "clock", t("This has closed."), campaign.plan.title(t.locale()),
                         html::moment_links({{list_path(t.locale()), t("Letters to the editor")}})});
}

SafeHtml broken_link(const Translator& t) { return html::broken_link(t); }

}  // namespace editor_letters::pages
