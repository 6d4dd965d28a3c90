#include "platform/foreign_news/listing.h"

#include <algorithm>
#include <map>
#include <ranges>

#include "base/text.h"
#include "platform/foreign_news/listing_boxes.h"
#include "platform/foreign_news/listing_dates.h"
#include "platform/foreign_news/listing_head.h"
#include "platform/foreign_news/listing_order.h"
#include "platform/foreign_news/listing_ranges.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/sentences.h"

namespace foreign_news {
namespace {

constexpr std::size_t kLongestTitle = 200;  // characters that a title can have; a longer line is a text

class ListingReader {
public:
    ListingReader(const Document& document, Listing& listing) : document_(document), listing_(listing) {}

    void read(const ListRanges& ranges) {
        for (const auto& range : ranges.items) read_item(range);
        if (!ranges.items.empty()) note_left_out(ranges.end, document_.blocks.size());
    }
    bool has_links() const { return links_ > 0; }

private:
    // What one date holds, in parts where it holds several texts.
    using Texts = std::vector<const Block*>;

    void read_item(const ItemRange& range) {
        auto parts = parts_of(range);
        if (parts.size() > 1)
            listing_.oddities.push_back(
                {line_of(range), OddityKind::several_under_date, {}, std::to_string(parts.size())});
        const auto first = listing_.items.size();
        for (const auto& part : parts) add(range, part);
        for (auto at = range.begin; at < range.end; ++at)
            if (!says_something(document_.blocks[at])) add_pictures(document_.blocks[at], listing_.items[first]);
    }

    static void add_pictures(const Block& block, ListedItem& item) {
        std::ranges::copy(block.pictures, std::back_inserter(item.pictures));
    }

    std::uint32_t line_of(const ItemRange& range) const {
        return document_.blocks[range.date.value_or(range.begin)].line;
    }

    std::vector<Texts> parts_of(const ItemRange& range) {
        std::vector<Texts> parts(1);
        std::size_t ended = 0;  // parts that a "Read more" closed
        bool is_closed = false;
        for (auto at = range.begin; at < range.end; ++at) {
            const auto& block = document_.blocks[at];
            if (block.is_outside) continue;
            if (range.is_last_of_flat && ends_list(range, at, parts)) break;
            if (block.role == BlockRole::text && is_caption_line(block.text)) {
                listing_.oddities.push_back({block.line, OddityKind::caption_left_out, block.text});
                continue;
            }
            if (block.role == BlockRole::text && !block.text.empty()) {
                if (is_closed || begins_part(parts.back(), block)) parts.emplace_back();
                is_closed = false;
                parts.back().push_back(&block);
            }
            if (block.ends_item && !parts.back().empty()) {
                ++ended;
                is_closed = true;
                ended_.push_back(parts.back().back());
            }
        }
        // One "Read more" ends no item when other text of the same date follows: it is a quotation, a caption.
        const bool has_loose_end = ended == 1 || !is_closed;
        if (ended >= 1 && has_loose_end && parts.size() > 1 && parts.size() == ended + 1) merge_last(parts);
        links_ += ended > 0 ? 1 : 0;
        return parts;
    }

    static void merge_last(std::vector<Texts>& parts) {
        auto last = std::move(parts.back());
        parts.pop_back();
        std::ranges::move(last, std::back_inserter(parts.back()));
    }

    // A second line of the kind that the part's title is, with text between them.
    static bool begins_part(const Texts& part, const Block& block) {
        if (part.size() < 2 || block.face == Face::plain) return false;
        return part.front()->face == block.face && part.front()->level == block.level &&
               part.back()->face == Face::plain;
    }

    // Where nothing else bounds the last item: a rule, the end matter, or a heading behind its text.
    bool ends_list(const ItemRange& range, std::size_t at, const std::vector<Texts>& parts) {
        const auto& block = document_.blocks[at];
        const bool has_text = parts.size() > 1 || std::ranges::any_of(parts.back(), [](const Block* text) {
                                  return text->face == Face::plain;
                              });
        const bool ends = block.role == BlockRole::rule || (says_something(block) && is_end_matter(block.text)) ||
                          (block.role == BlockRole::text && block.face == Face::heading);
        if (!has_text || !ends) return false;
        note_left_out(at, range.end);
        return true;
    }

    // The first running text behind the list.
    void note_left_out(std::size_t begin, std::size_t end) {
        for (auto at = begin; at < end; ++at) {
            const auto& text = document_.blocks[at];
            if (!says_something(text) || text.text.size() < 60 || text.face == Face::link || is_end_matter(text.text))
                continue;
            listing_.oddities.push_back(
                {text.line, OddityKind::left_out_after, std::string{base::first_characters(text.text, 80)}});
            return;
        }
    }

