#include "features/representatives/shipped_service.h"

#include "base/check.h"
#include "features/representatives/import_store.h"
#include "features/representatives/place_store.h"
#include "models/ridings/shipped.h"

namespace representatives {

void keep_shipped_ridings(db::Write& write) {
    const std::string slug{ridings::kFederalSet}, source{ridings::shipped_federal_source()},
        as_of{ridings::kFederalAsOf};
    if (store::find_set(write, slug)) return;
    store::keep_set(write,
                    {.slug = slug,
                     .house = RidingHouse::federal,
                     .province = {},
                     .name_en = "Federal ridings, order of 2023",
                     .name_fr = "Circonscriptions fédérales, décret de 2023",
                     .boundary_set = std::string{ridings::kFederalBoundarySet}},
                    "Alltogether");
    const auto rows = ridings::shipped_federal_ridings();
    std::vector<StoredRiding> all;
    for (const auto& row : rows) {
        const auto province = people::province_of(row.province);
        CHECK(province.has_value());
        all.push_back({.riding = {.id = RidingId{0},
                                  .house = RidingHouse::federal,
                                  .province = *province,
                                  .code = row.code,
                                  .set = slug,
                                  .name_en = row.name_en,
                                  .name_fr = row.name_fr},
                       .source = source,
                       .as_of = as_of});
    }
    store::add_ridings(write, all);
    ImportRecord import{.content = ridings::Content::ridings,
                        .provider = "shipped",
                        .set = slug,
                        .file_name = "federal_2023.csv",
                        .coverage = Coverage::whole,
                        .source = source,
                        .as_of = as_of,
                        .state = ImportState::came_in,
                        .counts = {.added = static_cast<std::int64_t>(rows.size())},
                        .created_by = "Alltogether",
                        .finished_by = "Alltogether"};
    import.id = store::insert_import(write, import);
    store::finish_import(write, import);
}

}  // namespace representatives
