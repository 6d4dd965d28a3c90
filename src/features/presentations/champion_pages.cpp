// What pages.h declares about the pages of champions: their presentations, reports, and conversations.
#include <algorithm>

#include <fmt/format.h>

#include "features/presentations/pages.h"
#include "features/presentations/parts_pages.h"
#include "features/presentations/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace presentations::pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kPastShown = 30;

void write_offers(Out& out, const Translator& t, const ChampionView& view) {
    if (view.offers.empty()) return;
    html::write<R"(<h2 class="section__title">{}</h2><ul class="talk-list">)">(out, t("You are asked"));
    for (const auto& each : view.offers)
        html::write<R"(<li><a href="{}" lang="{}">{}</a> {} <span class="talk-list__note">{}</span></li>)">(
            out, offer_path(t.locale(), each.token), base::code(each.presentation.wish.language),
            each.presentation.wish.host_group, place_words(t, each.presentation.wish),
            t("Please answer by {time}", {{"time", time_words(t, each.offer.expires_at, each.presentation.wish)}}));
    html::write<"</ul>">(out);
}

void write_list(Out& out, const Translator& t, const ChampionView& view, const std::string& title,
                const std::vector<const Presentation*>& members) {
    if (members.empty()) return;
    html::write<R"(<h2 class="section__title">{}</h2><ul class="talk-list">)">(out, title);
    for (const Presentation* each : members)
        html::write<R"(<li><a href="{}" lang="{}">{}</a> {} <span class="talk-list__note">{}</span> {}</li>)">(
            out, report_path(t.locale(), view.token, each->id), base::code(each->wish.language),
            each->wish.host_group.empty() ? each->wish.town : each->wish.host_group, place_words(t, each->wish),
            time_words(t, *each->starts_at, each->wish), ports::badge(badge_of(t, each->state)));
    html::write<"</ul>">(out);
}

struct ToTake {
    const std::vector<ports::Material>& materials;
    base::Locale language;
};
void write_materials(Out& out, const Translator& t, const ToTake& to_take) {
    if (to_take.materials.empty()) return;
    html::write<R"(<h2 class="section__title">{}</h2><ul class="talk-list">)">(out, t("To take along"));
    for (const auto& each : to_take.materials)
        html::write<R"(<li>{} <a href="{}" lang="{}">{}</a></li>)">(out, html::icon("file-text"), each.url,
                                                                    base::code(to_take.language), each.title);
    html::write<"</ul>">(out);
}

// What people may say in the room, and what helps then; in the language in which it is held.
void write_suggestions(Out& out, const Translator& t, const ReportView& view) {
    if (view.suggestions.empty()) return;
    html::write<R"(<section class="talk-own__part" aria-labelledby="say"><h2 class="section__title" id="say">{}</h2>)">(
        out, t("Words at hand"));
    for (const auto& each : view.suggestions)
        html::write<
            R"(<dl class="facts" lang="{}"><div class="facts__row"><dt class="facts__term"><span lang="{}">{}</span></dt><dd class="facts__value">{}</dd></div><div class="facts__row"><dt class="facts__term"><span lang="{}">{}</span></dt><dd class="facts__value">{}</dd></div></dl>)">(
            out, base::code(view.presentation.wish.language), base::code(t.locale()), t("You hear"), each.heard,
            base::code(t.locale()), t("You can say"), each.say);
    html::write<"</section>">(out);
}

// Of those in the order of their time the last ones, the newest first.
std::vector<const Presentation*> newest_of(const std::vector<const Presentation*>& past) {
    const auto shown = static_cast<std::ptrdiff_t>(std::min(past.size(), kPastShown));
    return {past.rbegin(), past.rbegin() + shown};
}

void write_all(Out& out, const Translator& t, const ChampionView& view) {
    std::vector<const Presentation*> to_come, to_tell, past;
    for (const Presentation& each : view.presentations) {
        if (!each.starts_at || each.state == State::unconfirmed) continue;
        if (each.state == State::booked)
            (*each.starts_at > view.now ? to_come : to_tell).push_back(&each);
        else
            past.push_back(&each);
    }
    if (view.offers.empty() && to_come.empty() && to_tell.empty() && past.empty())
        html::write<R"(<p class="empty">{}</p>)">(
            out, t("Nothing yet. When a group near you asks for a presentation, you get an email."));
    write_offers(out, t, view);
    write_list(out, t, view, t("To be told"), to_tell);
    write_list(out, t, view, t("To come"), to_come);
    write_materials(out, t, {view.materials, t.locale()});
    write_list(out, t, view, t("Past"), newest_of(past));
    if (past.size() > kPastShown)
        html::write<"<p>{}</p>">(out, t.plural("{count} more is behind them.", "{count} more are behind them.",
                                               std::ssize(past) - static_cast<std::int64_t>(kPastShown)));
    if (view.is_active)
        html::write<R"(<p><a href="{}/conversation">{}</a></p>)">(out, champion_path(t.locale(), view.token),
                                                                  t("Tell of a conversation that nobody had booked"));
}

