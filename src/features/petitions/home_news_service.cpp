#include "features/petitions/home_news_service.h"

#include <algorithm>

#include "features/petitions/invalidation_pages.h"
#include "features/petitions/invalidation_store.h"
#include "features/petitions/review_pages.h"
#include "features/petitions/review_store.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/staff_handlers_parts.h"
#include "features/petitions/staff_pages.h"
#include "features/petitions/store.h"

namespace petitions {
namespace {

// One petition on its way to the page.
struct Told {
    const Petition& petition;
    std::string title;
    std::vector<Text> texts;
};

// "12 pending, the last one 3 minutes ago"
std::string note_of(db::Read& read, const i18n::Translator& t, const http::Request& request, const Told& told,
                    std::int64_t pending) {
    const std::string waiting = t.plural("{count} pending", "{count} pending", pending);
    const auto newest = store::page(read, {told.petition.id, std::nullopt, 1});
    if (newest.empty()) return waiting;
    return t("{pending}, the last signature {time}",
             {{"pending", waiting}, {"time", t.relative(newest.front().signed_at - request.received_at)}});
}

std::string no_text_sentence(const i18n::Translator& t, base::Locale locale, const std::string& title) {
    return locale == base::Locale::english ? t("“{title}” has no English text yet.", {{"title", title}})
                                           : t("“{title}” has no French text yet.", {{"title", title}});
}

void add_tasks(std::vector<ports::HomeTask>& tasks, const i18n::Translator& t, const Told& told) {
    const std::string path = staff_pages::staff_path(t.locale(), told.petition.slug);
    for (const base::Locale locale : base::kLocales)
        if (staff_pages::text_in(told.texts, locale) == nullptr)
            tasks.push_back(
                {.sentence = no_text_sentence(t, locale, told.title), .path = path + "/text", .act = t("Write it")});
    const bool has_draft = std::ranges::any_of(told.texts, [](const Text& text) { return !text.frozen_at; });
    if (has_draft)
        tasks.push_back({.sentence = t("“{title}” has words that are not published.", {{"title", told.title}}),
                         .path = path,
                         .act = t("Look and publish")});
}

// "1,000 or more" where counting ended.
std::string odd_sentence(const i18n::Translator& t, std::int64_t flagged, const std::string& title) {
    if (flagged >= store::kMostCounted)
        return t("{count} or more odd signatures under “{title}” wait for a look.",
                 {{"count", flagged}, {"title", title}});
    return t.plural("{count} odd signature under “{title}” waits for a look.",
                    "{count} odd signatures under “{title}” wait for a look.", flagged, {{"title", title}});
}

void add_review_tasks(std::vector<ports::HomeTask>& tasks, const i18n::Translator& t, const Told& told,
                      std::int64_t flagged, std::int64_t batches) {
    if (flagged > 0)
        tasks.push_back({.sentence = odd_sentence(t, flagged, told.title),
                         .path = review_pages::path(t.locale(), told.petition.slug),
                         .act = t("Look at them")});
    if (batches > 0)
        tasks.push_back({.tone = ports::HomeTask::Tone::pressing,
                         .sentence = t("Taking signatures out of the count of “{title}” waits for a second person.",
                                       {{"title", told.title}}),
                         .path = invalidation_pages::path(t.locale(), told.petition.slug),
                         .act = t("Decide")});
}

}  // namespace

ports::HomeProvider review_news(const ports::SignOnGuard& guard) {
    return [&guard](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        const std::int64_t least = guard.review_from ? guard.review_from() : kUsualLeastScore;
        ports::HomeNews news;
        for (const Petition& petition : store::all(read)) {
            if (!ports::may(read, *request.staff, auth::Permission::moderate, petition.level)) continue;
            auto texts = store::newest_texts(read, petition.id);
            const Told told{petition, title_of(petition, texts, request.locale), texts};
            add_review_tasks(news.tasks, t, told, store::count_flagged(read, petition.id, least),
                             store::count_waiting_batches(read, petition.id));
        }
        return news;
    };
}

ports::HomeProvider home_news(const LiveCounts& counts) {
    return [&counts](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        ports::HomeNews news;
        for (const Petition& petition : store::all(read)) {
            if (!ports::may(read, *request.staff, auth::Permission::edit_content, petition.level)) continue;
            auto texts = store::newest_texts(read, petition.id);
            const Told told{petition, title_of(petition, texts, request.locale), texts};
            add_tasks(news.tasks, t, told);
            if (petition.stage(request.received_at) != Stage::open) continue;
            const PublicCount count = counts.count(petition.id);
            news.figures.push_back({told.title, staff_pages::staff_path(t.locale(), petition.slug),
                                    t.number(count.confirmed), note_of(read, t, request, told, count.pending)});
        }
        return news;
    };
}

}  // namespace petitions
