#include "platform/foreign_news/listing_boxes.h"

#include <algorithm>
#include <map>
#include <string>

namespace foreign_news {
namespace {

bool is_date(const Block& block) { return block.role == BlockRole::date && !block.is_outside; }

class BoxFinder {
public:
    BoxFinder(const Document& document, const Containers& containers, std::vector<Oddity>& oddities)
        : document_(document), containers_(containers), oddities_(oddities) {}

    ListBoxes find() && {
        find_boxes();
        if (!boxes_.empty()) choose_list();
        return {std::move(boxes_), list_};
    }

private:
    const Container& container(std::size_t index) const { return containers_[index]; }
    std::size_t dates_in(std::size_t index) const { return containers_.dates_in(index); }
    std::size_t text_in(std::size_t index) const { return containers_.text_in(index); }

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
        for (auto at = box.date + 1; at < end && size < Containers::kMostWeight; ++at)
            if (says_something(document_.blocks[at])) size += document_.blocks[at].text.size();
        return std::min(size, Containers::kMostWeight);
    }

    // Of a date outside the list: its text without links and labels, which menus are made of.
    std::size_t running_text(std::size_t index) const {
        const auto& box = boxes_[index];
        const auto begin = box.has_text ? container(box.container).first : box.date + 1;
        const auto next = index + 1 < boxes_.size() ? boxes_[index + 1].date : document_.blocks.size();
        const auto end = box.has_text ? container(box.container).end : next;
        std::size_t size = 0;
        for (auto at = begin; at < end && size < Containers::kMostWeight; ++at)
            if (says_something(document_.blocks[at]) && document_.blocks[at].face == Face::plain)
                size += document_.blocks[at].text.size();
        return std::min(size, Containers::kMostWeight);
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
            list = count == 0 ? containers_.row_of(boxes_[i]) : common_container(list, containers_.row_of(boxes_[i]));
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

    const Document& document_;
    const Containers& containers_;
    std::vector<Oddity>& oddities_;
    std::vector<Box> boxes_{};
    std::size_t list_ = 0;  // the element that holds all items
};

}  // namespace

bool says_something(const Block& block) { return block.role == BlockRole::text && !block.is_outside; }

Containers::Containers(const Document& document) : document_(document) {
    for (const auto& block : document.blocks) dates_before_.push_back(dates_before_.back() + (is_date(block) ? 1 : 0));
}

std::size_t Containers::dates_in(std::size_t index) const {
    const auto& container = document_.containers[index];
    return dates_before_[container.end] - dates_before_[container.first];
}

std::size_t Containers::text_in(std::size_t index) const {
    const auto& container = document_.containers[index];
    std::size_t size = 0;
    for (auto at = container.first; at < container.end && size < kMostWeight; ++at)
        if (says_something(document_.blocks[at])) size += document_.blocks[at].text.size();
    return std::min(size, kMostWeight);
}

std::size_t Containers::row_of(const Box& box) const {
    const auto& container = document_.containers[box.container];
    return container.end > container.first && dates_in(box.container) == 1 ? container.parent : box.container;
}

ListBoxes boxes_of(const Document& document, const Containers& containers, std::vector<Oddity>& oddities) {
    return BoxFinder{document, containers, oddities}.find();
}

}  // namespace foreign_news
