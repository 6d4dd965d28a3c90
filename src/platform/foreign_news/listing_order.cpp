#include "platform/foreign_news/listing_order.h"

#include <algorithm>

namespace foreign_news {
namespace {

// Which of the numbers form a longest run that never rises; of several runs the one whose numbers stand first.
std::vector<bool> longest_falling(const std::vector<std::int64_t>& numbers) {
    // lengths[i]: of the longest run that begins at i. best[n]: the smallest number that a run of n + 1 begins with.
    std::vector<std::size_t> lengths(numbers.size());
    std::vector<std::int64_t> best;
    for (auto i = numbers.size(); i-- > 0;) {
        const auto place = std::ranges::upper_bound(best, numbers[i]);
        lengths[i] = static_cast<std::size_t>(place - best.begin()) + 1;
        if (place == best.end())
            best.push_back(numbers[i]);
        else
            *place = numbers[i];
    }
    std::vector<bool> in_run(numbers.size(), false);
    auto wanted = best.size();
    std::optional<std::int64_t> last;
    for (std::size_t i = 0; i < numbers.size() && wanted > 0; ++i) {
        if (lengths[i] != wanted || (last && numbers[i] > *last)) continue;
        in_run[i] = true;
        last = numbers[i];
        --wanted;
    }
    return in_run;
}

// "2013-04-02 / 2013-02-28"; the first and the last item have one neighbour.
std::string neighbours_of(const std::vector<const ListedItem*>& items, std::size_t at) {
    std::string days;
    if (at > 0) days = base::iso(*items[at - 1]->date);
    if (at + 1 < items.size()) days += (days.empty() ? "" : " / ") + base::iso(*items[at + 1]->date);
    return days;
}

}  // namespace

void note_order(Listing& listing, base::Day today) {
    std::vector<const ListedItem*> dated;
    for (const auto& item : listing.items)
        if (item.date) dated.push_back(&item);
    std::vector<std::int64_t> falling;
    std::vector<std::int64_t> rising;
    for (const auto* const item : dated) {
        falling.push_back(item->date->time_since_epoch().count());
        rising.push_back(-falling.back());
    }
    const auto newest_first = longest_falling(falling);
    const auto oldest_first = longest_falling(rising);
    const auto& in_order =
        std::ranges::count(newest_first, true) >= std::ranges::count(oldest_first, true) ? newest_first : oldest_first;
    for (std::size_t i = 0; i < dated.size(); ++i) {
        if (!in_order[i])
            listing.oddities.push_back(
                {dated[i]->line, OddityKind::out_of_order, base::iso(*dated[i]->date), neighbours_of(dated, i)});
        if (*dated[i]->date > today)
            listing.oddities.push_back({dated[i]->line, OddityKind::future_date, base::iso(*dated[i]->date)});
    }
}

}  // namespace foreign_news
