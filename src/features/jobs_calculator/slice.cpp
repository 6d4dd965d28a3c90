#include "features/jobs_calculator/slice.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/jobs_calculator/scenario_store.h"
#include "features/jobs_calculator/words.h"
#include "platform/auth/principal.h"
#include "platform/html/markdown.h"
#include "ports/acting.h"

namespace jobs_calculator {
namespace {

using i18n::Translator;

constexpr int kScenarioOrder = 200;  // behind those of the mission and of petitions

// "" where the settings are none of ours.
std::string scenario_in(std::string_view settings) {
    boost::system::error_code error;
    const auto value = boost::json::parse(settings, error);
    if (error || !value.is_object()) return {};
    const auto* slug = value.get_object().if_contains("scenario");
    return slug != nullptr && slug->is_string() ? std::string{slug->get_string()} : std::string{};
}

ports::Action action_of(base::Locale locale, const PublicScenario& scenario) {
    return {.key = "jobs-scenario-" + scenario.slug,
            .icon = "calculator",
            .title = scenario.words.headline,
            .summary = Translator{locale}("See how many jobs this cut costs, where and for whom."),
            .path = pages::scenario_path(locale, scenario.slug),
            .order = kScenarioOrder};
}

ports::SearchDocument page_document(base::Locale locale, std::string key, std::string path, std::string title) {
    return {.key = fmt::format("{}/{}", std::move(key), base::code(locale)),
            .locale = locale,
            .path = fmt::format("/{}/{}", base::code(locale), path),
            .other_path = fmt::format("/{}/{}", base::code(base::other(locale)), path),
            .title = std::move(title),
            .text = {}};
}

std::vector<ports::SearchDocument> calculator_documents(base::Locale locale) {
    const Translator t{locale};
    auto calculator = page_document(locale, "calculator", "jobs-lost", t("What does a cut cost in jobs?"));
    calculator.text =
        t("Choose a government, a service and an amount, and see how many public and private jobs would go, "
          "where, and how we know.");
    auto method = page_document(locale, "method", "jobs-lost/method", t("How the jobs are counted"));
    method.text =
        t("Equations, parameters with their sources, and published cases beside ours: the method of the jobs-lost "
          "calculator.");
    return {calculator, method};
}

ports::SearchDocument document_of(const PublicScenario& scenario, base::Locale locale) {
    return {.key = fmt::format("scenario/{}/{}", scenario.slug, base::code(locale)),
            .locale = locale,
            .path = pages::scenario_path(locale, scenario.slug),
            .other_path = pages::scenario_path(base::other(locale), scenario.slug),
            .title = scenario.words.headline,
            .text = html::plain_text(scenario.words.body),
            .level = scenario.level,
            .changed_at = scenario.published_at};
}

// All of them: there are tens.
std::vector<ports::SearchDocument> all_documents(db::Read& read) {
    std::vector<ports::SearchDocument> documents;
    for (const base::Locale locale : base::kLocales) {
        std::ranges::move(calculator_documents(locale), std::back_inserter(documents));
        for (const auto& scenario : store::all_public_scenarios(read, locale))
            if (scenario.words_locale == locale) documents.push_back(document_of(scenario, locale));
    }
    std::ranges::sort(documents, {}, &ports::SearchDocument::key);
    return documents;
}

}  // namespace

ports::BlockKind Slice::scenario_block() const {
    return {.key = "jobs_calculator.scenario",
            .label = base::message("A prepared cut"),
            .render = [this](db::Read& read, const ports::BlockSetting& setting) -> html::SafeHtml {
                const auto scenario = store::find_scenario(read, scenario_in(setting.settings));
                const auto shown = scenario ? public_scenario(*scenario, setting.locale) : std::nullopt;
                if (!shown) return {};
                const auto found = answer_to(shown->question, setting.locale, *services_.model());
                if (!found) return {};
                return pages::scenario_block(Translator{setting.locale}, *shown, *found);
            }};
}

ports::ActionProvider actions() {
    return [](db::Read& read, base::Locale locale) {
        std::vector<ports::Action> actions{{.key = std::string{kActionKey}, .path = pages::calculator_path(locale)}};
        for (const auto& scenario : store::all_public_scenarios(read, locale))
            if (scenario.listing == Listing::listed) actions.push_back(action_of(locale, scenario));
        return actions;
    };
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Prepared cuts"),
            .path = "staff/jobs-lost",
            .icon = "calculator",
            .group = ports::StaffGroup::figures,
            .order = 30,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        auto documents = all_documents(read);
        std::erase_if(documents, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
        if (documents.size() > page.limit)
            documents.erase(documents.begin() + static_cast<std::ptrdiff_t>(page.limit), documents.end());
        return documents;
    };
}

std::vector<ports::Check> checks(std::function<std::shared_ptr<const Model>()> model) {
    const auto scenarios = [model = std::move(model)](db::Read& read) {
        std::vector<ports::Finding> findings;
        for (const auto& scenario : store::all_public_scenarios(read, base::Locale::english))
            if (!answer_to(scenario.question, base::Locale::english, *model()))
                findings.push_back(
                    {fmt::format("prepared cut {}: the data give no answer to its question", scenario.slug)});
        return findings;
    };
    const auto imports = [](db::Read& read) {
        std::vector<ports::Finding> findings;
        for (auto& sentence : store::damaged_imports(read)) findings.push_back({std::move(sentence)});
        return findings;
    };
    return {{"jobs_calculator.scenarios", scenarios}, {"jobs_calculator.imports", imports}};
}

}  // namespace jobs_calculator
