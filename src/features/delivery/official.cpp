#include "features/delivery/official.h"

#include "base/text.h"
#include "features/delivery/field_reader.h"

namespace delivery {
namespace {

std::string_view host_of(Parliament parliament) {
    switch (parliament) {
        case Parliament::house_of_commons:
        case Parliament::house_of_commons_site:
            return "ourcommons.ca";
        case Parliament::ontario:
            return "ola.org";
        case Parliament::british_columbia:
            return "leg.bc.ca";
        case Parliament::quebec:
        case Parliament::quebec_site:
            return "assnat.qc.ca";
    }
    return {};
}

std::string iso(std::optional<base::Day> day) { return day ? base::iso(*day) : std::string{}; }

}  // namespace

bool leads_to(std::string_view link, Parliament parliament) {
    constexpr std::string_view kBegin = "https://";
    if (!base::lower_ascii(link.substr(0, kBegin.size())).starts_with(kBegin)) return false;
    const auto rest = link.substr(kBegin.size());
    const auto host = base::lower_ascii(rest.substr(0, rest.find_first_of("/?#")));
    if (host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") != std::string::npos) return false;
    const auto wanted = host_of(parliament);
    return host == wanted || host.ends_with("." + std::string{wanted});
}

base::Result<OfficialWords, base::Problems> read_official(const ports::NamedTexts& typed, Parliament parliament) {
    FieldReader fields{typed};
    OfficialWords words{.number = fields.line("number", {0, 40}),
                        .link = fields.line("link", {0, 500}),
                        .sponsor = fields.line("sponsor", {0, 200}),
                        .supporters = fields.number("supporters", 1'000),
                        .opens_on = fields.day("opens_on"),
                        .closes_on = fields.day("closes_on"),
                        .presented_on = fields.day("presented_on"),
                        .answered_on = fields.day("answered_on")};
    if (!words.link.empty() && !leads_to(words.link, parliament))
        fields.problem("link",
                       base::message("The link has to begin with https:// and lead to the parliament's own site."));
    if (words.opens_on && words.closes_on && *words.closes_on <= *words.opens_on)
        fields.problem("closes_on", base::message("It cannot close before it has opened."));
    if (words.presented_on && words.answered_on && *words.answered_on < *words.presented_on)
        fields.problem("answered_on", base::message("The answer cannot come before it was presented."));
    if (!fields.problems().empty()) return fields.problems();
    return words;
}

ports::NamedTexts named(const OfficialWords& words) {
    return {{"number", words.number},
            {"link", words.link},
            {"sponsor", words.sponsor},
            {"supporters", std::to_string(words.supporters)},
            {"opens_on", iso(words.opens_on)},
            {"closes_on", iso(words.closes_on)},
            {"presented_on", iso(words.presented_on)},
            {"answered_on", iso(words.answered_on)}};
}

OfficialStage stage_of(const OfficialWords& words, base::Day today) {
    if (words == OfficialWords{}) return OfficialStage::none;
    if (words.answered_on && *words.answered_on <= today) return OfficialStage::answered;
    if (words.presented_on && *words.presented_on <= today) return OfficialStage::presented;
    if (words.closes_on && *words.closes_on <= today) return OfficialStage::closed;
    if (words.opens_on && *words.opens_on <= today) return OfficialStage::open;
    return OfficialStage::gathering_supporters;
}

std::optional<base::Day> answer_due(const OfficialWords& words, Parliament parliament) {
    const Rule* const rule = find_rule(facts_of(parliament), RuleKind::answer_days);
    if (rule == nullptr || !words.presented_on) return std::nullopt;
    return *words.presented_on + std::chrono::days{rule->limit};
}

}  // namespace delivery
