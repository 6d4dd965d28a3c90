#include "features/petitions/sections_service.h"

namespace petitions {

ports::PetitionFacts facts_of(const Petition& petition, const Text& text, base::Instant now) {
    return {.id = petition.id,
            .level = petition.level,
            .slug = petition.slug,
            .kind = petition.kind,
            .stage = petition.stage(now),
            .goal = petition.goal,
            .published_at = petition.published_at,
            .title = text.title};
}

pages::Sections public_sections(const ports::PetitionSections& sections, const ports::PetitionView& view,
                                db::Read& read) {
    html::Out beside_form, below;
    for (const ports::PetitionSection& section : sections.sections())
        (section.place == ports::PetitionPlace::below ? below : beside_form).append(section.render(read, view));
    return {std::move(beside_form).finish(), std::move(below).finish()};
}

html::SafeHtml signature_sections(const ports::PetitionSections& sections, const ports::SignatureView& view,
                                  db::Read& read) {
    html::Out out;
    for (const ports::SignatureSection& section : sections.signature_sections()) out.append(section.render(read, view));
    return std::move(out).finish();
}

}  // namespace petitions
