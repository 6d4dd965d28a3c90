#include "features/fraud_guard/pages.h"

#include <fmt/format.h>

#include "platform/html/forms.h"
#include "ports/sign_on_guard.h"

namespace fraud_guard::pages {

using i18n::Translator;

std::string path_of(base::Locale locale, std::string_view page) {
    return fmt::format("/{}/staff/fraud{}", base::code(locale), page);
}

html::SafeHtml puzzle(const Translator& t) {
    return html::render<R"(
<div class="proof" data-proof="/api/v1/sign-on-puzzle" data-solving="{}" data-solved="{}" data-failed="{}">{}
  <p class="field__hint" role="status" data-proof-status>{}</p></div>)">(
        t("Very many people are signing. Your browser is solving a small puzzle, which keeps robots out."),
        t("The puzzle is solved."),
        t("Your browser could not solve the puzzle. You can sign all the same; somebody will look at your signature."),
        html::hidden({ports::kProofField, kNoScript}),
        t("Very many people are signing. You can sign without JavaScript; somebody will look at your signature."));
}

std::string step_label(const Translator& t, ports::LoadStep step) {
    switch (step) {
        case ports::LoadStep::everything:
            return t("Everything is served");
        case ports::LoadStep::no_search:
            return t("Search is left out");
        case ports::LoadStep::no_statistics:
            return t("Search and statistics are left out");
        case ports::LoadStep::no_live_pushes:
            return t("Search, statistics and live counts are left out");
        case ports::LoadStep::sign_ons_in_line:
            return t("Only signing goes on, and sign-ons stand in line");
    }
    return {};
}

std::string trend_sentence(const Translator& t, const Trend& trend) {
    return t("{what}: {share} of what was signed lately, usually {usual}",
             {{"what", trend.what}, {"share", t.percent(trend.share)}, {"usual", t.percent(trend.usual_share)}});
}

}  // namespace fraud_guard::pages
