// features/dossiers/pages.h - what the public sees: the part of a representative's page, and the page behind a writer's
// link on which they tell that an answer came.
#pragma once
#include <string>
#include <vector>

#include "features/dossiers/dossier_service.h"
#include "features/dossiers/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace dossiers::pages {

// Nothing when nothing is known.
html::SafeHtml section(const i18n::Translator& t, const Dossier& dossier);

struct ShownAnswer {
    Answer answer;
    std::vector<AttachmentFacts> attachments;
};
struct Telling {
    const Representative& representative;
    std::string token;
    std::vector<ShownAnswer> answers;
    LogForm typed;
    const base::Problems& problems;
    enum class Said : unsigned char { nothing, told } said = Said::nothing;
};
html::SafeHtml telling(const i18n::Translator& t, const Telling& telling);
html::SafeHtml broken_link(const i18n::Translator& t);

// "/en/letter-answers/AAYW2f..."
std::string telling_path(base::Locale locale, std::string_view token);

// Promises with what became of them, and where somebody stands: parts that staff see as well.
void write_standings(html::Out& out, const i18n::Translator& t, const std::vector<Standing>& standings);
void write_history(html::Out& out, const i18n::Translator& t, const Promise& promise);
void write_words(html::Out& out, const i18n::Translator& t, const Wording& words);
std::string_view tone_of(PromiseState state);

// The subject of an answer, in the language of its letter; without one, the way on which it came.
html::SafeHtml subject_of(const i18n::Translator& t, const Answer& answer);

// The words of an answer: what they wrote, and below it, closed, the mail that they quoted.
void write_answer_words(html::Out& out, const i18n::Translator& t, const Answer& answer);

}  // namespace dossiers::pages
