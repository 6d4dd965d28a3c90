#include "features/editor_letters/letter_form.h"

namespace editor_letters {
namespace {

// Since the form was shown; nullopt where it did not say.
std::optional<base::Duration> dwell_of(const Services& services, const http::Request& request) {
    const auto stamp = services.tokens.read(kShownAt, request.form.text(kStampField));
    if (!stamp) return std::nullopt;
    return request.received_at - base::Instant{*stamp};
}

struct NameParts {
    std::string_view given, family;
};
NameParts parts_of(std::string_view name) {
    const auto blank = name.rfind(' ');
    if (blank == std::string_view::npos) return {name, name};
    return {name.substr(0, blank), name.substr(blank + 1)};
}

}  // namespace

LetterForm letter_form(const http::Form& form) {
    return {form.text("subject"), form.text("text"),      form.text("name"),
            form.text("place"),   form.text("telephone"), form.text("email")};
}

base::Locale words_in(PaperLanguage language, const http::Request& request) {
    const auto typed = base::locale_of(request.form.text("words_in"));
    const auto asked = typed ? typed : base::locale_of(request.query.text("language"));
    const auto wanted = asked.value_or(request.locale);
    return prints(language, wanted) ? wanted : base::other(wanted);
}

ports::SignOnFacts facts_for_guard(const Services& services, const http::Request& request, const SaveLetter& letter) {
    const auto name = parts_of(letter.words.name);
    return {.slug = "editor-letters",
            .email = letter.words.email,
            .address_hash = letter.address_hash,
            .given_name = name.given,
            .family_name = name.family,
            .country = "CA",
            .postal_code = "",
            .place = letter.words.place,
            .comment = "",
            .client = request.client,
            .trusted = request.from_trusted_network ? ports::FromTrustedNetwork::yes : ports::FromTrustedNetwork::no,
            .trap = request.form.text(kTrapField).empty() ? ports::TrapFilled::no : ports::TrapFilled::yes,
            .dwell = dwell_of(services, request),
            .proof = request.form.view(ports::kProofField),
            .at = request.received_at};
}

}  // namespace editor_letters
