// The front page of the news.
#include <algorithm>

#include "features/newsroom/address.h"
#include "features/newsroom/handlers.h"
#include "features/newsroom/handlers_parts.h"
#include "features/newsroom/reading_pictures.h"
#include "people/store.h"

namespace newsroom {
namespace {

constexpr std::int64_t kLeadsLooked = 4;    // the newest ones, of which one with a picture leads
constexpr std::int64_t kColumnStories = 4;  // of each section
constexpr std::int64_t kFrontStories = 10;  // the lead, three beside it, six in brief
// The newest story with a title and a picture leads, else the newest one with a title, else the newest one.
void choose_lead(std::vector<pages::Story>& stories) {
    const auto end = stories.begin() + std::min<std::ptrdiff_t>(kLeadsLooked, std::ssize(stories));
    const auto is_titled = [](const auto& each) { return !each.headline.title.empty(); };
    auto lead = std::find_if(stories.begin(), end, [&](const auto& each) { return each.picture && is_titled(each); });
    if (lead == end) lead = std::find_if(stories.begin(), end, is_titled);
    if (lead != end) std::rotate(stories.begin(), lead, lead + 1);
}

// The newest of a section that do not stand above already.
std::vector<store::Headline> column_headlines(const store::List& list, const std::vector<pages::Story>& above,
                                              db::Read& read) {
    auto headlines = store::page(read, {.list = list, .limit = kColumnStories + std::ssize(above)});
    std::erase_if(headlines, [&](const auto& each) {
        return std::ranges::any_of(above, [&](const auto& story) { return story.headline.id == each.id; });
    });
    if (std::ssize(headlines) > kColumnStories) headlines.erase(headlines.begin() + kColumnStories, headlines.end());
    return headlines;
}

std::vector<pages::Column> columns(const ReadingServices& services, base::Locale locale, db::Read& read,
                                   const std::vector<pages::Story>& above) {
    std::vector<pages::Column> columns;
    for (const auto& section : store::public_sections(read, locale)) {
        const store::List list{store::ListKind::section, section.id.value, locale};
        columns.push_back({section.in(locale).title, address::section(locale, section.in(locale).slug),
                           stories(services.pictures, read, column_headlines(list, above, read))});
    }
    return columns;
}

}  // namespace

void name_sections(std::vector<pages::Story>& stories, base::Locale locale, db::Read& read) {
    for (auto& story : stories)
        for (const auto& section : store::sections_of(read, story.headline.id)) {
            if (!section.published_at || section.in(locale).is_empty()) continue;
            story.section = section.in(locale).title;
            story.section_path = address::section(locale, section.in(locale).slug);
            break;
        }
}

http::Response Handlers::front(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const store::List all{store::ListKind::all, 0, request.locale};
    pages::Front front{
        .stories = stories(services_.pictures, read, store::page(read, {.list = all, .limit = kFrontStories})),
        .columns = {},
        .topics = store::public_tags(read, request.locale),
        .archive = archive_of(store::months(read, all)),
        .now = request.received_at};
    choose_lead(front.stories);
    name_sections(front.stories, request.locale, read);
    front.columns = columns(services_, request.locale, read, front.stories);
    const auto national = people::find_level(read, people::kNationalSlug);
    auto frame = services_.frames.frame(
        request, {.title = t("News"),
                  .description = t("What happens, as it happens: news of the campaign and of public services."),
                  .feeds = feeds_of(address::all(request.locale), t("All news")),
                  .accent = accent_of(national)});
    return ports::respond(std::move(frame), pages::front(t, front));
}

}  // namespace newsroom
