// features/voices/staff_pages.h - what staff see of the photo wall: the queue, and the log of decisions. Each gives the
// content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/voices/decision_store.h"
#include "features/voices/picture_store.h"
#include "features/voices/reach_service.h"
#include "features/voices/store.h"
#include "features/voices/voice.h"
#include "platform/auth/principal.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/moderation.h"
#include "ports/word_hints.h"

namespace voices::staff_pages {

struct Item {
    Voice voice;
    std::vector<ports::WordHint> hints;
    std::int64_t same_words;          // how many have the same message, this one among them
    std::vector<store::Alike> alike;  // voice 0: of a province that is none of the reader's
};

struct Queue {
    ports::QueuePlace place{};
    std::int64_t waiting = 0, reported = 0, shown = 0;
    std::vector<store::ReasonCount> not_shown{};
    std::vector<Item> items{};
    std::optional<VoiceId> next{};          // where the next page begins
    std::optional<std::int64_t> decided{};  // how many were just decided, and by which save
    std::int64_t noted = 0;                 // how many of two yeses
    std::int64_t changed = 0;               // how many have another picture than the one that was seen
    std::optional<SavingId> saving{};
    store::Settings settings{};
    bool may_set = false;
    auth::StaffId reader{0};
    Reach reach{.is_national = true};
};
html::SafeHtml queue(const i18n::Translator& t, const Queue& queue);

// For staff of a local.
html::SafeHtml nothing_in_reach(const i18n::Translator& t);

html::SafeHtml log(const i18n::Translator& t, const std::vector<store::LoggedDecision>& decisions);

std::string path(base::Locale locale);  // "/en/staff/voices"

}  // namespace voices::staff_pages
