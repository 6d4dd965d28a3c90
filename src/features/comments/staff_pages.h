// features/comments/staff_pages.h - what staff see of comments: the queue. It gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/comments/comment.h"
#include "features/comments/hints.h"
#include "features/comments/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/moderation.h"
#include "ports/petitions.h"
#include "ports/staff_pages.h"

namespace comments::staff_pages {

struct Item {
    Comment comment;
    std::string petition_title;
    std::vector<Hint> hints;
    std::int64_t alike;  // how many have the same words, this one among them
};

// A petition whose comments this person may decide about, and how many wait.
struct Waiting {
    std::string slug, title;
    std::int64_t waiting;
};

struct Queue {
    std::string slug{};  // empty: of all petitions
    ports::QueuePlace place{};
    std::vector<Waiting> petitions{};
    std::vector<store::StateCount> counts{};  // of those petitions, added up
    std::int64_t reported = 0;
    std::vector<Item> items{};
    std::optional<CommentId> next{};        // where the next page begins
    std::optional<std::int64_t> decided{};  // how many were just decided, and by which save
    std::optional<SavingId> saving{};
};
html::SafeHtml queue(const i18n::Translator& t, const Queue& queue);

// "/en/staff/comments", "/en/staff/petitions/equality-pledge/comments"
std::string path(base::Locale locale, std::string_view slug);

}  // namespace comments::staff_pages
