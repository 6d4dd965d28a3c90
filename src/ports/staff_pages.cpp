#include "ports/staff_pages.h"

#include <algorithm>

#include "platform/html/assets.h"

namespace ports {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

SafeHtml breadcrumbs(const Translator& t, const StaffHead& head) {
    if (head.above.empty()) return {};
    const auto steps = [&](Out& out) {
        for (const Crumb& crumb : head.above)
            html::write<R"(<li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li>)">(
                out, crumb.path, crumb.label);
    };
    return html::render<R"(
<nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list">{}<li class="breadcrumbs__item" aria-current="page">{}</li></ol></nav>)">(
        t("Breadcrumbs"), steps, head.title);
}

}  // namespace

SafeHtml staff_head(const Translator& t, const StaffHead& head) {
    return html::render<R"({}
<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">{}</h1>
  <p class="staff-head__lead">{}</p></div><div class="staff-head__actions">{}</div></header>)">(
        breadcrumbs(t, head), head.title, head.lead, head.actions);
}

SafeHtml button_link(const ButtonLink& link) {
    return html::render<R"(<a class="button button--{} button--small" href="{}">{} {}</a> )">(
        link.kind, link.path, html::icon(link.icon), link.label);
}

SafeHtml badge(const Badge& badge) {
    return html::render<R"(<span class="badge badge--{}">{}</span>)">(badge.tone, badge.label);
}

SafeHtml panel(const Panel& panel, const SafeHtml& body) {
    return html::render<R"(
<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2> {}</header>
<div class="panel__body">{}</div></section>)">(panel.title, panel.beside_title, body);
}

SafeHtml empty_state(const EmptyState& state) {
    return html::render<R"(
<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p>{}</div>)">(
        html::icon(state.icon), state.title, state.text, state.action);
}

SafeHtml act(const Translator& t, const Act& act) {
    const base::Problems none;
    return html::render<R"(<form class="form" method="post" action="{}">{}<div class="form__actions">{}</div></form>)">(
        act.path, act.above, html::Fields{t, none}.button({.label = act.label, .kind = act.kind}));
}

SafeHtml with_theirs(const Translator& t, const SafeHtml& field, const Contested& contested) {
    const auto found = std::ranges::find(contested.conflicts, contested.name, &NamedText::name);
    if (found == contested.conflicts.end()) return field;
    return html::render<R"(<div>{}
<div class="theirs"><p class="theirs__title">{}</p><pre class="theirs__words" tabindex="0">{}</pre></div></div>)">(
        field, t("Saved meanwhile:"), found->text.empty() ? t("(now empty)") : found->text);
}

SafeHtml conflict_notice(const Translator& t, const NamedTexts& conflicts, const Saving& saving) {
    if (conflicts.empty()) return {};
    return html::render<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
        html::icon("users"),
        t("{name} saved this on {time}, while you were writing. Your words are still in the fields; where both of you "
          "changed the same one, theirs stand below it. Nothing of yours is saved yet.",
          {{"name", saving.by}, {"time", t.date_time(saving.at)}}));
}

}  // namespace ports
