#include "features/politician_tracker/slice.h"

#include "features/politician_tracker/store.h"
#include "platform/auth/principal.h"
#include "ports/acting.h"

namespace politician_tracker {
void Slice::add_sections(ports::PetitionSections& sections) const {
    sections.add(ports::PetitionSection{
        "election_notice", ports::PetitionPlace::beside_form, 1,
        [this](db::Read& read, const ports::PetitionView& view) { return handlers_.election_notice(view, read); }});
    sections.add(ports::PetitionSection{
        "politicians", ports::PetitionPlace::below, 15,
        [this](db::Read& read, const ports::PetitionView& view) { return handlers_.section(view, read); }});
    sections.add(ports::PetitionRoom{.label = base::message("Politicians"),
                                     .path = "politicians",
                                     .icon = "scale",
                                     .permission = auth::Permission::publish,
                                     .order = 30});
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Politicians"),
            .path = "staff/politicians",
            .icon = "landmark",
            .group = ports::StaffGroup::politicians,
            .order = 25,
            .may_see = ports::whoever_may(auth::Permission::publish)};
}

ports::Elections elections() {
    return {.near =
                [](db::Read& read) {
                    std::vector<std::string> regions;
                    for (const ElectionPeriod& period : store::open_periods(read)) regions.push_back(period.region);
                    return regions;
                },
            .taglines =
                [](db::Read& read, base::Locale locale) {
                    std::vector<std::string> lines;
                    for (const ElectionPeriod& period : store::open_periods(read))
                        lines.push_back(period.tagline(locale));
                    return lines;
                }};
}

}  // namespace politician_tracker
