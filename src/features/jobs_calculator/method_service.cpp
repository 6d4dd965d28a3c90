#include "features/jobs_calculator/method_service.h"

#include <utility>

namespace jobs_calculator {

std::shared_ptr<const MethodFacts> method_facts_of(std::shared_ptr<const Model> model) {
    auto facts = std::make_shared<MethodFacts>();
    facts->cases = jobs_lost::validation_cases(model->economies);
    facts->regionalisation = jobs_lost::regionalisation_error(model->observations);
    facts->model = std::move(model);
    return facts;
}

std::shared_ptr<const MethodFacts> MethodFactsMemory::of(const std::shared_ptr<const Model>& model) {
    const std::scoped_lock lock{mutex_};
    if (facts_ == nullptr || facts_->model != model) facts_ = method_facts_of(model);
    return facts_;
}

}  // namespace jobs_calculator
