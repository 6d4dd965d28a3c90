#include "features/mailing_list/list_door_service.h"

#include "features/mailing_list/form_store.h"
#include "features/mailing_list/mail_limits_service.h"
#include "features/mailing_list/membership_service.h"
#include "features/mailing_list/pages.h"
#include "features/mailing_list/sign_up_store.h"
#include "people/mail_standing.h"
#include "people/store.h"
#include "platform/mail/outbox.h"
#include "ports/sender.h"

namespace mailing_list {
namespace {

ports::ListFormFacts facts_of(const ListForm& form, base::Locale locale) {
    return {.slug = form.plan.slug,
            .level = form.level,
            .title = pages::form_title(i18n::Translator{locale}, form),
            .text = form.plan.words.text(locale),
            .is_open = !form.closed_at};
}

// The program's own form, which is the nation's.
std::optional<ListForm> own_form(db::Read& read) {
    const auto national = people::find_level(read, people::kNationalSlug);
    if (!national) return std::nullopt;
    return ListForm{
        .id = std::nullopt, .level = national->id, .plan = {.slug = std::string{kOwnForm}, .words = {}, .topics = {}}};
}

std::optional<ListForm> find_form(db::Read& read, std::string_view slug) {
    return slug.empty() || slug == kOwnForm ? own_form(read) : store::find_form(read, slug);
}

std::vector<ports::ListFormFacts> forms(db::Read& read, base::Locale locale) {
    std::vector<ports::ListFormFacts> all;
    if (const auto own = own_form(read)) all.push_back(facts_of(*own, locale));
    for (const ListForm& form : store::forms(read)) all.push_back(facts_of(form, locale));
    return all;
}

std::string slug_of(db::Read& read, const SignUp& sign_up) {
    if (!sign_up.form) return std::string{kOwnForm};
    const auto form = store::find_form(read, *sign_up.form);
    return form ? form->plan.slug : std::string{};
}

ports::ListSignUp told(db::Read& read, const SignUp& sign_up) {
    return {.id = ports::ListSignUpId{sign_up.id.value},
            .form = slug_of(read, sign_up),
            .address_hash = sign_up.address_hash,
            .email = sign_up.email,
            .source = sign_up.source,
            .name = sign_up.name,
            .postal_code = sign_up.postal_code,
            .locale = sign_up.locale,
            .asked_at = sign_up.asked_at,
            .confirmed_at = sign_up.confirmed_at.value_or(sign_up.asked_at)};
}

std::int64_t number_of(const ListForm& form) { return form.id ? form.id->value : 0; }

std::vector<ports::ListSignUp> sign_ups(db::Read& read, const ports::ListSignUpPage& page) {
    std::vector<ports::ListSignUp> all;
    const auto form = find_form(read, page.form);
    if (!form) return all;
    for (const SignUp& sign_up : store::confirmed(read, {.form = number_of(*form),
                                                         .after = SignUpId{page.after.value},
                                                         .skipped = page.skipped,
                                                         .limit = page.limit,
                                                         .asked_after = page.spans.created_after,
                                                         .asked_before = page.spans.created_before,
                                                         .confirmed_after = page.spans.changed_after,
                                                         .confirmed_before = page.spans.changed_before}))
        all.push_back(told(read, sign_up));
    return all;
}

std::vector<ports::ListSignUp> sign_ups_of(db::Read& read, std::int64_t address_hash) {
    std::vector<ports::ListSignUp> all;
    for (const SignUp& sign_up : store::sign_ups_of(read, address_hash))
        if (sign_up.confirmed_at) all.push_back(told(read, sign_up));
    return all;
}

std::optional<ports::ListSignUp> sign_up(db::Read& read, ports::ListSignUpId id) {
    const auto found = store::find_sign_up(read, SignUpId{id.value});
    if (!found || !found->confirmed_at || found->address_hash == 0) return std::nullopt;
    return told(read, *found);
}

bool is_on_the_list(db::Read& read, std::int64_t address_hash) {
    const auto known = people::find_person_by_address(read, address_hash);
    const auto standing = known ? people::find_standing(read, known->id) : std::nullopt;
    return standing && standing->allowed_until == people::kForEver;
}

ports::ListOutcome ask(const Services& services, const ports::ListAsking& asking, db::Write& write) {
    const auto form = find_form(write, asking.form);
    if (!form || form->closed_at) return ports::ListOutcome::left_alone;
    if (is_on_the_list(write, asking.address_hash)) return ports::ListOutcome::on_already;
    if (people::find_suppression(write, asking.address_hash) ||
        store::was_denied_since(write, asking.address_hash, write.now() - kDenialPeriod) ||
        take_mail(write, {asking.address_hash, {}}) == MaySend::no)
        return ports::ListOutcome::left_alone;
    const i18n::Translator t{asking.locale};
    const auto id = store::insert_sign_up(
        write, {.id = SignUpId{0},
                .form = form->id,
                .address_hash = asking.address_hash,
                .email = asking.email.text(),
                .name = asking.name,
                .postal_code = asking.postal_code,
                .locale = asking.locale,
                .topics = form->plan.topics,
                .wording = pages::brought_wording(t, ports::organisation_name(services.config, asking.locale)),
                .source = asking.source,
                .network = asking.network,
                .asked_at = write.now()});
    mail::queue(write, {kConfirmMail, asking.email, asking.locale, id.value});
    return ports::ListOutcome::asked;
}

std::optional<ports::ListOutcome> vouch_for(const Services& services, const ports::ListVouching& vouching,
                                            db::Write& write) {
    const auto form = find_form(write, vouching.form);
    if (!form || form->closed_at) return std::nullopt;
    const auto outcome = vouch(services,
                               {.person = vouching.person,
                                .form = number_of(*form),
                                .wording = vouching.wording,
                                .source = vouching.source,
                                .network = vouching.network},
                               write);
    if (outcome == Vouched::must_confirm) return std::nullopt;
    return outcome == Vouched::joined ? ports::ListOutcome::joined : ports::ListOutcome::on_already;
}

}  // namespace

ports::ListDoor list_door(const Services& services) {
    return {
        .forms = forms,
        .form = [](db::Read& read, std::string_view slug, base::Locale locale) -> std::optional<ports::ListFormFacts> {
            const auto form = find_form(read, slug);
            return form ? std::optional{facts_of(*form, locale)} : std::nullopt;
        },
        .sign_ups = sign_ups,
        .count =
            [](db::Read& read, std::string_view slug, std::int64_t at_most) {
                const auto form = find_form(read, slug);
                return form ? store::count_confirmed(read, number_of(*form), at_most) : 0;
            },
        .sign_up = sign_up,
        .sign_ups_of = sign_ups_of,
        .ask = [&services](db::Write& write, const ports::ListAsking& asking) { return ask(services, asking, write); },
        .vouch = [&services](db::Write& write,
                             const ports::ListVouching& vouching) { return vouch_for(services, vouching, write); }};
}

}  // namespace mailing_list
