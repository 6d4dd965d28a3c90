#include "features/petitions/correction_pages.h"

#include <fmt/format.h>

#include "features/petitions/pages.h"
#include "platform/html/assets.h"

namespace petitions::correction_pages {
namespace {

using html::Out;
using i18n::Translator;

// What became of it afterwards; "" where nothing did.
std::string afterwards(const Translator& t, const Invalidation& batch, const i18n::TimeZone& zone) {
    if (batch.undone_at)
        return t.plural("Undone on {date}: {count} signature counts again.",
                        "Undone on {date}: {count} signatures count again.", batch.counted_again,
                        {{"date", t.date(*batch.undone_at, i18n::DateStyle::long_form, zone)}});
    if (batch.counted_again > 0)
        return t.plural("{count} of them counts again, after a second look.",
                        "{count} of them count again, after a second look.", batch.counted_again);
    return {};
}

void write_correction(Out& out, const Translator& t, const Invalidation& batch, const i18n::TimeZone& zone) {
    const base::Instant at = batch.decided_at.value_or(batch.asked_at);
    html::write<R"(
<li class="correction"><time class="correction__date" datetime="{}">{}</time>
  <div class="correction__words"><p class="correction__what">{}{}</p><p>{}</p>)">(
        out, i18n::machine_time(at), t.date(at, i18n::DateStyle::long_form, zone),
        t.plural("{count} signature was taken out of the count.", "{count} signatures were taken out of the count.",
                 batch.counted),
        batch.state == BatchState::at_work ? " " + t("The work goes on.") : std::string{}, batch.reason.in(t.locale()));
    const std::string since = afterwards(t, batch, zone);
    if (!since.empty()) html::write<R"(<p class="correction__undone">{} {}</p>)">(out, html::icon("undo"), since);
    html::write<"</div></li>">(out);
}

void write_list(Out& out, const Translator& t, const Log& log) {
    html::write<R"(<ol class="corrections">)">(out);
    for (const Invalidation& batch : log.batches) write_correction(out, t, batch, log.zone);
    html::write<"</ol>">(out);
}

}  // namespace

std::string path(base::Locale locale, std::string_view slug) {
    return pages::petition_path(locale, slug) + "/corrections";
}

html::SafeHtml log(const Translator& t, const Log& log) {
    Out out;
    html::write<R"(
<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p>
  <h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<div class="frame frame--narrow corrections-page">)">(
        out, pages::petition_path(t.locale(), log.slug), log.title, t("Corrections to the count"),
        t("When signatures turn out not to be real, we take them out in the open: how many, when and why stands here "
          "for good. Nothing else lowers the count, but people who withdraw their own name."));
    if (log.batches.empty())
        html::write<R"(<p class="empty">{}</p>)">(out, t("No signature was ever taken out of this count."));
    else
        write_list(out, t, log);
    html::write<R"(<p class="section__more"><a class="more-link" href="{}">{}</a></p></div>)">(
        out, pages::petition_path(t.locale(), log.slug), t("Back to the page"));
    return std::move(out).finish();
}

html::SafeHtml section(const Translator& t, const Log& log) {
    if (log.batches.empty()) return {};
    Out out;
    html::write<R"(
<section class="section" aria-labelledby="corrections-title"><div class="frame frame--narrow">
  <h2 class="petition__heading" id="corrections-title">{}</h2>)">(out, t("Corrections to the count"));
    write_list(out, t, log);
    html::write<R"(<p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        out, path(t.locale(), log.slug), t("All corrections"), html::icon("arrow-right"));
    return std::move(out).finish();
}

}  // namespace petitions::correction_pages
