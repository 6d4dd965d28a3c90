#include "platform/foreign_news/feed_entry.h"

#include "base/text.h"
#include "platform/foreign_news/clean_words.h"
#include "platform/foreign_news/date.h"
#include "platform/foreign_news/phrases.h"

namespace foreign_news {
namespace {

class Giver {
public:
    Giver(FeedEntry entry, FeedKind kind, const MediaLibrary& library, NewsSink& sink)
        : entry_(std::move(entry)), kind_(kind), library_(library), sink_(sink) {}

    Given give() {
        const bool is_news = entry_.kind.empty() || entry_.kind == "post";
        const bool is_loose = !library_.featured.contains(entry_.number);
        if (entry_.kind == "attachment" && !entry_.attachment.empty() && is_loose)
            sink_.oddity({entry_.line, OddityKind::attachment_left_out, shown_words(entry_.attachment)});
        if (!is_news) return Given::no;
        const bool is_public = entry_.status.empty() || entry_.status == "publish";
        if (!is_public || !shown_words(entry_.password).empty()) {
            sink_.oddity({entry_.line, OddityKind::not_published, clean({.text = entry_.title}).plain});
            return Given::no;
        }
        NewsItem item{.key = shown_words(entry_.key.empty() ? entry_.link : entry_.key), .line = entry_.line};
        item.title = clean({.text = entry_.title}).plain;
        item.author = clean({.text = entry_.author}).plain;
        for (const auto& tag : entry_.tags)
            if (tag != "Uncategorized" && tag != "Non classé") item.tags.push_back(tag);
        take_featured(item);
        take_words(item);
        take_date(item);
        if (item.teaser.empty() && item.body.empty()) sink_.oddity({entry_.line, OddityKind::no_text});
        sink_.item(std::move(item));
        return Given::yes;
    }

private:
    void take_featured(NewsItem& item) const {
        const auto file = library_.files.find(entry_.thumbnail);
        if (file != library_.files.end()) item.pictures.push_back({file->second.address, file->second.description});
    }

    void take_words(NewsItem& item) {
        if (kind_ == FeedKind::wordpress) {
            entry_.content = without_shortcodes(entry_.content);
            entry_.summary = without_shortcodes(entry_.summary);
        }
        // "<!--more-->" parts what WordPress shows in lists from the rest.
        const auto more = entry_.content.find("<!--more");
        if (entry_.summary.empty() && more != std::string::npos) entry_.summary = entry_.content.substr(0, more);
        item.teaser = clean({.text = entry_.summary}).plain;
        take_read_more_off(item.teaser);
        auto words = clean(
            {.text = entry_.content, .base = entry_.link, .has_paragraphs_by_lines = kind_ == FeedKind::wordpress});
        item.body = std::move(words.markdown);
        for (auto& picture : words.pictures)
            item.pictures.push_back({std::move(picture.source), std::move(picture.description)});
        for (auto& address : entry_.pictures) item.pictures.push_back({std::move(address)});
        if (item.body.empty() && !entry_.summary.empty())
            item.body = clean({.text = entry_.summary, .base = entry_.link}).markdown;
    }

    static std::string words_for_report(const NewsItem& item) {
        return std::string{base::first_characters(item.title.empty() ? item.teaser : item.title, 80)};
    }

    // WordPress says the day in the time of the site; elsewhere it is taken as it is written.
    void take_date(NewsItem& item) {
        for (const auto* const text : {&entry_.local_date, &entry_.published, &entry_.updated}) {
            if (shown_words(*text).empty()) continue;
            const auto found = named_date(*text);
            if (found.day) {
                item.date = found.day;
                return;
            }
        }
        const bool has_any = !entry_.published.empty() || !entry_.local_date.empty() || !entry_.updated.empty();
        sink_.oddity({entry_.line, has_any ? OddityKind::unknown_date : OddityKind::no_date,
                      has_any ? shown_words(entry_.published + entry_.updated) : words_for_report(item)});
    }

    FeedEntry entry_;
    FeedKind kind_;
    const MediaLibrary& library_;
    NewsSink& sink_;
};

}  // namespace

Given give(FeedEntry entry, FeedKind kind, const MediaLibrary& library, NewsSink& sink) {
    return Giver{std::move(entry), kind, library, sink}.give();
}

}  // namespace foreign_news
