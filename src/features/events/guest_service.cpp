#include "features/events/guest_service.h"

#include "platform/mail/outbox.h"

namespace events {
namespace {

void mail_to(const Guest& guest, std::string_view kind, db::Write& write) {
    if (const auto email = base::EmailAddress::parse(guest.email))
        mail::queue(write, {std::string{kind}, *email, guest.locale, guest.id.value});
}

void tell_action(const Services& services, const Guest& guest, ports::ActionEvent event, db::Write& write) {
    const ports::PersonAction action{.kind = kComingKind,
                                     .about = guest.event.value,
                                     .address_hash = guest.address_hash,
                                     .event = event,
                                     .at = write.now()};
    services.actions.tell(write, {&action, 1});
}

}  // namespace

void ask(const Asking& asking, db::Write& write) {
    if (const auto made =
            store::insert_guest(write, {asking.event, asking.guest, asking.address_hash, asking.locale})) {
        mail::queue(write, {std::string{kLinkMail}, asking.guest.email, asking.locale, made->value});
        return;
    }
    const auto known = store::guest_of_address(write, asking.event, asking.address_hash);
    if (!known) return;
    if (known->state == GuestState::withdrawn) store::ask_again(write, known->id, asking.guest);
    if (store::count_mail(write, known->id) == store::Changed::yes) mail_to(*known, kLinkMail, write);
}

void confirm(const Services& services, const Guest& guest, db::Write& write) {
    if (guest.state == GuestState::coming || guest.state == GuestState::waiting) return;
    const bool has_seat = store::take_seats(write, guest.event, guest.seats) == store::Changed::yes;
    store::confirm(write, guest.id, has_seat ? GuestState::coming : GuestState::waiting);
    mail_to(guest, kSeatMail, write);
    if (has_seat) tell_action(services, guest, ports::ActionEvent::done, write);
}

void withdraw(const Services& services, const Guest& guest, db::Write& write) {
    if (guest.state == GuestState::withdrawn) return;
    store::set_state(write, guest.id, GuestState::withdrawn);
    if (guest.state != GuestState::coming) return;
    store::free_seats(write, guest.event, guest.seats);
    tell_action(services, guest, ports::ActionEvent::undone, write);
    fill_seats(services, guest.event, write);
}

void fill_seats(const Services& services, EventId id, db::Write& write) {
    while (true) {
        const auto event = store::find(write, id);
        if (!event) return;
        const std::int64_t free = event->plan.capacity == 0 ? kMostSeats : event->plan.capacity - event->taken;
        const auto next = store::first_waiting(write, id, free);
        if (!next || store::take_seats(write, id, next->seats) == store::Changed::no) return;
        store::set_state(write, next->id, GuestState::coming);
        mail_to(*next, kSeatMail, write);
        tell_action(services, *next, ports::ActionEvent::done, write);
    }
}

void tell_guests(EventId event, db::Write& write) {
    for (const Guest& each : store::guests(write, event))
        if (each.state == GuestState::coming || each.state == GuestState::waiting) mail_to(each, kChangeMail, write);
}

}  // namespace events
