#include "platform/foreign_news/listing_ranges.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "platform/foreign_news/listing_boxes.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/sentences.h"

namespace foreign_news {
namespace {

constexpr std::size_t kWordsOfAnItem = 20;       // bytes; less is no news without a date
constexpr std::size_t kLongestHeadingLine = 60;  // bytes of a line in front of the list that is what it is called

class RangeFinder {
public:
    RangeFinder(const Document& document, std::vector<Oddity>& oddities) : document_(document), containers_(document) {
        auto found = boxes_of(document, containers_, oddities);
        boxes_ = std::move(found.boxes);
        list_ = found.list;
    }

    ListRanges find() && {
        if (boxes_.empty()) return {};
        if (are_dates_below()) {
            set_ranges_above();
        } else {
            set_starts();
            set_ends();
        }
        add_undated();
        std::ranges::sort(ranges_.items, {}, &ItemRange::begin);
        ranges_.begin = ranges_.items.front().begin;
        ranges_.end = ranges_.items.back().end;
        return std::move(ranges_);
    }

private:
    const Container& container(std::size_t index) const { return containers_[index]; }
    std::size_t dates_in(std::size_t index) const { return containers_.dates_in(index); }
    std::size_t text_in(std::size_t index) const { return containers_.text_in(index); }
    std::size_t row_of(const Box& box) const { return containers_.row_of(box); }

    bool is_title_like(std::size_t at) const {
        return says_something(document_.blocks[at]) && document_.blocks[at].face != Face::plain;
    }

    // The block in front of this one that says something, within its row.
    std::optional<std::size_t> before(std::size_t date, std::size_t from) const {
        for (auto at = date; at-- > from;)
            if (says_something(document_.blocks[at])) return at;
        return std::nullopt;
    }

    bool is_plain(std::size_t at) const {
        const auto& block = document_.blocks[at];
        return says_something(block) && block.face != Face::heading && !is_end_matter(block.text);
    }

    std::size_t plain_lines(std::size_t begin, std::size_t end) const {
        std::size_t count = 0;
        for (auto at = begin; at < end; ++at) count += is_plain(at) ? 1 : 0;
        return count;
    }

    // Whether each date stands below its text: without boxes, with text above the first and none below the last.
    bool are_dates_below() const {
        if (boxes_.size() < 2 || std::ranges::any_of(boxes_, &Box::has_text)) return false;
        if (!closes_list(boxes_.back()) || have_words_on_next_line()) return false;
        for (std::size_t i = 1; i < boxes_.size(); ++i)
            if (plain_lines(boxes_[i - 1].date + 1, boxes_[i].date) == 0) return false;
        const auto first = boxes_.front().date;
        return first > 0 && is_news(document_.blocks[first - 1]);
    }

    // Whether empty lines part the dates from what stands above them, but not from what stands below.
    bool have_words_on_next_line() const {
        std::size_t below = 0;
        for (const auto& box : boxes_) {
            const auto line = document_.blocks[box.date].line;
            const bool is_on_next =
                box.date + 1 < document_.blocks.size() && document_.blocks[box.date + 1].line == line + 1;
            const bool is_behind_last = box.date > 0 && document_.blocks[box.date - 1].line + 1 >= line;
            if (is_behind_last) return false;
            below += is_on_next ? 1 : 0;
        }
        return below > 0;
    }

    // No text, and no "Read more" of one, between this date and a rule, a heading or the end.
    bool closes_list(const Box& box) const {
        for (auto at = box.date + 1; at < document_.blocks.size(); ++at) {
            const auto& block = document_.blocks[at];
            const bool is_over =
                block.role == BlockRole::rule || (says_something(block) && block.face == Face::heading);
            if (is_over) return true;
            if (block.role == BlockRole::more || (is_plain(at) && block.face != Face::link)) return false;
        }
        return true;
    }

    void set_ranges_above() {
        for (std::size_t i = 1; i < boxes_.size(); ++i)
            ranges_.items.push_back({boxes_[i].date, boxes_[i - 1].date + 1, boxes_[i].date + 1});
        ranges_.items.insert(ranges_.items.begin(),
                             {boxes_.front().date, begin_of_first_above(), boxes_.front().date + 1});
    }

