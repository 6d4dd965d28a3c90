#include "models/budget_fairness/population/microdata.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "models/statistics/csv_table.h"

namespace budget_fairness {
namespace {

enum class Field : std::uint8_t {
    family,
    province,
    weight,
    role,
    age,
    sex,
    employment_income,
    pension_income,
    other_income,
    deductions,
    exempt_income,
};
constexpr std::array<std::string_view, 11> kFields{
    "family",         "province",     "weight",     "role",         "age", "sex", "employment_income",
    "pension_income", "other_income", "deductions", "exempt_income"};
constexpr std::size_t kRequiredFields = 9;

constexpr double kMostDollars = 1e9;
constexpr double kMostWeight = 1e6;
constexpr int kOldest = 120;
constexpr int kYoungestAdult = 15;
constexpr int kOldestChild = 24;

// Reads the rows, one after the other, into households.
class Reader {
public:
    Reader(statistics::CsvReader& csv, const MicrodataLimits& limits) : csv_(csv), limits_(limits) {}

    void read() {
        if (!csv_.next() || !find_columns()) return;
        while (faults_.size() < limits_.faults && households_.size() <= limits_.families && csv_.next()) read_person();
        end_family();
        if (households_.size() > limits_.families)
            faults_.push_back({csv_.line(), "", "more than " + std::to_string(limits_.families) + " families"});
    }
    std::vector<Household>& households() { return households_; }
    std::vector<MicrodataFault>& faults() { return faults_; }

private:
    std::string_view text(Field field) const {
        const auto column = columns_[static_cast<std::size_t>(field)];
        return column ? csv_.fields()[*column] : std::string_view{};
    }

    void complain(Field field, std::string what) {
        faults_.push_back({csv_.line(), std::string{kFields[static_cast<std::size_t>(field)]}, std::move(what)});
    }

    bool find_columns() {
        const auto header = csv_.fields();
        for (std::size_t i = 0; i < kFields.size(); ++i) {
            const auto found = std::ranges::find(header, kFields[i]);
            if (found != header.end())
                columns_[i] = static_cast<std::size_t>(found - header.begin());
            else if (i < kRequiredFields)
                faults_.push_back({1, std::string{kFields[i]}, "is missing"});
        }
        return faults_.empty();
    }

    // Dollars of the field; what is empty is 0.
    float dollars(Field field) {
        if (text(field).empty()) return 0;
        const auto number = statistics::number_of(text(field));
        if (number && *number >= 0 && *number <= kMostDollars) return static_cast<float>(*number);
        complain(field, "dollars from 0 to 1,000,000,000");
        return 0;
    }

    int age() {
        const auto years = statistics::integer_of(text(Field::age));
        if (years && *years >= 0 && *years <= kOldest) return static_cast<int>(*years);
        complain(Field::age, "whole years from 0 to 120");
        return kYoungestAdult;
    }

    Sex sex() {
        if (text(Field::sex) == "male") return Sex::male;
        if (text(Field::sex) != "female") complain(Field::sex, "female or male");
        return Sex::female;
    }

    Household::Adult adult() {
        Household::Adult person{.age = static_cast<std::uint8_t>(age()), .sex = sex()};
        if (person.age < kYoungestAdult) complain(Field::age, "an adult of at least 15");
        person[Amount::employment] = dollars(Field::employment_income);
        person[Amount::pension] = dollars(Field::pension_income);
        person[Amount::other] = dollars(Field::other_income);
        person[Amount::deductions] = dollars(Field::deductions);
        person[Amount::exempt] = dollars(Field::exempt_income);
        return person;
    }

    void begin_family() {
        end_family();
        name_ = text(Field::family);
        is_open_ = true;
        line_ = csv_.line();
        const auto place = find_jurisdiction(text(Field::province));
        if (!place || *place == Jurisdiction::canada)
            complain(Field::province, "two letters of a province or territory");
        const auto weight = statistics::number_of(text(Field::weight));
        if (!weight || *weight <= 0 || *weight > kMostWeight)
            complain(Field::weight, "a number above 0, at most 1,000,000");
        household_.jurisdiction = place.value_or(Jurisdiction::ontario);
        household_.weight = static_cast<float>(weight.value_or(1));
        province_ = text(Field::province);
        weight_ = text(Field::weight);
    }

    void end_family() {
        if (!is_open_) return;
        if (!has_head_) faults_.push_back({line_, "role", "the family has no head"});
        std::sort(household_.child_ages.begin(), household_.child_ages.begin() + household_.children, std::greater{});
        households_.push_back(std::exchange(household_, {}));
        has_head_ = is_open_ = false;
    }

    void read_person() {
        if (!is_open_ || text(Field::family) != name_) begin_family();
        if (text(Field::province) != province_) complain(Field::province, "not that of the family's first row");
        if (text(Field::weight) != weight_) complain(Field::weight, "not that of the family's first row");
        const auto role = text(Field::role);
        if (role == "head")
            add_head();
        else if (role == "spouse")
            add_spouse();
        else if (role == "child")
            add_child();
        else
            complain(Field::role, "head, spouse or child");
    }

    void add_head() {
        if (has_head_) complain(Field::role, "a second head");
        household_.head = adult();
        has_head_ = true;
    }

    void add_spouse() {
        if (household_.has_spouse) complain(Field::role, "a second spouse");
        household_.spouse = adult();
        household_.has_spouse = true;
    }

    void add_child() {
        const int years = age();
        if (years > kOldestChild) complain(Field::age, "a child of at most 24");
        if (household_.children == kMostChildren) return complain(Field::role, "a seventh child");
        household_.child_ages[household_.children++] = static_cast<std::uint8_t>(std::min(years, kOldestChild));
    }

    statistics::CsvReader& csv_;
    const MicrodataLimits& limits_;
    std::array<std::optional<std::size_t>, kFields.size()> columns_{};
    std::vector<Household> households_{};
    std::vector<MicrodataFault> faults_{};
    Household household_{};
    std::string name_{};
    std::string province_{};
    std::string weight_{};
    std::uint64_t line_ = 0;
    bool is_open_ = false;
    bool has_head_ = false;
};

}  // namespace

std::string text_of(const MicrodataFault& fault) {
    const std::string place = "line " + std::to_string(fault.line);
    return place + (fault.column.empty() ? "" : ", column " + fault.column) + ": " + fault.what;
}

base::Result<Population, std::vector<MicrodataFault>> read_microdata(statistics::ByteSource source, Origin origin,
                                                                     const MicrodataLimits& limits) {
    statistics::CsvShape shape;
    shape.limits.total_bytes = limits.bytes;
    shape.limits.columns = 200;
    statistics::CsvReader csv{std::move(source), shape};
    Reader reader{csv, limits};
    reader.read();
    auto& faults = reader.faults();
    if (csv.error()) {
        const auto text = statistics::text_of(*csv.error());
        faults.push_back({csv.error()->line, "", text.substr(std::min(text.size(), text.find(": ") + 2))});
    }
    if (faults.empty() && reader.households().empty()) faults.push_back({1, "", "no families"});
    if (!faults.empty()) return std::move(faults);
    return population_of(reader.households(), std::move(origin));
}

}  // namespace budget_fairness
