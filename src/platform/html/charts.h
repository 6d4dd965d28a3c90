// platform/html/charts.h - what all charts share: their inks, the figure around them, the table beneath.
//
//     html::chart_figure({.id = "spread", .says = t("Every job cut takes another one with it."),
//                         .chart = html::waterfall(...), .beneath = html::chart_table(...)});
//
// A chart is drawn in the page itself, without script and without style attributes: lengths are percentages of the
// width that there is, words stay words and wrap. Colours are classes of web/styles/charts.css.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/template.h"

namespace html {

// Few inks, so that they keep their meaning: the campaign's colour for what the chart is about, ink for what it is
// compared with, soft for the rest.
enum class Ink : unsigned char { accent, ink, soft };

// "chart-ink--accent"
[[nodiscard]] std::string_view class_of(Ink ink);

// A stretch of the chart's own scale.
struct Stretch {
    double from;
    double to;
};

// One entry of the key below a chart, for charts whose inks are not labelled in place.
struct KeyEntry {
    Ink ink;
    std::string label;
};

struct ChartFigure {
    std::string id;    // unique in the page
    std::string says;  // the sentence above: what there is to see
    SafeHtml chart;
    std::vector<KeyEntry> key{};
    SafeHtml beneath{};  // a table, a source; may be empty
};
[[nodiscard]] SafeHtml chart_figure(const ChartFigure& figure);

// The same figures as a table behind a disclosure. The first cell of a row is its heading, the others are figures.
struct ChartTable {
    std::string id;       // unique in the page
    std::string summary;  // what opens it: "The figures as a table"
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // each as long as columns
};
[[nodiscard]] SafeHtml chart_table(const ChartTable& table);

namespace charts {

// Where `value` stands on a scale, as an SVG length: "37.5%". A scale of no length puts everything at its start.
[[nodiscard]] std::string place(double value, Stretch scale);

// A length on that scale: "12.25%"; never negative.
[[nodiscard]] std::string extent(Stretch part, Stretch scale);

}  // namespace charts

}  // namespace html
