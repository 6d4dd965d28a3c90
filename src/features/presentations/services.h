// features/presentations/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <string_view>

#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/runtime/config.h"
#include "ports/champions.h"
#include "ports/materials.h"
#include "ports/message_guides.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/pictures.h"

namespace presentations {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::Champions& champions;
    const ports::Pictures& pictures;
    const ports::PersonActions& actions;
    const ports::Materials& materials;
    const ports::MessageGuides& guides;
};

// What links in mails are for: over the presentation, the offer, the champion, the name, and the level.
inline constexpr auth::Purpose kOwnPresentation{"presentations.own"};
inline constexpr auth::Purpose kOffer{"presentations.offer"};
inline constexpr auth::Purpose kChampion{"presentations.champion"};
inline constexpr auth::Purpose kListName{"presentations.name"};
inline constexpr auth::Purpose kLevelCalendar{"presentations.calendar"};
// Where the calendars of the two sides answer to: over the presentation.
inline constexpr auth::Purpose kHostAnswers{"presentations.host_answers"};
inline constexpr auth::Purpose kChampionAnswers{"presentations.champion_answers"};

// Kinds of mails; about: the presentation, the notice, the offer, the name, the presentation.
inline constexpr std::string_view kConfirmMail = "presentations.confirm";
inline constexpr std::string_view kNoticeMail = "presentations.notice";
inline constexpr std::string_view kOfferMail = "presentations.offer";
inline constexpr std::string_view kNameMail = "presentations.name";
inline constexpr std::string_view kEscalationMail = "presentations.escalation";

// The action that a confirmed request is; about: 1, there is one kind.
inline constexpr std::string_view kAskedKind = "presentations.asked";
inline constexpr std::int64_t kAskedSubject = 1;

}  // namespace presentations
