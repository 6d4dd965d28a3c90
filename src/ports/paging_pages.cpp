#include <fmt/format.h>

#include "platform/html/assets.h"
#include "ports/paging.h"

namespace ports {

html::SafeHtml pager(const i18n::Translator& t, const Pager& view) {
    const auto [page, pages] = view.position;
    if (pages < 2) return {};
    const auto at = [&](std::size_t to) {
        return fmt::format("{}?{}page={}{}", view.path, view.query, to, view.fragment);
    };
    html::Out out;
    html::write<R"(<nav class="pager" aria-label="{}">)">(out, t("Pages"));
    if (page > 0)
        html::write<R"(<a class="pager__link" rel="prev" href="{}">{} {}</a>)">(
            out, at(page - 1), html::icon("arrow-left"), t("Page {page}", {{"page", page}}));
    html::write<R"(<span class="pager__position">{}</span>)">(
        out, t("Page {page} of {pages}", {{"page", page + 1}, {"pages", pages}}));
    if (page + 1 < pages)
        html::write<R"(<a class="pager__link" rel="next" href="{}">{} {}</a>)">(
            out, at(page + 1), t("Page {page}", {{"page", page + 2}}), html::icon("arrow-right"));
    html::write<"</nav>">(out);
    return std::move(out).finish();
}

html::SafeHtml next_page(const i18n::Translator& t, const NextPage& next) {
    return html::render<
        R"(<nav class="pager" aria-label="{}"><a class="pager__link" rel="next" href="{}">{} {}</a></nav>)">(
        t("Pages"), next.url, next.label, html::icon("arrow-right"));
}

}  // namespace ports