    // As many lines above the first date as the longest of the others has, with a title where most of them have one.
    std::size_t begin_of_first_above() const {
        std::size_t most = 1;
        std::size_t titled = 0;
        for (const auto& range : ranges_.items) {
            most = std::max(most, plain_lines(range.begin, range.end));
            titled += is_title_like(range.begin) ? 1 : 0;
        }
        auto begin = boxes_.front().date;
        for (std::size_t lines = 0; begin > 0 && lines < most && is_plain(begin - 1); ++lines) --begin;
        const bool has_title = 2 * titled > ranges_.items.size() && begin > 0 && is_title_like(begin - 1);
        return has_title ? begin - 1 : begin;
    }

    bool says_something_between(std::size_t begin, std::size_t end) const {
        for (auto at = begin; at < end; ++at)
            if (says_something(document_.blocks[at])) return true;
        return false;
    }

    // Whether headings stand above the dates they belong to. They do where one stands directly above most of the dates;
    // the first may be the page's own. One that is all there is below the date before is the text of that one, unless
    // the last date shows that texts stand above.
    bool has_titles_above() const {
        const bool may_be_all = closes_list(boxes_.back());
        std::size_t above = 0;
        std::size_t flat = 0;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            const auto& box = boxes_[i];
            if (box.has_text) continue;
            ++flat;
            const auto at = before(box.date, container(row_of(box)).first);
            const bool is_all = at && i > 0 && !says_something_between(boxes_[i - 1].date + 1, *at);
            const bool is_above = at && is_title_like(*at) && !document_.blocks[*at].ends_item &&
                                  (*at + 1 == box.date || document_.blocks[*at + 1].role == BlockRole::rule) &&
                                  (!is_all || may_be_all);
            if (is_above) ++above;
        }
        return flat >= 2 && 10 * above >= 6 * flat;
    }

    void set_starts() {
        titles_above_ = has_titles_above();
        for (auto& box : boxes_) {
            box.begin = box.has_text ? container(box.container).first : box.date;
            if (box.has_text || !titles_above_) continue;
            const auto at = before(box.date, container(row_of(box)).first);
            if (at && is_title_like(*at) && *at + 1 == box.date && !is_page_heading(*at)) box.begin = *at;
        }
    }

    // The first date may have the page's heading above it: one that is larger than those of the others.
    bool is_page_heading(std::size_t at) const {
        if (at + 1 != boxes_.front().date || boxes_.size() < 2) return false;
        for (std::size_t i = 1; i < boxes_.size(); ++i) {
            const auto other = before(boxes_[i].date, 0);
            if (!other || !is_title_like(*other)) continue;
            const auto& first = document_.blocks[at];
            const auto& second = document_.blocks[*other];
            return first.face != second.face || first.level < second.level;
        }
        return false;
    }

    // Where rules part the items, an item ends at one.
    bool rules_part_items() const {
        std::size_t parted = 0;
        for (std::size_t i = 1; i < boxes_.size(); ++i)
            if (rule_between(boxes_[i - 1].date, boxes_[i].begin)) ++parted;
        return boxes_.size() >= 3 && 5 * parted >= 4 * (boxes_.size() - 1);
    }

    // The first rule behind the text of a date.
    std::optional<std::size_t> rule_between(std::size_t date, std::size_t end) const {
        bool has_text = false;
        for (auto at = date + 1; at < end; ++at) {
            if (has_text && document_.blocks[at].role == BlockRole::rule) return at;
            has_text = has_text || says_something(document_.blocks[at]);
        }
        return std::nullopt;
    }

    // A row without text among rows that nearly all have theirs: it was left out.
    std::vector<bool> empty_rows() const {
        struct Rows {
            std::size_t all = 0, full = 0;
        };
        const auto key_of = [this](const Box& box) {
            return std::pair{container(box.container).parent, container(box.container).kind};
        };
        std::map<std::pair<std::size_t, std::string>, Rows> rows;
        for (const auto& box : boxes_) {
            auto& of = rows[key_of(box)];
            ++of.all;
            of.full += box.has_text && !box.goes_on ? 1 : 0;
        }
        std::vector<bool> empty;
        for (const auto& box : boxes_) {
            const auto& of = rows[key_of(box)];
            const bool is_alone = box.container != 0 && dates_in(box.container) == 1;
            empty.push_back(!box.has_text && is_alone && of.all >= 3 && 4 * of.full >= 3 * of.all);
        }
        return empty;
    }

