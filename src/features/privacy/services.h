// features/privacy/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "ports/mailings.h"
#include "ports/page.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/retention.h"

namespace privacy {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::PersonFacts& facts;
    const ports::PersonData& data;
    const ports::MailLinks& mail_links;
    const ports::Retention& retention;
    db::Database& database;
};

inline constexpr auth::Purpose kMyData{"privacy.my_data"};
inline constexpr const char* kMyDataMail = "privacy.my_data";

}  // namespace privacy
