#include "features/petitions/sign_form_pages.h"

#include <algorithm>
#include <array>

#include "features/petitions/pages.h"
#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/person_fields.h"

namespace petitions::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;
using Tick = SignatureForm::Tick;

html::Checked checked(Tick tick) { return tick == Tick::yes ? html::Checked::yes : html::Checked::no; }

// The menu of a fresh form holds the countries that most signatures come from and a way to the others: 250 names would
// be half of the page. Whoever chooses the way gets the form back with the whole list.
constexpr std::array<std::string_view, 5> kLikelyCountries{"CA", "US", "FR", "GB", "MX"};
constexpr std::string_view kOtherCountry = "other";

bool is_likely(std::string_view code) { return std::ranges::find(kLikelyCountries, code) != kLikelyCountries.end(); }

std::vector<html::Choice> likely_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (const std::string_view code : kLikelyCountries)
        choices.push_back({std::string{code}, people::country_name(code, t.locale())});
    choices.push_back({std::string{kOtherCountry}, t("Another country")});
    return choices;
}

std::vector<html::Choice> all_choices(const Translator& t) {
    std::vector<html::Choice> choices{{std::string{kOtherCountry}, t("Choose your country")}};
    for (const auto& country : people::country_choices(t.locale())) choices.push_back({country.code, country.name});
    return choices;
}

SafeHtml country_menu(const html::Fields& fields, const Translator& t, const SignatureForm& typed) {
    const std::string chosen = typed.country.empty() ? "CA" : typed.country;
    return fields.select({.name = "country",
                          .label = t("Country"),
                          .choices = is_likely(chosen) ? likely_choices(t) : all_choices(t),
                          .value = chosen,
                          .autocomplete = "country"});
}

SafeHtml email_field(const html::Fields& fields, const Translator& t, const SignatureForm& typed) {
    return fields.text({.name = "email",
                        .label = t("Email"),
                        .value = typed.email,
                        .kind = html::TextKind::email,
                        .autocomplete = "email",
                        .hint = t("We will send you one email, with a button to confirm your signature."),
                        .max_length = 254});
}

SafeHtml place_fields(const html::Fields& fields, const Translator& t, const SignatureForm& typed) {
    const SafeHtml country = country_menu(fields, t, typed);
    const SafeHtml postal_code = fields.text({.name = "postal_code",
                                              .label = t("Postal code"),
                                              .value = typed.postal_code,
                                              .kind = html::TextKind::postal_code,
                                              .autocomplete = "postal-code",
                                              .size = html::FieldSize::small,
                                              .max_length = 20});
    const SafeHtml place = fields.text({.name = "place",
                                        .label = t("City or town"),
                                        .value = typed.place,
                                        .required = html::Required::no,
                                        .autocomplete = "address-level2",
                                        .max_length = 100});
    return html::render<"{}{}">(html::field_pair(postal_code, country), place);
}

SafeHtml choice_fields(const html::Fields& fields, const Translator& t, const SignatureForm& typed) {
    const SafeHtml comment = fields.text_area({.name = "comment",
                                               .label = t("Why it matters to you"),
                                               .value = typed.comment,
                                               .required = html::Required::no,
                                               .hint = t("Shown on this page once the campaign has read it."),
                                               .rows = 3,
                                               .max_length = 500});
    const SafeHtml show_name =
        fields.checkbox({.name = "show_name",
                         .label = t("Show my given name, the first letter of my family name and my town on this page"),
                         .checked = checked(typed.show_name)});
    const SafeHtml consent = fields.checkbox({.name = "consent_mail",
                                              .label = consent_label(t),
                                              .checked = checked(typed.consent_mail),
                                              .hint = t("You can leave the list at any time, with one click.")});
    return html::render<"{}{}{}">(comment, show_name, consent);
}

// A line of its own for each organisation, never ticked beforehand: nobody has to agree to anything to sign. A tick
// that was set beside other words does not hold for these.
SafeHtml partner_field(const html::Fields& fields, const Translator& t, const SignFormState& state) {
    if (!state.partner || !state.partner->line) return {};
    const std::string wording = std::to_string(state.partner->line->wording.value);
    const bool is_ticked = state.typed.consent_partner == Tick::yes && state.typed.partner_wording == wording;
    return html::render<"{}{}">(
        html::hidden({"partner_wording", wording}),
        fields.checkbox({.name = "consent_partner",
                         .label = state.partner->line->words,
                         .checked = is_ticked ? html::Checked::yes : html::Checked::no,
                         .hint = t("You can end that at any time, with the link in our email.")}));
}

SafeHtml privacy_link(const Translator& t, FormPlace place) {
    if (place == FormPlace::frame)
        return html::render<R"(<a href="/{}/pages/privacy" target="_blank" rel="noopener">{}</a>)">(
            base::code(t.locale()), t("How we treat your data"));
    return html::render<R"(<a href="/{}/pages/privacy">{}</a>)">(base::code(t.locale()), t("How we treat your data"));
}

std::string promise(const Translator& t, const SignFormState& state) {
    if (!state.partner || !state.partner->line) return t("Your address stays with us. It is never sold, never shown.");
    return t("Your address is never sold, never shown. It goes to {partner} only if you tick that box.",
             {{"partner", state.partner->name}});
}

}  // namespace

// The trap is a field that people neither see nor reach by keyboard; scripts fill it in.
SafeHtml sign_form(const Translator& t, const SignForm& form, const SignFormState& state) {
    const html::Fields fields{t, state.problems};
    return html::render<R"(
      <form class="form sign-form" method="post" action="{}" novalidate>
        <h2 class="sign-form__title" id="sign-title">{}</h2>
        {}{}{}{}{}{}
        <div class="trap" aria-hidden="true"><label for="website">{}</label>
          <input id="website" name="website" tabindex="-1" autocomplete="off"></div>
        <input type="hidden" name="stamp" value="{}"><input type="hidden" name="source" value="{}">
        {}{}
        <p class="sign-form__promise">{} {} {}</p>
      </form>)">(
        form.action, t("Add your name"), fields.error_summary(),
        ports::own_name_fields(fields, t, {state.typed.given_name, state.typed.family_name}),
        email_field(fields, t, state.typed), place_fields(fields, t, state.typed),
        choice_fields(fields, t, state.typed), partner_field(fields, t, state), t("Leave this field empty"),
        state.typed.stamp, state.typed.source, state.puzzle,
        fields.button(
            {.label = sign_label(t, form.kind), .size = html::ButtonSize::large, .width = html::ButtonWidth::full}),
        html::icon("lock"), promise(t, state), privacy_link(t, form.place));
}

}  // namespace petitions::pages
