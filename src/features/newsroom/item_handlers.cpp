// One item, under the address that it has or had, in its language or, where it is not translated, in the other one.
#include <algorithm>

#include "features/newsroom/address.h"
#include "features/newsroom/handlers.h"
#include "features/newsroom/handlers_parts.h"
#include "features/newsroom/reading_pictures.h"
#include "people/store.h"

namespace newsroom {
namespace {

constexpr int kSharedWidth = 1200;  // pixels, what services that show links ask for

struct Found {
    store::PublicItem item;
    base::Locale language;
};

// In the language of the request, else in the other one under its address there.
std::optional<Found> find_item(const http::Request& request, db::Read& read) {
    const auto slug = request.parameter("slug");
    if (auto item = store::find_public(read, request.locale, slug)) return Found{*std::move(item), request.locale};
    const auto other = base::other(request.locale);
    if (auto item = store::find_public(read, other, slug)) return Found{*std::move(item), other};
    return std::nullopt;
}

// Where the item is, in this language where there is one.
std::string path_of(const Found& found, base::Locale locale) {
    const bool has_own = found.language != locale && !found.item.other_slug.empty();
    return address::item(locale, has_own ? found.item.other_slug : found.item.headline.slug);
}

std::vector<ports::Action> actions_of(const ReadingServices& services, const store::PublicItem& item, db::Read& read,
                                      base::Locale locale) {
    std::vector<ports::Action> actions;
    if (item.actions.empty()) return actions;
    for (auto& action : services.actions.all(read, locale))
        if (std::ranges::find(item.actions, action.key) != item.actions.end() &&
            action.availability == ports::Availability::open)
            actions.push_back(std::move(action));
    return actions;
}

store::Neighbours neighbours_of(const Found& found, db::Read& read) {
    store::List list{.kind = store::ListKind::all, .id = 0, .locale = found.language};
    if (!found.item.sections.empty()) {
        list.kind = store::ListKind::section;
        list.id = found.item.sections.front().id.value;
    }
    return store::neighbours(read, list, found.item.headline.position());
}

html::Article article_of(const store::PublicItem& item, const std::string& section, base::Locale locale) {
    html::Article article{.published_at = item.headline.published_at,
                          .changed_at = std::max(item.headline.changed_at, item.headline.published_at),
                          .author = item.author.name,
                          .section = section};
    for (const auto& tag : item.tags) article.tags.push_back(tag.label(locale));
    return article;
}

struct ShownPicture {
    std::string url;
    html::PictureSize size;
};

// The item's first picture as shared links show it.
std::optional<ShownPicture> shared_picture(const std::vector<ports::Picture>& pictures) {
    if (pictures.empty() || pictures.front().jpeg.empty()) return std::nullopt;
    const auto& picture = pictures.front();
    const std::string path{picture.jpeg_path(kSharedWidth)};
    const auto file = std::ranges::find(picture.jpeg, path, &html::PictureFile::path);
    const int width = file == picture.jpeg.end() ? picture.width : file->width;
    return ShownPicture{path, {width, picture.width > 0 ? width * picture.height / picture.width : 0}};
}

void show_first_section(pages::ItemPage& page, const http::Request& request) {
    for (const auto& section : page.item.sections) {
        const auto& words = section.in(request.locale);
        if (words.is_empty()) continue;
        page.section_title = words.title;
        page.section_path = address::section(request.locale, words.slug);
        return;
    }
}

// The same item in the other language: its own address there, else this one, which then says that it is not written.
std::string other_path_of(const Found& found, base::Locale locale) {
    const auto other = base::other(locale);
    if (found.language == other || found.item.other_slug.empty()) return address::item(other, found.item.headline.slug);
    return address::item(other, found.item.other_slug);
}

struct Shown {
    const Found& found;
    const pages::ItemPage& page;
    std::optional<people::Level> level;
};

ports::PageWords words_of(const i18n::Translator& t, const Shown& shown) {
    const auto& [found, page, level] = shown;
    ports::PageWords words{
        .title = pages::title_of(t, page),
        .description = found.item.headline.teaser,
        .other_path = other_path_of(found, t.locale()),
        .other_indexing = found.item.other_slug.empty() ? html::Indexing::refused : html::Indexing::allowed,
        .feeds = page.section_path.empty() ? std::vector<html::AlternateDocument>{}
                                           : feeds_of(page.section_path, page.section_title),
        .article = article_of(found.item, page.section_title, t.locale()),
        .accent = accent_of(level),
        .level = id_of(level),
        .edit_path = "staff/news/items/" + std::to_string(found.item.headline.id.value),
        .indexing = found.language == t.locale() ? html::Indexing::allowed : html::Indexing::refused};
    if (const auto picture = shared_picture(page.pictures)) {
        words.picture_url = picture->url;
        words.picture_size = picture->size;
    }
    return words;
}

}  // namespace

http::Response Handlers::item(const http::Request& request, db::Read& read) const {
    const auto found = find_item(request, read);
    if (!found) return http::not_found();
    const auto path = path_of(*found, request.locale);
    if (path != request.path) return http::moved_permanently(path);
    const i18n::Translator t{request.locale};
    pages::ItemPage page{.item = found->item,
                         .language = found->language,
                         .pictures = pictures_of(services_.pictures, read, found->item),
                         .actions = actions_of(services_, found->item, read, request.locale),
                         .documents = store::documents_of(read, found->item.attachments),
                         .url = services_.frames.public_url() + path};
    if (found->language == request.locale) page.neighbours = neighbours_of(*found, read);
    show_first_section(page, request);
    auto words = words_of(t, {*found, page, people::find_level(read, found->item.level)});
    return ports::respond(services_.frames.frame(request, std::move(words)), pages::item(t, page));
}

}  // namespace newsroom
