// platform/html/charts_bars.h - bars side by side, and the waterfall that adds up.
//
// Each row is an item of a list that reads as a sentence: label, note, figure. The bar below it is drawn for the eye
// only, so that nothing is said twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/html/charts.h"

namespace html {

struct BarPart {
    Stretch stretch;  // in the chart's unit; from <= to
    Ink ink = Ink::accent;
};

struct BarRow {
    std::string label;
    std::string figure;              // the value as people read it: "1,350"
    std::vector<BarPart> parts;      // drawn one over the other, in this order
    std::string note{};              // smaller, under the label
    std::optional<Stretch> range{};  // a line below the bar: how uncertain it is
    std::string live{};              // data-live-figure of the figure, for scripts that renew it; empty for none
    enum class Weight : unsigned char { usual, total } weight = Weight::usual;
};

struct BarChart {
    std::vector<BarRow> rows;
    // The scale. Empty: from the smallest to the largest of what is drawn, zero always among them.
    std::optional<Stretch> scale{};
    // A line from the end of each bar to the start of the next.
    enum class Look : unsigned char { bars, steps } look = Look::bars;
};
[[nodiscard]] SafeHtml bar_chart(const BarChart& chart);

// What adds up to a total: each step begins where the one before it ended; a last row shows the whole.
struct WaterfallStep {
    std::string label;
    std::string figure;
    double amount;  // in the unit of the chart; may be negative
    Ink ink = Ink::accent;
    std::string note{};
    std::string live{};
};
struct WaterfallTotal {
    std::string label;
    std::string figure;
    std::optional<Stretch> range{};
    std::string note{};
    std::string live{};
};
[[nodiscard]] SafeHtml waterfall(const std::vector<WaterfallStep>& steps, const WaterfallTotal& total);

}  // namespace html
