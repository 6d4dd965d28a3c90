#include "features/editor_letters/staff_pages.h"

#include <fmt/format.h>

#include "features/editor_letters/pages.h"
#include "features/editor_letters/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/day_words.h"
#include "ports/staff_pages.h"

namespace editor_letters::staff_pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

ports::Badge badge_of(const Translator& t, CampaignState state) {
    switch (state) {
        case CampaignState::draft:
            return {"neutral", t("Draft")};
        case CampaignState::published:
            return {"success", t("Published")};
        case CampaignState::closed:
            return {"warning", t("Closed")};
    }
    return {"neutral", ""};
}

SafeHtml campaign_fields(const html::Fields& fields, const Translator& t, const Edit& view) {
    std::vector<html::Choice> levels, themes{{"", t("All themes")}};
    for (const auto& level : view.levels) levels.push_back({std::to_string(level.id.value), level.name(t.locale())});
    for (const auto& theme : view.themes) themes.push_back({theme.theme, theme.title});
    const SafeHtml level =
        view.campaign == nullptr
            ? fields.select({.name = "level", .label = t("Level"), .choices = levels, .value = view.typed.level})
            : SafeHtml{};
    const auto theme = fields.select({.name = "theme",
                                      .label = t("Words at hand"),
                                      .choices = themes,
                                      .value = view.typed.theme,
                                      .required = Required::no,
                                      .hint = t("The theme of the guides that stand beside the letter.")});
    const auto last_day = fields.text({.name = "closes_on",
                                       .label = t("Last day"),
                                       .value = view.typed.closes_on,
                                       .required = Required::no,
                                       .hint = t("As in 2026-12-31. Empty: no last day."),
                                       .max_length = 10});
    return html::render<"{}{}">(level,
                                html::field_pair(ports::with_theirs(t, theme, {"theme", view.conflicts}),
                                                 ports::with_theirs(t, last_day, {"closes_on", view.conflicts})));
}

SafeHtml word_fields(const html::Fields& fields, const Translator& t, const Edit& view) {
    const CampaignForm& typed = view.typed;
    const auto line = [&](const char* name, const std::string& label, const std::string& value) {
        return ports::with_theirs(t, fields.text({.name = name, .label = label, .value = value, .max_length = 150}),
                                  {name, view.conflicts});
    };
    const auto area = [&](const char* name, const std::string& label, const std::string& value) {
        const auto field =
            fields.text_area({.name = name, .label = label, .value = value, .rows = 7, .max_length = 8000});
        return ports::with_theirs(t, field, {name, view.conflicts});
    };
    return html::render<"{}{}{}">(
        html::field_pair(line("title_en", t("Title in English"), typed.title_en),
                         line("title_fr", t("Title in French"), typed.title_fr)),
        html::field_pair(area("happened_en", t("What just happened, in English"), typed.happened_en),
                         area("happened_fr", t("What just happened, in French"), typed.happened_fr)),
        html::field_pair(area("points_en", t("Points to make in English, one a line"), typed.points_en),
                         area("points_fr", t("Points to make in French, one a line"), typed.points_fr)));
}

SafeHtml verdict_button(const Translator& t, const EditorLetter& letter, const html::Button& button) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<R"(<form method="post" action="{}/letters/{}">{}</form>)">(
        staff_list_path(t.locale()), letter.id.value, fields.button(button));
}

void write_held(Out& out, const Translator& t, const Edit& view) {
    if (view.held.empty()) return;
    Out body;
    for (const LetterRow& row : view.held) {
        html::write<R"(<article class="editor-held"><h3 class="editor-item__title">{}</h3><p>{}</p>)">(
            body, row.paper, t("By {name}, {place}", {{"name", row.letter.name}, {"place", row.letter.place}}));
        if (view.reasons) {
            const auto reasons = view.reasons(row.letter.reasons, t.locale());
            if (!reasons.empty()) html::write<"<p>{}</p>">(body, t.list(reasons));
        }
        body.append(pages::letter_sheet(t, row.letter));
        html::write<R"(<div class="cluster">{}{}</div></article>)">(
            body,
            verdict_button(
                t, row.letter,
                {.label = t("Send it on"), .size = html::ButtonSize::small, .name = "verdict", .value = "let_go"}),
            verdict_button(t, row.letter,
                           {.label = t("Do not send it"),
                            .kind = html::ButtonKind::danger,
                            .size = html::ButtonSize::small,
                            .name = "verdict",
                            .value = "refuse"}));
    }
    out.append(ports::panel({t("To be read before they go")}, std::move(body).finish()));
}

struct LetterTable {
    std::string id, caption;
    const std::vector<LetterRow>& rows;
};
void write_letters(Out& out, const Translator& t, const LetterTable& table) {
    if (table.rows.empty()) return;
    Out body;
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="{}" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="{}">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        body, table.id, table.id, table.caption, t("Newspaper"), t("Name"), t("Day"));
    for (const LetterRow& row : table.rows)
        html::write<R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            body, row.paper, t("Name"), row.letter.name.empty() ? t("Erased") : row.letter.name, t("Day"),
            t.date(row.letter.sent_at.value_or(row.letter.asked_at)));
    html::write<"</tbody></table></div>">(body);
    out.append(ports::panel({table.caption}, std::move(body).finish()));
}

