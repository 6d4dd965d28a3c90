#include "features/accounts/parts_pages.h"

namespace accounts::staff_pages {

html::SafeHtml head(const std::string& title, const std::string& lead, const html::SafeHtml& actions) {
    return html::render<
        R"(<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">{}</h1>
<p class="staff-head__lead">{}</p></div><div class="staff-head__actions">{}</div></header>)">(title, lead, actions);
}

html::SafeHtml panel(const std::string& title, const html::SafeHtml& body) {
    return html::render<R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header>
<div class="panel__body">{}</div></section>)">(title, body);
}

html::SafeHtml time_of(i18n::Translator t, base::Instant at) {
    return html::render<R"(<time datetime="{}">{}</time>)">(i18n::machine_time(at), t.date_time(at));
}

html::SafeHtml badge(std::string_view kind, const std::string& word) {
    return html::render<R"(<span class="badge badge--{}">{}</span>)">(kind, word);
}

html::SafeHtml act(const html::Fields& fields, const Act& it) {
    return html::render<R"(<form method="post" action="{}">{}</form>)">(
        it.path, fields.button({.label = it.label, .kind = it.kind, .size = html::ButtonSize::small}));
}

}  // namespace accounts::staff_pages
