#include "features/site/slice.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/site/pages.h"
#include "features/site/store.h"
#include "people/store.h"
#include "platform/auth/principal.h"
#include "platform/html/markdown.h"
#include "platform/i18n/translator.h"
#include "ports/acting.h"

namespace site {
namespace {

ports::MenuEntry entry(base::Message label, std::string path) {
    return {[label](base::Locale locale) { return i18n::Translator{locale}(label); }, std::move(path)};
}

std::string text_of(const Blocks& blocks, base::Locale locale) {
    std::string text;
    for (const auto& block : blocks) {
        const auto& words = block.in(locale);
        for (const auto& part : {words.heading, html::plain_text(words.body), words.note})
            if (!part.empty()) text += part + "\n\n";
    }
    return text;
}

ports::SearchDocument hub_document(const people::Level& level, const store::HubVersion& version, base::Locale locale) {
    return {.key = fmt::format("hub/{}/{}", level.slug, base::code(locale)),
            .locale = locale,
            .path = pages::hub_path(locale, level),
            .other_path = pages::hub_path(base::other(locale), level),
            .title = level.name(locale),
            .text = text_of(version.blocks, locale),
            .level = level.id,
            .changed_at = version.published_at};
}

ports::SearchDocument page_document(const ContentPage& page, const PageText& text) {
    return {.key = fmt::format("page/{}/{}", page.slug, base::code(text.locale)),
            .locale = text.locale,
            .path = pages::page_path(text.locale, page.slug),
            .other_path = pages::page_path(base::other(text.locale), page.slug),
            .title = text.words.title,
            .text = text.words.lead + "\n\n" + html::plain_text(text.words.body),
            .level = page.level,
            .changed_at = text.published_at.value_or(text.written_at)};
}

// All of them: there are hundreds at most.
std::vector<ports::SearchDocument> all_documents(db::Read& read) {
    std::vector<ports::SearchDocument> documents;
    const auto tree = people::levels(read);
    for (const auto& level : tree.all())
        if (const auto version = store::published(read, level.id))
            for (const base::Locale locale : base::kLocales) documents.push_back(hub_document(level, *version, locale));
    for (const auto& page : store::pages(read))
        for (const base::Locale locale : base::kLocales) {
            const auto text = store::public_text(read, page.id, locale);
            if (text && text->locale == locale) documents.push_back(page_document(page, *text));
        }
    std::ranges::sort(documents, {}, &ports::SearchDocument::key);
    return documents;
}

}  // namespace

std::string campaign_name(base::Locale locale) { return i18n::Translator{locale}(base::message("All Together Now")); }

std::vector<ports::StaffEntry> staff_entries() {
    return {{base::message("Campaign hubs"), "staff/hubs", "megaphone", ports::StaffGroup::publish, 10,
             ports::whoever_may(auth::Permission::edit_content)},
            {base::message("Pages"), "staff/pages", "file-text", ports::StaffGroup::publish, 15,
             ports::whoever_may(auth::Permission::edit_content)},
            {base::message("Levels"), "staff/levels", "map-pin", ports::StaffGroup::settings, 80,
             ports::whoever_may(auth::Permission::manage_settings)}};
}

std::vector<ports::MenuEntry> footer_entries() { return {entry(base::message("Across the country"), "levels")}; }

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        auto documents = all_documents(read);
        std::erase_if(documents, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
        if (documents.size() > page.limit)
            documents.erase(documents.begin() + static_cast<long>(page.limit), documents.end());
        return documents;
    };
}

}  // namespace site
