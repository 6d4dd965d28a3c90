#include "features/presentations/report.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "platform/i18n/local_time.h"

namespace presentations {
namespace {

constexpr std::int64_t kMostPeople = 20'000;
constexpr std::size_t kLongestText = 2000;  // characters
constexpr int kBestFeeling = 5;

// "Given Family, address": nullopt where there is no address, or a name that cannot be one.
std::optional<NewName> name_of_line(std::string_view line) {
    const auto comma = line.rfind(',');
    const std::string_view address = comma == std::string_view::npos ? line : line.substr(comma + 1);
    auto email = base::EmailAddress::parse(base::collapse_spaces(address));
    if (!email) return std::nullopt;
    people::PersonName name;
    if (comma != std::string_view::npos) {
        const std::string words = base::collapse_spaces(line.substr(0, comma));
        const auto blank = words.find(' ');
        name.given = words.substr(0, blank);
        if (blank != std::string::npos) name.family = words.substr(blank + 1);
    }
    const bool is_too_long = base::count_characters(name.given) > people::kLongestName ||
                             base::count_characters(name.family) > people::kLongestName;
    if (is_too_long || people::problem_of_line(name.given) || people::problem_of_line(name.family)) return std::nullopt;
    return NewName{std::move(name), *std::move(email)};
}

class ReportReader {
public:
    explicit ReportReader(const ReportForm& form) : form_(form) {}

    Report run(base::Problems& problems) const {
        Report report;
        const auto attendance = base::whole_number(base::collapse_spaces(form_.attendance));
        if (!attendance || *attendance < 0 || *attendance > kMostPeople)
            problems.push_back({"attendance", base::message("Please enter how many people were there, in digits.")});
        else
            report.attendance = *attendance;
        report.questions = text("questions", form_.questions, problems);
        report.feeling_before = feeling("feeling_before", form_.feeling_before, problems);
        report.feeling_after = feeling("feeling_after", form_.feeling_after, problems);
        report.words = text("words", form_.words, problems);
        report.names = names(problems);
        return report;
    }

private:
    static std::string text(const char* field, const std::string& typed, base::Problems& problems) {
        std::string tidied = base::tidy_lines(typed);
        if (base::count_characters(tidied) > kLongestText)
            problems.push_back({field, base::message("This is too long: at most 2,000 characters.")});
        return tidied;
    }

    static int feeling(const char* field, const std::string& typed, base::Problems& problems) {
        if (typed.empty()) return 0;
        const auto value = base::whole_number(typed);
        if (value && *value >= 0 && *value <= kBestFeeling) return static_cast<int>(*value);
        problems.push_back({field, base::message("Please choose one of the answers.")});
        return 0;
    }

    std::vector<NewName> names(base::Problems& problems) const {
        std::vector<NewName> found;
        const std::string lines = base::tidy_lines(form_.names);
        std::string_view rest = lines;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string line = base::collapse_spaces(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line.empty()) continue;
            auto name = name_of_line(line);
            if (!name) {
                problems.push_back(
                    {"names", base::message("Each line needs an email address: Maya Tremblay, maya@example.org")});
                return found;
            }
            found.push_back(*std::move(name));
        }
        if (found.size() > kMostNames)
            problems.push_back({"names", base::message("Please enter at most 60 names at a time.")});
        return found;
    }

    const ReportForm& form_;
};

}  // namespace

base::Result<Report, base::Problems> accept(const ReportForm& form) {
    base::Problems problems;
    auto report = ReportReader{form}.run(problems);
    if (!problems.empty()) return problems;
    return report;
}

base::Result<Conversation, base::Problems> accept(const TypedConversation& typed) {
    const ConversationForm& form = typed.form;
    base::Problems problems;
    Conversation conversation;
    Wish& wish = conversation.wish;
    wish.host_group = base::collapse_spaces(form.host_group);
    wish.town = base::collapse_spaces(form.town);
    if (wish.town.empty() || people::problem_of_place(wish.town))
        problems.push_back({"town", base::message("Please enter the city or town.")});
    if (people::problem_of_place(wish.host_group))
        problems.push_back({"host_group", base::message("Please enter a short name without a web address.")});
    if (const auto province = people::province_of(form.province))
        wish.province = *province;
    else
        problems.push_back({"province", base::message("Please choose the province or territory.")});
    wish.zone = usual_zone(wish.province);
    wish.audience = audience_of(form.audience).value_or(Audience::other);
    wish.language = base::locale_of(form.language).value_or(base::Locale::english);
    const auto local = i18n::local_time_of(base::collapse_spaces(form.date));
    const auto at = local ? i18n::instant_of(*local, wish.zone) : std::nullopt;
    if (!at)
        problems.push_back({"date", base::message("Please enter a date and a time, like 2026-12-03T19:00.")});
    else if (*at > typed.now)
        problems.push_back({"date", base::message("This is still to come. Please report it when it is over.")});
    else if (*at < typed.now - base::days(731))
        problems.push_back({"date", base::message("Please enter a date of the last two years.")});
    else
        conversation.at = *at;
    conversation.report = ReportReader{form.report}.run(problems);
    wish.expected_size = std::max<std::int64_t>(1, conversation.report.attendance);
    if (!problems.empty()) return problems;
    return conversation;
}

base::Result<Feedback, base::Problems> accept(const FeedbackForm& form) {
    base::Problems problems;
    const auto rating = base::whole_number(form.rating);
    if (!rating || *rating < 1 || *rating > kBestFeeling)
        problems.push_back({"rating", base::message("Please choose one of the answers.")});
    std::string words = base::tidy_lines(form.words);
    if (base::count_characters(words) > kLongestText)
        problems.push_back({"feedback_words", base::message("This is too long: at most 2,000 characters.")});
    if (!problems.empty()) return problems;
    return Feedback{static_cast<int>(*rating), std::move(words), form.may_quote, {}};
}

}  // namespace presentations
