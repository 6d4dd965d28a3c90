#include "features/petitions/invalidation_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/petitions/review_pages.h"
#include "features/petitions/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/facts.h"
#include "platform/html/forms.h"

namespace petitions::invalidation_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_row(Out& out, const Translator& t, const Subject& subject, const Invalidation& batch) {
    html::write<R"(
<tr><th scope="row"><a href="{}/{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td>
  <td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
        out, path(t.locale(), subject.petition.slug), batch.id.value, t.date_time(batch.asked_at, subject.zone),
        t("State"), ports::badge(badge_of(t, batch.state)), t("Reason"), batch.reason.in(t.locale()), t("Taken out"),
        t.number(batch.invalidated), t("Put back"), t.number(batch.restored));
}

// A line of the facts of a batch; nothing for an empty value.
class BatchWriter {
public:
    BatchWriter(const Translator& t, const Subject& subject, const BatchView& view)
        : t_(t),
          subject_(subject),
          view_(view),
          batch_(view.batch),
          fields_(t, view.problems),
          list_path_(path(t.locale(), subject.petition.slug)),
          path_(fmt::format("{}/{}", list_path_, view.batch.id.value)) {}

    SafeHtml finish() && {
        auto above = review_pages::way_to(t_, subject_.petition, subject_.title);
        above.push_back({t_("Invalidations"), list_path_});
        out_.append(ports::staff_head(
            t_, {.title = t_("Invalidation of {date}", {{"date", t_.date_time(batch_.asked_at, subject_.zone)}}),
                 .lead = batch_.reason.in(t_.locale()),
                 .actions = ports::badge(badge_of(t_, batch_.state)),
                 .above = std::move(above)}));
        out_.append(fields_.error_summary());
        write_progress();
        write_figures();
        write_acts();
        write_conditions();
        write_history();
        return std::move(out_).finish();
    }

private:
    void write_progress() {
        if (!batch_.is_moving()) return;
        const bool forward = batch_.state == BatchState::at_work;
        const std::int64_t whole = std::max<std::int64_t>(1, forward ? batch_.expected : batch_.invalidated);
        const std::int64_t part = std::min(whole, forward ? batch_.invalidated : batch_.restored);
        html::write<R"(
<div class="batch-progress" data-waiting><p>{}</p><progress class="progress" max="{}" value="{}" aria-label="{}"></progress>
<p><a class="more-link" href="{}">{} {}</a></p></div>)">(
            out_,
            forward ? t_("At work: {part} of about {whole}.", {{"part", part}, {"whole", whole}})
                    : t_("Being undone: {part} of {whole}.", {{"part", part}, {"whole", whole}}),
            whole, part, t_("How far it is"), path_, t_("Look again"), html::icon("undo"));
    }

    void write_figures() {
        html::write<R"(<dl class="stats">)">(out_);
        write_figure(t_("Expected"), batch_.expected, t_("by the preview"));
        write_figure(t_("Taken out"), batch_.invalidated,
                     t_("{count} of them had counted", {{"count", batch_.counted}}));
        write_figure(t_("Put back"), batch_.restored,
                     t_("{count} of them count again", {{"count", batch_.counted_again}}));
        html::write<"</dl>">(out_);
    }

    void write_figure(const std::string& label, std::int64_t figure, const std::string& note) {
        html::write<
            R"(<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>)">(
            out_, label, t_.number(figure), note);
    }

    void write_acts() {
        if (batch_.state == BatchState::waiting) return write_decision();
        if (batch_.may_be_stopped())
            out_.append(ports::panel({t_("Stop it")},
                                     html::render<"<p>{}</p>{}">(
                                         t_("What was taken out until then stays out. You can undo it afterwards."),
                                         ports::act(t_, {path_ + "/stop", t_("Stop it"), html::ButtonKind::danger}))));
        if (batch_.may_be_undone()) write_undo();
    }

    void write_decision() {
        if (batch_.asked_by_id == view_.reader) {
            html::write<R"(<div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div>)">(
                out_, html::icon("users"),
                t_("Somebody else has to approve this. Send them the address of this page."));
            out_.append(ports::act(t_, {path_ + "/refusal", t_("Take the request back")}));
            return;
        }
        const SafeHtml acts = html::render<R"(<p>{}</p><p><a class="more-link" href="{}">{} {}</a></p>{}{})">(
            t_("{who} asks to take these signatures out of the count. Look at the conditions and the reason first.",
               {{"who", batch_.asked_by}}),
            fmt::format("{}/new?{}", list_path_, batch_.conditions), t_("See how many they are now, and some of them"),
            html::icon("arrow-right"),
            ports::act(t_, {path_ + "/approval", t_("Approve and begin"), html::ButtonKind::danger}),
            ports::act(t_, {path_ + "/refusal", t_("Turn it down")}));
        out_.append(ports::panel({t_("Your decision")}, acts));
    }

    void write_undo() {
        out_.append(ports::panel(
            {t_("Undo")},
            html::render<"<p>{}</p>{}">(
                t_("Puts back exactly what this batch took out. The public log of corrections then says so."),
                ports::act(t_, {path_ + "/undo", t_("Undo all of it"), html::ButtonKind::danger}))));
        out_.append(ports::panel(
            {t_("Put one signature back")},
            html::render<
                R"(<form class="form" method="post" action="{}/restoration" novalidate>{}<div class="form__actions">{}</div></form>)">(
                path_,
                fields_.text({.name = "address",
                              .label = t_("Email address of the signer"),
                              .kind = html::TextKind::email,
                              .hint = t_("For somebody who wrote to you and is right."),
                              .max_length = 254}),
                fields_.button({.label = t_("Put it back"), .kind = html::ButtonKind::quiet}))));
    }

    void write_conditions() {
        const ConditionForm& c = view_.conditions;
        const auto facts = [&](Out& out) {
            html::write_fact(out, {t_("Name"), c.name});
            html::write_fact(out, {t_("Email address"), c.address});
            html::write_fact(out, {t_("Domain of the address"), c.domain});
            html::write_fact(out, {t_("Postal code, or how it begins"), c.postal_code});
            html::write_fact(out, {t_("Province or country"), c.region});
            html::write_fact(out, {t_("Network"), c.network});
            html::write_fact(out, {t_("Partner’s code"), c.source});
            html::write_fact(out, {t_("Signed from"), c.from});
            html::write_fact(out, {t_("Signed before"), c.until});
            html::write_fact(out, {t_("Score at least"), c.least_score});
            html::write_fact(out, {t_("Flagged for one of these reasons"), t_.list(view_.reasons)});
            if (c.marked == SignatureForm::Tick::yes)
                html::write_fact(out, {t_("Review"), t_("Only those that were marked in the review")});
        };
        out_.append(ports::panel({t_("Conditions")}, html::render<R"(<dl class="facts">{}</dl>)">(facts)));
    }

    std::string when_and_who(const std::optional<base::Instant>& at, const std::string& who) const {
        if (!at) return {};
        const std::string time = t_.date_time(*at, subject_.zone);
        return who.empty() ? time : t_("{time}, {who}", {{"time", time}, {"who", who}});
    }

    void write_history() {
        const bool was_turned_down = batch_.state == BatchState::turned_down;
        const auto facts = [&](Out& out) {
            html::write_fact(out, {t_("Asked for"), when_and_who(batch_.asked_at, batch_.asked_by)});
            html::write_fact(out, {was_turned_down ? t_("Turned down") : t_("Approved"),
                                   when_and_who(batch_.decided_at, batch_.decided_by)});
            html::write_fact(out, {batch_.stopped_by.empty() ? t_("Done") : t_("Stopped"),
                                   when_and_who(batch_.ended_at, batch_.stopped_by)});
            html::write_fact(out, {t_("Undo asked for"), when_and_who(batch_.undo_at, batch_.undone_by)});
            html::write_fact(out, {t_("Undone"), when_and_who(batch_.undone_at, "")});
            html::write_fact(out, {t_("Reason in English"), batch_.reason.english});
            html::write_fact(out, {t_("Reason in French"), batch_.reason.french});
        };
        out_.append(ports::panel({t_("What happened")}, html::render<R"(<dl class="facts">{}</dl>)">(facts)));
    }

    const Translator& t_;
    const Subject& subject_;
    const BatchView& view_;
    const Invalidation& batch_;
    html::Fields fields_;
    std::string list_path_, path_;
    Out out_;
};

}  // namespace

