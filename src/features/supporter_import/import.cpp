#include "features/supporter_import/import.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "base/text.h"
#include "people/tags.h"

namespace supporter_import {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> kGrounds{"none", "express", "implied"};
constexpr std::size_t kLongestWords = 500;  // characters
constexpr std::size_t kMostTags = 20;

struct Count {
    std::string_view name;
    std::int64_t Report::* count;
};
constexpr std::array kCounts{Count{"rows", &Report::rows},           Count{"left_out", &Report::left_out},
                             Count{"added", &Report::added},         Count{"changed", &Report::changed},
                             Count{"unchanged", &Report::unchanged}, Count{"consents", &Report::consents},
                             Count{"withdrawn", &Report::withdrawn}, Count{"suppressed", &Report::suppressed},
                             Count{"kept_back", &Report::kept_back}, Count{"conflicts", &Report::conflicts},
                             Count{"troubles", &Report::troubles}};

class PlanReader {
public:
    PlanReader(const PlanForm& form, base::Day today) : form_(form), today_(today) {}

    base::Result<Plan, base::Problems> run() {
        read_mapping();
        read_tags();
        plan_.locale = base::locale_of(form_.language).value_or(base::Locale::english);
        const auto as_of = form_.as_of.empty() ? std::optional{today_} : base::day_of(form_.as_of);
        if (!as_of || *as_of > today_)
            problems_.push_back({"as_of", base::message("Please give the day of the export, today or earlier.")});
        plan_.as_of = as_of.value_or(today_);
        read_ground();
        if (!problems_.empty()) return std::move(problems_);
        return std::move(plan_);
    }

private:
    void read_mapping() {
        for (const std::string& name : form_.mapping) {
            const auto column = column_of(name);
            if (!column) problems_.push_back({"", base::message("Please choose what each column is.")});
            plan_.mapping.push_back(column.value_or(Column{}));
        }
        for (auto& problem : problems_of(plan_.mapping)) problems_.push_back(std::move(problem));
    }

    void read_tags() {
        std::string_view rest = form_.tags;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            if (auto tag = base::collapse_spaces(rest.substr(0, end)); !tag.empty()) take_tag(std::move(tag));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void take_tag(std::string tag) {
        if (const auto problem = people::problem_of_tag(tag); problem && !base::find_problem(problems_, "tags"))
            problems_.push_back({"tags", *problem});
        if (plan_.tags.size() == kMostTags && !base::find_problem(problems_, "tags"))
            problems_.push_back({"tags", base::message("These are too many tags: at most 20.")});
        plan_.tags.push_back(std::move(tag));
    }

    void read_ground() {
        const auto ground = ground_of(form_.ground);
        if (!ground)
            problems_.push_back({"ground", base::message("Please say by what right these people are mailed.")});
        plan_.ground = ground.value_or(Ground::none);
        if (plan_.ground == Ground::none) return;
        plan_.words = base::collapse_spaces(form_.words);
        if (plan_.words.empty())
            problems_.push_back({"words", base::message("Please write what they agreed to, or why consent is implied: "
                                                        "it is the proof.")});
        if (base::count_characters(plan_.words) > kLongestWords)
            problems_.push_back({"words", base::message("This is too long: at most 500 characters.")});
        if (plan_.ground == Ground::implied) read_expiry();
    }

    void read_expiry() {
        plan_.expires_on = base::day_of(form_.expires_on);
        if (!plan_.expires_on || *plan_.expires_on <= today_)
            problems_.push_back(
                {"expires_on", base::message("Implied consent ends: please give the day, after today.")});
    }

    const PlanForm& form_;
    base::Day today_;
    Plan plan_;
    base::Problems problems_;
};

std::string text_at(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

std::vector<std::string> texts_at(const json::object& object, std::string_view name) {
    std::vector<std::string> texts;
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_array()) return texts;
    for (const json::value& item : value->get_array())
        if (item.is_string()) texts.emplace_back(item.get_string());
    return texts;
}

json::object object_of(const std::string& text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    return !error && value.is_object() ? value.get_object() : json::object{};
}

}  // namespace

std::string_view name_of(Ground ground) { return kGrounds.at(static_cast<std::size_t>(ground)); }

std::optional<Ground> ground_of(std::string_view name) {
    const auto found = std::ranges::find(kGrounds, name);
    if (found == kGrounds.end()) return std::nullopt;
    return static_cast<Ground>(found - kGrounds.begin());
}

base::Result<Plan, base::Problems> read_plan(const PlanForm& form, base::Day today) {
    return PlanReader{form, today}.run();
}

std::string text_of(const Plan& plan) {
    json::array mapping, tags;
    for (const Column& column : plan.mapping) mapping.emplace_back(name_of(column));
    for (const std::string& tag : plan.tags) tags.emplace_back(tag);
    const json::object object{{"mapping", mapping},
                              {"tags", tags},
                              {"language", base::code(plan.locale)},
                              {"as_of", base::iso(plan.as_of)},
                              {"ground", name_of(plan.ground)},
                              {"words", plan.words},
                              {"expires_on", plan.expires_on ? base::iso(*plan.expires_on) : ""}};
    return json::serialize(object);
}

Plan plan_of(const std::string& text) {
    const json::object object = object_of(text);
    Plan plan;
    for (const std::string& name : texts_at(object, "mapping"))
        plan.mapping.push_back(column_of(name).value_or(Column{}));
    plan.tags = texts_at(object, "tags");
    plan.locale = base::locale_of(text_at(object, "language")).value_or(base::Locale::english);
    plan.as_of = base::day_of(text_at(object, "as_of")).value_or(base::Day{});
    plan.ground = ground_of(text_at(object, "ground")).value_or(Ground::none);
    plan.words = text_at(object, "words");
    plan.expires_on = base::day_of(text_at(object, "expires_on"));
    return plan;
}

std::string text_of(const Report& report) {
    json::object object{{"preset", name_of(report.preset)}};
    for (const Count& count : kCounts) object[count.name] = report.*count.count;
    return json::serialize(object);
}

Report report_of(const std::string& text) {
    const json::object object = object_of(text);
    Report report{.preset = preset_of(text_at(object, "preset")).value_or(Preset::none)};
    for (const Count& count : kCounts)
        if (const auto* value = object.if_contains(count.name); value != nullptr && value->is_int64())
            report.*count.count = value->get_int64();
    return report;
}

}  // namespace supporter_import
