#include "platform/html/charts_bars.h"

#include <algorithm>
#include <utility>

namespace html {
namespace {

// From the smallest to the largest that is drawn, and zero.
Stretch scale_of(const BarChart& chart) {
    if (chart.scale) return *chart.scale;
    Stretch scale{0, 0};
    const auto take_in = [&](const Stretch& stretch) {
        scale.from = std::min({scale.from, stretch.from, stretch.to});
        scale.to = std::max({scale.to, stretch.from, stretch.to});
    };
    for (const auto& row : chart.rows) {
        for (const auto& part : row.parts) take_in(part.stretch);
        if (row.range) take_in(*row.range);
    }
    return scale;
}

void write_parts(Out& out, const BarRow& row, Stretch scale) {
    for (const auto& part : row.parts)
        write<R"(<rect class="{}" x="{}" width="{}" height="100%"/>)">(
            out, class_of(part.ink), charts::place(part.stretch.from, scale), charts::extent(part.stretch, scale));
}

// Where nothing is below zero, the edge of the chart is the zero line.
void write_zero(Out& out, Stretch scale) {
    if (scale.from >= 0) return;
    const auto zero = charts::place(0, scale);
    write<R"(<line class="bar-chart__zero" x1="{}" x2="{}" y1="-50%" y2="150%"/>)">(out, zero, zero);
}

// Below the bar, where every ink leaves it readable.
void write_range(Out& out, const BarRow& row, Stretch scale) {
    if (!row.range) return;
    const auto from = charts::place(row.range->from, scale);
    const auto to = charts::place(row.range->to, scale);
    write<
        R"(<line class="bar-chart__whisker" x1="{}" x2="{}" y1="135%" y2="135%"/><line class="bar-chart__whisker" x1="{}" x2="{}" y1="118%" y2="152%"/><line class="bar-chart__whisker" x1="{}" x2="{}" y1="118%" y2="152%"/>)">(
        out, from, to, from, from, to, to);
}

// Up to the bar before, across the label that stands between them.
void write_step(Out& out, const BarRow& row, Stretch scale) {
    if (row.parts.empty()) return;
    const auto start = charts::place(row.parts.front().stretch.from, scale);
    write<R"(<line class="bar-chart__step" x1="{}" x2="{}" y1="-200%" y2="0"/>)">(out, start, start);
}

void write_note(Out& out, const BarRow& row) {
    if (!row.note.empty()) write<R"( <span class="bar-chart__note">{}</span>)">(out, row.note);
}

}  // namespace

SafeHtml bar_chart(const BarChart& chart) {
    const Stretch scale = scale_of(chart);
    const bool has_steps = chart.look == BarChart::Look::steps;
    Out out;
    write<R"(<ul class="bar-chart{}">)">(out, has_steps ? " bar-chart--steps" : "");
    for (const auto& row : chart.rows) {
        const bool is_total = row.weight == BarRow::Weight::total;
        write<
            R"(<li class="bar-chart__row{}{}"><span class="bar-chart__label">{}{}</span> <span class="bar-chart__figure"{}>{}</span><svg class="bar-chart__bar" aria-hidden="true" focusable="false">)">(
            out, is_total ? " bar-chart__row--total" : "", row.range ? " bar-chart__row--range" : "", row.label,
            [&](Out& note) { write_note(note, row); }, attribute_if(!row.live.empty(), "data-live-figure", row.live),
            row.figure);
        if (has_steps && !is_total && &row != &chart.rows.front()) write_step(out, row, scale);
        write_parts(out, row, scale);
        write_zero(out, scale);
        write_range(out, row, scale);
        write<"</svg></li>">(out);
    }
    write<"</ul>">(out);
    return std::move(out).finish();
}

SafeHtml waterfall(const std::vector<WaterfallStep>& steps, const WaterfallTotal& total) {
    BarChart chart{.rows = {}, .look = BarChart::Look::steps};
    std::vector<BarPart> whole;
    double at = 0;
    for (const auto& step : steps) {
        const auto [from, to] = std::minmax(at, at + step.amount);
        const BarPart part{{from, to}, step.ink};
        chart.rows.push_back(
            {.label = step.label, .figure = step.figure, .parts = {part}, .note = step.note, .live = step.live});
        whole.push_back(part);
        at += step.amount;
    }
    chart.rows.push_back({.label = total.label,
                          .figure = total.figure,
                          .parts = std::move(whole),
                          .note = total.note,
                          .range = total.range,
                          .live = total.live,
                          .weight = BarRow::Weight::total});
    return bar_chart(chart);
}

}  // namespace html
