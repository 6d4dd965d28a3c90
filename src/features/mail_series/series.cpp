#include "features/mail_series/series.h"

#include "base/text.h"
#include "base/whole_number.h"

namespace mail_series {
namespace {

constexpr std::size_t kLongestName = 100;  // characters

std::optional<Trigger> trigger_of(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    const auto about = base::whole_number(text.substr(colon + 1));
    if (!about) return std::nullopt;
    return Trigger{std::string{text.substr(0, colon)}, *about};
}

// An id from a menu; "" is none.
template <class Identity>
std::optional<Identity> chosen(base::Problems& problems, std::string_view field, const std::string& typed) {
    if (typed.empty()) return std::nullopt;
    const auto id = base::id_from<Identity>(typed);
    if (!id) problems.push_back({std::string{field}, base::message("Choose from the list.")});
    return id;
}

std::optional<people::TopicBit> topic_of(base::Problems& problems, const std::string& typed) {
    if (typed.empty()) return std::nullopt;
    const auto bit = base::whole_number(typed);
    if (bit && *bit >= 0 && *bit < people::kMostTopics) return people::TopicBit{static_cast<int>(*bit)};
    problems.push_back({"topic", base::message("Choose from the list.")});
    return std::nullopt;
}

void read_step(base::Problems& problems, const StepForm& typed, std::size_t number, std::vector<Step>& steps) {
    const std::string suffix = std::to_string(number);
    const auto mailing = chosen<ports::MailingId>(problems, "mailing_" + suffix, typed.mailing);
    if (!mailing) return;
    const std::string days_text = base::collapse_spaces(typed.days);
    const auto days = base::whole_number(days_text.empty() ? "0" : days_text);
    if (!days || *days < 0 || *days > kMostDays) {
        problems.push_back({"days_" + suffix, base::message("Give a number of days between 0 and 3650.")});
        return;
    }
    if (!steps.empty() && *days < steps.back().days_after)
        problems.push_back({"days_" + suffix, base::message("A later mail cannot leave before an earlier one.")});
    steps.push_back({.mailing = *mailing, .days_after = static_cast<int>(*days)});
}

template <class Identity>
std::string typed(const std::optional<Identity>& id) {
    return id ? std::to_string(id->value) : "";
}

}  // namespace

base::Result<Plan, base::Problems> read_form(const Form& form) {
    base::Problems problems;
    Plan plan{.name = base::collapse_spaces(form.name), .trigger = {}, .steps = {}};
    if (plan.name.empty()) problems.push_back({"name", base::message("Give the series a name.")});
    if (base::count_characters(plan.name) > kLongestName)
        problems.push_back({"name", base::message("The name is too long; 100 characters have room.")});
    if (auto trigger = trigger_of(form.trigger))
        plan.trigger = *std::move(trigger);
    else
        problems.push_back({"trigger", base::message("Choose what lets people in.")});
    plan.segment = chosen<ports::SegmentId>(problems, "segment", form.segment);
    plan.exit_segment = chosen<ports::SegmentId>(problems, "exit_segment", form.exit_segment);
    plan.topic = topic_of(problems, form.topic);
    for (std::size_t i = 0; i < std::min(form.steps.size(), kMostSteps); ++i)
        read_step(problems, form.steps[i], i + 1, plan.steps);
    if (plan.steps.empty() && problems.empty())
        problems.push_back({"mailing_1", base::message("Choose at least one mail.")});
    if (!problems.empty()) return problems;
    return plan;
}

Form form_of(const Plan& plan) {
    Form form{.name = plan.name,
              .trigger = plan.trigger.kind.empty() ? "" : plan.trigger.kind + ":" + std::to_string(plan.trigger.about),
              .segment = typed(plan.segment),
              .exit_segment = typed(plan.exit_segment),
              .topic = plan.topic ? std::to_string(plan.topic->value) : "",
              .steps = {}};
    for (const Step& step : plan.steps)
        form.steps.push_back({std::to_string(step.mailing.value), std::to_string(step.days_after)});
    return form;
}

Verdict judge(const Situation& situation) {
    using enum Verdict::Act;
    const auto& standing = situation.standing;
    if (!standing || standing->allowed_until <= situation.now ||
        standing->suppression != people::SuppressionReason::none)
        return {end, Ended::left_list};
    if (situation.meets_exit_rule) return {end, Ended::exit_rule};
    if (standing->preferences.paused_until > situation.now) return {wait};
    if (!situation.is_in_segment || !people::may_be_mailed(*standing, situation.topic, situation.now)) return {skip};
    return {send};
}

base::Instant due_at(const Plan& plan, const Member& member) {
    return member.entered_at + base::days(plan.steps[static_cast<std::size_t>(member.next_step)].days_after);
}

}  // namespace mail_series
