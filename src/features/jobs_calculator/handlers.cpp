#include "features/jobs_calculator/handlers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/jobs_calculator/figures_file.h"
#include "features/jobs_calculator/method_pages.h"
#include "features/jobs_calculator/scenario_store.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/share_card.h"

namespace jobs_calculator {
namespace {

using i18n::Translator;

constexpr std::size_t kMostNextActions = 2;
constexpr int kMostScenarios = 6;
constexpr int kScenariosOnAPage = 30;

// Of the pages of this site, but that other sites may put it into a frame.
constexpr std::string_view kEmbedPolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors *; "
    "form-action 'self'";

// A question whose kind and year are fixed, so that it stays the same when what is usual changes.
QuestionForm fixed_form(const Answer& answer) {
    QuestionForm form = form_of(answer.question);
    if (answer.estimate.cut.year) form.year = std::to_string(*answer.estimate.cut.year);
    return form;
}

struct LinkContext {
    LinkState state;
    const Model& now;
};

// What is to be said about a link that was not made with what answers now.
std::optional<OlderLink> older_link(const http::Request& request, const Answer& answer, const LinkContext& context) {
    if (context.state == LinkState::today) return std::nullopt;
    OlderLink link{
        .state = context.state,
        .edition = request.query.text("data"),
        .model = request.query.text("model"),
        .until = answer.until,
        .jobs_today = std::nullopt,
        .today_path = fmt::format("{}?{}", pages::calculator_path(request.locale), query_of(fixed_form(answer)))};
    if (link.edition.empty()) link.edition = answer.edition;
    if (link.model.empty()) link.model = answer.estimate.model_version;
    if (const auto today = jobs_calculator::answer(answer.question, context.now))
        link.jobs_today = today->figures.total;
    return link;
}

std::string picture_query(const http::Request& request) {
    return request.query_string.empty() ? std::string{} : "?" + request.query_string;
}

}  // namespace

QuestionForm form_of(const http::Fields& query) {
    QuestionForm form = example_form();
    const auto take = [&](std::string_view name, std::string& into) {
        if (const auto value = query.find(name)) into = *value;
    };
    take("jurisdiction", form.jurisdiction);
    take("function", form.function);
    take("amount", form.amount);
    take("unit", form.unit);
    take("kind", form.kind);
    take("year", form.year);
    take("years", form.years);
    take("phase_in_years", form.phase_in_years);
    take("fiscal_feedback", form.fiscal_feedback);
    return form;
}

LinkModel model_of_link(const Services& services, const http::Fields& query) {
    auto now = services.model();
    const std::string edition = query.text("data");
    const std::string model = query.text("model");
    if (!model.empty() && model != jobs_lost::kModelVersion) return {std::move(now), LinkState::unknown};
    if (edition.empty() || edition == now->edition) return {std::move(now), LinkState::today};
    if (auto past = services.past_model(edition, *now)) return {std::move(past), LinkState::past};
    return {std::move(now), LinkState::unknown};
}

CommunityForm community_of(const http::Fields& query) {
    const auto typed = [&](std::string_view name) { return base::collapse_spaces(query.text(name)); };
    return {.in = typed("community_in"),
            .public_jobs = typed("community_public_jobs"),
            .labour_force = typed("community_labour_force"),
            .unemployed = typed("community_unemployed")};
}

base::Problems add_community(Answer& answer, const http::Fields& query, base::Locale locale) {
    auto found = read_community(community_of(query), {answer.estimate, answer.public_sector}, locale);
    if (!found) return found.error();
    answer.community = *std::move(found);
    return {};
}

base::Result<Answer, base::Problems> answer_to(const QuestionForm& form, base::Locale locale, const Model& model) {
    const auto question = read_question(form, locale);
    if (question) return answer(*question, model);
    base::Problems problems = question.error();
    const auto place = jobs_lost::jurisdiction_of(form.jurisdiction);
    if (place && model.economies.find(*place) == nullptr)
        problems.push_back(
            {"jurisdiction",
             base::message("There is no data for this government yet. Official tables can be imported.")});
    return problems;
}

pages::Addresses addresses_of(const Answer& answer, base::Locale locale, std::string_view public_url) {
    const std::string query = fmt::format("{}{}&model={}&data={}", query_of(fixed_form(answer)),
                                          answer.community ? query_of(answer.community->form) : std::string{},
                                          answer.estimate.model_version, answer.edition);
    const std::string path = pages::calculator_path(locale);
    return {.link = fmt::format("{}{}?{}", public_url, path, query),
            .page = fmt::format("{}?{}", path, query),
            .csv = fmt::format("{}/figures.csv?{}", path, query),
            .json = fmt::format("/api/v1/jobs-lost?{}&language={}", query, base::code(locale)),
            .embed = fmt::format("{}{}/embed?{}", public_url, path, query),
            .method = path + "/method"};
}

std::vector<ports::Action> Handlers::next_actions(db::Read& read, base::Locale locale) const {
    auto actions = services_.actions.all(read, locale);
    std::erase_if(actions, [](const ports::Action& action) {
        return action.key == kActionKey || action.availability != ports::Availability::open ||
               action.key.starts_with("jobs-scenario-");
    });
    if (actions.size() > kMostNextActions) actions.resize(kMostNextActions);
    return actions;
}

http::Response Handlers::calculator_page(const http::Request& request, const Shown& shown, db::Read& read) const {
    const Translator t{request.locale};
    const auto [model, state] = model_of_link(services_, request.query);
    auto found = answer_to(shown.typed, request.locale, *model);
    const auto choices = pages::choices_of(model->economies);
    const base::Problems problems = found ? add_community(*found, request.query, request.locale) : found.error();
    pages::CalculatorPage page{.typed = shown.typed,
                               .problems = problems,
                               .choices = choices,
                               .community = community_of(request.query),
                               .scenario = shown.scenario};
    std::string title = shown.scenario != nullptr ? shown.scenario->words.headline : t("What does a cut cost in jobs?");
    std::string description =
        t("Choose a government, a service and an amount, and see how many public and private jobs "
          "would go, where, and how we know.");
    if (found) {
        page.answer = &*found;
        page.addresses = addresses_of(*found, request.locale, services_.frames.public_url());
        page.older_link = older_link(request, *found, {state, *services_.model()});
        page.next = next_actions(read, request.locale);
        description =
            fmt::format("{}. {}. {}", words::headline(t, *found), words::cut(t, *found), words::range(t, *found));
        if (shown.scenario == nullptr && !request.query_string.empty()) title = words::headline(t, *found);
    }
    if (shown.scenario == nullptr) {
        page.scenarios = store::public_scenarios(read, request.locale, {.limit = kMostScenarios + 1});
        page.has_more_scenarios = std::ssize(page.scenarios) > kMostScenarios;
        if (page.has_more_scenarios) page.scenarios.pop_back();
    }
    const std::string query = picture_query(request);
    auto frame = services_.frames.frame(
        request, {.title = std::move(title),
                  .description = std::move(description),
                  .other_path = ports::in_other_language(request.path) + query,
                  .picture_url = found ? request.path + "/share-card.png" + query : std::string{},
                  .edit_path = shown.scenario != nullptr ? "staff/jobs-lost/" + shown.scenario->slug : std::string{},
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::calculator(t, page), problems.empty() ? 200 : 422);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const QuestionForm typed = form_of(request.query);
    return calculator_page(request, {.typed = typed}, read);
}

http::Response Handlers::show_scenario(const http::Request& request, db::Read& read) const {
    const auto scenario = store::find_scenario(read, request.parameter("slug"));
    const auto shown = scenario ? public_scenario(*scenario, request.locale) : std::nullopt;
    if (!shown) return http::not_found();
    return calculator_page(request, {.typed = shown->question, .scenario = &*shown}, read);
}

http::Response Handlers::list_scenarios(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const std::string behind = request.query.text("behind");
    auto scenarios = store::public_scenarios(read, request.locale, {behind, kScenariosOnAPage + 1});
    const bool has_more = std::ssize(scenarios) > kScenariosOnAPage;
    if (has_more) scenarios.pop_back();
    std::vector<pages::CountedScenario> counted;
    const auto model = services_.model();
    for (auto& scenario : scenarios) {
        const auto found = answer_to(scenario.question, request.locale, *model);
        counted.push_back({std::move(scenario), found ? std::optional<Answer>{*found} : std::nullopt});
    }
    auto frame = services_.frames.frame(
        request, {.title = t("Cuts we have counted for you"),
                  .description = t("Cuts of governments, and how many jobs each of them costs."),
                  .other_path = ports::in_other_language(request.path) + picture_query(request)});
    return ports::respond(std::move(frame),
                          pages::scenario_list(t, counted, has_more ? pages::More::yes : pages::More::no));
}

http::Response Handlers::card_of(const http::Request& request, const QuestionForm& form,
                                 const std::string& headline) const {
    const Translator t{request.locale};
    const auto found = answer_to(form, request.locale, *model_of_link(services_, request.query).model);
    if (!found) return http::not_found();
    const html::ShareCard card{
        .headline = headline.empty() ? words::headline(t, *found) : headline,
        .line = headline.empty() ? words::cut(t, *found) : words::headline(t, *found) + ". " + words::cut(t, *found),
        .organisation = services_.frames.campaign(request.locale)};
    return http::picture("image/png", html::share_card(card));
}

http::Response Handlers::share_card(const http::Request& request) const {
    return card_of(request, form_of(request.query), "");
}

http::Response Handlers::scenario_card(const http::Request& request, db::Read& read) const {
    const auto scenario = store::find_scenario(read, request.parameter("slug"));
    const auto shown = scenario ? public_scenario(*scenario, request.locale) : std::nullopt;
    if (!shown) return http::not_found();
    return card_of(request, shown->question, shown->words.headline);
}

http::Response Handlers::figures(const http::Request& request) const {
    const Translator t{request.locale};
    const auto [model, state] = model_of_link(services_, request.query);
    auto found = answer_to(form_of(request.query), request.locale, *model);
    if (!found || !add_community(*found, request.query, request.locale).empty()) return http::error(422);
    const auto& cut = found->estimate.cut;
    return http::download(
        {fmt::format("{}-{}-{}.csv", t("jobs-lost"), jobs_lost::code_of(cut.jurisdiction), cut.function),
         "text/csv; charset=utf-8",
         figures_file(
             t, *found,
             {.address = addresses_of(*found, request.locale, services_.frames.public_url()).link, .state = state})});
}

http::Response Handlers::embed(const http::Request& request) const {
    const Translator t{request.locale};
    const auto [model, state] = model_of_link(services_, request.query);
    const auto found = answer_to(form_of(request.query), request.locale, *model);
    const std::string calculator = services_.frames.public_url() + pages::calculator_path(request.locale);
    auto response = http::Response{};
    if (found) {
        const auto addresses = addresses_of(*found, request.locale, services_.frames.public_url());
        response =
            http::page(pages::embedded(t, {*found, addresses, services_.frames.campaign(request.locale), state}));
    } else {
        response = http::page(pages::embedded_problem(t, calculator), 422);
    }
    response.headers.add({"Content-Security-Policy", kEmbedPolicy});
    return response;
}

http::Response Handlers::method(const http::Request& request) const {
    const Translator t{request.locale};
    const auto facts = method_facts_.of(services_.model());
    auto frame = services_.frames.frame(
        request,
        {.title = t("How the jobs are counted"),
         .description = t("Equations, parameters with their sources, and published cases beside ours: the method "
                          "of the jobs-lost calculator.")});
    return ports::respond(std::move(frame), pages::method(t, *facts));
}

}  // namespace jobs_calculator
