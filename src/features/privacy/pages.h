// features/privacy/pages.h - the words and markup of a person's own page.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/privacy/access.h"
#include "features/privacy/officer.h"
#include "people/person.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/person_facts.h"

namespace privacy::pages {

struct RequestPage {
    std::string email;
    std::optional<Officer> officer;
    const base::Problems& problems;
};
html::SafeHtml request(const i18n::Translator& t, const RequestPage& page);
html::SafeHtml sent(const i18n::Translator& t, const std::string& mailbox_path);

struct Correction {
    std::string given_name, family_name, postal_code, language;
};
struct MyData {
    const Access& access;
    std::string token;
    std::optional<people::Person> person;
    Correction typed;
    std::vector<ports::PersonFact> facts;
    std::string everything;  // as JSON
    std::optional<Officer> officer;
    const base::Problems& problems;
};
html::SafeHtml my_data(const i18n::Translator& t, const MyData& page);

struct Erasure {
    std::string email, token;
    const base::Problems& problems;
};
html::SafeHtml erasure(const i18n::Translator& t, const Erasure& page);
html::SafeHtml erased(const i18n::Translator& t);
html::SafeHtml expired(const i18n::Translator& t);

std::string withdraw_label(const i18n::Translator& t);
std::string my_data_path(base::Locale locale);
std::string my_data_path(base::Locale locale, std::string_view token);

}  // namespace privacy::pages
