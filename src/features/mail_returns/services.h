// features/mail_returns/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/mail/dkim.h"
#include "platform/runtime/config.h"
#include "ports/mail_replies.h"
#include "ports/mailings.h"
#include "ports/page.h"

namespace mail_returns {

struct Services {
    db::Database& database;
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::NoteReturn& note_return;
    const ports::MailSending& sending;
    const ports::MailLinks& links;
    std::string dkim_record{};                    // the DNS text of our key; empty where we do not sign
    const ports::MailReplies* replies = nullptr;  // who takes what is no report about a copy; may be absent
};

}  // namespace mail_returns
