// features/jobs_calculator/handlers.h - what each public address does: ask and see, take the figures along, frame them,
// check the method.
#pragma once
#include <string>

#include "features/jobs_calculator/answer.h"
#include "features/jobs_calculator/link.h"
#include "features/jobs_calculator/method_service.h"
#include "features/jobs_calculator/pages.h"
#include "features/jobs_calculator/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace jobs_calculator {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/jobs-lost: the form, and the answer to the question in the address (to an example without one).
    // 422 with the page, what was typed and every problem where the question cannot be answered.
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /{locale}/jobs-lost/scenarios?behind=SLUG: all prepared cuts, the last published first
    http::Response list_scenarios(const http::Request& request, db::Read& read) const;

    // GET /{locale}/jobs-lost/{slug}
    http::Response show_scenario(const http::Request& request, db::Read& read) const;

    // GET /{locale}/jobs-lost/share-card.png, /{locale}/jobs-lost/{slug}/share-card.png
    http::Response share_card(const http::Request& request) const;
    http::Response scenario_card(const http::Request& request, db::Read& read) const;

    // GET /{locale}/jobs-lost/figures.csv
    http::Response figures(const http::Request& request) const;

    // GET /{locale}/jobs-lost/embed: for frames of other sites, and for nothing else
    http::Response embed(const http::Request& request) const;

    // GET /{locale}/jobs-lost/method
    http::Response method(const http::Request& request) const;

private:
    struct Shown {
        const QuestionForm& typed;
        const PublicScenario* scenario = nullptr;
    };
    http::Response calculator_page(const http::Request& request, const Shown& shown, db::Read& read) const;
    std::vector<ports::Action> next_actions(db::Read& read, base::Locale locale) const;
    http::Response card_of(const http::Request& request, const QuestionForm& form, const std::string& headline) const;

    const Services& services_;
    mutable MethodFactsMemory method_facts_;
};

// The form in a query; what is missing is as in the example.
QuestionForm form_of(const http::Fields& query);

// The model that answers a link, by its `data` and `model`.
struct LinkModel {
    std::shared_ptr<const Model> model;
    LinkState state = LinkState::today;
};
LinkModel model_of_link(const Services& services, const http::Fields& query);

// What the query says of a community.
CommunityForm community_of(const http::Fields& query);

// Adds the community of the query to the answer, or says what is wrong with it.
base::Problems add_community(Answer& answer, const http::Fields& query, base::Locale locale);

// The answer to a form, or every problem.
base::Result<Answer, base::Problems> answer_to(const QuestionForm& form, base::Locale locale, const Model& model);

// Where this answer is found, from now on and as it is.
pages::Addresses addresses_of(const Answer& answer, base::Locale locale, std::string_view public_url);

}  // namespace jobs_calculator
