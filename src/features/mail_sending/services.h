// features/mail_sending/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <filesystem>

#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "platform/runtime/metrics.h"
#include "ports/audience.h"
#include "ports/mailings.h"
#include "ports/page.h"

namespace mail_sending {

struct Services {
    db::Database& database;
    const runtime::Config& config;
    runtime::Metrics& metrics;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::Audience& audience;
    const ports::Mailings& mailings;
    const ports::MailLinks& links;
    std::filesystem::path data_folder;
};

}  // namespace mail_sending
