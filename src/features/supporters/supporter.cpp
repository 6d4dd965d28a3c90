#include "features/supporters/supporter.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace supporters {
namespace {

struct Part {
    std::string_view name;
    std::string PersonForm::* text;
};
constexpr std::array kParts{Part{"given_name", &PersonForm::given_name},
                            Part{"family_name", &PersonForm::family_name},
                            Part{"language", &PersonForm::language},
                            Part{"country", &PersonForm::country},
                            Part{"postal_code", &PersonForm::postal_code},
                            Part{"place", &PersonForm::place},
                            Part{"level", &PersonForm::level},
                            Part{"riding", &PersonForm::riding}};

constexpr std::size_t kLongestSlug = 40;
constexpr std::size_t kLongestLabel = 100;  // characters

void check_name(base::Problems& problems, const char* field, const std::string& name) {
    if (base::count_characters(name) > people::kLongestName)
        problems.push_back({field, base::message("This name is too long: at most 100 characters.")});
    else if (const auto problem = people::problem_of_line(name))
        problems.push_back({field, *problem});
}

// Where they are, where the postal code is not known.
people::Address without_code(const PersonForm& form, const people::Person& person, base::Problems& problems) {
    people::Address address = people::address_of(person);
    const auto country = people::Country::parse(form.country);
    if (!country) problems.push_back({"country", base::message("Please choose a country.")});
    address.place = base::collapse_spaces(form.place);
    if (const auto problem = people::problem_of_place(address.place)) problems.push_back({"place", *problem});
    if (!person.postal_code.empty()) address.province = std::nullopt;
    address.postal_code.clear();
    address.country = country.value_or(people::Country{});
    return address;
}

people::Address address_in(const PersonForm& form, const people::Person& person, base::Problems& problems) {
    if (base::collapse_spaces(form.postal_code).empty()) return without_code(form, person, problems);
    const people::TypedAddress typed{form.country, form.postal_code, form.place};
    auto wrong = people::problems_of(typed);
    if (wrong.empty()) return people::understood(typed);
    for (auto& problem : wrong) problems.push_back(std::move(problem));
    return {};
}

bool is_field_slug(std::string_view slug) {
    if (slug.empty() || slug.size() > kLongestSlug || slug.front() == '_' || slug.back() == '_') return false;
    return std::ranges::all_of(slug,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::string label(base::Problems& problems, const char* field, const std::string& typed) {
    std::string text = base::collapse_spaces(typed);
    if (text.empty()) problems.push_back({field, base::message("Please write it in both languages.")});
    if (base::count_characters(text) > kLongestLabel)
        problems.push_back({field, base::message("This is too long: at most 100 characters.")});
    if (const auto problem = people::problem_of_line(text)) problems.push_back({field, *problem});
    return text;
}

}  // namespace

PersonForm form_of(const people::Person& person, const people::LevelTree& tree) {
    const people::Level* level = person.level ? tree.find(*person.level) : nullptr;
    return {.given_name = person.name.given,
            .family_name = person.name.family,
            .language = std::string{base::code(person.locale)},
            .country = person.country,
            .postal_code = person.postal_code,
            .place = person.place,
            .level = level == nullptr ? std::string{} : level->slug,
            .riding = person.riding ? std::to_string(*person.riding) : std::string{}};
}

ports::NamedTexts named(const PersonForm& form) {
    ports::NamedTexts texts;
    for (const Part& part : kParts) texts.push_back({std::string{part.name}, form.*part.text});
    return texts;
}

PersonForm person_form(const ports::NamedTexts& texts) {
    PersonForm form;
    for (const Part& part : kParts) form.*part.text = ports::text_of(texts, part.name);
    return form;
}

base::Result<people::PersonChange, base::Problems> read_person(const PersonForm& form, const people::Person& person,
                                                               const people::LevelTree& tree) {
    base::Problems problems;
    const auto name = people::tidied({form.given_name, form.family_name});
    check_name(problems, "given_name", name.given);
    check_name(problems, "family_name", name.family);
    const auto locale = base::locale_of(form.language);
    if (!locale) problems.push_back({"language", base::message("Please choose a language.")});
    const auto address = address_in(form, person, problems);
    const people::Level* level = form.level.empty() ? nullptr : tree.find(form.level);
    if (!form.level.empty() && level == nullptr)
        problems.push_back({"level", base::message("Please choose the level.")});
    const std::string typed_riding = base::collapse_spaces(form.riding);
    const auto riding = people::riding_of(typed_riding);
    if (!typed_riding.empty() && !riding)
        problems.push_back({"riding", base::message("A federal riding has a number of five digits, such as 35075.")});
    if (!problems.empty()) return problems;
    return people::PersonChange{.name = name,
                                .locale = *locale,
                                .address = address,
                                .level = level == nullptr ? std::nullopt : std::optional{level->id},
                                .riding = riding};
}

base::Result<people::Field, base::Problems> read_field(const FieldForm& form) {
    base::Problems problems;
    const std::string slug = base::collapse_spaces(form.slug);
    if (!is_field_slug(slug))
        problems.push_back({"slug", base::message("Please use small letters, digits and underscores, such as "
                                                  "union_local.")});
    people::Field field{.id = people::FieldId{0}, .slug = slug, .label_en = {}, .label_fr = {}};
    field.label_en = label(problems, "label_en", form.label_en);
    field.label_fr = label(problems, "label_fr", form.label_fr);
    const auto kind = people::field_kind_of(form.kind);
    if (!kind) problems.push_back({"kind", base::message("Please choose what kind of answer it is.")});
    if (!problems.empty()) return problems;
    field.kind = *kind;
    return field;
}

std::string name_of(const people::Person& person) {
    const std::string name = base::collapse_spaces(person.name.given + " " + person.name.family);
    return name.empty() ? person.email : name;
}

}  // namespace supporters
