#include "features/representatives/pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/day_words.h"

namespace representatives::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_code_form(Out& out, const Translator& t, const Finding& finding) {
    const html::Fields fields{t, finding.problems};
    html::write<R"(<form class="form riding-search" method="get" action="{}" novalidate>{}{}{}</form>)">(
        out, ports::find_representatives_path(t.locale()), fields.error_summary(),
        fields.text({.name = "postal_code",
                     .label = t("Your postal code"),
                     .value = finding.postal_code,
                     .kind = html::TextKind::postal_code,
                     .autocomplete = "postal-code",
                     .hint = t("Like K1A 0B1. It is used for this answer and kept nowhere."),
                     .size = html::FieldSize::small,
                     .max_length = 20}),
        fields.button({.label = t("Find them"), .icon = "search"}));
}

std::string address_label(const Translator& t, const ports::OfficeAddress& address) {
    if (address.kind == "legislature") return t("Office at the legislature or city hall");
    if (address.kind == "constituency") return t("Office in the riding");
    return t("Office");
}

void write_address(Out& out, const Translator& t, const ports::OfficeAddress& address) {
    html::write<R"(<li class="office"><p class="office__kind">{}</p>)">(out, address_label(t, address));
    if (!address.telephone.empty())
        html::write<R"(<p><a href="tel:{}">{}</a></p>)">(out, address.telephone, address.telephone);
    if (!address.fax.empty()) html::write<"<p>{}</p>">(out, t("Fax: {number}", {{"number", address.fax}}));
    if (!address.postal.empty()) html::write<R"(<p class="office__postal" translate="no">{}</p>)">(out, address.postal);
    html::write<"</li>">(out);
}

void write_ways(Out& out, const Translator& t, const ports::Representative& of) {
    if (of.email)
        html::write<R"(<p class="representative__mail"><a href="mailto:{}">{}</a></p>)">(out, of.email->text(),
                                                                                         of.email->text());
    if (!of.website.empty()) html::write<R"(<p><a href="{}" rel="noopener">{}</a></p>)">(out, of.website, t("Website"));
    if (of.addresses.empty()) return;
    html::write<R"(<ul class="offices">)">(out);
    for (const auto& each : of.addresses) write_address(out, t, each);
    html::write<"</ul>">(out);
}

void write_source(Out& out, const Translator& t, const ports::Representative& of) {
    html::write<R"(<p class="representative__source">{}</p>)">(
        out, t("Source: {source}, as of {day}.", {{"source", of.source}, {"day", ports::day_in_words(t, of.as_of)}}));
}

void write_card(Out& out, const Translator& t, const ports::Representative& of) {
    html::write<R"(
<li class="representative"><p class="representative__name"><a href="{}">{}</a></p><p class="representative__line">{}</p>)">(
        out, ports::representative_path(of.id, t.locale()), name_of(t, of), line_of(t, of));
    if (of.seat == Seat::vacant)
        html::write<R"(<p class="representative__vacant">{}</p>)">(
            out, t("Nobody holds this seat at present. A by-election or an appointment will fill it."));
    write_ways(out, t, of);
    write_source(out, t, of);
    html::write<"</li>">(out);
}

void write_unnamed(Out& out, const Translator& t) {
    html::write<R"(<p class="notice__plain">{}</p>)">(
        out, t("Near an election, politicians whom it concerns are not named here."));
}

std::string browse_path(const Translator& t, RidingHouse house, const Finding& finding) {
    return fmt::format("{}?house={}&province={}", list_path(t.locale()), representatives::name_of(house),
                       finding.province ? people::code(*finding.province) : "");
}

// The code spans several ridings: only the person can say which.
void write_choice(Out& out, const Translator& t, const Finding& finding, const FoundHouse& house) {
    const base::Problems none;
    const html::Fields fields{t, none};
    std::vector<html::Choice> choices;
    for (const Riding& each : house.ridings) choices.push_back({std::to_string(each.id.value), each.name(t.locale())});
    html::write<R"(<p>{}</p><form class="form" method="get" action="{}">{})">(
        out, t("This postal code spans several ridings, and we do not guess. Which one is yours?"),
        ports::find_representatives_path(t.locale()), html::hidden({"postal_code", finding.postal_code}));
    for (const FoundHouse& other : finding.houses)
        if (other.house != house.house && other.ridings.size() > 1 && other.choice)
            out.append(html::hidden({representatives::name_of(other.house), std::to_string(other.choice->id.value)}));
    html::write<R"({}{} <a class="riding-browse" href="{}">{}</a></form>)">(
        out,
        fields.radio_group({.name = std::string{representatives::name_of(house.house)},
                            .legend = t("Your riding"),
                            .choices = std::move(choices)}),
        fields.button({.label = t("This is mine"), .kind = html::ButtonKind::quiet}),
        browse_path(t, house.house, finding), t("I am not sure: choose from the list"));
}

