// features/letters/pages.h - all words and markup for supporters, in the order of their way: see a campaign, give a
// postal code, write, look at it, confirm by mail, call or print instead.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/letters/letter.h"
#include "features/letters/likeness_service.h"
#include "features/letters/target_service.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"

namespace letters::pages {

std::string list_path(base::Locale locale);
std::string campaign_path(base::Locale locale, std::string_view slug);
std::string own_path(base::Locale locale, std::string_view token);

// "Your member of the House of Commons; senators. Only in Ontario."
std::string target_words(const i18n::Translator& t, const TargetRule& rule);
// The sentence beside the box, as the proof of consent keeps it.
std::string consent_label(const i18n::Translator& t);
// "Member of Parliament, Larch River · Party"
std::string office_words(const i18n::Translator& t, const ports::Representative& representative);

enum class ElectionNear : unsigned char { no, yes };

// One campaign as the public sees it.
struct Shown {
    const Campaign& campaign;
    Stage stage;
    std::int64_t asked;                 // letters and calls so far
    std::vector<std::string> taglines;  // empty unless an election is near
};

html::SafeHtml list(const i18n::Translator& t, const std::vector<Shown>& open);
html::SafeHtml campaign(const i18n::Translator& t, const Shown& shown, const std::string& typed_code,
                        const base::Problems& problems);

// The way to the form, for a person of this place.
struct Way {
    const Shown& shown;
    const LetterForm& typed;
    const PersonPlace& place;
    const Recipients& recipients;
};
// The code spans ridings: which one? where: "write" or "call".
html::SafeHtml which_riding(const i18n::Translator& t, const Way& way, std::string_view where);
html::SafeHtml nobody(const i18n::Translator& t, const Way& way);

// What stands beside the fields of the form.
struct FormParts {
    const base::Problems& problems;
    html::SafeHtml words_panel;  // of the guides
    html::SafeHtml puzzle;
    std::optional<LikenessHint> likeness;
    ElectionNear election = ElectionNear::no;
};
html::SafeHtml write(const i18n::Translator& t, const Way& way, const FormParts& parts);

// Exactly what leaves: one letter, whose greeting differs by recipient.
struct PreviewParts {
    std::string subject;
    std::vector<std::string> texts;  // whole, beside those recipients that have an address
    LikenessHint likeness;
    html::SafeHtml puzzle;
    std::string sender_name;  // "Maya Tremblay via ..."
    ElectionNear election = ElectionNear::no;
};
html::SafeHtml preview(const i18n::Translator& t, const Way& way, const PreviewParts& parts);
// "Yours is 92 % like 340 others", and what to do; both empty where it is not.
struct LikenessWords {
    std::string sentence, advice;
};
LikenessWords likeness_words(const i18n::Translator& t, const LikenessHint& hint);
html::SafeHtml likeness_notice(const i18n::Translator& t, const LikenessHint& hint);

// For the paper: the same words with the office's postal address, and the way to the PDF.
struct PrintedLetter {
    ports::Representative to;
    std::string postal;  // of the office; may be empty
    bool is_free;        // no postage
    std::string text;
};
html::SafeHtml printed(const i18n::Translator& t, const Way& way, const std::string& subject,
                       const std::vector<PrintedLetter>& letters);
// Every field that was typed, unseen.
html::SafeHtml carried(const LetterForm& typed);

// What to say, whom to call, how it went.
enum class Thanked : unsigned char { no, yes };
html::SafeHtml call(const i18n::Translator& t, const Way& way, Thanked thanked);

html::SafeHtml check_mail(const i18n::Translator& t, const Campaign& campaign, const std::string& mailbox_path);

// Behind the mailed link.
struct OwnView {
    const Writing& writing;
    const Campaign& campaign;
    std::vector<Letter> letters;
    std::string token;
    std::vector<std::string> tell_paths;  // beside letters; empty where an answer cannot be told
    bool has_run_out;                     // the link, for confirming
    ElectionNear election = ElectionNear::no;
    std::optional<ports::Action> next{};
};
html::SafeHtml own(const i18n::Translator& t, const OwnView& view);
html::SafeHtml broken_link(const i18n::Translator& t);
html::SafeHtml turned_away(const i18n::Translator& t, const Campaign& campaign, const std::string& contact);

// A part of a representative's page.
html::SafeHtml representative_section(const i18n::Translator& t, const std::vector<Campaign>& open);
// A block of the hub.
html::SafeHtml hub_section(const i18n::Translator& t, std::string_view heading, const html::SafeHtml& text,
                           const std::vector<Campaign>& open);

}  // namespace letters::pages
