// features/events/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <string_view>

#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/runtime/config.h"
#include "ports/champions.h"
#include "ports/page.h"
#include "ports/person_actions.h"

namespace events {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::PersonActions& actions;
    const ports::Champions& champions;        // filled in by the slice of champions
    const ports::ChampionBookings& bookings;  // and this by that of presentations
};

// What a link in a mail is for: over the guest.
inline constexpr auth::Purpose kOwnSeat{"events.guest"};

// Kinds of mails, all about a guest.
inline constexpr std::string_view kLinkMail = "events.link";  // confirm, or what stands
inline constexpr std::string_view kSeatMail = "events.seat";  // comes, or waits
inline constexpr std::string_view kReminderMail = "events.reminder";
inline constexpr std::string_view kChangeMail = "events.change";  // moved, changed or cancelled
// Of a champion, about an event.
inline constexpr std::string_view kSpeakerMail = "events.speaker";  // gives it, or does not any more

// The action of whoever comes; about: the event.
inline constexpr std::string_view kComingKind = "events.coming";

}  // namespace events
