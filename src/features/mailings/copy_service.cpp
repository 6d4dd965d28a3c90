#include "features/mailings/copy_service.h"

#include "base/check.h"
#include "platform/i18n/translator.h"

namespace mailings {
namespace {

std::string_view link_of(LinkSlot slot, const ports::PersonalLinks& links) {
    return slot == LinkSlot::preferences ? links.preferences : links.one_click;
}

}  // namespace

CopyMaker::CopyMaker(const LaidOut& mail, const Facts& facts, base::Locale locale)
    : subject_(mail.subject), text_(mail.text), document_(mail.document) {
    for (const Slot& slot : mail.slots.all()) values_.push_back({slot, common_value(slot, facts).value_or("")});
    const i18n::Translator t{locale};
    for (const auto province : people::kProvinces)
        provinces_[static_cast<std::size_t>(province)] = t(people::name(province));
}

mail::Message CopyMaker::copy_for(const ports::AudienceMember& person, const ports::PersonalLinks& links) const {
    std::array<std::string_view, html::kMostHoles> values;
    std::string whole_name;
    for (std::size_t i = 0; i < values_.size(); ++i) values[i] = value_of(values_[i], person, links, whole_name);
    const std::span filled{values.data(), values_.size()};
    return {.subject = mail::Line{subject_.fill(filled)},
            .text = text_.fill(filled),
            .html = document_.fill(filled),
            .unsubscribe_url = mail::Line{links.one_click}};
}

std::string_view CopyMaker::value_of(const Value& value, const ports::AudienceMember& person,
                                     const ports::PersonalLinks& links, std::string& whole_name) const {
    if (const auto* link = std::get_if<LinkSlot>(&value.slot)) return link_of(*link, links);
    const auto* const field = std::get_if<FieldSlot>(&value.slot);
    if (field == nullptr) return value.common;
    const auto known = field_of(*field, person, whole_name);
    return known.empty() ? std::string_view{field->fallback} : known;
}

std::string_view CopyMaker::field_of(const FieldSlot& slot, const ports::AudienceMember& person,
                                     std::string& whole_name) const {
    switch (slot.field) {
        case PersonField::given_name:
            return person.name.given;
        case PersonField::family_name:
            return person.name.family;
        case PersonField::name:
            whole_name = person.name.given;
            if (!person.name.given.empty() && !person.name.family.empty()) whole_name += ' ';
            return whole_name += person.name.family;
        case PersonField::place:
            return person.place;
        case PersonField::province:
            return person.province ? std::string_view{provinces_[static_cast<std::size_t>(*person.province)]}
                                   : std::string_view{};
        case PersonField::postal_code:
            return person.postal_code;
        case PersonField::email:
            return person.email;
    }
    return {};
}

mail::Message Prepared::copy_for(const ports::AudienceMember& person, const ports::PersonalLinks& links,
                                 Variant variant) const {
    CHECK(variant.number >= 0 && static_cast<std::size_t>(variant.number) < variants_.size());
    const auto& both = variants_[static_cast<std::size_t>(variant.number)];
    return (person.locale == base::Locale::english ? both.english : both.french).copy_for(person, links);
}

}  // namespace mailings
