#include "features/delivery/slice.h"

#include "features/delivery/jobs.h"
#include "features/delivery/paper_store.h"
#include "features/delivery/staff_pages.h"
#include "features/delivery/store.h"

namespace delivery {

ports::PetitionSection public_section(const i18n::TimeZone& zone) {
    return {.key = "delivery",
            .place = ports::PetitionPlace::below,
            .order = 80,
            .render = [zone](db::Read& read, const ports::PetitionView& view) {
                return pages::section(i18n::Translator{view.locale},
                                      {view.petition, store::records(read, view.petition.id, store::Which::published),
                                       store::paper_count(read, view.petition.id),
                                       store::officials(read, view.petition.id), day_at(view.now, zone)});
            }};
}

ports::PetitionRoom room() {
    return {.label = base::message("Delivery"),
            .path = "delivery",
            .icon = "handshake",
            .permission = auth::Permission::edit_content,
            .order = 80};
}

// Documents hold nothing but what the signatures say, which are exported with the petitions.
ports::PersonDataHolder person_data() {
    return {"delivery", [](db::Read&, ports::PersonKey) { return std::string{"[]"}; },
            [](db::Write& write, ports::PersonKey) { forget_names(write); }};
}

ports::PictureUses picture_uses(const ports::PetitionReader& petitions) {
    return [&petitions](db::Read& read, const ports::Picture& picture, base::Locale locale) {
        std::vector<ports::PictureUse> uses;
        const i18n::Translator t{locale};
        for (const Record& record : store::records_with_picture(read, picture.id.value)) {
            const auto petition = petitions.find_by_id(read, record.petition, locale);
            if (!petition) continue;
            uses.push_back(
                {t("Delivery to {recipient}", {{"recipient", record.words.recipient}}),
                 staff_pages::room_path(locale, petition->slug, "records/" + std::to_string(record.id.value))});
        }
        return uses;
    };
}

}  // namespace delivery