SafeHtml host_facts(const Translator& t, const Presentation& presentation) {
    const Wish& wish = presentation.wish;
    return facts({{t("Group"), wish.host_group, wish.language},
                  {t("When"), presentation.starts_at ? time_words(t, *presentation.starts_at, wish) : ""},
                  {t("How long"), length_words(t, wish.minutes)},
                  {t("Where"), place_words(t, wish)},
                  {t("Contact"), wish.contact_name},
                  {t("Email"), presentation.email},
                  {t("Phone"), wish.phone},
                  {t("How many"), t.number(wish.expected_size)},
                  {t("What people need to take part"), wish.accessibility, presentation.locale},
                  {t("They wrote"), wish.words, presentation.locale},
                  {t("Reason"), presentation.reason, presentation.locale}});
}

void write_report_form(Out& out, const Translator& t, const ReportView& view) {
    const html::Fields fields{t, view.problems};
    const std::string path = report_path(t.locale(), view.token, view.presentation.id);
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="report"><h2 class="section__title" id="report">{}</h2>{}<form class="form" method="post" action="{}/report" enctype="multipart/form-data" novalidate>{}{}{}</form></section>)">(
        out, view.stored ? t("Your report") : t("How was it?"),
        view.names == 0
            ? SafeHtml{}
            : html::render<"<p>{}</p>">(t.plural("{count} person was put down for the email list.",
                                                 "{count} people were put down for the email list.", view.names)),
        path, report_fields(fields, t, view.typed),
        fields.file({.name = "picture",
                     .label = t("A photo"),
                     .accept = "image/jpeg,image/png,image/webp",
                     .required = Required::no,
                     .hint = t("Only with the agreement of everybody who can be recognised on it.")}),
        fields.button({.label = view.stored ? t("Save the report again") : t("Send the report")}));
}

void write_missed(Out& out, const Translator& t, const ReportView& view) {
    if (view.presentation.state != State::booked) return;
    const html::Fields fields{t, view.problems};
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="missed"><h2 class="section__title" id="missed">{}</h2><form class="form" method="post" action="{}/missed" novalidate>{}{}</form></section>)">(
        out, t("It did not take place"), report_path(t.locale(), view.token, view.presentation.id),
        fields.text_area({.name = "reason", .label = t("What happened"), .rows = 2, .max_length = 500}),
        fields.button({.label = t("Tell the coordinators"), .kind = html::ButtonKind::quiet}));
}

void write_give_back(Out& out, const Translator& t, const ReportView& view) {
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="back"><h2 class="section__title" id="back">{}</h2><p>{}</p>{}</section>)">(
        out, t("You cannot come after all?"),
        t("Somebody else is asked at once, and the host learns who comes instead. The sooner, the better."),
        one_button(t, {report_path(t.locale(), view.token, view.presentation.id) + "/return", t("I cannot come"),
                       html::ButtonKind::danger}));
}

}  // namespace

SafeHtml champion(const Translator& t, const ChampionView& view) {
    Out out;
    html::write<
        R"(<article class="frame frame--narrow talk-own"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, t("Your presentations"), view.name);
    write_all(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml champion_section(const Translator& t, const ChampionView& view) {
    Out out;
    html::write<R"(<section class="talk-section" aria-label="{}">)">(out, t("Your presentations"));
    write_all(out, t, view);
    html::write<"</section>">(out);
    return std::move(out).finish();
}

SafeHtml report(const Translator& t, const ReportView& view) {
    const html::Fields fields{t, view.problems};
    const Presentation& presentation = view.presentation;
    Out out;
    html::write<R"(
<article class="frame frame--narrow talk-own"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title" lang="{}">{}</h1>
<p>{}</p></header>{}{})">(
        out, champion_path(t.locale(), view.token), t("Your presentations"), base::code(presentation.wish.language),
        presentation.wish.host_group.empty() ? presentation.wish.town : presentation.wish.host_group,
        ports::badge(badge_of(t, presentation.state)), fields.error_summary(), host_facts(t, presentation));
    if (may_report(presentation, view.now)) {
        write_report_form(out, t, view);
        write_missed(out, t, view);
    } else if (presentation.state == State::booked) {
        const auto materials = [&](Out& part) {
            write_materials(part, t, {view.materials, presentation.wish.language});
        };
        if (!view.materials.empty()) html::write<R"(<div class="talk-own__part">{}</div>)">(out, materials);
        write_suggestions(out, t, view);
        write_give_back(out, t, view);
    }
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml conversation(const Translator& t, const ConversationView& view) {
    const html::Fields fields{t, view.problems};
    const ConversationForm& typed = view.typed;
    Out out;
    html::write<R"(
<article class="frame frame--narrow talk-own"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header><form class="form" method="post" action="{}" novalidate>{})">(
        out, view.back, t("Back"), t("A conversation that nobody had booked"),
        t("At a gate, in a lunch room, at a market: it counts as well."), view.action, fields.error_summary());
    html::write<"{}{}{}{}{}{}</form></article>">(
        out,
        fields.text({.name = "date",
                     .label = t("When"),
                     .value = typed.date,
                     .kind = html::TextKind::date_time,
                     .size = html::FieldSize::medium}),
        html::field_pair(
            fields.text({.name = "town", .label = t("City or town"), .value = typed.town, .max_length = 100}),
            province_field(fields, t, typed.province)),
        html::field_pair(audience_field(fields, t, typed.audience), language_field(fields, t, typed.language)),
        fields.text({.name = "host_group",
                     .label = t("Where it was, in a few words"),
                     .value = typed.host_group,
                     .required = Required::no,
                     .max_length = 100}),
        report_fields(fields, t, typed.report), fields.button({.label = t("Send the report")}));
    return std::move(out).finish();
}

}  // namespace presentations::pages
