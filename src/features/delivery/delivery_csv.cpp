#include "features/delivery/delivery_csv.h"

#include <algorithm>
#include <array>

#include "platform/i18n/translator.h"

namespace delivery {
namespace {

constexpr std::array<std::string_view, 11> kFormulaBegins{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool is_formula(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return false;
    const auto rest = text.substr(begin);
    return std::ranges::any_of(kFormulaBegins, [&](std::string_view mark) { return rest.starts_with(mark); });
}

struct Line {
    std::string_view record, label, detail{}, number{}, day{};
};
std::string csv_line(const Line& line) {
    std::string text;
    for (const auto cell : {line.record, line.label, line.detail, line.number, line.day})
        text.append(text.empty() ? "" : ",").append(csv_cell(cell));
    return text + "\r\n";
}

std::string day_of(base::Instant at) { return i18n::machine_time(at).substr(0, 10); }

std::string head_lines(const Content& content) {
    std::string lines =
        "\xEF\xBB\xBF"
        "record,label,detail,number,day\r\n";
    const auto title = content.texts.empty() ? content.campaign : content.texts.front().title;
    lines += csv_line({"petition", title, content.address, "", day_of(content.counted_at)});
    for (const auto& text : content.texts) {
        const auto label = std::string{base::code(text.locale)} + " " + std::to_string(text.version);
        lines += csv_line({"text", label, text.sha256, "", day_of(text.frozen_at)});
    }
    for (const auto& [signer_class, count] : content.counts)
        lines += csv_line({"count", ports::name_of(signer_class), "", std::to_string(count)});
    for (const auto& each : content.signed_versions)
        lines += csv_line({"signed", std::string{base::code(each.locale)} + " " + std::to_string(each.version),
                           "individual", std::to_string(each.counted), day_of(each.frozen_at)});
    for (const auto& [region, counted] : content.regions)
        lines += csv_line({"region", region, "individual", std::to_string(counted)});
    lines += csv_line({"paper", "valid", "", std::to_string(content.on_paper.valid)});
    lines += csv_line({"paper", "sheets", "", std::to_string(content.on_paper.sheets)});
    if (content.head)
        lines += csv_line({"log", "root", content.head->root_hex, std::to_string(content.head->size),
                           day_of(content.head->signed_at)});
    return lines;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    const bool is_quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    std::string cell;
    if (is_quoted) cell += '"';
    if (is_formula(text)) cell += '\'';
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    if (is_quoted) cell += '"';
    return cell;
}

void write_csv(const Content& content, const Names& names, const documents::Sink& sink) {
    sink(head_lines(content));
    if (!names.each) return;
    names.each([&](const ListedName& name) {
        sink(csv_line({"name", name.name, name.place, "", day_of(name.confirmed_at)}));
    });
}

}  // namespace delivery
