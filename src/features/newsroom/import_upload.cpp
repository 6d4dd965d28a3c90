#include "features/newsroom/import_upload.h"

#include <boost/json.hpp>

namespace newsroom {
namespace {

namespace json = boost::json;
using foreign_news::Oddity;
using foreign_news::OddityKind;

json::object json_of(const SampleItem& sample) {
    return {{"date", sample.date}, {"title", sample.title}, {"teaser", sample.teaser}, {"line", sample.line}};
}

json::object json_of(const Oddity& oddity) {
    return {{"line", oddity.line},
            {"kind", static_cast<int>(oddity.kind)},
            {"detail", oddity.detail},
            {"other", oddity.other},
            {"file", oddity.file}};
}

template <class Things>
json::array list_of(const Things& things) {
    json::array list;
    for (const auto& thing : things) list.push_back(json_of(thing));
    return list;
}

std::string text_at(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

std::int64_t number_at(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

const json::array& list_at(const json::object& object, std::string_view name) {
    static const json::array nothing;
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_array() ? value->get_array() : nothing;
}

// The figures, by name.
struct Figure {
    std::string_view name;
    std::int64_t UploadReport::* value;
};
constexpr Figure kFigures[]{{"items", &UploadReport::items},         {"undated", &UploadReport::undated},
                            {"present", &UploadReport::present},     {"pictures", &UploadReport::pictures},
                            {"added", &UploadReport::added},         {"changed", &UploadReport::changed},
                            {"unchanged", &UploadReport::unchanged}, {"kept", &UploadReport::kept},
                            {"repeated", &UploadReport::repeated},   {"more_oddities", &UploadReport::more_oddities}};
struct Word {
    std::string_view name;
    std::string UploadReport::* value;
};
constexpr Word kWords[]{{"title", &UploadReport::title},
                        {"introduction", &UploadReport::introduction},
                        {"first_day", &UploadReport::first_day},
                        {"last_day", &UploadReport::last_day},
                        {"fault_en", &UploadReport::fault_en},
                        {"fault_fr", &UploadReport::fault_fr},
                        {"fault_place", &UploadReport::fault_place}};

}  // namespace

std::string text_of(const UploadReport& report) {
    json::object object;
    for (const auto& figure : kFigures) object[figure.name] = report.*figure.value;
    for (const auto& word : kWords) object[word.name] = report.*word.value;
    object["samples"] = list_of(report.samples);
    object["oddities"] = list_of(report.oddities);
    return json::serialize(object);
}

UploadReport report_of(const std::string& text) {
    UploadReport report;
    boost::system::error_code fault;
    const auto value = json::parse(text, fault);
    if (fault || !value.is_object()) return report;
    const auto& object = value.get_object();
    for (const auto& figure : kFigures) report.*figure.value = number_at(object, figure.name);
    for (const auto& word : kWords) report.*word.value = text_at(object, word.name);
    for (const auto& each : list_at(object, "samples")) {
        const auto& sample = each.as_object();
        report.samples.push_back({text_at(sample, "date"), text_at(sample, "title"), text_at(sample, "teaser"),
                                  static_cast<std::uint32_t>(number_at(sample, "line"))});
    }
    for (const auto& each : list_at(object, "oddities")) {
        const auto& oddity = each.as_object();
        report.oddities.push_back({static_cast<std::uint32_t>(number_at(oddity, "line")),
                                   static_cast<OddityKind>(number_at(oddity, "kind")), text_at(oddity, "detail"),
                                   text_at(oddity, "other"), text_at(oddity, "file")});
    }
    return report;
}

}  // namespace newsroom
