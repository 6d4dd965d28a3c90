// What staff_pages.h declares about the audit log.
#include <algorithm>

#include "features/accounts/audit_words.h"
#include "features/accounts/pages.h"
#include "features/accounts/parts_pages.h"
#include "features/accounts/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace accounts::staff_pages {

using html::Out;
using pages::staff_path;

// Audit log --------------------------------------------------------------------------------------------------------

namespace {

std::string action_words(i18n::Translator t, const AuditLog& log, const std::string& action) {
    const auto found = std::ranges::find(log.words, action, &ActionWord::action);
    return found == log.words.end() ? action : t(found->words);
}

html::SafeHtml audit_entry(i18n::Translator t, const AuditLog& log, const auth::StoredAuditEntry& stored) {
    const auto& entry = stored.entry;
    const auto changes = [&](Out& out) {
        for (const auto& change : entry.changes)
            html::write<R"(<div class="audit__row"><dt>{}</dt><dd><del>{}</del> <ins>{}</ins></dd></div>)">(
                out, field_words(t, change.field), value_words(t, change.field, change.before),
                value_words(t, change.field, change.after));
    };
    const auto list =
        entry.changes.empty() ? html::SafeHtml{} : html::render<R"(<dl class="audit__change">{}</dl>)">(changes);
    return html::render<R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time>
<p class="audit__what"><strong class="audit__who">{}</strong> {} <em>{}</em></p>{}</li>)">(
        i18n::machine_time(stored.at), t.date_time(stored.at), actor_words(t, entry.actor),
        action_words(t, log, entry.action), entry.subject.label, list);
}

html::SafeHtml audit_filter(i18n::Translator t, const AuditLog& log) {
    const auto people = [&](Out& out) {
        for (const auto& staff : log.staff)
            html::write<R"(<option value="{}" {}>{}</option>)">(
                out, staff.id.value, html::attribute_if(log.chosen_staff == staff.id, "selected"), staff.name);
    };
    const auto actions = [&](Out& out) {
        for (const auto& word : log.words)
            html::write<R"(<option value="{}" {}>{}</option>)">(
                out, word.action, html::attribute_if(log.chosen_action == word.action, "selected"), t(word.words));
    };
    return html::render<R"(<form class="toolbar" method="get" action="{}" role="search">
<div class="toolbar__field"><label class="toolbar__label" for="staff">{}</label><span class="select">
<select class="field__input select__control" id="staff" name="staff"><option value="">{}</option>{}</select></span></div>
<div class="toolbar__field"><label class="toolbar__label" for="action">{}</label><span class="select">
<select class="field__input select__control" id="action" name="action"><option value="">{}</option>{}</select></span></div>
<button class="button button--quiet" type="submit">{} {}</button></form>)">(
        staff_path(t.locale(), "audit"), t("Who"), t("Everybody"), people, t("What"), t("Everything"), actions,
        html::icon("filter"), t("Show"));
}

html::SafeHtml audit_pager(i18n::Translator t, const AuditLog& log) {
    if (!log.older) return {};
    const std::string staff = log.chosen_staff ? std::to_string(log.chosen_staff->value) : "";
    return html::render<R"(<nav class="pager" aria-label="{}">
<a class="pager__link" rel="next" href="{}?before={}&amp;staff={}&amp;action={}">{} {}</a></nav>)">(
        t("Pages"), staff_path(t.locale(), "audit"), log.older->value, staff, log.chosen_action, t("Older"),
        html::icon("arrow-right"));
}

html::SafeHtml audit_list(i18n::Translator t, const AuditLog& log) {
    if (log.entries.empty())
        return ports::empty_state(
            {"history", t("Nothing to show"), t("Every change that staff make appears here, with what was before.")});
    const auto items = [&](Out& out) {
        for (const auto& stored : log.entries) out.append(audit_entry(t, log, stored));
    };
    return html::render<R"(<ol class="audit">{}</ol>)">(items);
}

}  // namespace

html::SafeHtml audit(i18n::Translator t, const AuditLog& log) {
    return html::render<"{}{}{}{}">(ports::staff_head(t, {t("Audit log"), t("Who changed what, and when.")}),
                                    audit_filter(t, log), audit_list(t, log), audit_pager(t, log));
}

}  // namespace accounts::staff_pages
