#include "platform/html/charts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace html {
namespace charts {
namespace {

// At most two decimals: a hundredth of a percent is less than a pixel.
std::string percentage(double share) {
    const double rounded = std::isfinite(share) ? std::round(share * 10'000) / 100 : 0;
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded + 0.0).ptr;
    return std::string{digits.data(), end} + '%';
}

double share_of(double value, Stretch scale) {
    const double length = scale.to - scale.from;
    return length > 0 ? (value - scale.from) / length : 0;
}

}  // namespace

std::string place(double value, Stretch scale) { return percentage(share_of(value, scale)); }

std::string extent(Stretch part, Stretch scale) {
    return percentage(std::max(0.0, share_of(part.to, scale) - share_of(part.from, scale)));
}

}  // namespace charts

std::string_view class_of(Ink ink) {
    switch (ink) {
        case Ink::accent:
            return "chart-ink--accent";
        case Ink::ink:
            return "chart-ink--ink";
        case Ink::soft:
            return "chart-ink--soft";
    }
    return "chart-ink--ink";
}

namespace {

SafeHtml key_of(const std::vector<KeyEntry>& key) {
    if (key.empty()) return {};
    return render<R"(<ul class="chart__key">{}</ul>)">([&](Out& out) {
        for (const auto& entry : key)
            write<
                R"(<li class="chart__key-entry"><svg class="chart__swatch" aria-hidden="true" focusable="false"><rect class="{}" width="100%" height="100%"/></svg>{}</li>)">(
                out, class_of(entry.ink), entry.label);
    });
}

void write_row(Out& out, const std::vector<std::string>& row) {
    write<R"(<tr><th scope="row">{}</th>)">(out, row.front());
    for (std::size_t i = 1; i < row.size(); ++i) write<R"(<td class="table__number">{}</td>)">(out, row[i]);
    write<"</tr>">(out);
}

}  // namespace

SafeHtml chart_figure(const ChartFigure& figure) {
    return render<
        R"(<figure class="chart" id="{}"><figcaption class="chart__says">{}</figcaption><div class="chart__picture">{}</div>{}{}</figure>)">(
        figure.id, figure.says, figure.chart, key_of(figure.key), figure.beneath);
}

SafeHtml chart_table(const ChartTable& table) {
    Out out;
    write<
        R"(<details class="disclosure chart__table"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><div class="table-scroll" role="region" aria-labelledby="{}" tabindex="0"><table class="table"><caption class="table__caption" id="{}">{}</caption><thead><tr>)">(
        out, table.summary, table.id, table.id, table.caption);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        write<R"(<th scope="col"{}>{}</th>)">(out, attribute_if(i > 0, "class", "table__number"), table.columns[i]);
    write<"</tr></thead><tbody>">(out);
    for (const auto& row : table.rows) write_row(out, row);
    write<"</tbody></table></div></div></details>">(out);
    return std::move(out).finish();
}

}  // namespace html
