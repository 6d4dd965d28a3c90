#include "features/search/pages.h"

#include <fmt/format.h>

#include "base/text.h"
#include "platform/html/assets.h"

namespace search::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::string_view kXml = R"(<?xml version="1.0" encoding="UTF-8"?>)";
constexpr std::size_t kTitleOfUntitled = 90;  // characters

// ---- The form

void write_kept_filters(Out& out, const Asked& asked) {
    const auto keep = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) html::write<R"(<input type="hidden" name="{}" value="{}">)">(out, name, value);
    };
    keep("kind", asked.kind);
    keep("section", asked.section);
    keep("level", asked.level);
    if (asked.year != 0) keep("year", std::to_string(asked.year));
    keep("lang", code_of(asked.languages));
}

SafeHtml form(const Translator& t, const Asked& asked) {
    return html::render<
        R"(<form class="search-form" role="search" aria-label="{}" method="get" action="{}"><label class="search-form__label" for="q">{}</label><div class="search-form__row"><input class="field__input search-form__input" type="search" id="q" name="q" value="{}" maxlength="{}" autocomplete="off" autocapitalize="none" spellcheck="true" aria-describedby="q-hint"><button class="button button--primary search-form__button" type="submit">{} {}</button></div>{}<p class="search-form__hint" id="q-hint">{}</p></form>)">(
        t("Everything on this site"), fmt::format("/{}/search", base::code(t.locale())), t("What are you looking for?"),
        asked.words, kLongestQuery, html::icon("search"), t("Search"),
        [&](Out& hidden) { write_kept_filters(hidden, asked); }, t("Nobody records what you look for."));
}

// ---- What was found

std::string status_of(const Translator& t, const Answer& answer, const std::string& words) {
    if (answer.is_partial)
        return t.plural("No page has all of “{words}”. {count} page has some of it.",
                        "No page has all of “{words}”. {count} pages have some of it.", answer.total,
                        {{"words", words}});
    if (!answer.is_complete)
        return t("More than {count} pages have “{words}”. These are the best; the filters lead to the others.",
                 {{"count", answer.total}, {"words", words}});
    return t.plural("{count} page has “{words}”.", "{count} pages have “{words}”.", answer.total, {{"words", words}});
}

void write_notes(Out& out, const Translator& t, const ResultPage& page) {
    const auto& answer = page.answer;
    if (answer.corrected)
        html::write<R"(<p class="search__note">{}</p>)">(
            out, t("No page has “{words}” as you typed it, so we looked for “{corrected}”.",
                   {{"words", answer.query.text}, {"corrected", *answer.corrected}}));
    if (answer.languages.size() == 1 && answer.languages.front() != t.locale() &&
        page.asked.languages == Languages::own_first)
        html::write<R"(<p class="search__note">{}</p>)">(
            out, t.locale() == base::Locale::english ? t("Nothing in English has it; these pages are in French.")
                                                     : t("Nothing in French has it; these pages are in English."));
    if (answer.suggestion) {
        Asked meant = page.asked;
        meant.words = *answer.suggestion;
        meant.page = 1;
        html::write<R"(<p class="search__note">{} <a href="{}">{}</a></p>)">(
            out, t("Did you mean:"), search_path(t.locale(), meant), meant.words);
    }
    if (answer.query.is_cut)
        html::write<R"(<p class="search__note">{}</p>)">(
            out, t("Your question was long: we looked at its first {count} words.", {{"count", kMostWords}}));
}

void write_pieces(Out& out, const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces)
        if (piece.kind == Piece::Kind::marked)
            html::write<"<mark>{}</mark>">(out, piece.text);
        else
            html::write<"{}">(out, piece.text);
}

void write_title(Out& out, const Hit& hit) {
    if (!hit.title.empty()) return write_pieces(out, hit.title);
    const auto& words = hit.content.teaser.empty() ? hit.content.text : hit.content.teaser;
    const auto beginning = base::first_characters(words, kTitleOfUntitled);
    html::write<"{}{}">(out, beginning, beginning.size() < words.size() ? "…" : "");
}

