#include "features/newsroom/workflow_service.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/newsroom/approval_service.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/naming_service.h"
#include "platform/auth/audit.h"
#include "platform/jobs/jobs.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

constexpr std::int64_t kMostAtOnce = 50;

// Who scheduled it, as its newest step says.
std::string scheduler_of(db::Read& read, ItemId item) {
    const auto steps = store::steps(read, item);
    return steps.empty() ? std::string{} : steps.front().by;
}

void record_publication(db::Write& write, const Item& item, const std::string& scheduler) {
    auth::record(write, {.actor = {.staff = {}, .name = scheduler},
                         .action = "newsroom.published",
                         .subject = subject_of(write, item),
                         .level = item.level,
                         .changes = {{"state", "scheduled", "published"}}});
}

// Its words or details changed after they were approved: somebody looks at it again.
void send_back(db::Write& write, const Item& item, const i18n::TimeZone& zone) {
    constexpr std::string_view kBy = "alltogether";
    take_step(write, {item.id, Stage::in_review, "", {}}, {kBy, zone});
    auth::record(write, {.actor = {.staff = {}, .name = std::string{kBy}},
                         .action = "newsroom.in_review",
                         .subject = subject_of(write, item),
                         .level = item.level,
                         .changes = {{"state", "scheduled", "in_review"}}});
}

}  // namespace

std::string document_key(ItemId item) { return fmt::format("{:020}/", item.value); }

void take_step(db::Write& write, const Moving& moving, const Mover& mover) {
    store::take_step(write,
                     {.item = moving.item,
                      .to = moving.to,
                      .today = day_in(mover.zone, write.now()),
                      .due_at = moving.due_at,
                      .note = moving.note},
                     mover.name);
    if (moving.to == Stage::scheduled && moving.due_at)
        jobs::queue_at(write, {std::string{kPublishDue}, ""}, *moving.due_at);
    if (moving.to == Stage::published || moving.to == Stage::withdrawn)
        ports::document_changed(write, {std::string{kDocumentKind}, document_key(moving.item)});
}

base::Problems problems_of_publishing(db::Read& read, ItemId item, OneLanguage decision) {
    ItemForms words;
    for (const Revision& each : store::newest_revisions(read, item)) words.in(each.locale) = each.words;
    const auto has = store::belongings(read, item);
    auto problems = problems_of_publishing(Publishable{words, has.placements.size(), has.pictures}, decision);
    for (auto& each : problems_of_approval(read, *store::find_item(read, item))) problems.push_back(std::move(each));
    return problems;
}

std::optional<base::Locale> missing_language(db::Read& read, ItemId item) {
    const auto texts = store::text_states(read, item);
    if (texts.size() != 1) return std::nullopt;
    return base::other(texts.front().locale);
}

int publish_due(db::Write& write, const i18n::TimeZone& zone) {
    int published = 0;
    for (const ItemId id : store::due_items(write, write.now(), kMostAtOnce)) {
        const auto item = store::find_item(write, id);
        const auto scheduler = scheduler_of(write, id);
        if (!problems_of_approval(write, *item).empty()) {
            send_back(write, *item, zone);
            continue;
        }
        take_step(write, {id, Stage::published, "", {}}, {scheduler, zone});
        record_publication(write, *item, scheduler);
        ++published;
    }
    return published;
}

}  // namespace newsroom
