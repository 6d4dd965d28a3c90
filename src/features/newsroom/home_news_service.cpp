// What slice.h declares about the first page of staff.
#include <fmt/format.h>

#include "features/newsroom/item_store.h"
#include "features/newsroom/slice.h"
#include "platform/auth/principal.h"

namespace newsroom {
namespace {

constexpr std::int64_t kMostCounted = 1'000;

std::string list_of(base::Locale locale, Stage stage) {
    return fmt::format("{}?stage={}", staff_pages::list_path(locale), name_of(stage));
}

}  // namespace

// Only those who may write everywhere are told: the counts are of all levels.
ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        ports::HomeNews news;
        if (!auth::may(*request.staff, auth::Permission::edit_content, {})) return news;
        const i18n::Translator t{request.locale};
        if (const auto waiting = store::count_in(read, Stage::in_review, kMostCounted); waiting > 0)
            news.tasks.push_back({.sentence = t.plural("{count} news item waits for review.",
                                                       "{count} news items wait for review.", waiting),
                                  .path = list_of(request.locale, Stage::in_review),
                                  .act = t("Read and publish")});
        const auto scheduled = store::count_in(read, Stage::scheduled, kMostCounted);
        const auto drafts = store::count_in(read, Stage::draft, kMostCounted);
        if (scheduled + drafts > 0)
            news.figures.push_back(
                {.label = t("News in the making"),
                 .path = staff_pages::list_path(request.locale),
                 .figure = t.number(scheduled + drafts),
                 .note = t.plural("{count} of them scheduled", "{count} of them scheduled", scheduled)});
        return news;
    };
}

}  // namespace newsroom
