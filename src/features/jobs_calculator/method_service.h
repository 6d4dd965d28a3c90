// features/jobs_calculator/method_service.h - what the method page shows beside its words: published cases beside ours,
// computed once for each state of the figures.
#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "features/jobs_calculator/import_service.h"
#include "models/jobs_lost/validation.h"

namespace jobs_calculator {

struct MethodFacts {
    std::shared_ptr<const Model> model;
    std::vector<jobs_lost::ValidationCase> cases;
    jobs_lost::RegionalisationError regionalisation;
};

std::shared_ptr<const MethodFacts> method_facts_of(std::shared_ptr<const Model> model);

// Keeps the last ones; safe from all threads.
class MethodFactsMemory {
public:
    std::shared_ptr<const MethodFacts> of(const std::shared_ptr<const Model>& model);

private:
    std::mutex mutex_;
    std::shared_ptr<const MethodFacts> facts_;
};

}  // namespace jobs_calculator
