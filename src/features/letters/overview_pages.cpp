// What staff_pages.h declares about one campaign and how its letters fare.
#include <algorithm>

#include <fmt/format.h>

#include "features/letters/pages.h"
#include "features/letters/staff_pages.h"
#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "ports/staff_pages.h"

namespace letters::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

struct Figure {
    std::string label, figure, note{};
};

class OverviewWriter {
public:
    OverviewWriter(const Translator& t, const Overview& view)
        : t_(t), view_(view), path_(campaign_path(t.locale(), view.campaign.slug)), fields_(t, view.problems) {}

    SafeHtml write() && {
        write_head();
        out_.append(fields_.error_summary());
        write_steps();
        write_figures();
        write_held();
        write_offices();
        write_calls();
        write_bounced();
        write_sample();
        write_preview();
        return std::move(out_).finish();
    }

private:
    bool may_publish() const { return view_.rights.publish == Right::yes; }

    void write_head() {
        html::Out actions;
        actions.append(ports::button_link({path_ + "/text", t_("Write"), "edit"}));
        if (view_.stage != Stage::draft && view_.stage != Stage::upcoming)
            actions.append(ports::button_link(
                {pages::campaign_path(t_.locale(), view_.campaign.slug), t_("See the page"), "external"}));
        if (view_.rights.take_out == Right::yes)
            actions.append(ports::button_link({path_ + "/letters.csv", t_("Letters as a file (CSV)"), "download"}));
        out_.append(ports::staff_head(t_, {.title = view_.campaign.title(t_.locale()),
                                           .lead = fmt::format("{} · {} · {}", t_(label_of(view_.stage)), view_.level,
                                                               pages::target_words(t_, view_.campaign.target)),
                                           .actions = std::move(actions).finish(),
                                           .above = {{t_("Letters"), list_path(t_.locale())}}}));
    }

    // What the next step is, as far as this person may take it.
    void write_steps() {
        if (!view_.unready.empty()) {
            html::write<
                R"(<div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>)">(
                out_, html::icon("info"), t_("Not ready to be published"),
                t_.plural("One text is missing.", "{count} texts are missing.",
                          static_cast<std::int64_t>(view_.unready.size())));
        }
        if (!may_publish()) return;
        html::write<R"(<div class="cluster letter-steps">)">(out_);
        const bool is_draft = view_.stage == Stage::draft || view_.campaign.stopped_at;
        if (is_draft && view_.unready.empty())
            step("publication", t_("Publish in both languages"), html::ButtonKind::primary);
        if (view_.stage == Stage::open) step("pause", t_("Pause it"), html::ButtonKind::quiet);
        if (view_.stage == Stage::paused) step("resumption", t_("Go on"), html::ButtonKind::primary);
        if (!is_draft && view_.stage != Stage::closed)
            step("stop", t_("Stop it: letters that wait do not leave"), html::ButtonKind::danger);
        html::write<"</div>">(out_);
    }

    void step(std::string_view act, std::string label, html::ButtonKind kind) {
        out_.append(
            ports::act(t_, {.path = fmt::format("{}/{}", path_, act), .label = std::move(label), .kind = kind}));
    }

