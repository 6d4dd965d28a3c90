#include "models/budget_fairness/tax/payroll_batch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "models/budget_fairness/tax/payroll.h"
#include "models/statistics/csv_table.h"

namespace budget_fairness {
namespace {

constexpr double kMostDollars = 10'000'000;
constexpr std::int64_t kMostPayPeriods = 366;
constexpr std::int64_t kMonthsOfYear = 12;

constexpr std::array<std::string_view, 5> kAnswers{"cpp", "cpp2", "ei", "federal_tax", "provincial_tax"};
constexpr std::string_view kParentalAnswer = "qpip";
constexpr std::array<std::string_view, 4> kNeeded{"edition", "province", "pay_periods", "gross_pay"};
constexpr std::string_view kPensionableMonths = "pensionable_months";

struct Amount {
    std::string_view column;
    double PayPeriod::* member;
};
constexpr Amount kAmounts[] = {{"gross_pay", &PayPeriod::gross_pay},
                               {"taxable_benefits_cash", &PayPeriod::taxable_benefits},
                               {"rrsp", &PayPeriod::registered_savings},
                               {"union_dues", &PayPeriod::union_dues},
                               {"ytd_pensionable", &PayPeriod::pensionable_so_far},
                               {"ytd_cpp", &PayPeriod::pension_so_far},
                               {"ytd_cpp2", &PayPeriod::pension_second_so_far},
                               {"ytd_ei", &PayPeriod::insurance_so_far},
                               {"ytd_qpip", &PayPeriod::parental_so_far}};

struct Claim {
    std::string_view column;
    std::optional<double> PayPeriod::* member;
};
constexpr Claim kClaims[] = {{"federal_claim", &PayPeriod::federal_claim},
                             {"provincial_claim", &PayPeriod::provincial_claim}};

struct Flag {
    std::string_view column;
    bool PayPeriod::* member;
};
constexpr Flag kFlags[] = {{"cpp_exempt", &PayPeriod::is_pension_exempt},
                           {"cpp2_exempt", &PayPeriod::is_pension_second_exempt},
                           {"ei_exempt", &PayPeriod::is_insurance_exempt}};

std::string quoted(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::string shown{text.substr(0, kLongest)};
    std::ranges::replace_if(shown, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return "\"" + shown + (text.size() > kLongest ? "...\"" : "\"");
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string with_capitals(std::string_view text) {
    std::string capitals{text};
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

// A line of the file, its fields by the names of the header; what is wrong with it goes to `faults`.
class Line {
public:
    Line(const std::vector<std::string>& header, const statistics::CsvReader& reader, std::vector<BatchFault>& faults)
        : header_(header), reader_(reader), faults_(faults) {}

    // Without the blanks around it; "" where there is no such column.
    std::string_view operator[](std::string_view column) const {
        const auto found = std::ranges::find(header_, column);
        if (found == header_.end()) return {};
        return trimmed(reader_.fields()[static_cast<std::size_t>(found - header_.begin())]);
    }

    void refuse(std::string_view column, std::string_view why) {
        if (faults_.size() < kMostBatchFaults)
            faults_.push_back({reader_.line(), std::string{column}, quoted((*this)[column]) + std::string{why}});
    }

    // Dollars to the nearest cent.
    std::optional<double> dollars(std::string_view column) {
        const auto value = statistics::number_of((*this)[column]);
        if (value && *value >= 0 && *value <= kMostDollars) return std::round(*value * 100) / 100;
        refuse(column, " is no amount in dollars between 0 and ten millions");
        return std::nullopt;
    }

    // Also where another program wrote "26.0".
    std::int64_t whole(std::string_view column, std::int64_t least, std::int64_t most) {
        const auto value = statistics::number_of((*this)[column]);
        const bool is_within = value && *value >= static_cast<double>(least) && *value <= static_cast<double>(most);
        if (is_within && *value == std::floor(*value)) return static_cast<std::int64_t>(*value);
        refuse(column, " is no whole number between " + std::to_string(least) + " and " + std::to_string(most));
        return most;
    }

    bool flag(std::string_view column) {
        constexpr std::string_view kYes[] = {"1", "1.0", "TRUE", "YES"};
        constexpr std::string_view kNo[] = {"", "0", "0.0", "FALSE", "NO"};
        const auto text = with_capitals((*this)[column]);
        if (std::ranges::find(kYes, text) != std::end(kYes)) return true;
        if (std::ranges::find(kNo, text) == std::end(kNo)) refuse(column, " is neither 0 nor 1");
        return false;
    }

private:
    const std::vector<std::string>& header_;
    const statistics::CsvReader& reader_;
    std::vector<BatchFault>& faults_;
};

// The tables by edition and province, looked up once.
class Tables {
public:
    // nullptr and a fault where there are none.
    const PayrollRules* find(Line& line) {
        const auto province = find_jurisdiction(with_capitals(line["province"]));
        if (!province || *province == Jurisdiction::canada) {
            line.refuse("province", " is no province or territory");
            return nullptr;
        }
        const auto key = std::pair{std::string{line["edition"]}, *province};
        auto found = known_.find(key);
        if (found == known_.end()) {
            const auto rules = payroll_rules(key.first, *province);
            if (!rules) {
                line.refuse("edition", " is no edition that there are tables of");
                return nullptr;
            }
            found = known_.emplace(key, *rules).first;
        }
        return &found->second;
    }

private:
    std::map<std::pair<std::string, Jurisdiction>, PayrollRules> known_;
};

PayPeriod read_pay(Line& line) {
    PayPeriod pay;
    pay.pay_periods = static_cast<int>(line.whole("pay_periods", 1, kMostPayPeriods));
    for (const auto& amount : kAmounts)
        if (!line[amount.column].empty() || amount.column == "gross_pay")
            pay.*amount.member = line.dollars(amount.column).value_or(0);
    for (const auto& claim : kClaims)
        if (!line[claim.column].empty()) pay.*claim.member = line.dollars(claim.column);
    for (const auto& flag : kFlags) pay.*flag.member = line.flag(flag.column);
    if (!line[kPensionableMonths].empty())
        pay.pensionable_months = static_cast<int>(line.whole(kPensionableMonths, 0, kMonthsOfYear));
    return pay;
}

void append_field(std::string& out, std::string_view field) {
    if (field.find_first_of("\",\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
    out += '"';
}

void append_money(std::string& out, base::Money money) {
    const auto cents = money.cents();
    const auto rest = std::to_string(100 + cents % 100);
    out += ',' + std::to_string(cents / 100) + '.' + rest.substr(1);
}

// Of two columns that pass through nobody asks which one is meant; of two that are read, somebody would.
void refuse_twins(const std::vector<std::string>& header, std::string_view column, std::vector<BatchFault>& faults) {
    const bool is_read_already = std::ranges::any_of(faults, [&](const auto& fault) { return fault.column == column; });
    if (!is_read_already && std::ranges::count(header, column) > 1)
        faults.push_back({1, std::string{column}, "two columns have this name"});
}

// The header: what must be there, and nothing that would be written twice.
bool is_sound(const std::vector<std::string>& header, std::vector<BatchFault>& faults) {
    const auto has = [&](std::string_view column) { return std::ranges::find(header, column) != header.end(); };
    for (const auto column : kNeeded)
        if (!has(column)) faults.push_back({1, std::string{column}, "this column is missing"});
    for (const auto column : kAnswers)
        if (has(column)) faults.push_back({1, std::string{column}, "this column is written, so it must not be there"});
    for (const auto column : kNeeded) refuse_twins(header, column, faults);
    for (const auto& amount : kAmounts) refuse_twins(header, amount.column, faults);
    for (const auto& claim : kClaims) refuse_twins(header, claim.column, faults);
    for (const auto& flag : kFlags) refuse_twins(header, flag.column, faults);
    refuse_twins(header, kPensionableMonths, faults);
    return faults.empty();
}

// The lines of one file, from the header on.
class Batch {
public:
    Batch(statistics::ByteSource source, const std::function<void(std::string_view)>& write)
        : reader_(std::move(source)), write_(write) {}

    std::vector<BatchFault> run() {
        if (reader_.next()) {
            for (const auto& name : reader_.fields()) header_.emplace_back(trimmed(name));
            if (is_sound(header_, faults_)) run_lines();
        } else if (!reader_.error()) {
            faults_.push_back({1, "", "the file is empty"});
        }
        if (reader_.error()) faults_.push_back({reader_.error()->line, "", statistics::text_of(*reader_.error())});
        return std::move(faults_);
    }

private:
    void run_lines() {
        has_parental_ = std::ranges::find(header_, "ytd_qpip") != header_.end();
        begin_line();
        for (const auto column : kAnswers) (out_ += ',') += column;
        if (has_parental_) (out_ += ',') += kParentalAnswer;
        end_line();
        while (faults_.size() < kMostBatchFaults && reader_.next()) run_line();
    }

    void run_line() {
        Line line{header_, reader_, faults_};
        const auto* rules = tables_.find(line);
        const auto pay = read_pay(line);
        if (rules == nullptr || !faults_.empty()) return;
        const auto answer = payroll_deductions(pay, *rules);
        begin_line();
        for (const auto money :
             {answer.pension, answer.pension_second, answer.insurance, answer.federal_tax, answer.provincial_tax})
            append_money(out_, money);
        if (has_parental_) append_money(out_, answer.parental);
        end_line();
    }

    void begin_line() {
        out_.clear();
        const auto fields = reader_.fields();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i > 0) out_ += ',';
            append_field(out_, fields[i]);
        }
    }

    void end_line() {
        out_ += '\n';
        write_(out_);
    }

    statistics::CsvReader reader_;
    const std::function<void(std::string_view)>& write_;
    std::vector<std::string> header_{};
    std::vector<BatchFault> faults_{};
    Tables tables_{};
    std::string out_{};
    bool has_parental_ = false;
};

}  // namespace

std::string text_of(const BatchFault& fault) {
    if (fault.column.empty() && fault.what.starts_with("line ")) return fault.what;
    const std::string place = "line " + std::to_string(fault.line);
    return place + (fault.column.empty() ? "" : ", " + fault.column) + ": " + fault.what;
}

std::vector<BatchFault> run_payroll(statistics::ByteSource source, const std::function<void(std::string_view)>& write) {
    return Batch{std::move(source), write}.run();
}

}  // namespace budget_fairness
