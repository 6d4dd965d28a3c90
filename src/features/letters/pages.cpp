#include "features/letters/pages.h"

#include <fmt/format.h>

#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "platform/html/moment.h"

namespace letters::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_figure(Out& out, const Translator& t, const Shown& shown) {
    if (shown.asked == 0) return;
    html::write<
        R"(<p class="letter-figure"><span class="letter-figure__count">{}</span> <span class="letter-figure__label">{}</span></p>)">(
        out, t.number(shown.asked), t.plural("letter or call so far", "letters and calls so far", shown.asked));
}

void write_closed_notice(Out& out, const Translator& t, const Shown& shown) {
    const bool is_over = shown.stage == Stage::closed;
    html::write<
        R"(<div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>)">(
        out, html::icon("info"), is_over ? t("This campaign is over") : t("Letters wait at the moment"),
        is_over ? t("Thank you to everyone who wrote. Letters that had left have reached the offices.")
                : t("The campaign takes no new letters right now. Please come back in a few days."));
}

void write_code_form(Out& out, const Translator& t, const Shown& shown, const std::string& typed,
                     const base::Problems& problems) {
    const html::Fields fields{t, problems};
    html::write<
        R"(<form class="form letter-start" method="get" action="{}/write" novalidate>{}<h2 class="letter-start__title">{}</h2>{}{}</form>)">(
        out, campaign_path(t.locale(), shown.campaign.slug), fields.error_summary(), t("Find who speaks for you"),
        fields.text({.name = "postal_code",
                     .label = t("Your postal code"),
                     .value = typed,
                     .kind = html::TextKind::postal_code,
                     .autocomplete = "postal-code",
                     .hint = t("It tells your riding. We keep it only if you send a letter."),
                     .size = html::FieldSize::small,
                     .max_length = 20}),
        fields.button({.label = t("Next: your letter"), .size = html::ButtonSize::large}));
}

void write_taglines(Out& out, const Shown& shown) {
    for (const auto& line : shown.taglines)
        html::write<R"(<p class="letter-tagline">{} {}</p>)">(out, html::icon("info"), line);
}

std::string office_plural(const Translator& t, people::Office office) {
    switch (office) {
        case people::Office::mp:
            return t("members of the House of Commons");
        case people::Office::senator:
            return t("senators of your province");
        case people::Office::provincial:
            return t("members of your provincial legislature");
        case people::Office::mayor:
            return t("mayors");
        case people::Office::councillor:
            return t("councillors");
        default:
            return t(people::label_of(office));
    }
}

}  // namespace

std::string list_path(base::Locale locale) { return fmt::format("/{}/letters", base::code(locale)); }

std::string campaign_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/letters/{}", base::code(locale), slug);
}

std::string own_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/letters/own/{}", base::code(locale), token);
}

std::string target_words(const Translator& t, const TargetRule& rule) {
    std::vector<std::string> parts;
    for (const auto house : rule.own) parts.push_back(t(own_label(house)));
    for (const auto office : rule.offices) parts.push_back(office_plural(t, office));
    if (!rule.named.empty())
        parts.push_back(
            t.plural("one person by name", "{count} people by name", static_cast<std::int64_t>(rule.named.size())));
    std::string words = t.list(parts);
    std::vector<std::string> provinces;
    for (const auto province : rule.provinces) provinces.push_back(t(people::name(province)));
    if (!provinces.empty()) words += " · " + t("Only in {places}", {{"places", t.list(provinces)}});
    if (!rule.parties.empty()) words += " · " + t("Only of {parties}", {{"parties", t.list(rule.parties)}});
    return words;
}

std::string consent_label(const Translator& t) { return t("Send me news of the campaign by email"); }

std::string office_words(const Translator& t, const ports::Representative& representative) {
    std::string words = t(people::label_of(representative.office));
    if (!representative.place.empty()) words += ", " + representative.place;
    if (!representative.party.empty()) words += " · " + representative.party;
    return words;
}

