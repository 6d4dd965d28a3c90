// features/mail_series/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "ports/audience.h"
#include "ports/mailings.h"
#include "ports/page.h"
#include "ports/person_actions.h"

namespace mail_series {

struct Services {
    db::Database& database;
    const runtime::Config& config;
    const ports::PageFrames& frames;
    const ports::PersonActions& actions;
    const ports::Audience& audience;
    const ports::Mailings& mailings;
    const ports::MailSending& sending;
};

}  // namespace mail_series
