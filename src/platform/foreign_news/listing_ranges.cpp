#include "platform/foreign_news/listing_ranges.h"

#include <algorithm>
#include <map>

#include "platform/foreign_news/phrases.h"

namespace foreign_news {
namespace {

constexpr std::size_t kWordsOfAnItem = 20;  // bytes; less is no news without a date
constexpr std::size_t kMostWeight = 400;    // bytes that count of one item when lists are compared

bool says_something(const Block& block) { return block.role == BlockRole::text && !block.is_outside; }

class RangeFinder {
public:
    RangeFinder(const Document& document, std::vector<Oddity>& oddities) : document_(document), oddities_(oddities) {
        dates_before_.push_back(0);
        for (const auto& block : document.blocks)
            dates_before_.push_back(dates_before_.back() + (is_date(block) ? 1 : 0));
    }

    ListRanges find() && {
        find_boxes();
        if (boxes_.empty()) return {};
        choose_list();
        set_starts();
        set_ends();
        add_undated();
        std::ranges::sort(ranges_.items, {}, &ItemRange::begin);
        ranges_.begin = ranges_.items.front().begin;
        ranges_.end = ranges_.items.back().end;
        return std::move(ranges_);
    }

private:
    // A date and the largest element that holds no other one.
    struct Box {
        std::size_t date;
        std::size_t container;
        bool has_text;  // beside the date; else the date stands in a row of blocks, flat
        bool goes_on;   // its text may go on behind it: a paragraph is no box
        std::size_t begin = 0, end = 0;
    };

    static bool is_date(const Block& block) { return block.role == BlockRole::date && !block.is_outside; }
    const Container& container(std::size_t index) const { return document_.containers[index]; }
    std::size_t dates_in(std::size_t index) const {
        return dates_before_[container(index).end] - dates_before_[container(index).first];
    }

    void find_boxes() {
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            if (!is_date(document_.blocks[at])) continue;
            auto box = document_.blocks[at].container;
            while (box != 0 && dates_in(container(box).parent) == 1) box = container(box).parent;
            if (dates_in(box) > 1) {
                boxes_.push_back({at, box, false, true});
                continue;
            }
            const bool is_paragraph = container(box).kind.starts_with("p.") || container(box).kind.starts_with("dt.");
            boxes_.push_back({at, box, box != 0 && text_in(box) > 0, is_paragraph});
        }
        if (boxes_.size() == 1) narrow_only_box();
    }

    // A page with one date: the innermost element with text beside the date, not the page.
    void narrow_only_box() {
        auto& box = boxes_.front();
        box.container = document_.blocks[box.date].container;
        while (box.container != 0 && text_in(box.container) == 0) box.container = container(box.container).parent;
        box.has_text = false;
    }

    std::size_t text_in(std::size_t index) const {
        std::size_t size = 0;
        for (auto at = container(index).first; at < container(index).end && size < kMostWeight; ++at)
            if (says_something(document_.blocks[at])) size += document_.blocks[at].text.size();
        return std::min(size, kMostWeight);
    }

    // The element in which the dates stand side by side with those of other items.
    std::size_t row_of(const Box& box) const {
        return container(box.container).end - container(box.container).first > 0 && dates_in(box.container) == 1
                   ? container(box.container).parent
                   : box.container;
    }

    std::string signature(const Box& box) const {
        std::string out;
        auto at = box.container;
        for (int depth = 0; depth < 12 && at != 0; ++depth, at = container(at).parent) out += container(at).kind + "<";
        return out;
    }

    std::size_t weight(std::size_t index) const {
        const auto& box = boxes_[index];
        if (box.has_text && !box.goes_on) return text_in(box.container);
        const auto end = index + 1 < boxes_.size() ? boxes_[index + 1].date : document_.blocks.size();
        std::size_t size = 0;
        for (auto at = box.date + 1; at < end && size < kMostWeight; ++at)
            if (says_something(document_.blocks[at])) size += document_.blocks[at].text.size();
        return std::min(size, kMostWeight);
    }

    // Of a date outside the list: its text without links and labels, which menus are made of.
    std::size_t running_text(std::size_t index) const {
        const auto& box = boxes_[index];
        const auto begin = box.has_text ? container(box.container).first : box.date + 1;
        const auto next = index + 1 < boxes_.size() ? boxes_[index + 1].date : document_.blocks.size();
        const auto end = box.has_text ? container(box.container).end : next;
        std::size_t size = 0;
        for (auto at = begin; at < end && size < kMostWeight; ++at)
            if (says_something(document_.blocks[at]) && document_.blocks[at].face == Face::plain)
                size += document_.blocks[at].text.size();
        return std::min(size, kMostWeight);
    }

    std::size_t common_container(std::size_t left, std::size_t right) const {
        // Containers stand behind their parents.
        while (left != right) {
            if (left > right)
                left = container(left).parent;
            else
                right = container(right).parent;
        }
        return left;
    }

