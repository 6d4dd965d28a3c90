// features/mailing_list/staff_pages.h - the words and markup for staff: forms, topics, wordings, proofs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/mailing_list/consent_store.h"
#include "features/mailing_list/list_form.h"
#include "features/mailing_list/paper_consent.h"
#include "features/mailing_list/proof.h"
#include "features/mailing_list/sign_up_store.h"
#include "people/consent_list.h"
#include "people/level.h"
#include "people/mail_standing.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace mailing_list::staff_pages {

struct Overview {
    store::Movement week;  // of the last seven days
    std::vector<store::Sweep> sweeps;
    std::vector<ListForm> forms;
    std::string looked_for;  // an address whose person was not found; may be empty
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& overview);

html::SafeHtml wordings(const i18n::Translator& t, const std::vector<people::ListedWording>& wordings);

struct ProofPage {
    const Proof& proof;
    people::PersonId person;
};
html::SafeHtml proof(const i18n::Translator& t, const ProofPage& page);

struct PaperPage {
    PaperForm typed;
    const base::Problems& problems;
};
html::SafeHtml paper(const i18n::Translator& t, const PaperPage& page);

// A form of the list: a new one, where there is no id.
struct FormPage {
    std::optional<ListForm> form;
    ListFormTyped typed;
    std::string level;  // slug of the chosen one
    std::vector<people::Level> levels;
    std::vector<people::Topic> topics;
    std::string embed_code;
    const base::Problems& problems;
};
html::SafeHtml form(const i18n::Translator& t, const FormPage& page);

struct TopicsPage {
    std::vector<people::Topic> topics;
    people::Topic typed;
    const base::Problems& problems;
};
html::SafeHtml topics(const i18n::Translator& t, const TopicsPage& page);

std::string overview_path(base::Locale locale);
std::string proof_path(base::Locale locale, people::PersonId person);
std::string form_path(base::Locale locale, std::string_view slug);

}  // namespace mailing_list::staff_pages
