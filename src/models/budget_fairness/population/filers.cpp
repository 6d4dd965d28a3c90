#include "models/budget_fairness/population/filers.h"

#include <algorithm>
#include <cmath>

namespace budget_fairness {
namespace {

// The income at `place` (0 to 1) of a class, from poorest to richest.
double income_at(const IncomeClass& published, double place) {
    const double mean = published.mean(Item::total_income);
    if (std::isinf(published.to)) {
        const double alpha = mean / std::max(1.0, mean - published.from);
        return published.from * std::pow(1 - place, -1 / alpha);
    }
    const double width = published.to - published.from;
    const double middle = std::clamp((mean - published.from) / width, 0.05, 0.95);
    return published.from + width * std::pow(place, 1 / middle - 1);
}

// Steps of a curve with a long tail miss some of its mean: what is above the class's beginning is stretched to it.
void meet_mean(std::span<Filer> filers, const IncomeClass& published) {
    double sum = 0;
    for (const auto& filer : filers) sum += filer.total - published.from;
    const double wanted = (published.mean(Item::total_income) - published.from) * static_cast<double>(filers.size());
    if (sum <= 0 || wanted <= 0) return;
    for (auto& filer : filers) {
        const double stretched = published.from + (filer.total - published.from) * wanted / sum;
        filer.total = static_cast<float>(std::min(stretched, published.to));
    }
}

void set_totals(std::span<Filer> filers, const IncomeClass& published) {
    const double without = 1 - published.share(Item::total_income);  // returns without any income
    const auto count = static_cast<double>(filers.size());
    for (std::size_t i = 0; i < filers.size(); ++i) {
        const double place = (static_cast<double>(i) + 0.5) / count;
        const bool has_income = place >= without;
        filers[i].total = static_cast<float>(has_income ? income_at(published, (place - without) / (1 - without)) : 0);
    }
    meet_mean(filers, published);
}

std::uint8_t draw_age(std::size_t band, Random& random) {
    const double at = random.uniform();
    if (band == 0) return static_cast<std::uint8_t>(18 + 7 * at);
    if (band + 1 < kAgeBands) return static_cast<std::uint8_t>(kAgeBandFrom[band] + 10 * at);
    return static_cast<std::uint8_t>(65 + 32 * (1 - std::sqrt(1 - at)));
}

// Sex and age as the persons of that income have them; `order` is shuffled so that they are spread over the incomes.
void set_ages(std::span<Filer> filers, const PlaceTables& tables, Random& random) {
    const double income = filers.front().total;
    const auto band = std::ranges::upper_bound(kThresholds, income) - kThresholds.begin() - 1;
    std::array<double, 2 * kAgeBands> persons{};
    double all = 0;
    for (std::size_t i = 0; i < persons.size(); ++i)
        all += persons[i] = std::max(0.0, tables.persons[i / kAgeBands][i % kAgeBands][static_cast<std::size_t>(band)]);
    std::vector<std::uint32_t> order(filers.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    random.shuffle(std::span{order});
    std::size_t kind = 0;
    double reached = persons[0], step = all / static_cast<double>(filers.size()), at = step * random.uniform();
    for (const auto i : order) {
        while (at > reached && kind + 1 < persons.size()) reached += persons[++kind];
        filers[i].sex = static_cast<Sex>(kind / kAgeBands);
        filers[i].age = draw_age(kind % kAgeBands, random);
        at += step;
    }
}

}  // namespace

std::vector<Filer> make_filers(Jurisdiction place, std::size_t count, Random& random) {
    const auto& tables = Published::shipped().at(place);
    std::vector<Filer> filers(count);
    double reached = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tables.classes.size(); ++i) {
        const auto& published = tables.classes[i];
        reached += published.returns() / tables.returns() * static_cast<double>(count);
        const auto end =
            i + 1 < tables.classes.size() ? std::min(count, static_cast<std::size_t>(std::lround(reached))) : count;
        const std::span cell{filers.data() + begin, end - begin};
        begin = end;
        if (cell.empty()) continue;
        for (auto& filer : cell) filer.income_class = static_cast<std::uint8_t>(i);
        set_totals(cell, published);
        set_ages(cell, tables, random);
        compose(cell, published, random);
    }
    return filers;
}

}  // namespace budget_fairness
