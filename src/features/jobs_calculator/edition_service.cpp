#include "features/jobs_calculator/edition_service.h"

#include <algorithm>

namespace jobs_calculator {

std::shared_ptr<const Model> PastModels::find(std::string_view edition, const Model& now) {
    if (std::ranges::find(now.reproducible_editions, edition) == now.reproducible_editions.end()) return nullptr;
    const std::lock_guard lock{mutex_};
    if (auto model = kept(edition)) return model;
    auto model = database_.read([&](db::Read& read) { return load_edition(read, edition); });
    if (!model) return nullptr;
    if (models_.size() == kPastModelsKept) models_.erase(models_.begin());
    return models_.emplace_back(std::move(model));
}

std::shared_ptr<const Model> PastModels::kept(std::string_view edition) {
    const auto found = std::ranges::find(models_, edition, &Model::edition);
    if (found == models_.end()) return nullptr;
    std::rotate(found, found + 1, models_.end());
    return models_.back();
}

}  // namespace jobs_calculator