SafeHtml list(const Translator& t, const std::vector<Shown>& open) {
    Out out;
    html::write<
        R"(<header class="page-head frame"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><div class="section"><div class="frame">)">(
        out, t("Write to your representative"),
        t("A letter in your own words counts more than a hundred of the same. We find who speaks for you, and you say "
          "what you want of them."));
    if (open.empty())
        html::write<R"(<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p></div>)">(
            out, html::icon("mail"), t("No letters to write at the moment"),
            t("The next one comes. The email list tells you first."));
    if (!open.empty()) {
        html::write<R"(<ol class="action-list">)">(out);
        for (const Shown& each : open)
            html::write<
                R"(<li class="action"><span class="action__icon">{}</span><h2 class="action__title"><a class="action__link" href="{}">{}</a></h2><p class="action__text">{}</p></li>)">(
                out, html::icon("mail"), campaign_path(t.locale(), each.campaign.slug), each.campaign.title(t.locale()),
                target_words(t, each.campaign.target));
        html::write<"</ol>">(out);
    }
    html::write<"</div></div>">(out);
    return std::move(out).finish();
}

SafeHtml campaign(const Translator& t, const Shown& shown, const std::string& typed_code,
                  const base::Problems& problems) {
    const Content& content = shown.campaign.content;
    Out out;
    html::write<
        R"(<header class="page-head frame"><p class="page-head__eyebrow">{}</p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><div class="letter frame"><div class="letter__main"><div class="prose">{}</div></div><div class="letter__side">)">(
        out, t("Write to your representative"), shown.campaign.title(t.locale()),
        t("It goes to: {who}", {{"who", target_words(t, shown.campaign.target)}}),
        html::markdown(content.why.in(t.locale()), html::HeadingsBelow::page_title));
    if (shown.stage == Stage::open)
        write_code_form(out, t, shown, typed_code, problems);
    else
        write_closed_notice(out, t, shown);
    write_figure(out, t, shown);
    write_taglines(out, shown);
    html::write<"</div></div>">(out);
    return std::move(out).finish();
}

namespace {

std::string house_words(const Translator& t, ports::RidingHouse house) {
    switch (house) {
        case ports::RidingHouse::federal:
            return t("Which federal riding do you live in?");
        case ports::RidingHouse::provincial:
            return t("Which provincial riding do you live in?");
        case ports::RidingHouse::municipal:
            return t("Which ward or municipality do you live in?");
    }
    return {};
}

void write_chosen(Out& out, const LetterForm& typed) {
    for (const auto house :
         {ports::RidingHouse::federal, ports::RidingHouse::provincial, ports::RidingHouse::municipal}) {
        const auto& chosen = typed.ridings[static_cast<std::size_t>(house)];
        if (!chosen.empty()) out.append(html::hidden({name_of(house), chosen}));
    }
}

void write_way_head(Out& out, const Translator& t, const Way& way, const std::string& title) {
    html::write<
        R"(<header class="page-head frame frame--narrow"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1></header>)">(
        out, campaign_path(t.locale(), way.shown.campaign.slug), way.shown.campaign.title(t.locale()), title);
}

}  // namespace

SafeHtml which_riding(const Translator& t, const Way& way, std::string_view where) {
    const base::Problems none;
    const html::Fields fields{t, none};
    Out out;
    write_way_head(out, t, way, t("One more question"));
    html::write<
        R"(<div class="section"><form class="form frame frame--narrow" method="get" action="{}/{}" novalidate><p>{}</p>{})">(
        out, campaign_path(t.locale(), way.shown.campaign.slug), where,
        t("The postal code {code} lies in more than one riding. Only you can say which is yours.",
          {{"code", way.typed.postal_code}}),
        html::hidden({"postal_code", way.typed.postal_code}));
    write_chosen(out, way.typed);
    for (const auto& question : way.place.questions) {
        std::vector<html::Choice> choices;
        for (const auto& riding : question.ridings)
            choices.push_back({std::to_string(riding.id.value), riding.name(t.locale())});
        out.append(fields.radio_group({.name = std::string{name_of(question.house)},
                                       .legend = house_words(t, question.house),
                                       .choices = choices}));
    }
    html::write<R"(<div class="form__actions">{}</div></form></div>)">(
        out, fields.button({.label = t("Next: your letter"), .icon = "arrow-right"}));
    return std::move(out).finish();
}

