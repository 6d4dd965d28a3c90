// What staff_pages.h declares about the steps of an item.
#include <fmt/format.h>

#include "features/newsroom/address.h"
#include "features/newsroom/staff_pages.h"
#include "features/newsroom/staff_pages_parts.h"
#include "platform/i18n/local_time.h"

namespace newsroom::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

class StepWriter {
public:
    StepWriter(const Translator& t, const StepPage& page)
        : t_(t), page_(page), fields_(t, page.problems), path_(item_path(t.locale(), page.item.id)) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(t_, {.title = t_("Review and publish"),
                                           .lead = lead(),
                                           .actions = ports::badge(stage_badge(t_, page_.item.stage)),
                                           .above = crumbs(t_, page_.item.id, page_.title)}));
        out_.append(tabs(t_, page_.item.id, ItemTab::steps));
        out_.append(fields_.error_summary());
        write_next_steps();
        write_addresses();
        write_pins();
        if (page_.may_publish && may_go(Stage::withdrawn)) write_withdrawal();
        write_past();
        return std::move(out_).finish();
    }

private:
    std::string lead() const {
        const Item& item = page_.item;
        switch (item.stage) {
            case Stage::draft:
                return t_("A draft. Only staff see it.");
            case Stage::in_review:
                return t_("Somebody else should read it before it is published.");
            case Stage::scheduled:
                return t_("It becomes public on {time}.", {{"time", time(*item.due_at)}});
            case Stage::published:
                return has_changes() ? t_("Public. Newer words wait to be published.") : t_("Public, as it stands.");
            case Stage::withdrawn:
                return t_("Withdrawn. Its address answers that there is nothing.");
        }
        return {};
    }

    std::string time(base::Instant at) const { return t_.date_time(at, page_.zone); }
    bool has_changes() const {
        return std::ranges::any_of(page_.texts, [](const TextState& text) { return text.has_unpublished_changes(); });
    }
    bool may_go(Stage to) const { return is_allowed({page_.item.stage, to}); }

    void write_next_steps() {
        if (may_go(Stage::in_review)) write_review();
        write_approval();
        const bool may_publish = page_.may_publish && !page_.review.is_missing();
        if (may_publish && (page_.item.stage != Stage::published || has_changes())) write_publication();
        if (may_publish && may_go(Stage::scheduled)) write_schedule();
        if (may_go(Stage::draft) && (page_.may_publish || page_.item.stage == Stage::in_review)) write_return();
    }

    // A panel with one form.
    struct StepForm {
        std::string title, way, button;
        SafeHtml fields;
        html::ButtonKind kind = html::ButtonKind::primary;
    };
    void write_form(const StepForm& form) {
        out_.append(ports::panel(
            {form.title},
            ports::act(t_, {.path = path_ + form.way, .label = form.button, .kind = form.kind, .above = form.fields})));
    }

    SafeHtml note(const std::string& way, std::string label) const {
        return fields_.text({.name = way,
                             .label = std::move(label),
                             .value = page_.note,
                             .required = html::Required::no,
                             .max_length = 1'000});
    }

    SafeHtml seen() const { return html::hidden({ports::kSeenField, seen_revisions(page_.texts)}); }

    SafeHtml decision() const {
        return page_.texts.size() == base::kLocales.size() ? SafeHtml{} : missing_language_decision(t_, page_.problems);
    }

    void write_review() {
        write_form({t_("Send to review"), "/review", t_("Send to review"), note("note", t_("A word to the reviewer"))});
    }

    // Who approved it; or the button, for everybody but the writer; or what is waited for.
    void write_approval() {
        const Review& review = page_.review;
        const bool is_asked = page_.item.stage == Stage::in_review ||
                              (page_.item.stage == Stage::published && has_changes() && review.is_needed);
        if (review.standing) return write_words(t_("Approved"), approved(*review.standing));
        if (is_asked && !review.is_own)
            return write_form({t_("Approve"), "/approval", t_("Approve it as it stands"),
                               html::render<"{}{}">(seen(), note("note", t_("A word to the author"))),
                               review.is_needed ? html::ButtonKind::primary : html::ButtonKind::quiet});
        if (!review.is_needed || (page_.item.stage == Stage::published && !has_changes())) return;
        write_words(t_("To be approved"),
                    is_asked ? t_("You wrote the newest words yourself: somebody else approves them.")
                             : t_("A section of this item asks that somebody other than its writer approves it before "
                                  "it is published. Send it to review."));
    }

    std::string approved(const store::Approval& approval) const {
        return t_("{name} approved it on {time}, as it stands. When something changes, it is to be approved again.",
                  {{"name", approval.by}, {"time", time(approval.at)}});
    }

    void write_words(const std::string& title, const std::string& words) {
        out_.append(ports::panel({title}, html::render<"<p>{}</p>">(words)));
    }

    void write_publication() {
        const bool is_public = page_.item.stage == Stage::published;
        write_form({is_public ? t_("Publish the changes") : t_("Publish now"), "/publication",
                    is_public ? t_("Publish the changes") : t_("Publish"), html::render<"{}{}">(seen(), decision())});
    }

    void write_schedule() {
        const auto when =
            fields_.text({.name = "due_at",
                          .label = t_("Day and time"),
                          .value = page_.due_at,
                          .kind = html::TextKind::date_time,
                          .hint = t_("By the clocks of {zone}, as 2026-11-30T09:00.", {{"zone", page_.zone.name()}}),
                          .size = html::FieldSize::medium});
        // The decision about a language stands in the panel above already: one page, one field of a name.
        const bool is_decided_above = page_.texts.size() == base::kLocales.size();
        const SafeHtml decided = is_decided_above ? SafeHtml{}
                                                  : html::render<R"(
<div class="choice"><input class="choice__input" type="checkbox" id="one_language_later" name="one_language" value="1"><label class="choice__label" for="one_language_later">{}</label></div>)">(
                                                        t_("Publish without the other language"));
        write_form({t_("Publish later"), "/schedule", t_("Schedule"), html::render<"{}{}{}">(seen(), when, decided),
                    html::ButtonKind::quiet});
    }

    void write_return() {
        const auto button =
            page_.item.stage == Stage::in_review ? t_("Send back to the author") : t_("Make it a draft again");
        write_form({button, "/return", button, note("note", t_("What is still to be done")), html::ButtonKind::quiet});
    }

    void write_withdrawal() {
        write_form({t_("Withdraw"), "/withdrawal", t_("Withdraw the item"),
                    html::render<"<p>{}</p>">(t_("It leaves every list at once. Nothing that was written is lost.")),
                    html::ButtonKind::danger});
    }

    void write_addresses() {
        if (page_.texts.empty()) return;
        Out body;
        html::write<R"(<form class="form" method="post" action="{}" novalidate>)">(body, path_ + "/addresses");
        for (const auto& [locale, slug] : page_.slugs)
            body.append(fields_.text(
                {.name = fmt::format("slug_{}", base::code(locale)),
                 .label = locale == base::Locale::english ? t_("Address in English") : t_("Address in French"),
                 .value = slug,
                 .hint =
                     t_("Behind {path}. The old address leads here for good.", {{"path", address::item(locale, "")}}),
                 .max_length = 80}));
        html::write<R"(<div class="form__actions">{}</div></form>)">(
            body, fields_.button({.label = t_("Change the addresses"), .kind = html::ButtonKind::quiet}));
        write_former_addresses(body);
        out_.append(ports::panel({t_("Addresses")}, std::move(body).finish()));
    }

    void write_former_addresses(Out& body) {
        html::write<R"(<h3>{}</h3><ul class="stack">)">(body, t_("Every address that leads here"));
        for (const auto& each : page_.addresses)
            html::write<R"(<li><a href="{}" lang="{}">{}</a> {}</li>)">(
                body, address::item(each.locale, each.slug), base::code(each.locale),
                address::item(each.locale, each.slug),
                t_("since {time}, by {name}", {{"time", time(each.since)}, {"name", each.given_by}}));
        html::write<"</ul>">(body);
    }

    void write_pins() {
        if (!page_.may_publish || page_.sections.empty()) return;
        Out body;
        html::write<"<p>{}</p>">(body, t_("A pinned item stands above the newest ones."));
        for (const Section& section : page_.sections) write_pin(body, section);
        out_.append(ports::panel({t_("Pinned in sections")}, std::move(body).finish()));
    }

    void write_pin(Out& body, const Section& section) {
        const auto placed = std::ranges::find(page_.placements, section.id, &store::Placement::section);
        const bool is_pinned = placed != page_.placements.end() && placed->pinned_at.has_value();
        const auto title = section.best(t_.locale()).title;
        body.append(
            ports::act(t_, {.path = path_ + "/pins",
                            .label = is_pinned ? t_("Let go in “{section}”", {{"section", title}})
                                               : t_("Pin in “{section}”", {{"section", title}}),
                            .kind = html::ButtonKind::quiet,
                            .above = html::render<"{}{}">(html::hidden({"section", std::to_string(section.id.value)}),
                                                          html::hidden({"pin", is_pinned ? "0" : "1"}))}));
    }

    void write_past() {
        Out body;
        html::write<R"(<ol class="stack">)">(body);
        auto approval = page_.review.past.begin();
        for (const StageStep& step : page_.steps) {
            for (; approval != page_.review.past.end() && approval->at > step.at; ++approval)
                write_past_approval(body, *approval);
            html::write<R"(<li>{} {})">(body, ports::badge(stage_badge(t_, step.stage)),
                                        t_("{time}, by {name}", {{"time", time(step.at)}, {"name", step.by}}));
            if (step.due_at) html::write<" ({})">(body, t_("for {time}", {{"time", time(*step.due_at)}}));
            if (!step.note.empty()) html::write<"<p>{}</p>">(body, step.note);
            html::write<"</li>">(body);
        }
        html::write<"</ol>">(body);
        out_.append(ports::panel({t_("What happened so far")}, std::move(body).finish()));
    }

    void write_past_approval(Out& body, const store::Approval& approval) const {
        html::write<"<li>{} {}">(body, ports::badge({"success", t_("Approved")}),
                                 t_("{time}, by {name}", {{"time", time(approval.at)}, {"name", approval.by}}));
        if (!approval.note.empty()) html::write<"<p>{}</p>">(body, approval.note);
        html::write<"</li>">(body);
    }

    const Translator& t_;
    const StepPage& page_;
    html::Fields fields_;
    std::string path_;
    Out out_;
};

}  // namespace

std::string seen_revisions(const std::vector<TextState>& texts) {
    std::string seen;
    for (const TextState& text : texts) seen += fmt::format("{}{}", seen.empty() ? "" : "-", text.newest.value);
    return seen;
}

SafeHtml steps(const Translator& t, const StepPage& page) { return StepWriter{t, page}.finish(); }

}  // namespace newsroom::staff_pages
