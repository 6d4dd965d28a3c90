// The sections that close a result: sharing it, what to do next, where the figures come from.

#include <fmt/format.h>

#include "features/fairness_test/pages.h"
#include "features/fairness_test/result_pages_parts.h"
#include "features/fairness_test/words.h"
#include "platform/html/share_links.h"

namespace fairness_test::pages::parts {

using html::Out;
using i18n::Translator;

void write_heading(Out& out, const std::string& id, const std::string& words) {
    html::write<R"(<h2 class="section__title" id="{}">{}</h2>)">(out, id, words);
}

void write_sources(Out& out, const Translator& t, const ResultPage& page) {
    html::write<R"(<section class="section" aria-labelledby="sources"><div class="frame frame--narrow">)">(out);
    write_heading(out, "sources", t("Sources and working"));
    html::write<R"(<ul class="fair-sources">)">(out);
    for (const std::string& source : page.answer.budget.sources)
        html::write<R"(<li><a href="{}" rel="noopener">{}</a></li>)">(out, source, source);
    html::write<
        R"(<li><a href="{}/method">{}</a></li><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li></ul></div></section>)">(
        out, test_path(t.locale()), t("How the test works, and what it does not know"), page.addresses.csv,
        t("All figures as a file (CSV)"), page.addresses.json, t("The same for programs (JSON)"));
}

void write_share(Out& out, const Translator& t, const ResultPage& page) {
    const std::string title =
        words::label(t, page.answer.budget.title.in(t.locale())) + " " + words::verdict(t, page.answer.result.verdict);
    const std::string frame =
        fmt::format(R"(<iframe src="{}" title="{}" width="100%" height="560" loading="lazy"></iframe>)",
                    page.addresses.embed, title);
    html::write<R"(<section class="section"><div class="frame">)">(out);
    html::write_share_links(out, t,
                            {.heading = t("Show it to others"),
                             .address_label = t("Address of this result"),
                             .title = title,
                             .url = page.addresses.link,
                             .mail = page.addresses.link});
    html::write<
        R"(<p class="fair-print"><button class="button button--quiet" type="button" data-print hidden>{}</button></p>
    <details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><pre class="code-block" tabindex="0"><code>{}</code></pre></div></details></div></section>)">(
        out, t("Print"), t("Put it on your own site"), frame);
}

void write_next(Out& out, const Translator& t, const ResultPage& page) {
    if (page.next.empty()) return;
    html::write<R"(<section class="section"><div class="frame">)">(out);
    for (const auto& action : page.next)
        html::write<
            R"(<div class="next-action accent-2"><p class="next-action__label">{}</p><h2 class="next-action__title"><a class="next-action__link" href="{}">{}</a></h2><p class="next-action__text">{}</p></div>)">(
            out, t("What you can do now"), action.path, action.call, action.summary);
    html::write<"</div></section>">(out);
}

}  // namespace fairness_test::pages::parts
