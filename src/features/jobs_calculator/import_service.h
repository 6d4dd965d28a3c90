// features/jobs_calculator/import_service.h - the model as it stands now: what ships with the program, and over it what
// was imported. Also of a running server: an import by a command shows within about a second.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/instant.h"
#include "features/jobs_calculator/import_store.h"
#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/observations.h"
#include "platform/db/database.h"

namespace jobs_calculator {

inline constexpr base::Duration kLookForImportsEvery = base::seconds(1);

// One state of the figures; never changes once it is made, so that an answer is never made of two states.
struct Model {
    jobs_lost::Observations observations;
    jobs_lost::Economies economies;
    std::vector<Import> imports;  // what of it is imported, by number
    std::int64_t import_version = 0;
    std::string edition;                             // its name, see edition.h
    std::optional<base::Instant> until;              // when it ceased to answer; none: it answers now
    std::vector<std::string> reproducible_editions;  // of the model that answers now: what can be computed again
};

// Imported rows take the place of rows that are about the same (jurisdiction, year, and what else tells them apart);
// the file joins the sources.
void add_import(jobs_lost::Observations& observations, ImportedTable table, const ImportedFile& file);

// The imported file as a source of figures.
statistics::Provenance provenance_of(const ImportedTable& table, const ImportedFile& file);

// A table and the file that it came from.
struct LoadedImport {
    ImportedFile file;
    ImportedTable table;
};
std::vector<LoadedImport> load_imports(db::Read& read);

// Shipped figures with these over them.
jobs_lost::Observations observations_with(std::vector<LoadedImport> imports);

// The model from shipped figures alone, and with what this database has imported.
std::shared_ptr<const Model> shipped_model();
std::shared_ptr<const Model> load_model(db::Read& read);

// The model as it was in that edition, with the very figures that it had; the one that answers now under its own name.
// nullptr where the edition is not known here: it was forgotten, or made by a program with other figures in it.
std::shared_ptr<const Model> load_edition(db::Read& read, std::string_view edition);

class LiveModel {
public:
    // Builds the model before it returns; then a thread looks for imports until the object is destroyed.
    explicit LiveModel(db::Database& database);
    ~LiveModel();
    LiveModel(const LiveModel&) = delete;
    LiveModel& operator=(const LiveModel&) = delete;

    // The model as it stands; keep the pointer for the whole of one answer.
    std::shared_ptr<const Model> current() const;

    // Looks now: for tests.
    void refresh();

private:
    void work();

    db::Database& database_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::shared_ptr<const Model> model_;
    std::thread thread_;
};

}  // namespace jobs_calculator
