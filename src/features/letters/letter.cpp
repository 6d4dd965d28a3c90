#include "features/letters/letter.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/whole_number.h"
#include "people/place.h"

namespace letters {
namespace {

using base::message;

// A number from 1 to most, counted from 0.
std::optional<std::size_t> place_in_list(std::string_view text, std::size_t most) {
    const auto number = base::whole_number(text);
    if (!number || *number < 1 || static_cast<std::size_t>(*number) > most) return std::nullopt;
    return static_cast<std::size_t>(*number - 1);
}

LetterForm tidied(LetterForm form) {
    const auto name = people::tidied({form.given_name, form.family_name});
    form.given_name = name.given;
    form.family_name = name.family;
    form.email = base::collapse_spaces(form.email);
    form.postal_code = base::collapse_spaces(form.postal_code);
    form.street = base::collapse_spaces(form.street);
    form.place = base::collapse_spaces(form.place);
    form.words = base::tidy_lines(form.words);
    return form;
}

void add_words_problems(base::Problems& problems, const LetterForm& form, Hinted hinted) {
    if (form.words.empty() && form.blocks.empty())
        problems.push_back({"words", message("Please choose a paragraph, or write in your own words.")});
    if (people::holds_link(form.words))
        problems.push_back({"words", message("Please leave web addresses out: offices take letters with links for "
                                             "unwanted mail.")});
    if (base::count_characters(form.words) > kLongestWords)
        problems.push_back({"words", message("This is too long: at most 4,000 characters.")});
    if (hinted == Hinted::yes && form.as_meant == Ticked::no)
        problems.push_back({"as_meant", message("A letter with insults or threats is not answered. Please look at "
                                                "your words once more.")});
}

void add_address_problems(base::Problems& problems, const LetterForm& form) {
    if (auto problem = problem_of_code(form.postal_code)) problems.push_back(*std::move(problem));
    if (form.address_asked == Ticked::no) return;
    if (form.street.empty())
        problems.push_back({"street", message("Please give your street: offices answer people who live there.")});
    else if (base::count_characters(form.street) > kLongestStreet || people::problem_of_line(form.street))
        problems.push_back({"street", message("Please write the street and number on one line.")});
    if (form.place.empty()) problems.push_back({"place", message("Please give your city or town.")});
    if (const auto wrong = people::problem_of_place(form.place)) problems.push_back({"place", *wrong});
}

void add_paragraph(std::string& body, const std::string& words) {
    if (words.empty()) return;
    if (!body.empty()) body += "\n\n";
    body += words;
}

}  // namespace

std::optional<base::Problem> problem_of_code(std::string_view typed) {
    const std::string text = base::collapse_spaces(typed);
    if (text.empty()) return base::Problem{"postal_code", message("Please give your postal code.")};
    if (people::PostalCode::parse(text)) return std::nullopt;
    return base::Problem{"postal_code", message("This is no Canadian postal code. It looks like K1A 0B1.")};
}

base::Result<Draft, base::Problems> accept(const LetterForm& typed, Hinted hinted) {
    const LetterForm form = tidied(typed);
    base::Problems problems;
    const auto subject = place_in_list(form.subject, kSubjects);
    if (!subject) problems.push_back({"subject", message("Please choose a subject line.")});
    add_words_problems(problems, form, hinted);
    std::ranges::move(people::problems_of(people::PersonName{form.given_name, form.family_name}),
                      std::back_inserter(problems));
    const auto email = base::EmailAddress::parse(form.email);
    if (!email) problems.push_back({"email", message("Please give an email address, such as name@example.org.")});
    add_address_problems(problems, form);
    if (!problems.empty()) return problems;
    Draft draft{form,     {form.given_name, form.family_name},
                *email,   people::PostalCode::parse(form.postal_code)->text(),
                *subject, {}};
    for (const auto& each : form.blocks)
        if (const auto block = place_in_list(each, kBlocks)) draft.blocks.push_back(*block);
    std::ranges::sort(draft.blocks);
    return draft;
}

std::string body_of(const Content& content, const Draft& draft, base::Locale locale) {
    std::string body;
    add_paragraph(body, content.opening.in(locale));
    add_paragraph(body, choice_of(content, draft, locale));
    add_paragraph(body, content.closing.in(locale));
    return body;
}

std::string choice_of(const Content& content, const Draft& draft, base::Locale locale) {
    std::string choice;
    for (const std::size_t block : draft.blocks) add_paragraph(choice, content.blocks[block].in(locale));
    add_paragraph(choice, draft.typed.words);
    return choice;
}

std::string subject_of(const Content& content, const Draft& draft, base::Locale locale) {
    const std::string& chosen = content.subjects[draft.subject].in(locale);
    return chosen.empty() ? content.subjects[0].in(locale) : chosen;
}

std::string signature_of(const Signature& by) {
    std::string lines = by.name.given + ' ' + by.name.family;
    if (!by.street.empty()) lines += '\n' + by.street;
    if (!by.place.empty()) lines += '\n' + by.place + (by.street.empty() ? "" : "  " + by.postal_code);
    return lines;
}

std::string_view name_of(LetterState state) {
    switch (state) {
        case LetterState::unconfirmed:
            return "unconfirmed";
        case LetterState::waiting:
            return "waiting";
        case LetterState::delivered:
            return "delivered";
        case LetterState::bounced:
            return "bounced";
        case LetterState::held:
            return "held";
        case LetterState::stopped:
            return "stopped";
    }
    return "unconfirmed";
}

base::Message label_of(LetterState state) {
    switch (state) {
        case LetterState::unconfirmed:
            return message("not confirmed yet");
        case LetterState::waiting:
            return message("on its way");
        case LetterState::delivered:
            return message("delivered to the office");
        case LetterState::bounced:
            return message("came back");
        case LetterState::held:
            return message("is read before it leaves");
        case LetterState::stopped:
            return message("not sent");
    }
    return message("not sent");
}

std::optional<base::Duration> retry_after(int attempts) {
    constexpr std::array kFirst{base::minutes(1), base::minutes(5), base::minutes(15), base::hours(1)};
    constexpr int kMostAttempts = 22;  // 4 and 18 times four hours
    if (attempts >= kMostAttempts) return std::nullopt;
    const auto step = static_cast<std::size_t>(std::max(attempts, 1) - 1);
    return step < kFirst.size() ? kFirst[step] : base::hours(4);
}

std::string_view name_of(CallOutcome outcome) {
    switch (outcome) {
        case CallOutcome::reached:
            return "reached";
        case CallOutcome::left_message:
            return "left_message";
        case CallOutcome::no_answer:
            return "no_answer";
        case CallOutcome::promised:
            return "promised";
        case CallOutcome::declined:
            return "declined";
    }
    return "reached";
}

std::optional<CallOutcome> call_outcome_of(std::string_view name) {
    for (const CallOutcome outcome : kCallOutcomes)
        if (name_of(outcome) == name) return outcome;
    return std::nullopt;
}

base::Message label_of(CallOutcome outcome) {
    switch (outcome) {
        case CallOutcome::reached:
            return message("I reached the office");
        case CallOutcome::left_message:
            return message("I left a message");
        case CallOutcome::no_answer:
            return message("Nobody answered");
        case CallOutcome::promised:
            return message("Support was promised");
        case CallOutcome::declined:
            return message("They said no");
    }
    return message("I reached the office");
}

bool asked(CallOutcome outcome) { return outcome != CallOutcome::no_answer; }

}  // namespace letters
