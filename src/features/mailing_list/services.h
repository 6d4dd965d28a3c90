// features/mailing_list/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "ports/mailings.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/person_facts.h"
#include "ports/sign_on_guard.h"

namespace mailing_list {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::SignOnGuard& guard;       // without functions: everybody is let through
    const ports::NoteReturn& note_return;  // may be empty
    const ports::PersonActions& actions;   // who joined and left is told here
    db::Database& database;                // for the work of the night
};

// What a link in a mail is for. Those of preferences and leaving work for ever.
inline constexpr auth::Purpose kSignUp{"mailing_list.sign_up"};
inline constexpr auth::Purpose kRenewedSignUp{"mailing_list.renewed"};
inline constexpr auth::Purpose kPreferences{"mailing_list.preferences"};
inline constexpr auth::Purpose kLeave{"mailing_list.leave"};
inline constexpr auth::Purpose kSentMail{"mailing_list.sent_mail"};
inline constexpr auth::Purpose kStamp{"mailing_list.stamp"};

// Kinds of mails.
inline constexpr const char* kConfirmMail = "mailing_list.confirm";          // about a sign-up
inline constexpr const char* kOnTheListMail = "mailing_list.on_the_list";    // about a person who signed up again
inline constexpr const char* kPreferencesMail = "mailing_list.preferences";  // about a person who asked for the link

}  // namespace mailing_list
