#include "features/newsroom/river.h"

#include <algorithm>
#include <iterator>

namespace newsroom {
namespace {

using store::Headline;

void append(std::vector<Headline>& all, std::vector<Headline> more) {
    std::ranges::move(more, std::back_inserter(all));
}

bool is_in_order(const Headline& left, const Headline& right) {
    return stands_before(left.position(), right.position());
}

store::ListPage page_of(const store::List& list, const RiverPage& page) {
    return {.list = list, .after = page.after, .days = page.days, .limit = page.limit};
}

}  // namespace

bool stands_before(const store::Position& left, const store::Position& right) {
    if (left.day != right.day) return left.day && (!right.day || *left.day > *right.day);
    return left.item > right.item;
}

std::vector<Headline> page(db::Read& read, const Lists& lists, const RiverPage& page) {
    std::vector<Headline> all;
    for (const auto& list : lists) append(all, store::page(read, page_of(list, page)));
    if (lists.size() > 1) std::ranges::sort(all, is_in_order);
    if (std::ssize(all) > page.limit) all.erase(all.begin() + page.limit, all.end());
    return all;
}

std::vector<Headline> page_before(db::Read& read, const Lists& lists, const RiverPage& page) {
    std::vector<Headline> all;
    for (const auto& list : lists) append(all, store::page_before(read, page_of(list, page)));
    if (lists.size() > 1) std::ranges::sort(all, is_in_order);
    if (std::ssize(all) > page.limit) all.erase(all.begin(), all.end() - page.limit);
    return all;
}

std::vector<Headline> undated(db::Read& read, const Lists& lists, std::int64_t limit) {
    std::vector<Headline> all;
    for (const auto& list : lists) append(all, store::undated(read, list, limit));
    if (lists.size() > 1) std::ranges::sort(all, is_in_order);
    if (std::ssize(all) > limit) all.erase(all.begin() + limit, all.end());
    return all;
}

std::vector<store::MonthCount> months(db::Read& read, const Lists& lists) {
    std::vector<store::MonthCount> all;
    for (const auto& list : lists) std::ranges::move(store::months(read, list), std::back_inserter(all));
    return all;
}

}  // namespace newsroom
