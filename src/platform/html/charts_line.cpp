#include "platform/html/charts_line.h"

#include <algorithm>

namespace html {
namespace {

constexpr std::size_t kMostFigures = 6;

// The plot within the picture, in hundredths of it: room for figures above, labels below, half a label at the sides.
constexpr Stretch kAcross{8, 92};
constexpr Stretch kUpwards{80, 22};  // the bottom and the top; y grows downwards

Stretch scale_of(const std::vector<LinePoint>& points) {
    Stretch scale{0, 0};
    for (const auto& point : points) {
        scale.from = std::min({scale.from, point.value, point.range ? point.range->from : point.value});
        scale.to = std::max({scale.to, point.value, point.range ? point.range->to : point.value});
    }
    return scale;
}

class Plot {
public:
    explicit Plot(const std::vector<LinePoint>& points) : scale_(scale_of(points)), last_(points.size() - 1) {}

    double across(std::size_t point) const {
        return kAcross.from + (kAcross.to - kAcross.from) * static_cast<double>(point) / static_cast<double>(last_);
    }
    double upwards(double value) const {
        const double length = scale_.to - scale_.from;
        const double share = length > 0 ? (value - scale_.from) / length : 0;
        return kUpwards.from + (kUpwards.to - kUpwards.from) * share;
    }

private:
    Stretch scale_;
    std::size_t last_;
};

std::string percent(double hundredths) { return charts::place(hundredths, {0, 100}); }

std::string bare(double hundredths) {
    std::string text = percent(hundredths);
    text.pop_back();
    return text;
}

// The upper edge from left to right, the lower one back.
std::string band_points(const std::vector<LinePoint>& points, const Plot& plot) {
    std::string text;
    const auto add = [&](std::size_t point, double value) {
        text += bare(plot.across(point)) + ',' + bare(plot.upwards(value)) + ' ';
    };
    for (std::size_t i = 0; i < points.size(); ++i) add(i, points[i].range ? points[i].range->to : points[i].value);
    for (std::size_t i = points.size(); i-- > 0;) add(i, points[i].range ? points[i].range->from : points[i].value);
    return text;
}

void write_band(Out& out, const std::vector<LinePoint>& points, const Plot& plot) {
    const bool has_range = std::ranges::any_of(points, [](const LinePoint& point) { return point.range.has_value(); });
    if (!has_range) return;
    write<
        R"(<svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none"><polygon class="line-chart__band" points="{}"/></svg>)">(
        out, band_points(points, plot));
}

void write_lines(Out& out, const std::vector<LinePoint>& points, const Plot& plot) {
    const auto zero = percent(plot.upwards(0));
    write<R"(<line class="line-chart__zero" x1="0" x2="100%" y1="{}" y2="{}"/>)">(out, zero, zero);
    for (std::size_t i = 1; i < points.size(); ++i)
        write<R"(<line class="line-chart__line" x1="{}" y1="{}" x2="{}" y2="{}"/>)">(
            out, percent(plot.across(i - 1)), percent(plot.upwards(points[i - 1].value)), percent(plot.across(i)),
            percent(plot.upwards(points[i].value)));
}

void write_points(Out& out, const std::vector<LinePoint>& points, const Plot& plot) {
    const std::size_t last = points.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        const auto x = percent(plot.across(i));
        const auto y = percent(plot.upwards(points[i].value));
        write<R"(<circle class="line-chart__point" cx="{}" cy="{}" r="5"/>)">(out, x, y);
        if (last >= kMostFigures && i != 0 && i != last) continue;
        write<
            R"(<text class="line-chart__figure" x="{}" y="{}" dy="-14" text-anchor="middle">{}</text><text class="line-chart__label" x="{}" y="96%" text-anchor="middle">{}</text>)">(
            out, x, y, points[i].figure, x, points[i].label);
    }
}

}  // namespace

SafeHtml line_chart(const LineChart& chart) {
    if (chart.points.size() < 2) return {};
    const Plot plot{chart.points};
    Out out;
    write<
        R"(<svg class="line-chart" role="img" aria-labelledby="{}-title" focusable="false"><title id="{}-title">{}</title>)">(
        out, chart.id, chart.id, chart.title);
    write_band(out, chart.points, plot);
    write_lines(out, chart.points, plot);
    write_points(out, chart.points, plot);
    write<"</svg>">(out);
    return std::move(out).finish();
}

}  // namespace html
