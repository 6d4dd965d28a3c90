// features/dossiers/answer_pages.h - what staff see of answers: the inbox, and one answer with what can be made of it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/dossiers/dossier_service.h"
#include "features/dossiers/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace dossiers::answer_pages {

struct InboxItem {
    Answer answer;
    Representative who;
    std::string campaign;  // title; may be empty
};
struct Inbox {
    AnswerKind kind = AnswerKind::unread;
    std::vector<InboxItem> items{};
    std::optional<AnswerId> next{};  // where the next page begins
};
html::SafeHtml inbox(const i18n::Translator& t, const Inbox& inbox);

struct One {
    const Answer& answer;
    const Representative& who;
    std::string campaign;
    std::vector<AttachmentFacts> attachments;
    std::vector<MatterChoice> matters;
    PromiseForm promise;    // as typed, or taken from the answer
    PositionForm position;  // likewise
    std::string kind;       // as typed
    const base::Problems& problems;
    std::string_view form;  // which form is open, and these are of: "kind", "promise", "position"
};
html::SafeHtml one(const i18n::Translator& t, const One& one);

// The forms by which staff record a promise and a position; the dossier has them as well.
struct RecordForm {
    std::string action;  // where it goes
    const base::Problems& problems;
};
html::SafeHtml promise_form(const i18n::Translator& t, const PromiseForm& typed, const RecordForm& form);
html::SafeHtml position_form(const i18n::Translator& t, const PositionForm& typed, const RecordForm& form,
                             const std::vector<MatterChoice>& matters);

// "/en/staff/dossiers/answers", "/en/staff/dossiers/answers/17"
std::string inbox_path(base::Locale locale);
std::string path(base::Locale locale, AnswerId answer);

}  // namespace dossiers::answer_pages