    // Dates that stand elsewhere on the page and have little text are no items: a side bar, a calendar.
    void choose_list() {
        std::map<std::string, std::size_t> weights;
        for (std::size_t i = 0; i < boxes_.size(); ++i) weights[signature(boxes_[i])] += weight(i);
        const auto best = std::ranges::max_element(weights, {}, [](const auto& entry) { return entry.second; })->first;
        std::size_t list = 0;
        std::size_t count = 0;
        std::size_t total = 0;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (signature(boxes_[i]) != best) continue;
            list = count == 0 ? row_of(boxes_[i]) : common_container(list, row_of(boxes_[i]));
            ++count;
            total += weight(i);
        }
        std::vector<Box> chosen;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            const auto date = boxes_[i].date;
            const bool is_inside = date >= container(list).first && date < container(list).end;
            if (is_inside || 2 * running_text(i) * count >= total)
                chosen.push_back(boxes_[i]);
            else
                oddities_.push_back(
                    {document_.blocks[date].line, OddityKind::outside_list, document_.blocks[date].text});
        }
        boxes_ = std::move(chosen);
        list_ = list;
    }

    bool is_title_like(std::size_t at) const {
        return says_something(document_.blocks[at]) && document_.blocks[at].face != Face::plain;
    }

    // The block in front of this one that says something, within its row.
    std::optional<std::size_t> before(std::size_t date, std::size_t from) const {
        for (auto at = date; at-- > from;)
            if (says_something(document_.blocks[at])) return at;
        return std::nullopt;
    }

    // Whether headings stand above the dates they belong to. They do where one stands directly above most of the dates;
    // the first may be the page's own.
    bool has_titles_above() const {
        std::size_t above = 0;
        std::size_t flat = 0;
        for (const auto& box : boxes_) {
            if (box.has_text) continue;
            ++flat;
            const auto at = before(box.date, container(row_of(box)).first);
            const bool is_above = at && is_title_like(*at) && !document_.blocks[*at].ends_item &&
                                  (*at + 1 == box.date || document_.blocks[*at + 1].role == BlockRole::rule);
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

    void set_ends() {
        const bool has_rules = rules_part_items();
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            auto& box = boxes_[i];
            const auto next = i + 1 < boxes_.size() ? boxes_[i + 1].begin : document_.blocks.size();
            const auto row_end = container(row_of(box)).end;
            const bool is_bounded = box.has_text && !box.goes_on;
            box.end = is_bounded ? container(box.container).end : std::min(next, row_end);
            if (!is_bounded && has_no_text_below(box) && next > box.end) box.end = std::min(next, container(list_).end);
            if (const auto rule = rule_between(box.date, box.end); has_rules && !is_bounded && rule) box.end = *rule;
            const bool is_last =
                !is_bounded && box.end == std::min(row_end, document_.blocks.size()) && box.end != next;
            ranges_.items.push_back({box.date, box.begin, std::max(box.end, box.date + 1),
                                     is_last || (!is_bounded && i + 1 == boxes_.size())});
        }
        extend_heads();
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
            const auto end = end_of_sibling(begin, gap.end);
            ItemRange range{.begin = begin, .end = end};
            for (auto at = begin; at < end; ++at)
                if (is_news(document_.blocks[at])) {
                    undated.push_back(range);
                    break;
                }
            begin = end;
        }
    }

    // The end of the largest element that begins at this block and does not reach beyond the gap.
    std::size_t end_of_sibling(std::size_t at, std::size_t gap_end) const {
        auto index = document_.blocks[at].container;
        std::size_t end = at + 1;
        while (index != 0 && container(index).first >= at && container(index).end <= gap_end) {
            end = std::max(end, container(index).end);
            index = container(index).parent;
        }
        return end;
    }

    // In front of the first and behind the last item, only what looks like their boxes.
    void add_like_boxes(std::vector<ItemRange>& undated) const {
        for (const auto* const box : {&boxes_.front(), &boxes_.back()}) {
            if (!box->has_text || box->goes_on) continue;
            for (std::size_t index = 0; index < document_.containers.size(); ++index) {
                const auto& other = container(index);
                const auto& own = container(box->container);
                const bool is_like = other.parent == own.parent && other.kind == own.kind && dates_in(index) == 0;
                const bool is_at_end = other.end <= ranges_.items.front().begin || other.first >= boxes_.back().end;
                const bool has_class = !other.kind.ends_with('.') || other.kind == "li." || other.kind == "tr." ||
                                       other.kind == "article.";
                if (!is_like || !is_at_end || !has_class || text_in(index) < kWordsOfAnItem) continue;
                const bool is_there =
                    std::ranges::any_of(undated, [&](const ItemRange& range) { return range.begin == other.first; });
                if (!is_there) undated.push_back({.begin = other.first, .end = other.end});
            }
        }
    }

    const Document& document_;
    std::vector<Oddity>& oddities_;
    std::vector<std::size_t> dates_before_{};
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