SafeHtml nobody(const Translator& t, const Way& way) {
    Out out;
    write_way_head(out, t, way, t("Nobody to write to from there"));
    html::write<R"(<div class="section"><div class="frame frame--narrow prose">)">(out);
    for (const auto& seat : way.recipients.vacant)
        html::write<"<p><strong>{}</strong> {}</p>">(out, office_words(t, seat),
                                                     t("This seat is vacant: nobody sits there until somebody is "
                                                       "elected or named."));
    if (leaves_out(way.shown.campaign.target, way.place.province))
        html::write<"<p>{}</p>">(out, t("This campaign speaks to representatives elsewhere: {who}.",
                                        {{"who", target_words(t, way.shown.campaign.target)}}));
    else if (way.recipients.vacant.empty())
        html::write<"<p>{}</p>">(
            out, t("We do not know who represents the postal code {code}.", {{"code", way.typed.postal_code}}));
    html::write<
        R"(<h2>{}</h2><ul><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li><li><a href="/{}/#act">{}</a></li></ul></div></div>)">(
        out, t("What you can do instead"), campaign_path(t.locale(), way.shown.campaign.slug),
        t("Try another postal code"), ports::find_representatives_path(t.locale()), t("Look up your representatives"),
        base::code(t.locale()), t("See every way to act"));
    return std::move(out).finish();
}

SafeHtml check_mail(const Translator& t, const Campaign& campaign, const std::string& mailbox_path) {
    std::vector<html::MomentLink> links;
    if (!mailbox_path.empty()) links.push_back({mailbox_path, t("Open the demo mailbox")});
    links.push_back({campaign_path(t.locale(), campaign.slug), t("Back to the page"), "quiet"});
    return html::moment(
        {.tone = html::MomentTone::success,
         .icon = "mail",
         .title = t("One more step: open your email"),
         .text =
             t("We have sent you an email with a button. Your letter leaves when you have pressed it, and not before."),
         .below = html::moment_links(links),
         .more = t("If a letter was sent with this address several times today, no further email comes.")});
}

namespace {

void write_campaign_links(Out& out, const Translator& t, const std::vector<Campaign>& open) {
    html::write<R"(<ul class="letter-links">)">(out);
    for (const Campaign& each : open)
        html::write<R"(<li><a class="more-link" href="{}">{} {}</a></li>)">(
            out, campaign_path(t.locale(), each.slug), each.title(t.locale()), html::icon("arrow-right"));
    html::write<"</ul>">(out);
}

}  // namespace

SafeHtml representative_section(const Translator& t, const std::vector<Campaign>& open) {
    if (open.empty()) return {};
    Out out;
    html::write<
        R"(<section class="letter-part" aria-labelledby="letters-title"><h2 class="section__title" id="letters-title">{}</h2>)">(
        out, t("Write a letter"));
    write_campaign_links(out, t, open);
    html::write<"</section>">(out);
    return std::move(out).finish();
}

SafeHtml hub_section(const Translator& t, std::string_view heading, const SafeHtml& text,
                     const std::vector<Campaign>& open) {
    if (open.empty()) return {};
    Out out;
    html::write<R"(<section class="section section--tint"><div class="frame"><h2 class="section__title">{}</h2>)">(
        out, heading.empty() ? t("Write to your representative") : std::string{heading});
    out.append(text);
    write_campaign_links(out, t, open);
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

}  // namespace letters::pages