    void add(const ItemRange& range, const Texts& texts) {
        ListedItem item;
        if (range.date) item.date = document_.blocks[*range.date].date->day;
        item.line = line_of(range);
        const auto* const title = title_of(range, texts);
        if (title != nullptr) item.title = title->text;
        for (const auto* const text : texts) {
            if (item.link.empty()) item.link = text->link;
            add_pictures(*text, item);
            if (text == title) continue;
            item.teaser += (item.teaser.empty() ? "" : " ") + text->text;
            item.body += (item.body.empty() ? "" : "\n\n") + text->markdown;
        }
        const bool is_ended = std::ranges::any_of(
            texts, [this](const Block* text) { return std::ranges::find(ended_, text) != ended_.end(); });
        note(range, item, is_ended);
        listing_.items.push_back(std::move(item));
    }

    // A heading, or a line of bold words or of one link, beside the date, with other text behind it.
    static const Block* title_of(const ItemRange& range, const Texts& texts) {
        if (texts.empty()) return nullptr;
        const auto* const first = texts.front();
        const bool is_only = texts.size() == 1;
        const bool is_sentence = first->text.ends_with('.') && !first->text.ends_with("...");
        if (first->face == Face::plain || first->text.size() > kLongestTitle) return nullptr;
        if (first->face == Face::heading) return is_only && is_sentence && range.date ? nullptr : first;
        if (is_only || (first->face == Face::strong && is_sentence)) return nullptr;
        std::string rest;
        for (const auto* const text : texts | std::views::drop(1)) rest += text->text;
        return essence(rest) == essence(first->text) ? nullptr : first;
    }

    void note(const ItemRange& range, const ListedItem& item, bool is_ended) {
        auto& oddities = listing_.oddities;
        const auto line = line_of(range);
        if (!range.date)
            oddities.push_back({line, OddityKind::no_date, std::string{base::first_characters(item.teaser, 80)}});
        if (item.teaser.empty()) oddities.push_back({line, OddityKind::no_text});
        if (looks_cut(item.teaser)) oddities.push_back({line, OddityKind::cut_teaser, end_of(item.teaser)});
        if (!is_ended) without_link_.push_back(line);
    }

    static std::string end_of(const std::string& text) {
        auto begin = text.size() > 40 ? text.find(' ', text.size() - 40) : std::size_t{0};
        if (begin == std::string::npos) begin = 0;
        return text.substr(begin == 0 ? 0 : begin + 1);
    }

public:
    void note_links() {
        auto& oddities = listing_.oddities;
        if (listing_.items.empty()) return;
        if (links_ == 0) {
            oddities.push_back({listing_.items.front().line, OddityKind::no_links_at_all});
            return;
        }
        if (2 * without_link_.size() > listing_.items.size()) return;
        for (const auto line : without_link_) oddities.push_back({line, OddityKind::no_link});
    }

private:
    const Document& document_;
    Listing& listing_;
    std::vector<const Block*> ended_{};          // that a "Read more" followed
    std::vector<std::uint32_t> without_link_{};  // lines of items
    std::size_t links_ = 0;
};

void note_repeated(Listing& listing) {
    std::map<std::pair<std::optional<base::Day>, std::string>, std::uint32_t> seen;
    for (const auto& item : listing.items) {
        auto words = essence(item.title) + "\n" + essence(item.teaser);
        if (words.size() < 2) continue;
        const auto [first, is_new] = seen.try_emplace({item.date, std::move(words)}, item.line);
        if (!is_new) listing.oddities.push_back({item.line, OddityKind::repeated, {}, std::to_string(first->second)});
    }
}

}  // namespace

Listing listing_of(Document document, const ListingSettings& settings) {
    Listing listing;
    prepare_dates(document, settings, listing.oddities);
    const auto ranges = ranges_of(document, listing.oddities);
    const auto head = head_of(document, ranges.items.empty() ? document.blocks.size() : ranges.begin);
    listing.title = head.title;
    if (!ranges.items.empty()) listing.introduction = head.introduction;
    ListingReader reader{document, listing};
    reader.read(ranges);
    reader.note_links();
    note_repeated(listing);
    note_order(listing, settings.today);
    if (listing.title.empty()) listing.oddities.push_back({1, OddityKind::title_not_found});
    if (listing.items.empty()) listing.oddities.push_back({1, OddityKind::no_item});
    std::ranges::sort(listing.oddities, {}, [](const Oddity& oddity) { return std::pair{oddity.line, oddity.kind}; });
    return listing;
}

}  // namespace foreign_news
