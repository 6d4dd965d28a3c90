// features/jobs_calculator/edition_service.h - the model as links ask for it: as it stands now, or as it was when the
// link was made.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "features/jobs_calculator/import_service.h"
#include "platform/db/database.h"

namespace jobs_calculator {

// Editions of before are made when a link asks for one; so many are kept, those asked for last. One takes a few
// megabytes.
inline constexpr std::size_t kPastModelsKept = 4;

class PastModels {
public:
    // The database outlives it.
    explicit PastModels(db::Database& database) : database_(database) {}

    // The model as it was in that edition; nullptr where `now` cannot name it. Editions are made one at a time.
    std::shared_ptr<const Model> find(std::string_view edition, const Model& now);

private:
    std::shared_ptr<const Model> kept(std::string_view edition);

    db::Database& database_;
    std::mutex mutex_;
    std::vector<std::shared_ptr<const Model>> models_;  // the one asked for last is the last
};

}  // namespace jobs_calculator
