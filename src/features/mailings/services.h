// features/mailings/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/http/outgoing.h"
#include "platform/runtime/config.h"
#include "ports/actions.h"
#include "ports/audience.h"
#include "ports/events.h"
#include "ports/mailings.h"
#include "ports/message_guides.h"
#include "ports/page.h"
#include "ports/pictures.h"
#include "ports/search_documents.h"

namespace mailings {

class FollowedLinks;

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    const ports::Pictures& pictures;
    const ports::SearchDocuments& documents;
    const ports::Audience& audience;         // members may be empty
    const ports::MailSending& sending;       // members may be empty
    const ports::MailLinks& personal_links;  // members may be empty
    FollowedLinks& followed;
    const http::OutgoingClient& client;            // for links of other sites that staff have looked at
    const ports::MessageGuides* guides = nullptr;  // words that work, beside the editor; may be absent
    const ports::EventsAhead* events = nullptr;    // may be absent, and its members empty
};

// What a counted link is for.
inline constexpr auth::Purpose kLinkPurpose{"mailings.link"};
// An edition as a page, for whoever has a copy of it: the same link in all copies.
inline constexpr auth::Purpose kWebCopyPurpose{"mailings.web_copy"};

// The order of a test mail in the outbox, where nobody sends: about the version of the words.
inline constexpr std::string_view kTestMail = "mailings.test";

}  // namespace mailings
