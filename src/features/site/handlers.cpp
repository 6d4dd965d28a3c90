#include "features/site/handlers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/site/page_store.h"
#include "features/site/pages.h"
#include "features/site/store.h"
#include "people/store.h"
#include "platform/html/markdown.h"
#include "platform/html/share_card.h"

namespace site {
namespace {

constexpr std::size_t kDescriptionLength = 200;  // characters

http::Response found_at(std::string_view path) {
    return {.status = 302, .headers = {{"Location", path}, {"Vary", "Accept-Language"}}};
}

const Block* find_hero(const Blocks& blocks) {
    const auto hero = std::ranges::find(blocks, "hero", &Block::kind);
    return hero == blocks.end() ? nullptr : &*hero;
}

// The hero's words in this language, or in the other one.
Words hero_words(const Blocks& blocks, base::Locale locale) {
    const Block* const hero = find_hero(blocks);
    if (!hero) return {};
    return hero->in(locale).is_empty() ? hero->in(base::other(locale)) : hero->in(locale);
}

std::vector<ports::PictureId> pictures_of(const Blocks& blocks) {
    std::vector<ports::PictureId> pictures;
    for (const auto& block : blocks)
        if (const auto picture = read_settings(block.settings).picture; picture != 0)
            pictures.push_back(ports::PictureId{picture});
    return pictures;
}

std::string shortened(std::string_view text) {
    const auto start = text.substr(0, text.find("\n\n"));
    if (base::count_characters(start) <= kDescriptionLength) return std::string{start};
    return std::string{base::first_characters(start, kDescriptionLength - 1)} + "…";
}

std::string level_title(const people::Level& level, base::Locale locale) {
    return level.kind == people::LevelKind::national ? std::string{} : level.name(locale);
}

http::Response hub_page(const Services& services, const http::Request& request, const people::Level& level,
                        db::Read& read) {
    const auto tree = people::levels(read);
    const auto blocks = shown_blocks(read, tree, level);
    const auto description = shortened(html::plain_text(hero_words(blocks, request.locale).body));
    auto frame = services.frames.frame(request, {.title = level_title(level, request.locale),
                                                 .description = description,
                                                 .path = pages::hub_path(request.locale, level),
                                                 .picture_url = pages::card_path(request.locale, level),
                                                 .accent = level.accent,
                                                 .level = level.id,
                                                 .edit_path = fmt::format("staff/hubs/{}", level.slug)});
    return ports::respond(std::move(frame), draw_hub(services, {tree, level, blocks}, request.locale, read));
}

// The way on from the former address of a level.
http::Response moved_hub(db::Read& read, const http::Request& request) {
    const auto level = people::find_moved_level(read, request.parameter("slug"));
    return level ? http::moved_permanently(pages::hub_path(request.locale, *level)) : http::not_found();
}

// "More than 48,000 signatures", from the call to action on the hero's button; empty where there are none yet.
std::string card_line(const Services& services, const Blocks& blocks, base::Locale locale, db::Read& read) {
    const Block* const hero = find_hero(blocks);
    const auto actions = services.actions.all(read, locale);
    const auto action =
        hero ? std::ranges::find(actions, read_settings(hero->settings).action, &ports::Action::key) : actions.end();
    if (action == actions.end() || !action->figure || action->figure->value < 10) return {};
    const i18n::Translator t{locale};
    const long count = html::rounded_for_sharing(action->figure->value);
    return t("More than {count} {unit}", {{"count", count}, {"unit", action->figure->unit}});
}

http::Response card(const Services& services, const http::Request& request, const people::Level& level,
                    db::Read& read) {
    const auto blocks = shown_blocks(read, people::levels(read), level);
    const auto campaign = services.frames.campaign(request.locale);
    const auto headline = hero_words(blocks, request.locale).heading;
    const auto name = level_title(level, request.locale);
    return http::picture("image/png",
                         html::share_card({.headline = headline.empty() ? campaign : headline,
                                           .line = card_line(services, blocks, request.locale, read),
                                           .organisation = name.empty() ? campaign : campaign + " · " + name,
                                           .accent = level.accent}));
}

// The page with the published ones above and below it.
pages::TextPage surrounded(const ContentPage& page, const PageText& text, base::Locale locale, db::Read& read) {
    const PageTree tree{store::pages(read)};
    const auto titles = store::public_titles(read, locale);
    const auto links_to = [&](const std::vector<const ContentPage*>& others) {
        std::vector<html::Link> links;
        for (const auto* other : others)
            if (const auto title = std::ranges::find(titles, other->id, &store::PublicTitle::page);
                title != titles.end())
                links.push_back({title->title, pages::page_path(locale, other->slug)});
        return links;
    };
    return {text, links_to(tree.above(page)), links_to(tree.below(&page))};
}

http::Response xml(std::string body) {
    return {.headers = {{"Content-Type", "application/xml; charset=utf-8"}}, .body = std::move(body)};
}

// Gathers small texts into parts worth sending.
class PartCollector {
public:
    explicit PartCollector(const http::PartWriter& write) : write_(write) {}
    void add(std::string_view text) {
        part_ += text;
        if (part_.size() > kPart) send();
    }
    void send() {
        write_(part_);
        part_.clear();
    }

private:
    static constexpr std::size_t kPart = 64 * 1024;  // bytes
    const http::PartWriter& write_;
    std::string part_{};
};

}  // namespace

Blocks shown_blocks(db::Read& read, const people::LevelTree& tree, const people::Level& level) {
    for (const auto* each : tree.with_ancestors(level.id))
        if (auto version = store::published(read, each->id)) return std::move(version->blocks);
    return {};
}

html::SafeHtml draw_hub(const Services& services, const HubRequest& wanted, base::Locale locale, db::Read& read) {
    const i18n::Translator t{locale};
    if (wanted.blocks.empty()) return pages::no_hub(t);
    const auto draw_other = [&](const Block& block, base::Locale language) {
        const auto* const kind = services.blocks.find(block.kind);
        if (!kind) return html::SafeHtml{};
        const auto& words = block.in(language);
        return kind->render(read, {wanted.level.id, language, words.heading, words.body, block.settings});
    };
    return pages::hub(t, {wanted.tree, wanted.level, wanted.blocks, services.actions.all(read, locale),
                          services.pictures.find_all(read, pictures_of(wanted.blocks)), draw_other});
}

http::Response Handlers::choose_language(const http::Request& request) {
    return found_at(fmt::format("/{}/", base::code(request.locale)));
}

http::Response Handlers::add_slash(const http::Request& request) {
    return http::moved_permanently(fmt::format("/{}/", base::code(request.locale)));
}

http::Response Handlers::national_hub(const http::Request& request, db::Read& read) const {
    const auto level = people::find_level(read, people::kNationalSlug);
    if (level) return hub_page(services_, request, *level, read);
    return ports::respond(services_.frames.frame(request, {.title = "", .indexing = html::Indexing::refused}),
                          pages::no_hub(i18n::Translator{request.locale}));
}

http::Response Handlers::levels(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.frame(request, {.title = t("Across the country"),
                                                           .description = t("Find the campaign where you live.")}),
                          pages::levels(t, people::levels(read)));
}