std::string path(base::Locale locale, std::string_view slug) {
    return staff_pages::staff_path(locale, slug) + "/invalidations";
}

html::SafeHtml list(const Translator& t, const Subject& subject, const std::vector<Invalidation>& batches) {
    const std::string own = path(t.locale(), subject.petition.slug);
    const SafeHtml begin = ports::button_link({own + "/new", t("New invalidation"), "plus", "primary"});
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Invalidations"),
            .lead = t("Signatures that were taken out of the count, why, and whether that was undone. The public reads "
                      "the same in the log of corrections."),
            .actions = begin,
            .above = review_pages::way_to(t, subject.petition, subject.title)}));
    if (batches.empty()) {
        out.append(ports::empty_state({"shield", t("Nothing was taken out of this count"),
                                       t("When signatures turn out not to be real, take them out here: by name, "
                                         "address, network, place or time, with a reason that everybody can read.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Invalidations"), t("Asked for"), t("State"), t("Reason"), t("Taken out"), t("Put back"));
    for (const Invalidation& batch : batches) write_row(out, t, subject, batch);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

html::SafeHtml batch(const Translator& t, const Subject& subject, const BatchView& view) {
    return BatchWriter{t, subject, view}.finish();
}

ports::Badge badge_of(const Translator& t, BatchState state) {
    switch (state) {
        case BatchState::waiting:
            return {"warning", t("Waits for approval")};
        case BatchState::at_work:
            return {"information", t("At work")};
        case BatchState::done:
            return {"danger", t("Done")};
        case BatchState::stopped:
            return {"warning", t("Stopped")};
        case BatchState::being_undone:
            return {"information", t("Being undone")};
        case BatchState::undone:
            return {"success", t("Undone")};
        case BatchState::turned_down:
            return {"neutral", t("Turned down")};
    }
    return {"neutral", t("Done")};
}

}  // namespace petitions::invalidation_pages
