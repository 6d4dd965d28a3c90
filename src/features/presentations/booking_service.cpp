#include "features/presentations/booking_service.h"

#include <algorithm>

#include "base/text.h"
#include "features/presentations/offer_store.h"
#include "features/presentations/report_store.h"
#include "people/store.h"
#include "platform/mail/outbox.h"

namespace presentations {
namespace {

// A local of that province with the name of the town.
const people::Level* local_of(const people::LevelTree& tree, const Wish& wish) {
    const std::string town = base::fold_name(wish.town);
    for (const people::Level& level : tree.all())
        if (level.kind == people::LevelKind::local && level.province == wish.province &&
            (base::fold_name(level.name_en) == town || base::fold_name(level.name_fr) == town))
            return &level;
    return nullptr;
}

const people::Level* province_of(const people::LevelTree& tree, people::Province province) {
    for (const people::Level& level : tree.all())
        if (level.kind == people::LevelKind::province && level.province == province) return &level;
    return nullptr;
}

bool is_free(const Services& services, const Presentation& presentation, const store::Booking& at, db::Write& write) {
    auto search = slot_search(presentation, {at.starts_at, write.now()});
    search.champions = {at.champion};
    return services.champions.is_free && services.champions.is_free(write, search, at.starts_at);
}

store::Hold hold_of(const Presentation& presentation, const store::Booking& at) {
    const auto& wish = presentation.wish;
    return {presentation.id,
            at.champion,
            at.starts_at,
            at.starts_at + base::minutes(wish.minutes),
            store::Holder::presentation,
            wish.format};
}

void mail_confirmation(db::Write& write, PresentationId id, const Asking& asking) {
    mail::queue(write, {std::string{kConfirmMail}, asking.request.email, asking.locale, id.value});
}

// Books what is waiting or offered. first: it is booked already, be it by a program that we do not see.
Accepted take_and_book(const Presentation& presentation, const store::Booking& booking, db::Write& write) {
    if (store::take(write, hold_of(presentation, booking)) == store::Changed::no)
        return store::is_holding(write, presentation.id) ? Accepted::first : Accepted::busy;
    if (store::book(write, presentation.id, booking) == store::Changed::yes) return Accepted::done;
    store::release(write, presentation.id);
    return Accepted::first;
}

// What is booked is offered to nobody any more, and both learn of it.
void finish_booking(const Services& services, PresentationId id, db::Write& write) {
    store::close_offers(write, id);
    notify(services, id, {Recipient::host, NoticeKind::booked}, write);
    notify(services, id, {Recipient::champion, NoticeKind::booked}, write);
}

// Whoever gave it back is not asked again.
void leave_out(const Presentation& presentation, db::Write& write) {
    const auto offer =
        store::insert_offer(write, {presentation.id, 1, {*presentation.champion, Reasons{}}, write.now()});
    store::answer_offer(write, offer, {OfferState::refused, ""});
}

}  // namespace

std::optional<base::LevelId> level_of(db::Read& read, const Wish& wish) {
    const auto tree = people::levels(read);
    if (const auto* local = local_of(tree, wish)) return local->id;
    if (const auto* province = province_of(tree, wish.province)) return province->id;
    const auto* national = tree.national();
    return national == nullptr ? std::nullopt : std::optional{national->id};
}

Asked ask(const Services& services, const Asking& asking, db::Write& write) {
    const Request& request = asking.request;
    const auto level = level_of(write, request.wish);
    if (!level) return Asked::no_champion;
    if (store::open_of_address(write, asking.address_hash) >= kMostOpen) return Asked::too_many;
    store::NewPresentation made{.level = *level,
                                .origin = request.slot ? Origin::slot : Origin::request,
                                .state = State::unconfirmed,
                                .wish = request.wish,
                                .email = request.email.text(),
                                .address_hash = asking.address_hash,
                                .locale = asking.locale};
    std::vector<base::Instant> dates = request.dates;
    const std::string& slug = request.slot ? request.slot->champion : request.champion;
    if (!slug.empty()) {
        const auto champion = services.champions.find_by_slug(write, slug);
        if (!champion) return Asked::no_champion;
        made.wanted = champion->id;
    }
    if (request.slot) {
        made.champion = made.wanted;
        made.starts_at = request.slot->start;
        dates = {request.slot->start};
    }
    const auto id = store::insert(write, made);
    store::replace_dates(write, id, dates);
    if (made.champion) {
        const auto presentation = store::find(write, id);
        const store::Booking booking{*made.champion, *made.starts_at};
        if (!is_free(services, *presentation, booking, write)) return Asked::slot_gone;
        if (store::take(write, hold_of(*presentation, booking)) == store::Changed::no) return Asked::slot_gone;
    }
    mail_confirmation(write, id, asking);
    return Asked::done;
}

void confirm(const Services& services, PresentationId id, db::Write& write) {
    const auto presentation = store::find(write, id);
    if (!presentation || presentation->state != State::unconfirmed) return;
    // A time that came while nobody confirmed is nobody's any more.
    const bool is_kept = store::is_holding(write, id) && presentation->starts_at > write.now();
    if (!is_kept) store::release(write, id);
    store::confirm(write, id, {is_kept ? State::booked : State::waiting});
    const ports::PersonAction action{.kind = kAskedKind,
                                     .about = kAskedSubject,
                                     .address_hash = presentation->address_hash,
                                     .event = ports::ActionEvent::done,
                                     .at = write.now()};
    services.actions.tell(write, {&action, 1});
    if (is_kept)
        finish_booking(services, id, write);
    else
        route(services, id, write);
}

Accepted accept_offer(const Services& services, const Acceptance& acceptance, db::Write& write) {
    const auto offer = store::find_offer(write, acceptance.offer);
    const auto presentation = offer ? store::find(write, offer->presentation) : std::nullopt;
    if (!presentation || offer->state == OfferState::refused) return Accepted::over;
    if (offer->state == OfferState::gone || presentation->state == State::booked) return Accepted::first;
    const auto dates = store::dates(write, presentation->id);
    const bool is_offered = std::ranges::find(dates, acceptance.start) != dates.end();
    if (offer->state != OfferState::open || !is_offered || acceptance.start <= write.now() ||
        offer->expires_at <= write.now())
        return Accepted::over;
    const store::Booking booking{offer->champion, acceptance.start};
    if (!is_free(services, *presentation, booking, write)) return Accepted::busy;
    const auto booked = take_and_book(*presentation, booking, write);
    if (booked != Accepted::done) return booked;
    store::answer_offer(write, offer->id, {OfferState::accepted, ""});
    finish_booking(services, presentation->id, write);
    return booked;
}

Accepted assign(const Services& services, const Assignment& assignment, db::Write& write) {
    const auto presentation = store::find(write, assignment.presentation);
    if (!presentation || (presentation->state != State::waiting && presentation->state != State::offered) ||
        assignment.start <= write.now())
        return Accepted::over;
    if (!services.champions.find(write, assignment.champion)) return Accepted::over;
    const auto booked = take_and_book(*presentation, {assignment.champion, assignment.start}, write);
    if (booked == Accepted::done) finish_booking(services, presentation->id, write);
    return booked;
}

store::Changed end(const Services& services, PresentationId id, const Ended& ended, db::Write& write) {
    const auto before = store::find(write, id);
    if (!before || store::end(write, id, {ended.state, ended.by, ended.reason}) == store::Changed::no)
        return store::Changed::no;
    store::close_offers(write, id);
    store::release(write, id);
    const bool was_booked = before->state == State::booked;
    if (ended.state == State::cancelled && before->state != State::unconfirmed)
        notify(services, id, {Recipient::host, NoticeKind::cancelled}, write);
    if (ended.state == State::cancelled && was_booked)
        notify(services, id, {Recipient::champion, NoticeKind::cancelled}, write);
    if (ended.state == State::declined) notify(services, id, {Recipient::host, NoticeKind::declined}, write);
    return store::Changed::yes;
}

void move(const Services& services, PresentationId id, const std::vector<base::Instant>& dates, db::Write& write) {
    const auto before = store::find(write, id);
    if (!before) return;
    store::replace_dates(write, id, dates);
    if (before->state == State::booked && before->champion) {
        store::release(write, id);
        for (const auto date : dates) {
            const store::Booking booking{*before->champion, date};
            if (!is_free(services, *before, booking, write)) continue;
            if (store::take(write, hold_of(*before, booking)) == store::Changed::no) continue;
            store::move(write, id, date);
            notify(services, id, {Recipient::host, NoticeKind::moved}, write);
            return notify(services, id, {Recipient::champion, NoticeKind::moved}, write);
        }
    }
    give_back(services, id, GivenBack::new_dates, write);
}

void give_back(const Services& services, PresentationId id, GivenBack because, db::Write& write) {
    const auto before = store::find(write, id);
    if (!before) return;
    store::release(write, id);
    store::close_offers(write, id);
    store::begin_anew(write, id);
    if (before->state == State::booked && before->champion) {
        store::count_change(write, id);  // the number of what is taken back
        if (because != GivenBack::champion_erased)
            notify(services, id, {Recipient::champion, NoticeKind::cancelled}, write);
        if (because != GivenBack::new_dates) leave_out(*before, write);
        notify(services, id, {Recipient::host, NoticeKind::reopened}, write);
    }
    store::reopen(write, id);
    route(services, id, write);
}

void champion_ended(const Services& services, ChampionId champion, ports::ChampionEnd end, db::Write& write) {
    const auto because = end == ports::ChampionEnd::erased ? GivenBack::champion_erased : GivenBack::champion_cannot;
    withdraw_offers(services, champion, write);
    for (const Presentation& each : store::of_champion(write, champion)) {
        if (each.state == State::unconfirmed) store::release(write, each.id);
        if (each.state == State::booked && each.starts_at > write.now()) give_back(services, each.id, because, write);
    }
    if (end != ports::ChampionEnd::erased) return;
    store::erase_answers(write, champion);
    store::erase_reporter(write, champion);
    store::erase_reasons(write, champion);
}

}  // namespace presentations