void write_acts(Out& out, const Translator& t, const EditorCampaign& campaign) {
    const std::string path = staff_campaign_path(t.locale(), campaign.id);
    if (campaign.state == CampaignState::published)
        out.append(ports::panel(
            {t("Close it")},
            ports::act(t, {.path = path + "/closing", .label = t("Close it"), .kind = html::ButtonKind::danger})));
    else
        out.append(ports::panel({t("Publish it")}, ports::act(t, {.path = path + "/publication",
                                                                  .label = t("Publish it"),
                                                                  .kind = html::ButtonKind::primary})));
}

void write_told(Out& out, const Translator& t, const List& view) {
    if (view.told.empty()) return;
    Out body;
    html::write<"<p>{}</p>">(body,
                             t("Their writers say that these were printed. Look, and they stand on the public list."));
    for (const LetterRow& row : view.told) {
        html::write<R"(<article class="editor-held"><h3 class="editor-item__title">{}</h3><p>{} · {}</p>)">(
            body, row.letter.headline.empty() ? row.letter.subject : row.letter.headline, row.paper,
            ports::day_in_words(t, row.letter.printed_on));
        if (!row.letter.printed_url.empty())
            html::write<R"(<p><a href="{}" rel="noopener">{}</a></p>)">(body, row.letter.printed_url,
                                                                        row.letter.printed_url);
        html::write<R"(<div class="cluster">{}{}</div></article>)">(
            body,
            verdict_button(
                t, row.letter,
                {.label = t("I saw it"), .size = html::ButtonSize::small, .name = "verdict", .value = "seen_in_print"}),
            verdict_button(t, row.letter,
                           {.label = t("It is not there"),
                            .kind = html::ButtonKind::quiet,
                            .size = html::ButtonSize::small,
                            .name = "verdict",
                            .value = "not_found"}));
    }
    out.append(ports::panel({t("Was it printed?")}, std::move(body).finish()));
}

}  // namespace

SafeHtml list(const Translator& t, const List& view) {
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Letters to the editor"),
         .lead = t("Say what just happened and which points to make; supporters find their papers and write in their "
                   "own words."),
         .actions =
             html::render<"{}{}">(ports::button_link({staff_papers_path(t.locale()), t("Newspapers"), "newspaper"}),
                                  ports::button_link({staff_list_path(t.locale()) + "/new",
                                                      t("New campaign of letters"), "plus", "primary"}))}));
    write_told(out, t, view);
    if (view.campaigns.empty()) {
        out.append(ports::empty_state({"newspaper", t("No campaign of letters yet"),
                                       t("Something is in the news? Write one, and people can answer it tonight.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Letters to the editor"), t("Title"), t("State"), t("Last day"), t("Sent"), t("Printed"));
    for (const EditorCampaign& each : view.campaigns)
        html::write<
            R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
            out, staff_campaign_path(t.locale(), each.id), each.plan.title(t.locale()), t("State"),
            ports::badge(badge_of(t, each.state)), t("Last day"),
            each.plan.closes_on.empty() ? t("None") : ports::day_in_words(t, each.plan.closes_on), t("Sent"),
            t.number(each.sent), t("Printed"), t.number(each.printed));
    html::write<"</tbody></table></div>">(out);
    out.append(ports::pager(t, {staff_list_path(t.locale()), view.position}));
    return std::move(out).finish();
}

SafeHtml edit(const Translator& t, const Edit& view) {
    const html::Fields fields{t, view.problems};
    Out out;
    const std::string path = view.campaign == nullptr ? staff_list_path(t.locale()) + "/new"
                                                      : staff_campaign_path(t.locale(), view.campaign->id);
    out.append(ports::staff_head(
        t, {.title = view.campaign == nullptr ? t("New campaign of letters") : view.campaign->plan.title(t.locale()),
            .actions = view.campaign == nullptr ? SafeHtml{} : ports::badge(badge_of(t, view.campaign->state)),
            .above = {{t("Letters to the editor"), staff_list_path(t.locale())}}}));
    out.append(fields.error_summary());
    if (view.campaign != nullptr && view.campaign->state != CampaignState::draft)
        html::write<R"(<p><a href="{}">{}</a></p>)">(out, campaign_path(t.locale(), view.campaign->id),
                                                     t("See it as the public does"));
    write_held(out, t, view);
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>)">(
        out, path, html::hidden({ports::kSeenField, view.seen}), campaign_fields(fields, t, view),
        word_fields(fields, t, view), fields.button({.label = t("Save")}));
    if (view.campaign == nullptr) return std::move(out).finish();
    write_acts(out, t, *view.campaign);
    write_letters(out, t, {"waiting", t("Waiting for their turn"), view.waiting});
    write_letters(out, t, {"sent", t("Sent"), view.sent});
    return std::move(out).finish();
}

}  // namespace editor_letters::staff_pages