    void set_ends() {
        const bool has_rules = rules_part_items();
        const auto is_empty_row = empty_rows();
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            auto& box = boxes_[i];
            const auto next = i + 1 < boxes_.size() ? boxes_[i + 1].begin : document_.blocks.size();
            const auto row_end = container(row_of(box)).end;
            const bool is_bounded = is_empty_row[i] || (box.has_text && !box.goes_on);
            box.end = is_bounded ? container(box.container).end : std::min(next, row_end);
            if (!is_bounded && has_no_text_below(box) && next > box.end) box.end = std::min(next, container(list_).end);
            if (const auto rule = rule_between(box.date, box.end); has_rules && !is_bounded && rule) box.end = *rule;
            const bool is_last =
                !is_bounded && box.end == std::min(row_end, document_.blocks.size()) && box.end != next;
            ranges_.items.push_back({box.date, box.begin, std::max(box.end, box.date + 1),
                                     is_last || (!is_bounded && i + 1 == boxes_.size())});
        }
        extend_heads();
        take_titles_before_boxes();
    }

    // The line directly above the element of a date that has no title itself, which may have one of its own.
    std::optional<std::size_t> line_before_box(std::size_t i) const {
        const auto& range = ranges_.items[i];
        const auto from = i > 0 ? ranges_.items[i - 1].end : container(list_).first;
        const auto at = before(range.begin, std::min(from, range.begin));
        if (!boxes_[i].has_text || boxes_[i].goes_on || !at) return std::nullopt;
        for (auto own = range.begin; own < range.end; ++own)
            if (is_title_like(own)) return std::nullopt;
        return is_title_like(*at) && !document_.blocks[*at].ends_item ? at : std::nullopt;
    }

