// platform/html/charts_line.h - a value year by year, with the band of what it may be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/html/charts.h"

namespace html {

struct LinePoint {
    std::string label;   // "2027"
    std::string figure;  // "1,350"
    double value;
    std::optional<Stretch> range{};
};

// A picture with a name, for everybody who does not see it; give the table beneath it as well.
struct LineChart {
    std::string id;  // unique in the page
    std::string title;
    std::vector<LinePoint> points;  // at equal distances; two at least, else there is no line and nothing is drawn
};

// Zero is always on the scale. With up to six points each says its figure, else the first and the last do.
[[nodiscard]] SafeHtml line_chart(const LineChart& chart);

}  // namespace html
