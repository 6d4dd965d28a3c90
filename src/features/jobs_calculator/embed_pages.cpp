// The answer where others show it: in frames of other sites, and as a block of a hub.
#include <fmt/format.h>

#include "features/jobs_calculator/pages.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_bars.h"
#include "platform/html/frame_document.h"

namespace jobs_calculator::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

SafeHtml document(const Translator& t, const std::string& title, const SafeHtml& content) {
    return html::frame_document(t, {.title = title, .block = "jobs-frame", .content = content});
}

// What a frame says below its figure when other data answer now than those that made it.
std::string age_of(const Translator& t, const EmbeddedAnswer& embedded) {
    if (embedded.answer.until)
        return t("Made with the data in use until {date}.", {{"date", t.date(*embedded.answer.until)}});
    if (embedded.state == LinkState::unknown)
        return t("Made anew with today’s data: those of the first figure are not here any more.");
    return {};
}

}  // namespace

html::SafeHtml embedded(const Translator& t, const EmbeddedAnswer& embedded) {
    const Answer& answer = embedded.answer;
    return document(
        t, words::headline(t, answer) + " – " + words::cut(t, answer),
        html::render<
            R"(<h1 class="jobs-frame__cut">{}</h1><p class="jobs-frame__tally"><span class="jobs-frame__count">{}</span> <span class="jobs-frame__unit">{}</span></p><p class="jobs-frame__range">{} {} {}</p>{}<p class="jobs-frame__foot"><a href="{}" target="_blank" rel="noopener">{}</a> <span class="jobs-frame__by">{}</span></p>)">(
            words::cut(t, answer), t.number(answer.figures.total), words::unit(t, answer), words::range(t, answer),
            words::split(t, answer), age_of(t, embedded), spread_chart(t, answer), embedded.addresses.page,
            t("See the working, or try another cut"),
            t("{campaign} · model {model}, data edition {edition}", {{"campaign", embedded.campaign},
                                                                     {"model", answer.estimate.model_version},
                                                                     {"edition", answer.edition}})));
}

html::SafeHtml embedded_problem(const Translator& t, std::string_view calculator_address) {
    return document(
        t, t("Jobs-lost calculator"),
        html::render<R"(<h1 class="jobs-frame__cut">{}</h1><p><a href="{}" target="_blank" rel="noopener">{}</a></p>)">(
            t("This frame asks for a cut that the calculator does not understand."), calculator_address,
            t("Open the calculator")));
}

html::SafeHtml scenario_block(const Translator& t, const PublicScenario& scenario, const Answer& answer) {
    const std::string id = "jobs-" + scenario.slug;
    return html::render<
        R"(<section class="section section--accent" aria-labelledby="{}"><div class="frame jobs-block"><h2 class="section__title" id="{}" lang="{}">{}</h2><p class="jobs-block__tally"><span class="jobs-block__count">{}</span> <span class="jobs-block__unit">{}</span></p><p class="jobs-block__cut">{} {}</p><p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        id, id, base::code(scenario.words_locale), scenario.words.headline, t.number(answer.figures.total),
        words::unit(t, answer), words::cut(t, answer) + ".", words::range(t, answer),
        scenario_path(t.locale(), scenario.slug), t("See how, where and for whom"), html::icon("arrow-right"));
}

std::string embed_snippet(const Translator& t, const Answer& answer, std::string_view embed_address) {
    return fmt::format(R"(<iframe src="{}" title="{}" width="100%" height="620" loading="lazy"></iframe>)",
                       embed_address, words::headline(t, answer) + ". " + words::cut(t, answer));
}

}  // namespace jobs_calculator::pages
