#include "features/privacy/incident.h"

#include <string_view>

#include "base/day.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "platform/i18n/translator.h"

namespace privacy {
namespace {

constexpr std::size_t kLongest = 4'000;  // characters

Risk risk_of(std::string_view text) {
    if (text == "serious") return Risk::serious;
    return text == "none_seen" ? Risk::none_seen : Risk::not_judged;
}

std::string_view name_of(Risk risk) {
    if (risk == Risk::serious) return "serious";
    return risk == Risk::none_seen ? "none seen" : "not judged";
}

std::string cell(std::string text) {
    if (!text.empty() && std::string_view{"=+-@\t\r"}.contains(text.front())) text.insert(0, 1, '\'');
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

std::string line(std::initializer_list<std::string> cells) {
    std::string text;
    for (const auto& each : cells) text.append(text.empty() ? "" : ",").append(cell(each));
    return text + "\r\n";
}

void look(base::Problems& problems, const char* field, const std::string& text) {
    if (base::count_characters(text) > kLongest)
        problems.push_back({field, base::message("This is too long: at most 4000 characters.")});
}

void need(base::Problems& problems, const char* field, const std::string& text) {
    if (text.empty()) problems.push_back({field, base::message("Please fill this in.")});
    look(problems, field, text);
}

}  // namespace

base::Result<IncidentPlan, base::Problems> read_incident(const IncidentForm& form) {
    const IncidentPlan plan{
        .title = base::collapse_spaces(form.title),
        .noticed_on = base::collapse_spaces(form.noticed_on),
        .happened = base::tidy_lines(form.happened),
        .affected = base::tidy_lines(form.affected),
        .affected_count = base::whole_number(base::collapse_spaces(form.affected_count)).value_or(0),
        .risk = risk_of(form.risk),
        .risk_reason = base::tidy_lines(form.risk_reason),
        .notified = base::tidy_lines(form.notified)};
    base::Problems problems;
    need(problems, "title", plan.title);
    if (!base::day_of(plan.noticed_on))
        problems.push_back({"noticed_on", base::message("Please enter the day as in 2026-11-03.")});
    need(problems, "happened", plan.happened);
    need(problems, "affected", plan.affected);
    if (plan.affected_count < 0) problems.push_back({"affected_count", base::message("Please enter a whole number.")});
    if (plan.risk != Risk::not_judged) need(problems, "risk_reason", plan.risk_reason);
    look(problems, "notified", plan.notified);
    if (!problems.empty()) return problems;
    return plan;
}

std::string csv_of(const std::vector<Incident>& incidents) {
    std::string text =
        "\xEF\xBB\xBF" + line({"incident", "kind", "recorded_at", "recorded_by", "title", "noticed_on", "words",
                               "affected", "affected_count", "risk", "risk_reason", "notified"});
    for (const auto& incident : incidents) {
        const auto& plan = incident.plan;
        const std::string id = std::to_string(incident.id.value);
        text += line({id, "incident", i18n::machine_time(incident.recorded_at), incident.recorded_by, plan.title,
                      plan.noticed_on, plan.happened, plan.affected, std::to_string(plan.affected_count),
                      std::string{name_of(plan.risk)}, plan.risk_reason, plan.notified});
        for (const auto& note : incident.notes)
            text += line({id, "note", i18n::machine_time(note.recorded_at), note.recorded_by, plan.title, "",
                          note.words, "", "", "", "", ""});
    }
    return text;
}

}  // namespace privacy
