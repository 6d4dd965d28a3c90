// features/newsroom/section_store.h - sections as staff keep them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/section.h"
#include "platform/db/transaction.h"
#include "ports/editing.h"

namespace newsroom::store {

std::vector<Section> all_sections(db::Read& read);  // by place
std::optional<Section> find_section(db::Read& read, SectionId id);
// Under this slug in either language, now or before.
std::optional<Section> find_section(db::Read& read, std::string_view slug);
std::optional<ports::Saving> last_saving(db::Read& read, SectionId id);

// The languages in which a slug of the form leads to another section already.
std::vector<base::Locale> taken_slugs(db::Read& read, const SectionForm& form, std::optional<SectionId> own);

// The form has no problems and its slugs are free.
SectionId insert_section(db::Write& write, base::LevelId level, const SectionForm& form, std::string_view staff_name);
// A slug that changes leads on to the new one.
void save_section(db::Write& write, SectionId id, const SectionForm& form, std::string_view staff_name);
void publish_section(db::Write& write, SectionId id, std::string_view staff_name);
void hide_section(db::Write& write, SectionId id);

}  // namespace newsroom::store