void write_facts(Out& out, const Translator& t, const ShownHit& shown) {
    const auto& content = shown.hit.content;
    html::write<R"(<p class="search-hit__facts"><span class="search-hit__kind">{}</span>)">(out, shown.kind);
    if (content.dated_at)
        html::write<R"( <time datetime="{}">{}</time>)">(out, i18n::machine_time(*content.dated_at),
                                                         t.date(*content.dated_at));
    if (!shown.level.empty()) html::write<R"( <span>{}</span>)">(out, shown.level);
    if (content.locale != t.locale())
        html::write<R"( <span lang="{}">{}</span>)">(out, base::code(content.locale), i18n::own_name(content.locale));
    html::write<"</p>">(out);
}

void write_hit(Out& out, const Translator& t, const ShownHit& shown) {
    const auto& content = shown.hit.content;
    const auto language = html::attribute_if(content.locale != t.locale(), "lang", base::code(content.locale));
    html::write<
        R"(<li class="search-hit"><h2 class="search-hit__title"><a class="search-hit__link" href="{}"{}>{}</a></h2>)">(
        out, content.path, language, [&](Out& title) { write_title(title, shown.hit); });
    write_facts(out, t, shown);
    html::write<R"(<p class="search-hit__text"{}>{}</p></li>)">(
        out, language, [&](Out& words) { write_pieces(words, shown.hit.snippet); });
}

// What narrows the search down now, each with the way to be without it.
void write_chosen(Out& out, const Translator& t, const std::vector<Filter>& filters) {
    std::vector<std::pair<const Filter*, const FilterChoice*>> chosen;
    for (const Filter& filter : filters)
        for (std::size_t i = 1; i < filter.choices.size(); ++i)
            if (filter.choices[i].state == FilterChoice::State::chosen)
                chosen.emplace_back(&filter, &filter.choices[i]);
    if (chosen.empty()) return;
    html::write<R"(<ul class="search-chosen" aria-label="{}">)">(out, t("Filters in use"));
    for (const auto& [filter, choice] : chosen)
        html::write<R"(<li><a class="search-chosen__filter" href="{}" aria-label="{}">{} {}</a></li>)">(
            out, filter->choices.front().path, t("Search without the filter “{filter}”", {{"filter", choice->label}}),
            choice->label, html::icon("close"));
    html::write<"</ul>">(out);
}

void write_filters(Out& out, const Translator& t, const ResultPage& page) {
    if (!page.answer.facets)
        html::write<R"(<p class="search-filter__note">{}</p>)">(
            out, t("So many pages match that we did not count them by filter."));
    int number = 0;
    for (const Filter& filter : page.filters) {
        const auto id = fmt::format("filter-{}", ++number);
        html::write<
            R"(<div class="search-filter"><h2 class="search-filter__name" id="{}">{}</h2><ul class="search-filter__choices" aria-labelledby="{}">)">(
            out, id, filter.name, id);
        for (const auto& choice : filter.choices)
            html::write<R"(<li><a class="search-filter__choice" href="{}"{}>{}{}</a></li>)">(
                out, choice.path,
                html::attribute_if(choice.state == FilterChoice::State::chosen, "aria-current", "true"), choice.label,
                [&](Out& count) {
                    if (choice.count)
                        html::write<R"( <span class="search-filter__count">{}</span>)">(count, *choice.count);
                });
        html::write<"</ul></div>">(out);
    }
}

void write_pager(Out& out, const Translator& t, const ResultPage& page) {
    const auto pages = (page.answer.total + kHitsOnPage - 1) / kHitsOnPage;
    if (pages < 2) return;
    const auto path_of = [&](std::int64_t number) {
        Asked other = page.asked;
        other.page = number;
        return search_path(t.locale(), other);
    };
    const auto here = page.asked.page;
    html::write<R"(<nav class="pager" aria-label="{}">)">(out, t("Pages"));
    if (here > 1)
        html::write<R"(<a class="pager__link" rel="prev" href="{}">{} {}</a>)">(out, path_of(here - 1),
                                                                                html::icon("arrow-left"), t("Back"));
    html::write<R"(<span class="pager__position">{}</span>)">(
        out, t("Page {page} of {pages}", {{"page", here}, {"pages", pages}}));
    if (here < pages)
        html::write<R"(<a class="pager__link" rel="next" href="{}">{} {}</a>)">(
            out, path_of(here + 1), t("More results"), html::icon("arrow-right"));
    html::write<"</nav>">(out);
}

