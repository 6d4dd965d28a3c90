#include "features/fairness_test/handlers.h"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "features/fairness_test/address_handlers.h"
#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/figures_file.h"
#include "features/fairness_test/method_pages.h"
#include "features/fairness_test/simulation_service.h"
#include "features/fairness_test/store.h"
#include "features/fairness_test/words.h"
#include "platform/html/share_card.h"

namespace fairness_test {
namespace {

using budget_fairness::Budget;
using budget_fairness::BudgetKind;
using budget_fairness::Rubric;
using i18n::Translator;

constexpr std::size_t kBudgetsOnAPage = 24;  // each is put to the test for the list

// Of the pages of this site, but that other sites may put it into a frame.
constexpr std::string_view kEmbedPolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors *; "
    "form-action 'self'";

std::vector<Lever> levers_of(budget_fairness::Jurisdiction place) {
    std::vector<Lever> levers;
    const auto* law = Simulations::law(place, kOwnYear);
    for (std::size_t i = 0; i < kLevers; ++i) {
        const auto lever = static_cast<Lever>(i);
        if (law != nullptr && has_lever(lever, *law, place)) levers.push_back(lever);
    }
    return levers;
}

// A stored text that can no longer be read counts as not there; `alltogether check` names it.
std::optional<Budget> budget_in(const std::optional<BudgetVersion>& version) {
    if (!version) return std::nullopt;
    auto budget = read_budget(version->document);
    return budget ? std::optional{*std::move(budget)} : std::nullopt;
}

// Where staff edit it: its text, or a new one that begins with the province's record.
std::string edit_path(db::Read& read, const std::string& slug) {
    return store::find_budget(read, slug) ? "staff/fairness-test/" + slug : "staff/fairness-test/new?from=" + slug;
}

// The version of the rules that holds now, where the answer goes by another one.
std::optional<int> newer_rules(const TestAnswer& answer, db::Read& read) {
    const int now = current_rubric(read)->version;
    return now == answer.rubric->version ? std::nullopt : std::optional{now};
}

// The first open action of another kind.
std::vector<ports::Action> next_actions(const ports::ActionRegistry& registry, db::Read& read, base::Locale locale) {
    auto actions = registry.all(read, locale);
    std::erase_if(actions, [](const ports::Action& action) {
        return action.key == kActionKey || action.availability != ports::Availability::open;
    });
    if (actions.size() > 1) actions.resize(1);
    return actions;
}

std::vector<pages::OtherBaseline> other_baselines(const TestAnswer& answer, const Models& models) {
    std::vector<pages::OtherBaseline> others;
    if (answer.budget.kind != BudgetKind::record) return others;
    for (int year = budget_fairness::SpendingRecord::shipped().first_year(); year < answer.budget.year; ++year) {
        Budget budget = answer.budget;
        budget.first_year = year;
        others.push_back({year, examine({budget, answer.rubric, answer.prices, Depth::quick}, models).result});
    }
    return others;
}

}  // namespace

std::shared_ptr<const Rubric> current_rubric(db::Read& read) {
    const auto stored = store::declared_rubric(read);
    if (!stored) return shipped_rubric();
    auto rubric = read_rubric(stored->document);
    return rubric ? std::make_shared<const Rubric>(*std::move(rubric)) : shipped_rubric();
}

std::shared_ptr<const Rubric> asked_rubric(db::Read& read, std::optional<int> version) {
    if (!version) return current_rubric(read);
    const auto stored = store::declared_rubric(read, *version);
    if (!stored) return shipped_rubric()->version == *version ? shipped_rubric() : current_rubric(read);
    auto rubric = read_rubric(stored->document);
    return rubric ? std::make_shared<const Rubric>(*std::move(rubric)) : current_rubric(read);
}

std::optional<Budget> public_budget(db::Read& read, std::string_view slug) {
    const auto stored = store::find_budget(read, slug);
    if (stored && stored->is_public()) return budget_in(store::public_version(read, stored->id));
    const Budget* record = find_record(slug);
    return record == nullptr ? std::nullopt : std::optional{*record};
}

std::vector<pages::Listed> judged_records(db::Read& read, base::Locale locale, const RecordsAsked& asked) {
    std::vector<pages::Listed> listed;
    const auto rubric = current_rubric(read);
    const auto& [since, prices] = asked.baseline;
    for (const Budget& record : shipped_records()) {
        const auto budget = public_budget(read, record.slug);
        if (!budget) continue;
        const Budget compared = with_baseline(*budget, asked.baseline);
        const Asked question{compared, rubric, prices.value_or(budget_fairness::Prices::government), Depth::quick};
        auto path = pages::budget_path(locale, record.slug);
        if (since) path += fmt::format("?since={}", *since);
        listed.push_back({examine(question, asked.models), std::move(path)});
    }
    return listed;
}

namespace {

// The first year of the records whose law is known; none where no year's is, or the first one's already.
std::optional<int> first_year_with_law(const Budget& record) {
    for (int year = record.first_year + 1; year < record.year; ++year)
        if (Simulations::law(record.jurisdiction, year) != nullptr) return year;
    return std::nullopt;
}

// Whether the records are asked for from that year on, or which year that could be.
void choose_years(pages::Landing& page, const http::Request& request) {
    const Budget& record = shipped_records().front();
    const auto lawful = first_year_with_law(record);
    if (!lawful) return;
    const bool is_asked = read_baseline(request.query.text("since"), "").since == lawful;
    page.years = {.shown = is_asked ? *lawful : record.first_year, .other = is_asked ? record.first_year : *lawful};
}

}  // namespace

http::Response Handlers::landing(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    pages::Landing page{.rubric = current_rubric(read)};
    choose_years(page, request);
    const bool is_lawful = page.years.shown > page.years.other;
    page.records = is_lawful ? judged_records(read, request.locale, {{page.years.shown}, services_.models()})
                             : judged_records(read, request.locale);
    const auto stored = store::public_budgets(read, {request.query.text("behind"), kBudgetsOnAPage + 1});
    if (stored.size() > kBudgetsOnAPage) page.behind = stored[kBudgetsOnAPage - 1].slug;
    for (const StoredBudget& each : stored | std::views::take(kBudgetsOnAPage)) {
        if (find_record(each.slug) != nullptr) continue;
        if (const auto budget = budget_in(store::public_version(read, each.id)))
            page.budgets.push_back({examine({*budget, page.rubric, {}, Depth::quick}, services_.models()),
                                    pages::budget_path(request.locale, each.slug)});
    }
    auto frame = services_.frames.frame(
        request, {.title = t("The Fairness Test"), .description = page.rubric->summary.in(request.locale)});
    return ports::respond(std::move(frame), pages::landing(t, page));
}

TestAnswer Handlers::judged(const Budget& budget, db::Read& read, const http::Request& request) const {
    const Baseline baseline = read_baseline(request.query.text("since"), request.query.text("prices"));
    const Budget compared = with_baseline(budget, baseline);
    return examine({compared, asked_rubric(read, rules_version(request)),
                    baseline.prices.value_or(budget_fairness::Prices::government), depth_of(request)},
                   services_.models());
}

Handlers::Found Handlers::find(const http::Request& request, db::Read& read) const {
    if (request.parameter("slug") != kOwn && !request.path.ends_with("/yours")) {
        const auto budget = public_budget(read, request.parameter("slug"));
        return {budget ? std::optional{judged(*budget, read, request)} : std::nullopt};
    }
    const auto own = read_own(own_form(request.query));
    if (!own) return {std::nullopt, own.error()};
    const auto* law = Simulations::law(own->place, kOwnYear);
    if (law == nullptr) return {};
    return {judged(budget_of(*own, *law), read, request)};
}

http::Response Handlers::result_page(const http::Request& request, db::Read& read, const TestAnswer& answer) const {
    const Translator t{request.locale};
    pages::ResultPage page{.answer = answer,
                           .addresses = addresses_of(answer, request, services_.frames.public_url()),
                           .baselines = other_baselines(answer, services_.models()),
                           .provinces = judged_records(read, request.locale),
                           .next = next_actions(services_.actions, read, request.locale),
                           .newer_rules = newer_rules(answer, read)};
    auto frame = services_.frames.frame(
        request, {.title = answer.budget.title.in(request.locale),
                  .description = words::verdict_sentence(t, answer) + " " + words::points(t, answer),
                  .other_path = ports::in_other_language(request.path) + query_suffix(request),
                  .picture_url = request.path + "/share-card.png" + query_suffix(request),
                  .edit_path = edit_path(read, answer.budget.slug)});
    return ports::respond(std::move(frame), pages::result(t, page));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    return found.answer ? result_page(request, read, *found.answer) : http::not_found();
}

http::Response Handlers::own(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const OwnForm typed = own_form(request.query);
    const auto found = find(request, read);
    const auto place = budget_fairness::find_jurisdiction(typed.place).value_or(budget_fairness::Jurisdiction::ontario);
    pages::OwnPage page{.typed = typed, .problems = found.problems, .levers = levers_of(place)};
    std::optional<pages::ResultPage> result;
    if (found.answer) {
        result.emplace(
            pages::ResultPage{.answer = *found.answer,
                              .addresses = addresses_of(*found.answer, request, services_.frames.public_url()),
                              .next = next_actions(services_.actions, read, request.locale),
                              .newer_rules = newer_rules(*found.answer, read)});
        page.result = &*result;
    }
    const auto path = pages::budget_path(request.locale, kOwn);
    auto frame = services_.frames.frame(
        request, {.title = t("Make your own budget"),
                  .description = t("Change a rate, a credit or a service, and see whether the budget passes."),
                  .other_path = ports::in_other_language(path) + query_suffix(request),
                  .picture_url = path + "/share-card.png" + query_suffix(request),
                  .form_state = page.problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::own(t, page), page.problems.empty() ? 200 : 422);
}

http::Response Handlers::rubric(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    return ports::respond(services_.frames.frame(request, {.title = t("The rules, declared beforehand")}),
                          pages::rubric(t, *current_rubric(read)));
}

http::Response Handlers::method(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    return ports::respond(services_.frames.frame(request, {.title = t("How the Fairness Test works")}),
                          pages::method(t, {current_rubric(read),
                                            services_.fits ? services_.fits() : std::vector<budget_fairness::Fit>{}}));
}

http::Response Handlers::figures(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found.problems.empty()) return own(request, read);  // says what to put right, where it can be done
    if (!found.answer) return http::not_found();
    return http::download({found.answer->budget.slug + "-fairness-test.csv", "text/csv; charset=utf-8",
                           figures_csv(*found.answer, Translator{request.locale})});
}

http::Response Handlers::share_card(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found.answer) return http::error(found.problems.empty() ? 404 : 422);
    const Translator t{request.locale};
    const html::ShareCard card{
        .headline = found.answer->budget.title.in(request.locale),
        .line = words::label(t, t("The Fairness Test")) + " " + words::verdict(t, found.answer->result.verdict),
        .organisation = services_.frames.campaign(request.locale)};
    return http::picture("image/png", html::share_card(card));
}

http::Response Handlers::embed(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found.answer) return http::error(found.problems.empty() ? 404 : 422);
    const auto addresses = addresses_of(*found.answer, request, services_.frames.public_url());
    const std::string campaign = services_.frames.campaign(request.locale);
    auto response = http::page(pages::embedded(Translator{request.locale}, {*found.answer, addresses, campaign}));
    response.headers.add({"Content-Security-Policy", kEmbedPolicy});
    return response;
}

http::Response Handlers::json(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found.problems.empty())
        return http::problem_json({.status = 422, .title = {}, .locale = request.locale, .problems = found.problems});
    if (!found.answer) return http::not_found();
    const auto addresses = addresses_of(*found.answer, request, services_.frames.public_url());
    return http::json(figures_json(*found.answer, Translator{request.locale}, addresses.link));
}

}  // namespace fairness_test
