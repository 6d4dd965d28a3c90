// features/fairness_test/pages.h - what visitors see of the Fairness Test. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/fairness_test/answer.h"
#include "features/fairness_test/question.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"

namespace fairness_test::pages {

// One budget with its answer, as lists and maps show it.
struct Listed {
    TestAnswer answer;
    std::string path;
};

// The first year of the records that are shown, and the other one that they can be shown from: the first of the
// figures, and the later first whose tax law is known here. 0: there is no choice.
struct LandingYears {
    int shown = 0, other = 0;
};

struct Landing {
    std::shared_ptr<const budget_fairness::Rubric> rubric;
    LandingYears years{};
    std::vector<Listed> records{};  // of the ten provinces
    std::vector<Listed> budgets{};  // that staff entered, by their address: a part of them
    std::string behind{};           // the address of the last of them, where there are further ones
};
html::SafeHtml landing(const i18n::Translator& t, const Landing& page);

// The addresses of one answer.
struct Addresses {
    std::string link;   // absolute; gives this answer again
    std::string page;   // as a path, by the rules that were asked for
    std::string today;  // the same by the rules that hold now
    std::string csv, json, embed;
};

// The verdict against another first year.
struct OtherBaseline {
    int since;
    budget_fairness::TestResult result;
};

struct ResultPage {
    const TestAnswer& answer;
    Addresses addresses;
    std::vector<OtherBaseline> baselines{};  // of a record
    std::vector<Listed> provinces{};         // for the map
    std::vector<ports::Action> next{};
    std::optional<int> newer_rules{};  // the version that holds now, where the answer goes by another one
};
html::SafeHtml result(const i18n::Translator& t, const ResultPage& page);

// The parts of a result that a script renews.
html::SafeHtml verdict_part(const i18n::Translator& t, const TestAnswer& answer);
html::SafeHtml details_part(const i18n::Translator& t, const ResultPage& page);

// A control as the form shows it.
struct ShownLever {
    Lever lever;
    std::string typed;
};
struct OwnPage {
    const OwnForm& typed;
    const base::Problems& problems;
    std::vector<Lever> levers;           // that the law of the place has
    const ResultPage* result = nullptr;  // absent beside problems
};
html::SafeHtml own(const i18n::Translator& t, const OwnPage& page);

html::SafeHtml rubric(const i18n::Translator& t, const budget_fairness::Rubric& rubric);

// The whole document for a frame on another site.
struct EmbeddedAnswer {
    const TestAnswer& answer;
    const Addresses& addresses;
    std::string_view campaign;
};
html::SafeHtml embedded(const i18n::Translator& t, const EmbeddedAnswer& embedded);

// A hub block: the map and the way in.
html::SafeHtml hub_block(const i18n::Translator& t, const std::vector<Listed>& records, std::string_view heading);

// "/en/fairness-test", "/en/fairness-test/ontario"
std::string test_path(base::Locale locale);
std::string budget_path(base::Locale locale, std::string_view slug);

// Parts that several pages share.
html::SafeHtml rating_badge(const i18n::Translator& t, budget_fairness::Rating rating);
html::SafeHtml province_map(const i18n::Translator& t, const std::vector<Listed>& provinces, std::string_view current);

}  // namespace fairness_test::pages