void write_found(Out& out, const Translator& t, const ResultPage& page) {
    const auto words = page.answer.corrected.value_or(page.answer.query.text);
    html::write<R"(<div role="status"><p class="search__status">{}</p>)">(out, status_of(t, page.answer, words));
    write_notes(out, t, page);
    html::write<R"(<p class="search__narrow"><a class="more-link" href="#filters">{} {}</a></p></div>)">(
        out, t("Narrow down"), html::icon("filter"));
    write_chosen(out, t, page.filters);
    html::write<R"(<div class="search__found"><div class="search__hits">)">(out);
    html::write<R"(<ol class="search-results" start="{}">)">(out, (page.asked.page - 1) * kHitsOnPage + 1);
    for (const auto& hit : page.hits) write_hit(out, t, hit);
    html::write<"</ol>">(out);
    write_pager(out, t, page);
    html::write<
        R"(</div><section class="search__filters" id="filters" aria-label="{}" tabindex="-1">{}</section></div>)">(
        out, t("Narrow down"), [&](Out& filters) { write_filters(filters, t, page); });
}

// ---- Nothing to show

void write_advice(Out& out, const Translator& t) {
    html::write<R"(<ul class="search-advice"><li>{}</li><li>{}</li><li>{}</li><li>{}</li></ul>)">(
        out, t("Accents, capital letters and endings do not matter: “impot” finds “l’impôt”, “nurse” finds “nurses”."),
        t("Words in quotation marks stand side by side: “public services”."),
        t("A minus leaves a word out: water -bottled."),
        t("We look in everything that is public here, such as news, petitions, pages, message guides and voices, in "
          "your language first."));
}

void write_empty(Out& out, const Translator& t) {
    html::write<R"(<div class="empty">{}<h2 class="empty__title">{}</h2><div class="empty__text">{}</div></div>)">(
        out, html::icon("search"), t("One word is enough"), [&](Out& advice) { write_advice(advice, t); });
}

std::string reason(const Translator& t, const ResultPage& page) {
    if (page.answer.outcome == Outcome::only_common)
        return t("These words are in nearly every page. Add one that says more.");
    if (page.answer.without_filters > 0) return t("There are such pages, but none that your filters let through.");
    return t("Try fewer words, another spelling, or a word that means the same.");
}

void write_nothing(Out& out, const Translator& t, const ResultPage& page) {
    html::write<R"(<div class="empty" role="status">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p>)">(
        out, html::icon("search"), t("We found nothing for “{words}”", {{"words", page.answer.query.text}}),
        reason(t, page));
    const bool has_filters =
        search_path(t.locale(), page.asked) != search_path(t.locale(), {.words = page.asked.words});
    if (has_filters)
        html::write<R"(<p class="empty__action"><a class="button button--quiet" href="{}">{}</a></p>)">(
            out, search_path(t.locale(), {.words = page.asked.words}), t("Search without filters"));
    write_advice(out, t);
    html::write<"</div>">(out);
}

}  // namespace

SafeHtml results(const Translator& t, const ResultPage& page) {
    Out out;
    html::write<
        R"(<div class="search frame"><header class="search__head"><h1 class="search__title">{}</h1>{}</header>)">(
        out, t("Search"), form(t, page.asked));
    switch (page.answer.outcome) {
        case Outcome::no_words:
            write_empty(out, t);
            break;
        case Outcome::found:
            write_found(out, t, page);
            break;
        case Outcome::only_common:
        case Outcome::nothing:
            write_nothing(out, t, page);
    }
    html::write<"</div>">(out);
    return std::move(out).finish();
}

std::string open_search(const Translator& t, const Description& description) {
    const auto language = base::code(t.locale());
    return std::string{kXml} +
           html::render<
               R"(<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>{}</ShortName><Description>{}</Description><Url type="text/html" method="get" template="{}"/><Language>{}</Language><InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding></OpenSearchDescription>)">(
               base::first_characters(description.name, 16), t("Search {campaign}", {{"campaign", description.name}}),
               fmt::format("{}/{}/search?q={{searchTerms}}", description.public_url, language), language)
               .take();
}

}  // namespace search::pages