    void write_figures() {
        const auto& total = view_.total;
        std::string until;
        if (view_.waiting.until) until = t_("the last by {time}", {{"time", t_.date_time(*view_.waiting.until)}});
        if (view_.stage == Stage::paused) until = t_("paused");
        const Figure figures[] = {
            {t_("Asked"), t_.number(total.asked)},
            {t_("Delivered"), t_.number(total.delivered)},
            {t_("Waiting"), t_.number(view_.waiting.letters), view_.waiting.letters > 0 ? until : std::string{}},
            {t_("Came back"), t_.number(total.bounced)},
            {t_("Printed"), t_.number(total.printed)},
            {t_("Called"), t_.number(total.called)},
            {t_("Answered"), t_.number(total.answered)}};
        html::write<R"(<dl class="stats">)">(out_);
        for (const Figure& figure : figures)
            html::write<
                R"(<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>)">(
                out_, figure.label, figure.figure, figure.note);
        html::write<"</dl>">(out_);
        if (!view_.paused_regions.empty()) {
            std::vector<std::string> names;
            for (const auto& region : view_.paused_regions) {
                const auto province = people::province_of(region);
                names.push_back(province ? t_(people::name(*province)) : t_("the Parliament of Canada"));
            }
            html::write<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
                out_, html::icon("alert"),
                t_("An election is near ({where}): letters to offices that it concerns wait.",
                   {{"where", t_.list(names)}}));
        }
    }

    void write_held() {
        if (view_.held.empty()) return;
        Out body;
        for (const Writing& each : view_.held) {
            write_writing(body, each);
            html::write<R"(<div class="cluster">)">(body);
            decide(body, each, {"release", t_("Let it leave"), html::ButtonKind::primary});
            decide(body, each, {"refusal", t_("Do not send it"), html::ButtonKind::quiet});
            html::write<"</div>">(body);
        }
        out_.append(ports::panel({.title = t_("To be read before they leave")}, std::move(body).finish()));
    }

    struct Decision {
        std::string_view act;
        std::string label;
        html::ButtonKind kind;
    };
    void decide(Out& out, const Writing& writing, const Decision& decision) {
        html::write<R"(<form method="post" action="{}/{}">{}{}</form>)">(
            out, path_, decision.act, html::hidden({"writing", std::to_string(writing.id.value)}),
            fields_.button({.label = decision.label, .kind = decision.kind, .size = html::ButtonSize::small}));
    }

    void write_writing(Out& out, const Writing& writing) const {
        html::write<
            R"(<article class="letter-sample" lang="{}"><h3 class="letter-sample__who">{} · {}</h3><p class="letter-paper__text">{}</p></article>)">(
            out, base::code(writing.locale), writing.name.given, writing.place, writing.body);
    }

    void write_offices() {
        if (view_.offices.empty()) {
            out_.append(ports::empty_state(
                {"mail", t_("No letters so far"), t_("They appear here once supporters have confirmed them.")}));
            return;
        }
        html::write<
            R"(<div class="table-scroll" role="region" aria-labelledby="offices" tabindex="0"><table class="table table--cards"><caption class="table__caption" id="offices">{}</caption><thead><tr><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
            out_, t_("By representative"), t_("Representative"), t_("Asked"), t_("Delivered"), t_("Came back"),
            t_("Printed"), t_("Called"), t_("Answered"));
        for (const OfficeRow& row : view_.offices) write_office(row);
        html::write<"</tbody></table></div>">(out_);
    }

    void write_office(const OfficeRow& row) {
        const auto number = [this](const std::string& label, std::int64_t count) {
            return html::render<R"(<td class="table__number" data-label="{}">{}</td>)">(label, t_.number(count));
        };
        html::write<
            R"(<tr><th scope="row"><a href="{}">{}</a><br><span class="letter-office">{}</span></th>{}{}{}{}{}{}</tr>)">(
            out_, row.path, row.name, row.office, number(t_("Asked"), row.tally.asked),
            number(t_("Delivered"), row.tally.delivered), number(t_("Came back"), row.tally.bounced),
            number(t_("Printed"), row.tally.printed), number(t_("Called"), row.tally.called),
            number(t_("Answered"), row.tally.answered));
    }

    void write_calls() {
        if (view_.calls.empty()) return;
        Out body;
        html::write<R"(<dl class="facts">)">(body);
        for (const CallOutcome outcome : kCallOutcomes) {
            std::int64_t count = 0;
            for (const auto& each : view_.calls)
                if (each.outcome == outcome) count += each.calls;
            html::write<
                R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
                body, t_(label_of(outcome)), t_.number(count));
        }
        html::write<"</dl>">(body);
        out_.append(ports::panel({.title = t_("How calls went")}, std::move(body).finish()));
    }

    void write_bounced() {
        if (view_.bounced.empty()) return;
        Out body;
        html::write<R"(<ul class="letter-to__list">)">(body);
        for (const Letter& each : view_.bounced)
            html::write<
                R"(<li class="letter-to__one"><strong>{}</strong><span>{}</span><span lang="en">{}</span></li>)">(
                body, each.recipient_name, t_.date_time(each.due_at), each.detail);
        html::write<"</ul>">(body);
        if (may_publish())
            body.append(ports::act(t_, {.path = path_ + "/resending", .label = t_("Send all of them once more")}));
        out_.append(ports::panel({.title = t_("Came back")}, std::move(body).finish()));
    }

    void write_sample() {
        if (view_.sample.empty()) return;
        Out body;
        for (const Writing& each : view_.sample) write_writing(body, each);
        out_.append(ports::panel({.title = t_("In their own words")}, std::move(body).finish()));
    }

    void write_preview() {
        html::write<R"(<div class="editor__languages">)">(out_);
        for (const base::Locale locale : base::kLocales) {
            const Content& content = view_.campaign.content;
            html::write<
                R"(<section class="preview" lang="{}"><p class="preview__label">{}</p><h2>{}</h2><div class="prose">{}</div><div class="letter-paper"><p class="letter-paper__text">{}</p>)">(
                out_, base::code(locale), i18n::own_name(locale), content.title.in(locale),
                html::markdown(content.why.in(locale), html::HeadingsBelow::section), content.opening.in(locale));
            for (const Both& block : content.blocks)
                if (!block.in(locale).empty())
                    html::write<R"(<p class="letter-paper__text letter-paper__choice">{}</p>)">(out_, block.in(locale));
            html::write<R"(<p class="letter-paper__text">{}</p></div></section>)">(out_, content.closing.in(locale));
        }
        html::write<"</div>">(out_);
    }

    const Translator& t_;
    const Overview& view_;
    std::string path_;
    html::Fields fields_;
    Out out_;
};

}  // namespace

SafeHtml overview(const Translator& t, const Overview& view) { return OverviewWriter{t, view}.write(); }

}  // namespace letters::staff_pages