    // Where every element of a date has such a line above it, and those are alike.
    void take_titles_before_boxes() {
        std::vector<std::size_t> lines;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            const auto at = line_before_box(i);
            if (!at) return;
            const auto& block = document_.blocks[*at];
            const auto& first = document_.blocks[lines.empty() ? *at : lines.front()];
            if (block.face != first.face || block.level != first.level) return;
            lines.push_back(*at);
        }
        if (lines.size() < 2) return;
        for (std::size_t i = 0; i < boxes_.size(); ++i) ranges_.items[i].begin = lines[i];
    }

    bool has_no_text_below(const Box& box) const {
        for (auto at = box.begin; at < box.end; ++at)
            if (says_something(document_.blocks[at]) && document_.blocks[at].face == Face::plain) return false;
        return true;
    }

    // Boxes that hold no more than title and date, with the texts between them: a head is not the whole item.
    void extend_heads() {
        std::size_t heads = 0;
        for (const auto& box : boxes_) heads += box.has_text && has_no_text_below(box) ? 1 : 0;
        if (heads * 2 < boxes_.size() || heads < 2) return;
        std::size_t between = 0;
        for (std::size_t i = 0; i + 1 < boxes_.size(); ++i)
            for (auto at = boxes_[i].end; at < boxes_[i + 1].begin; ++at)
                if (says_something(document_.blocks[at]) && document_.blocks[at].face == Face::plain) {
                    ++between;
                    break;
                }
        if (between * 2 < boxes_.size() - 1) return;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            const bool is_last = i + 1 == boxes_.size();
            const auto next = is_last ? container(container(boxes_[i].container).parent).end : boxes_[i + 1].begin;
            ranges_.items[i].end = std::max(ranges_.items[i].end, next);
            ranges_.items[i].is_last_of_flat = is_last;
        }
    }

    // Elements like those of the items, beside them, but without a date; and what else stands between two items.
    void add_undated() {
        std::vector<ItemRange> undated;
        for (std::size_t i = 0; i + 1 < ranges_.items.size(); ++i)
            add_texts({.begin = ranges_.items[i].end, .end = ranges_.items[i + 1].begin}, undated);
        add_like_boxes(undated);
        std::ranges::move(undated, std::back_inserter(ranges_.items));
    }

    bool is_news(const Block& block) const {
        return says_something(block) && block.face == Face::plain && block.text.size() >= kWordsOfAnItem;
    }

    // Text between two boxes, one item for each element that stands beside them.
    void add_texts(ItemRange gap, std::vector<ItemRange>& undated) const {
        auto begin = gap.begin;
        while (begin < gap.end) {
            const auto sibling = sibling_at(begin, gap.end);
            const bool is_box = sibling.container != 0 && is_like_boxes(sibling.container);
            for (auto at = begin; at < sibling.end; ++at) {
                const auto& block = document_.blocks[at];
                if (!is_news(block) && !(is_box && is_short_news(block))) continue;
                undated.push_back({.begin = begin, .end = sibling.end});
                break;
            }
            begin = sibling.end;
        }
    }

    // In an element like those of the items a short sentence is news too.
    bool is_short_news(const Block& block) const {
        return says_something(block) && block.face == Face::plain && ends_sentence(block.text) &&
               !is_end_matter(block.text);
    }

    bool is_like_boxes(std::size_t index) const {
        const auto& box = boxes_.front();
        return box.has_text && !box.goes_on && container(index).kind == container(box.container).kind &&
               container(index).parent == container(box.container).parent;
    }

    // The largest element that begins at this block and does not reach beyond the gap; 0 where there is none.
    struct Sibling {
        std::size_t container, end;
    };
    Sibling sibling_at(std::size_t at, std::size_t gap_end) const {
        Sibling found{0, at + 1};
        auto index = document_.blocks[at].container;
        while (index != 0 && container(index).first >= at && container(index).end <= gap_end) {
            found = {index, std::max(found.end, container(index).end)};
            index = container(index).parent;
        }
        return found;
    }

    // In front of the first and behind the last item, only what looks like their boxes.
    void add_like_boxes(std::vector<ItemRange>& undated) const {
        const auto list_end = ranges_.items.back().end;
        for (const auto* const box : {&boxes_.front(), &boxes_.back()}) {
            if (!box->has_text || box->goes_on) continue;
            for (std::size_t index = 0; index < document_.containers.size(); ++index) {
                const auto& other = container(index);
                const auto& own = container(box->container);
                const bool is_like = other.parent == own.parent && other.kind == own.kind && dates_in(index) == 0;
                const bool is_at_end = other.end <= ranges_.items.front().begin || other.first >= list_end;
                const bool has_class = !other.kind.ends_with('.') || other.kind == "li." || other.kind == "tr." ||
                                       other.kind == "article.";
                if (!is_like || !is_at_end || !has_class || text_in(index) < kWordsOfAnItem) continue;
                if (is_page_title(index) || (other.end <= ranges_.items.front().begin && is_heading_line(index)))
                    continue;
                const bool is_there =
                    std::ranges::any_of(undated, [&](const ItemRange& range) { return range.begin == other.first; });
                if (!is_there) undated.push_back({.begin = other.first, .end = other.end});
            }
        }
    }

    // Whether an element says nothing but what the page is called.
    bool is_page_title(std::size_t index) const {
        std::string words;
        for (auto at = container(index).first; at < container(index).end; ++at)
            if (says_something(document_.blocks[at])) words += essence(document_.blocks[at].text);
        return !words.empty() && essence(document_.title).contains(words);
    }

    // Whether an element says no more than one short line that is no sentence.
    bool is_heading_line(std::size_t index) const {
        const Block* only = nullptr;
        for (auto at = container(index).first; at < container(index).end; ++at) {
            if (!says_something(document_.blocks[at])) continue;
            if (only != nullptr) return false;
            only = &document_.blocks[at];
        }
        return only != nullptr && only->text.size() <= kLongestHeadingLine && looks_cut(only->text);
    }

    const Document& document_;
    Containers containers_;
    std::vector<Box> boxes_{};
    std::size_t list_ = 0;  // the element that holds all items
    bool titles_above_ = false;
    ListRanges ranges_{};
};

}  // namespace

ListRanges ranges_of(const Document& document, std::vector<Oddity>& oddities) {
    return RangeFinder{document, oddities}.find();
}

}  // namespace foreign_news
