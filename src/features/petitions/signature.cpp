#include "features/petitions/signature.h"

#include <algorithm>

#include "base/text.h"
#include "people/person.h"
#include "people/place.h"

namespace petitions {
namespace {

constexpr std::size_t kLongestComment = 500;
constexpr std::size_t kLongestSource = 40;

void append(base::Problems& all, base::Problems more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool is_all_text(const SignatureForm& form) {
    for (const std::string* text : {&form.given_name, &form.family_name, &form.email, &form.country, &form.postal_code,
                                    &form.place, &form.comment})
        if (!base::is_valid_utf8(*text)) return false;
    return true;
}

base::Message email_problem(const SignatureForm& form) {
    if (base::collapse_spaces(form.email).empty()) return base::message("Please give your email address.");
    return base::message("Please check this email address. It should look like name@example.org.");
}

std::string shown(std::string_view given_name, std::string_view family_name) {
    return std::string{given_name} + " " + std::string{base::first_characters(family_name, 1)} + ".";
}

}  // namespace

std::string Signer::shown_name() const { return shown(given_name, family_name); }

std::string Signer::folded_name() const { return base::fold_name(given_name + family_name); }

std::string Signature::shown_name() const { return shown(given_name, family_name); }

base::Result<Signer, base::Problems> accept(const SignatureForm& form) {
    if (!is_all_text(form))
        return base::Problems{{"", base::message("Some characters arrived broken. Please type them again.")}};
    const auto name = people::tidied({form.given_name, form.family_name});
    const people::TypedAddress typed{form.country, form.postal_code, base::collapse_spaces(form.place)};
    const auto email = base::EmailAddress::parse(form.email);
    const std::string comment = base::tidy_lines(form.comment);

    base::Problems problems = people::problems_of(name);
    if (!email) problems.push_back({"email", email_problem(form)});
    append(problems, people::problems_of(typed));
    if (base::count_characters(comment) > kLongestComment)
        problems.push_back({"comment", base::message("The comment is too long: at most 500 characters.")});
    if (!problems.empty()) return problems;

    const auto address = people::understood(typed);
    return Signer{name.given,          name.family,   *email,  std::string{address.country.code()},
                  address.postal_code, address.place, comment, form.show_name,
                  form.consent_mail};
}

std::string source_of(std::string_view typed) {
    const auto belongs = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return typed.size() <= kLongestSource && std::ranges::all_of(typed, belongs) ? std::string{typed} : std::string{};
}

Confirmation confirmation_of(const Signature& signature, const LinkUse& use) {
    if (signature.state == SignatureState::invalidated) return Confirmation::invalidated;
    if (signature.state == SignatureState::withdrawn) return Confirmation::withdrawn;
    if (signature.state == SignatureState::confirmed) return Confirmation::done_already;
    const auto sent_at =
        use.link == OwnLink::renewed ? signature.renewed_at.value_or(signature.signed_at) : signature.signed_at;
    return use.now < sent_at + kConfirmationPeriod ? Confirmation::possible : Confirmation::expired;
}

bool may_renew(const Signature& signature, const LinkUse& use) {
    return confirmation_of(signature, use) == Confirmation::expired && signature.mails < kMostMails;
}

std::optional<std::int64_t> slot_beside(const SlotHolder& holder, const Signer& signer) {
    if (holder.folded_name == signer.folded_name()) return std::nullopt;
    if (holder.postal_code != signer.postal_code) return std::nullopt;
    return holder.slot == 0 ? 1 : 0;
}

std::string_view name_of(SignatureState state) {
    switch (state) {
        case SignatureState::pending:
            return "pending";
        case SignatureState::confirmed:
            return "confirmed";
        case SignatureState::withdrawn:
            return "withdrawn";
        case SignatureState::invalidated:
            return "invalidated";
    }
    return "pending";
}

}  // namespace petitions
