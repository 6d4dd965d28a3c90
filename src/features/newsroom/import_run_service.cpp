#include "features/newsroom/import_run_service.h"

#include <algorithm>
#include <fstream>
#include <functional>

#include "base/text.h"
#include "features/newsroom/import_store.h"
#include "features/newsroom/teaser.h"
#include "platform/foreign_news/clean_words.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/reader.h"
#include "platform/html/foreign_markdown.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestBody = 100'000;
constexpr std::size_t kLongestSectionTitle = 120;
constexpr std::size_t kLongestIntroduction = 4'000;
constexpr std::size_t kLongestAuthor = 120;
constexpr std::size_t kLongestTag = 80;
constexpr std::size_t kMostTags = 20;
constexpr std::size_t kLongestAlt = 300;

std::string cut(const std::string& text, std::size_t limit) {
    if (base::count_characters(text) <= limit) return text;
    return std::string{base::first_characters(text, limit - 1)} + "…";
}

}  // namespace

base::Problems problems_of_slug(const std::string& slug) {
    SectionForm form{.english = {.slug = slug, .title = title_from_slug(slug)}, .place = "1"};
    auto problems = problems_of(form);
    std::erase_if(problems, [](const base::Problem& problem) { return problem.field != "slug_en"; });
    return problems;
}

std::string title_from_slug(const std::string& slug) {
    std::string title = slug;
    std::ranges::replace(title, '-', ' ');
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::string source_of(const ImportPlan& plan) { return plan.source + " > " + plan.section; }

ImportRun::ImportRun(const ImportTools& tools, ImportPlan plan, TakeOddity oddities)
    : tools_(tools), plan_(std::move(plan)), oddities_(std::move(oddities)) {}

void ImportRun::item(foreign_news::NewsItem item) {
    waiting_.push_back(std::move(item));
    if (waiting_.size() >= kBatch) flush();
}

void ImportRun::finish() {
    flush();
    if (counts_.added + counts_.changed > 0)
        tools_.database.write([](db::Write& write) { ports::many_documents_changed(write); });
    if (language_) oddities_({0, foreign_news::OddityKind::one_language, {}, std::string{base::code(*language_)}});
    if (is_to_be_approved_ && plan_.stage == Stage::published) oddities_({0, foreign_news::OddityKind::to_be_approved});
}

void ImportRun::flush() {
    if (!language_) choose_language();
    std::vector<foreign_news::NewsItem> taken;
    for (auto& item : waiting_) {
        if (item.title.empty() && item.teaser.empty() && item.body.empty())
            ++counts_.empty;
        else if (keys_.is_repeated(item))
            ++counts_.repeated;
        else
            taken.push_back(std::move(item));
    }
    waiting_.clear();
    std::vector<store::ImportedItem> items;
    std::vector<std::vector<KeptPicture>> pictures;
    for (const auto& item : taken) {
        items.push_back(stored_form(item));
        pictures.push_back(kept_pictures(item));
    }
    const auto source = source_of(plan_);
    const auto before = counts_;
    const auto outcomes = tools_.database.write([&](db::Write& write) {
        counts_ = before;
        const auto [section, stage] = target(write);
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i].sections = {section};
            items[i].pictures.clear();
            add_pictures(write, pictures[i], items[i]);
        }
        const store::ImportRun run{.source = source, .level = plan_.level, .by = plan_.by, .stage = stage};
        return store::store_imported(write, run, items);
    });
    count(outcomes, taken);
}