void write_house(Out& out, const Translator& t, const Finding& finding, const FoundHouse& house) {
    html::write<
        R"(<section class="found-house" aria-labelledby="house-{}"><h2 class="section__title" id="house-{}">{}</h2>)">(
        out, representatives::name_of(house.house), representatives::name_of(house.house), title_of(t, house.house));
    if (house.choice) html::write<R"(<p class="found-house__riding">{}</p>)">(out, house.choice->name(t.locale()));
    if (house.choice && house.is_by_middle)
        html::write<R"(<p class="representative__source">{} <a href="{}">{}</a></p>)">(
            out, t("Found by the middle of this postal code. Do you live at the edge of the riding?"),
            browse_path(t, house.house, finding), t("Look at the list"));
    if (house.ridings.empty())
        html::write<R"(<p>{} <a href="{}">{}</a></p>)">(out, t("For this postal code we do not know the riding."),
                                                        browse_path(t, house.house, finding),
                                                        t("Choose from the list"));
    else if (!house.choice)
        write_choice(out, t, finding, house);
    else if (house.representatives.empty() && !house.has_unnamed)
        html::write<R"(<p>{}</p>)">(out, t("We do not know yet who represents it."));
    if (house.has_unnamed) write_unnamed(out, t);
    if (!house.representatives.empty()) {
        html::write<R"(<ul class="representatives">)">(out);
        for (const auto& each : house.representatives) write_card(out, t, each);
        html::write<"</ul>">(out);
    }
    html::write<"</section>">(out);
}

void write_found(Out& out, const Translator& t, const Finding& finding) {
    html::write<R"(<p class="found-place" role="status"><b>{}</b> · {}</p>)">(out, finding.postal_code,
                                                                              t(people::name(*finding.province)));
    if (!finding.is_known())
        html::write<R"(<p>{} <a href="{}?province={}">{}</a></p>)">(
            out,
            finding.has_listed_district
                ? t("We know the province of this postal code, but not yet its ridings.")
                : t("No postal code that we know of begins with {district}: is there a slip? Its first letter is that "
                    "of the province.",
                    {{"district", finding.postal_code.substr(0, 3)}}),
            list_path(t.locale()), people::code(*finding.province),
            t("Everybody from {province}", {{"province", t(people::name(*finding.province))}}));
    else
        for (const FoundHouse& each : finding.houses) write_house(out, t, finding, each);
}

void write_browsing(Out& out, const Translator& t) {
    html::write<
        R"(<section class="found-house" aria-labelledby="browse"><h2 class="section__title" id="browse">{}</h2><ul class="cluster browse">)">(
        out, t("Or choose from the list"));
    for (const auto house : {RidingHouse::federal, RidingHouse::provincial, RidingHouse::municipal})
        html::write<R"(<li><a href="{}?house={}">{}</a></li>)">(out, list_path(t.locale()),
                                                                representatives::name_of(house), title_of(t, house));
    html::write<R"(</ul><ul class="cluster browse">)">(out);
    for (const Province each : people::kProvinces)
        html::write<R"(<li><a href="{}?province={}">{}</a></li>)">(out, list_path(t.locale()), people::code(each),
                                                                   t(people::name(each)));
    html::write<"</ul></section>">(out);
}

std::vector<html::Choice> house_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Every level")}};
    for (const auto house : {RidingHouse::federal, RidingHouse::provincial, RidingHouse::municipal})
        choices.push_back({std::string{representatives::name_of(house)}, t(label_of(house))});
    return choices;
}

std::vector<html::Choice> province_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Everywhere")}};
    for (const Province each : people::kProvinces)
        choices.push_back({std::string{people::code(each)}, t(people::name(each))});
    return choices;
}

void write_filter(Out& out, const Translator& t, const List& list) {
    const base::Problems none;
    const html::Fields fields{t, none};
    std::vector<html::Choice> parties{{"", t("Every party")}};
    for (const std::string& each : list.parties) parties.push_back({each, each});
    html::write<R"(<form class="filter-bar" method="get" action="{}">{}{}{}{}</form>)">(
        out, list_path(t.locale()),
        fields.select({.name = "house",
                       .label = t("Level"),
                       .choices = house_choices(t),
                       .value = list.filter.house ? std::string{representatives::name_of(*list.filter.house)} : "",
                       .required = html::Required::no}),
        fields.select({.name = "province",
                       .label = t("Province or territory"),
                       .choices = province_choices(t),
                       .value = list.filter.province ? std::string{people::code(*list.filter.province)} : "",
                       .required = html::Required::no}),
        fields.select({.name = "party",
                       .label = t("Party"),
                       .choices = std::move(parties),
                       .value = list.filter.party,
                       .required = html::Required::no}),
        fields.button({.label = t("Show"), .kind = html::ButtonKind::quiet}));
}

