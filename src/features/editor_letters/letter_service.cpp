#include "features/editor_letters/letter_service.h"

#include <algorithm>

#include "features/editor_letters/store.h"
#include "platform/mail/outbox.h"

namespace editor_letters {
namespace {

void mail_to_writer(const EditorLetter& letter, std::string_view kind, db::Write& write) {
    if (const auto email = base::EmailAddress::parse(letter.email))
        mail::queue(write, {std::string{kind}, *email, letter.locale, letter.id.value});
}

// An election is near where the paper is read: that of a province, or a federal one.
bool election_concerns(const Services& services, NewspaperId newspaper, db::Read& read) {
    if (!services.elections.near) return false;
    const auto near = services.elections.near(read);
    const auto paper = store::find_newspaper(read, newspaper);
    if (!paper || !paper->facts.province) return !near.empty();
    return std::ranges::any_of(near, [&](const std::string& region) {
        return region.empty() || region == people::code(*paper->facts.province);
    });
}

bool looks_odd(const Services& services, const EditorLetter& letter) {
    if (services.guard.review_from && letter.score >= services.guard.review_from()) return true;
    return services.hints.of && !services.hints.of(letter.subject + "\n" + letter.text, letter.words_in).empty();
}

void send_one(const Services& services, const EditorLetter& letter, const Newspaper& paper, db::Write& write) {
    if (store::send(write, {letter.id, LetterState::waiting, LetterState::sent}) == store::Changed::no) return;
    store::step(write, letter.campaign, {.sent = 1});
    mail::queue(write, {std::string{kLetterMail}, paper.facts.email, letter.words_in, letter.id.value});
    mail_to_writer(letter, kSentMail, write);
    if (services.guides.count) services.guides.count(write, letter.words_in, letter.text, ports::WordsBecame::sent);
    const ports::PersonAction action{
        .kind = kWroteKind, .about = letter.campaign.value, .address_hash = letter.address_hash, .at = write.now()};
    services.actions.tell(write, {&action, 1});
}

}  // namespace

Asked ask(const EditorLetter& letter, db::Write& write) {
    if (store::count_mail(write, letter.id) == store::Changed::no) return Asked::no;
    store::move(write, {letter.id, LetterState::draft, LetterState::asked});
    mail_to_writer(letter, kConfirmMail, write);
    return Asked::yes;
}

void confirm(const Services& services, const EditorLetter& letter, db::Write& write) {
    const bool is_read_first = looks_odd(services, letter) || election_concerns(services, letter.newspaper, write);
    const auto to = is_read_first ? LetterState::held : LetterState::waiting;
    if (store::confirm(write, letter.id, to) == store::Changed::no) return;
    if (to == LetterState::waiting) take_turns(services, letter.newspaper, write);
}

void let_go(const Services& services, const EditorLetter& letter, db::Write& write) {
    if (store::move(write, {letter.id, LetterState::held, LetterState::waiting}) == store::Changed::yes)
        take_turns(services, letter.newspaper, write);
}

void refuse(const EditorLetter& letter, db::Write& write) {
    if (store::move(write, {letter.id, LetterState::held, LetterState::refused}) == store::Changed::yes)
        mail_to_writer(letter, kRefusedMail, write);
}

void take_turns(const Services& services, NewspaperId newspaper, db::Write& write) {
    const auto paper = store::find_newspaper(write, newspaper);
    if (!paper || paper->left_out_at) return;
    const auto left = store::sent_since(write, newspaper, write.now() - base::days(1));
    if (left >= paper->facts.most_a_day) return;
    for (const EditorLetter& each : store::waiting(write, newspaper, paper->facts.most_a_day - left))
        send_one(services, each, *paper, write);
}

void send_own_way(const EditorLetter& letter, db::Write& write) {
    if (store::count_mail(write, letter.id) == store::Changed::no) return;
    if (store::send(write, {letter.id, LetterState::draft, LetterState::own_way}) == store::Changed::yes)
        mail_to_writer(letter, kSentMail, write);
}

}  // namespace editor_letters