// Of the source's word, else of the first items' words, else of its frame's.
void ImportRun::choose_language() {
    language_ = plan_.language;
    if (language_) return;
    std::string text;
    for (const auto& item : waiting_) {
        if (item.language && !language_) language_ = item.language;
        text += item.title + " " + item.teaser + " ";
        if (text.size() < 200) text += item.body + " ";
        if (text.size() > 20'000) break;
    }
    if (language_) return;
    language_ = foreign_news::guessed_language(text);
    if (!language_) language_ = base::locale_of(base::lower_ascii(std::string_view{section_.language}.substr(0, 2)));
    if (!language_) language_ = base::Locale::english;
    oddities_({0, foreign_news::OddityKind::guessed_language, {}, std::string{base::code(*language_)}});
}

ImportRun::Target ImportRun::target(db::Write& write) {
    if (const auto present = store::find_section(write, plan_.section)) {
        if (present->in(*language_).is_empty()) add_section_words(write, *present);
        is_to_be_approved_ = present->needs_approval;
        return {present->id, is_to_be_approved_ ? Stage::draft : plan_.stage};
    }
    SectionForm form{.place = std::to_string(store::all_sections(write).size() + 1)};
    form.in(*language_) = section_words();
    const auto id = store::insert_section(write, plan_.level, form, plan_.by);
    if (plan_.stage == Stage::published) store::publish_section(write, id, plan_.by);
    return {id, plan_.stage};
}

void ImportRun::add_section_words(db::Write& write, const Section& section) {
    SectionForm form{.english = section.english,
                     .french = section.french,
                     .place = std::to_string(section.place),
                     .picture = section.picture,
                     .picture_source = section.picture_source};
    form.in(*language_) = section_words();
    if (store::taken_slugs(write, form, section.id).empty()) store::save_section(write, section.id, form, plan_.by);
}

SectionWords ImportRun::section_words() const {
    const auto title = section_.title.empty() ? title_from_slug(plan_.section) : section_.title;
    return {.slug = plan_.section,
            .title = cut(title, kLongestSectionTitle),
            .introduction = cut(section_.introduction, kLongestIntroduction)};
}

// The limits of item.h kept, without dropping a word where the item has another place for it.
store::ImportedItem ImportRun::stored_form(const foreign_news::NewsItem& item) {
    ItemWords words{.title = item.title, .teaser = item.teaser, .body = item.body};
    const auto locale = item.language.value_or(*language_);
    const bool says_no_more =
        foreign_news::essence(words.body) == foreign_news::essence(words.teaser) && !words.body.contains("](");
    if (base::count_characters(words.title) > kLongestTitle) {
        oddities_({item.line, foreign_news::OddityKind::long_title, {}, {}, item.file});
        words.body = html::escaped_for_markdown(words.title) + "\n\n" +
                     (words.body.empty() ? html::escaped_for_markdown(words.teaser) : words.body);
        words.title = cut(words.title, kLongestTitle);
    } else if (base::count_characters(words.teaser) > kLongestTeaser) {
        oddities_({item.line, foreign_news::OddityKind::long_teaser, {}, {}, item.file});
        if (words.body.empty()) words.body = html::escaped_for_markdown(words.teaser);
    } else if (says_no_more) {
        words.body.clear();
    }
    words.teaser = teaser_from({.text = words.teaser, .locale = locale, .limit = kLongestTeaser});
    if (base::count_characters(words.body) > kLongestBody) {
        oddities_({item.line, foreign_news::OddityKind::long_body, {}, {}, item.file});
        words.body = cut(words.body, kLongestBody);
    }
    store::ImportedItem stored{.key = keys_.key_of(item),
                               .day = item.date,
                               .words = {{locale, std::move(words), ""}},
                               .sections = {},
                               .author = cut(item.author, kLongestAuthor)};
    for (const auto& tag : item.tags) {
        const auto is_there = [&tag](const store::ImportedTag& other) { return other.label == tag; };
        if (stored.tags.size() < kMostTags && std::ranges::none_of(stored.tags, is_there))
            stored.tags.push_back({locale, cut(tag, kLongestTag)});
    }
    return stored;
}

std::string ImportKeys::key_of(const foreign_news::NewsItem& item) {
    const auto base = !item.key.empty() ? item.key
                      : item.date       ? iso(*item.date)
                                        : "undated " + foreign_news::essence(item.title + item.teaser).substr(0, 60);
    auto key = base;
    for (int number = 2; !keys_.insert(std::hash<std::string>{}(key)).second; ++number)
        key = base + "#" + std::to_string(number);
    return key;
}

bool ImportKeys::is_repeated(const foreign_news::NewsItem& item) {
    const auto words = (item.date ? iso(*item.date) : "") + "\n" + item.title + "\n" + item.teaser + "\n" + item.body;
    return !words_.insert(std::hash<std::string>{}(words)).second;
}

// Puts the bytes of an item's pictures into the library's store, ahead of the transaction.
std::vector<ImportRun::KeptPicture> ImportRun::kept_pictures(const foreign_news::NewsItem& item) {
    std::vector<KeptPicture> kept;
    for (const auto& picture : item.pictures) {
        std::ifstream in(picture.file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        const auto file = tools_.pictures.keep(bytes);
        if (file)
            kept.push_back({*file, picture});
        else
            oddities_({item.line, foreign_news::OddityKind::picture_refused, picture.address, {}, item.file});
        if (file && picture.description.empty())
            oddities_({item.line, foreign_news::OddityKind::picture_undescribed, picture.address, {}, item.file});
    }
    return kept;
}

// Into the library, once for equal bytes, and to the item.
void ImportRun::add_pictures(db::Write& write, const std::vector<KeptPicture>& kept, store::ImportedItem& item) {
    const bool is_english = item.words.front().locale == base::Locale::english;
    for (const auto& [file, picture] : kept) {
        const auto alt = cut(picture.description, kLongestAlt);
        auto id = store::imported_picture(write, file);
        if (!id || !tools_.pictures.find(write, *id)) {
            id = tools_.pictures.add(write, {.file = file,
                                             .alt_en = is_english ? alt : "",
                                             .alt_fr = is_english ? "" : alt,
                                             .source = picture.address,
                                             .by = plan_.by});
            store::remember_picture(write, file, *id);
            ++counts_.pictures;
        }
        item.pictures.push_back({.picture = std::to_string(id->value),
                                 .credit = "",
                                 .alt_en = is_english ? alt : "",
                                 .alt_fr = is_english ? "" : alt});
    }
}

void ImportRun::count(const std::vector<store::ImportOutcome>& outcomes,
                      const std::vector<foreign_news::NewsItem>& items) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        switch (outcomes[i]) {
            case store::ImportOutcome::added:
                ++counts_.added;
                break;
            case store::ImportOutcome::changed:
                ++counts_.changed;
                break;
            case store::ImportOutcome::unchanged:
                ++counts_.unchanged;
                break;
            case store::ImportOutcome::kept:
                ++counts_.kept;
                oddities_({items[i].line,
                           foreign_news::OddityKind::edited_here,
                           cut(items[i].title.empty() ? items[i].teaser : items[i].title, 60),
                           {},
                           items[i].file});
                break;
        }
    }
}

}  // namespace newsroom