// What the filter asks for, as the pager carries it on.
std::string query_of(const Filter& filter) {
    std::string query =
        fmt::format("house={}&province={}&", filter.house ? representatives::name_of(*filter.house) : "",
                    filter.province ? people::code(*filter.province) : "");
    if (!filter.party.empty()) {
        std::string encoded;
        html::append_query_piece(encoded, filter.party);
        query += "party=" + encoded + "&";
    }
    return query;
}

}  // namespace

std::string title_of(const Translator& t, RidingHouse house) {
    switch (house) {
        case RidingHouse::federal:
            return t("House of Commons");
        case RidingHouse::provincial:
            return t("Provincial or territorial legislature");
        case RidingHouse::municipal:
            break;
    }
    return t("City or town");
}

std::string name_of(const Translator& t, const ports::Representative& of) {
    return of.seat == Seat::vacant ? t("Vacant seat") : of.name;
}

std::string line_of(const Translator& t, const ports::Representative& of) {
    std::vector<std::string> parts{t(people::label_of(of.office))};
    if (!of.place.empty()) parts.push_back(of.place);
    if (of.province) parts.push_back(t(people::name(*of.province)));
    if (!of.party.empty()) parts.push_back(of.party);
    return fmt::format("{}", fmt::join(parts, " · "));
}

html::SafeHtml find(const Translator& t, const Finding& finding) {
    Out out;
    html::write<R"(
<article class="frame representatives-page"><header class="page-head"><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header>)">(
        out, t("Find your representatives"),
        t("They speak for you in Parliament, in the legislature and at city hall. See who they are and how to reach "
          "them."));
    write_code_form(out, t, finding);
    if (finding.province) write_found(out, t, finding);
    write_browsing(out, t);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml list(const Translator& t, const List& list) {
    Out out;
    html::write<R"(
<article class="frame representatives-page"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header>)">(
        out, ports::find_representatives_path(t.locale()), t("Find your representatives"), t("All representatives"),
        t.plural("{count} seat", "{count} seats", static_cast<std::int64_t>(list.total)));
    write_filter(out, t, list);
    if (list.has_unnamed) write_unnamed(out, t);
    if (list.representatives.empty()) {
        html::write<R"(<p class="empty">{}</p>)">(out, t("Nobody here so far. Choose another level or province."));
    } else {
        html::write<R"(<ul class="politicians">)">(out);
        for (const auto& each : list.representatives)
            html::write<R"(
<li class="politician"><p class="politician__name"><a href="{}">{}</a></p><p class="politician__line">{}</p></li>)">(
                out, ports::representative_path(each.id, t.locale()), name_of(t, each), line_of(t, each));
        html::write<"</ul>">(out);
    }
    out.append(
        ports::pager(t, {.path = list_path(t.locale()), .position = list.position, .query = query_of(list.filter)}));
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml one(const Translator& t, const One& one) {
    const auto& of = one.representative;
    Out out;
    html::write<R"(
<article class="frame representatives-page"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p>
<h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, ports::find_representatives_path(t.locale()), t("Find your representatives"), name_of(t, of),
        line_of(t, of));
    if (one.has_left)
        html::write<R"(<p class="representative__vacant">{}</p>)">(out, t("No longer in office."));
    else if (of.seat == Seat::vacant)
        html::write<R"(<p class="representative__vacant">{}</p>)">(
            out, t("Nobody holds this seat at present. A by-election or an appointment will fill it."));
    if (!one.has_left) write_ways(out, t, of);
    write_source(out, t, of);
    for (const SafeHtml& each : one.sections) out.append(each);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml hub_block(const Translator& t, const Block& block) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<R"(
<section class="section section--tint" aria-labelledby="representatives-block"><div class="frame"><h2 class="section__title" id="representatives-block">{}</h2><p class="section__lead">{}</p>
<form class="form riding-search" method="get" action="{}" novalidate>{}{}</form></div></section>)">(
        block.heading.empty() ? t("Find your representatives") : std::string{block.heading},
        block.text.empty() ? t("Who speaks for you, and how do you reach them? Your postal code tells.")
                           : std::string{block.text},
        ports::find_representatives_path(t.locale()),
        fields.text({.name = "postal_code",
                     .label = t("Your postal code"),
                     .kind = html::TextKind::postal_code,
                     .autocomplete = "postal-code",
                     .size = html::FieldSize::small,
                     .max_length = 20}),
        fields.button({.label = t("Find them"), .icon = "search"}));
}

std::string list_path(base::Locale locale) { return ports::find_representatives_path(locale) + "/list"; }

}  // namespace representatives::pages