http::Response Handlers::level_hub(const http::Request& request, db::Read& read) const {
    const auto level = people::find_level(read, request.parameter("slug"));
    if (!level) return moved_hub(read, request);
    if (level->kind == people::LevelKind::national)
        return http::moved_permanently(pages::hub_path(request.locale, *level));
    return hub_page(services_, request, *level, read);
}

http::Response Handlers::content_page(const http::Request& request, db::Read& read) const {
    const auto page = store::find_page(read, request.parameter("slug"));
    const auto text = page ? store::public_text(read, page->id, request.locale) : std::nullopt;
    const auto level = page ? people::find_level(read, page->level) : std::nullopt;
    if (!text || !level) return http::not_found();
    const auto description = text->words.lead.empty() ? html::plain_text(text->words.body) : text->words.lead;
    const bool is_other = text->locale != request.locale;
    const auto newest_other = store::public_text(read, page->id, base::other(request.locale));
    const bool has_other = newest_other && newest_other->locale != request.locale;
    auto frame = services_.frames.frame(
        request, {.title = text->words.title,
                  .description = shortened(description),
                  .other_indexing = has_other ? html::Indexing::allowed : html::Indexing::refused,
                  .accent = level->accent,
                  .level = level->id,
                  .edit_path = fmt::format("staff/pages/{}", page->slug),
                  .indexing = is_other ? html::Indexing::refused : html::Indexing::allowed});
    return ports::respond(std::move(frame), pages::content_page(i18n::Translator{request.locale},
                                                                surrounded(*page, *text, request.locale, read)));
}

http::Response Handlers::national_card(const http::Request& request, db::Read& read) const {
    const auto level = people::find_level(read, people::kNationalSlug);
    return level ? card(services_, request, *level, read) : http::not_found();
}

http::Response Handlers::level_card(const http::Request& request, db::Read& read) const {
    const auto level = people::find_level(read, request.parameter("slug"));
    return level ? card(services_, request, *level, read) : http::not_found();
}

http::Response Handlers::robots(const http::Request&) const {
    return http::text(fmt::format(
        "User-agent: *\nDisallow: /en/staff\nDisallow: /fr/staff\nDisallow: /api/\n\nSitemap: {}/sitemap.xml\n",
        services_.frames.public_url()));
}

http::Response Handlers::sitemap(const http::Request& request, db::Read& read) const {
    return xml(pages::sitemap_index(services_.frames.public_url(), *sitemap_->parts(read, request.received_at)));
}

http::Response Handlers::sitemap_part(const http::Request& request, db::Read& read) const {
    const auto number = part_number(request.parameter("file"));
    const auto parts = sitemap_->parts(read, request.received_at);
    if (number == 0 || number > parts->size()) return http::not_found();
    auto response = xml({});
    response.make_body = [part = parts->at(number - 1), &documents = services_.documents,
                          url = services_.frames.public_url()](db::Read& snapshot, const http::PartWriter& write) {
        PartCollector collected{write};
        collected.add(pages::sitemap_head());
        each_of_part(documents, snapshot, part,
                     [&](const auto& document) { collected.add(pages::sitemap_address(url, document)); });
        collected.add(pages::sitemap_end());
        collected.send();
    };
    return response;
}

}  // namespace site
