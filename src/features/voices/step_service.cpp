#include "features/voices/step_service.h"

#include <fmt/format.h>

#include "features/voices/decision_store.h"
#include "features/voices/jobs.h"
#include "features/voices/mails.h"
#include "features/voices/picture_store.h"
#include "features/voices/wall_store.h"
#include "people/store.h"
#include "platform/mail/outbox.h"
#include "ports/search_documents.h"

namespace voices {
namespace {

void tell_action(const Services& services, db::Write& write, const Voice& voice, ports::ActionEvent event) {
    const ports::PersonAction action{
        .kind = kSentKind, .about = kTheWall, .address_hash = voice.address_hash, .event = event, .at = write.now()};
    services.actions.tell(write, {&action, 1});
}

store::TallyRow counted(const Voice& voice, int sign) {
    return {voice.province, voice.locale, sign, voice.picture == PictureState::ready ? sign : 0};
}

ports::DocumentName document_of(VoiceId voice) { return {"voices", fmt::format("{:020}", voice.value) + "/"}; }

// voice: as it is stored now, not yet on the wall.
void appear(const Services& services, db::Write& write, const Voice& voice) {
    store::put_on_wall(write, voice.id);
    store::add_to_tally(write, counted(voice, 1));
    ports::document_changed(write, document_of(voice.id));
    if (const auto shown = store::find_shown(write, voice.id)) services.changes.tell_shown(write, *shown);
}

void disappear(const Services& services, db::Write& write, const Voice& voice) {
    if (!voice.is_shown()) return;
    store::take_off_wall(write, voice.id);
    store::add_to_tally(write, counted(voice, -1));
    if (services.take_out_of_search) services.take_out_of_search(write, document_of(voice.id));
    ports::document_changed(write, document_of(voice.id));
    services.changes.tell_gone(write, voice.id);
}

// Makes the wall agree with the state that was just saved.
void follow_state(const Services& services, db::Write& write, VoiceId id) {
    const auto voice = store::find(write, id);
    if (!voice) return;
    if (voice->state == State::shown && !voice->is_shown()) appear(services, write, *voice);
    if (voice->state != State::shown) disappear(services, write, *voice);
}

void remember_person(db::Write& write, const Voice& voice) {
    const auto email = base::EmailAddress::parse(voice.email);
    if (!email) return;
    const auto known = people::find_person_by_address(write, voice.address_hash);
    people::Address address;
    if (known) address = people::address_of(*known);
    if (!voice.place.empty()) address.place = voice.place;
    if (address.postal_code.empty()) address.province = people::province_of(voice.province);
    people::ensure_person(write, {voice.address_hash, *email, {}, voice.locale, address});
}

// To the newest signature of the address that counts.
void link(const Services& services, db::Write& write, const Voice& voice) {
    if (!voice.wants_link || !services.signers.of_address) return;
    const auto signatures = services.signers.of_address(write, voice.address_hash);
    if (!signatures.empty())
        store::save_link(write, voice.id, {signatures.back().signature, signatures.back().petition});
}

void order_decision_mail(db::Write& write, const Voice& voice) {
    if (const auto email = base::EmailAddress::parse(voice.email))
        mail::queue(write, {kDecisionMail, *email, voice.locale, voice.id.value});
}

}  // namespace

void confirm(const Services& services, db::Write& write, const Voice& voice) {
    if (voice.confirmed_at || voice.state != State::unconfirmed) return;
    store::confirm(write, voice);
    remember_person(write, voice);
    link(services, write, voice);
    tell_action(services, write, voice, ports::ActionEvent::done);
}

void confirm_guardian(db::Write& write, const Voice& voice) {
    if (!voice.needs_guardian() || voice.state != State::unconfirmed) return;
    store::confirm_guardian(write, voice);
}

Judged judge(const Services& services, db::Write& write, const Decision& decision, const Judging& judging) {
    const auto voice = store::find(write, decision.voice);
    if (!voice || voice->state == State::unconfirmed || voice->state == State::withdrawn) return Judged::no;
    if (voice->state == State::waiting && !voice->is_ready_to_judge()) return Judged::no;
    const State after = state_after(voice->state, decision.reason);
    if (after == voice->state && decision.reason == voice->reason && voice->reports == 0) return Judged::no;
    const bool is_new = after == State::shown && voice->state != State::shown;
    if (is_new && !decision.seen.empty() && decision.seen != seen_mark(*voice)) return Judged::changed;
    if (is_new && store::settings(write).is_four_eyes) {
        if (voice->seconded_by == judging.staff.value) return Judged::no;
        if (voice->seconded_by == 0) {
            store::second(write, voice->id, judging.staff);
            return Judged::noted;
        }
    }
    store::decide(write, *voice, decision.reason, {judging.saving, judging.name});
    follow_state(services, write, voice->id);
    if (after != voice->state) order_decision_mail(write, *voice);
    return Judged::decided;
}

std::int64_t undo(const Services& services, db::Write& write, SavingId saving, const Reach& reach) {
    auto decisions = store::undoable(write, saving);
    std::erase_if(decisions, [&](const store::Undoable& each) { return !reach.holds(each.province); });
    for (const auto& each : decisions) {
        store::undo(write, saving, each);
        follow_state(services, write, each.voice);
    }
    return std::ssize(decisions);
}

void replace_picture(const Services& services, db::Write& write, const Voice& voice, const std::string& original) {
    if (voice.state == State::withdrawn) return;
    disappear(services, write, voice);
    const auto files = files_of(write, voice);
    store::save_original(write, voice.id, original);
    order_forgetting(write, files);
    order_making(write, voice.id);
    // Asked once more; who has not answered yet has that mail.
    const auto guardian = base::EmailAddress::parse(voice.guardian_email);
    if (guardian && voice.guardian_confirmed_at)
        mail::queue(write, {kGuardianMail, *guardian, voice.locale, voice.id.value});
}

void withdraw(const Services& services, db::Write& write, const Voice& voice) {
    if (voice.state == State::withdrawn) return;
    disappear(services, write, voice);
    if (voice.confirmed_at) tell_action(services, write, voice, ports::ActionEvent::undone);
    const auto files = files_of(write, voice);
    store::entomb(write, voice.id);
    order_forgetting(write, files);
}

void forget(db::Write& write, const Voice& voice) {
    const auto files = files_of(write, voice);
    store::remove(write, voice.id);
    order_forgetting(write, files);
}

std::vector<std::string> files_of(db::Read& read, const Voice& voice) {
    std::vector<std::string> files;
    for (const auto& file : store::files(read, voice.id)) files.push_back(file.file);
    if (!voice.original.empty()) files.push_back(voice.original);
    return files;
}

}  // namespace voices
