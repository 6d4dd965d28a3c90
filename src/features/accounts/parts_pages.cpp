#include "features/accounts/parts_pages.h"

namespace accounts::staff_pages {

html::SafeHtml time_of(i18n::Translator t, base::Instant at) {
    return html::render<R"(<time datetime="{}">{}</time>)">(i18n::machine_time(at), t.date_time(at));
}

html::SafeHtml act(const html::Fields& fields, const Act& it) {
    return html::render<R"(<form method="post" action="{}">{}</form>)">(
        it.path, fields.button({.label = it.label, .kind = it.kind, .size = html::ButtonSize::small}));
}

}  // namespace accounts::staff_pages
