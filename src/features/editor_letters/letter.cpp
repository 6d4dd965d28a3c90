#include "features/editor_letters/letter.h"

#include <algorithm>

#include "base/text.h"
#include "models/likeness/words.h"
#include "people/person.h"
#include "people/web_address.h"

namespace editor_letters {
namespace {

constexpr std::size_t kLongestLine = 150;        // characters
constexpr std::size_t kLongestHappened = 8'000;  // characters
constexpr std::size_t kMostPoints = 12;

bool is_theme(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return text.size() <= 60 && std::ranges::all_of(text, fits);
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto line = base::collapse_spaces(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

class CampaignReader {
public:
    explicit CampaignReader(const TypedCampaign& typed) : form_(typed.form), today_(typed.today) {}

    base::Result<CampaignPlan, base::Problems> run() {
        CampaignPlan plan;
        plan.theme = base::collapse_spaces(form_.theme);
        if (!is_theme(plan.theme)) add("theme", base::message("Please choose a theme of the list."));
        plan.title_en = line("title_en", form_.title_en, base::message("Please enter the title in English."));
        plan.title_fr = line("title_fr", form_.title_fr, base::message("Please enter the title in French."));
        plan.happened_en = text("happened_en", form_.happened_en);
        plan.happened_fr = text("happened_fr", form_.happened_fr);
        plan.points_en = points("points_en", form_.points_en);
        plan.points_fr = points("points_fr", form_.points_fr);
        plan.closes_on = base::collapse_spaces(form_.closes_on);
        if (!plan.closes_on.empty() && (!base::day_of(plan.closes_on) || plan.closes_on < today_))
            add("closes_on", base::message("Please enter the last day as in 2026-12-31, today at the earliest."));
        if (!problems_.empty()) return std::move(problems_);
        return plan;
    }

private:
    void add(const char* field, base::Message message) { problems_.push_back({field, message}); }

    std::string line(const char* field, const std::string& typed, base::Message missing) {
        std::string tidied = base::collapse_spaces(typed);
        if (tidied.empty()) add(field, missing);
        if (base::count_characters(tidied) > kLongestLine)
            add(field, base::message("This is too long: at most 150 characters."));
        return tidied;
    }

    std::string text(const char* field, const std::string& typed) {
        std::string tidied = base::tidy_lines(typed);
        if (tidied.empty()) add(field, base::message("Please say in both languages what just happened."));
        if (base::count_characters(tidied) > kLongestHappened)
            add(field, base::message("This is too long: at most 8,000 characters."));
        return tidied;
    }

    std::string points(const char* field, const std::string& typed) {
        const auto lines = lines_of(base::tidy_lines(typed));
        if (lines.empty()) add(field, base::message("Please enter in both languages at least one point to make."));
        if (lines.size() > kMostPoints)
            add(field, base::message("Please keep to twelve points: nobody makes more in one letter."));
        std::string tidied;
        for (const auto& each : lines) {
            if (base::count_characters(each) > 300) add(field, base::message("A point has at most 300 characters."));
            (tidied += tidied.empty() ? "" : "\n") += each;
        }
        return tidied;
    }

    const CampaignForm& form_;
    const std::string& today_;
    base::Problems problems_;
};

// "+1 506 555-0100" and the like: seven to fifteen digits, and nothing that no telephone has.
bool is_telephone(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto fits = [&](char c) { return is_digit(c) || std::string_view{" +-().#extpos"}.contains(c); };
    const auto digits = std::ranges::count_if(text, is_digit);
    return digits >= 7 && digits <= 20 && text.size() <= 40 && std::ranges::all_of(text, fits);
}

class LetterReader {
public:
    explicit LetterReader(const TypedLetter& typed) : form_(typed.form), limit_(typed.word_limit) {}

    base::Result<NewLetter, base::Problems> run() {
        const auto email = base::EmailAddress::parse(base::collapse_spaces(form_.email));
        NewLetter letter{.email = email.value_or(*base::EmailAddress::parse("nobody@example.org"))};
        letter.subject = line("subject", form_.subject, base::message("Please give your letter a title."));
        letter.text = text();
        letter.name = line("name", form_.name, base::message("Please give your full name: papers ask for it."));
        letter.place = line("place", form_.place, base::message("Please enter the city or town."));
        letter.telephone = base::collapse_spaces(form_.telephone);
        if (!is_telephone(letter.telephone))
            problems_.push_back({"telephone", base::message("Please give a telephone number at which the paper can "
                                                            "check that you wrote it.")});
        if (!email) problems_.push_back({"email", base::message("Please enter a valid email address.")});
        if (!problems_.empty()) return std::move(problems_);
        return letter;
    }

private:
    std::string line(const char* field, const std::string& typed, base::Message missing) {
        std::string tidied = base::collapse_spaces(typed);
        if (tidied.empty())
            problems_.push_back({field, missing});
        else if (base::count_characters(tidied) > kLongestLine)
            problems_.push_back({field, base::message("This is too long: at most 150 characters.")});
        else if (const auto problem = people::problem_of_line(tidied))
            problems_.push_back({field, *problem});
        return tidied;
    }

    std::string text() {
        std::string tidied = base::tidy_lines(form_.text);
        const auto words = count_words(tidied);
        const auto add = [this](base::Message message) { problems_.push_back({"text", message}); };
        if (words < kFewestWords) add(base::message("Please write some sentences: at least 20 words."));
        if (base::count_characters(tidied) > kLongestLetter)
            add(base::message("This is too long: at most 10,000 characters."));
        else if (limit_ > 0 && words > limit_)
            add(base::message("This is longer than the paper prints. Please shorten it: an editor would cut it."));
        if (people::holds_link(tidied))
            add(base::message("Papers print no links. Please leave the web address out, and say what stands there."));
        return tidied;
    }

    const LetterForm& form_;
    std::int64_t limit_;
    base::Problems problems_;
};

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"-._~"}.contains(c);
}

std::string encoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(c))
            out += c;
        else if (c == '\n')
            out += "%0D%0A";
        else
            ((out += '%') += kDigits[byte >> 4]) += kDigits[byte & 15U];
    }
    return out;
}

}  // namespace

std::vector<std::string> CampaignPlan::points(base::Locale locale) const {
    return lines_of(locale == base::Locale::english ? points_en : points_fr);
}

base::Result<CampaignPlan, base::Problems> accept(const TypedCampaign& typed) { return CampaignReader{typed}.run(); }

CampaignForm form_of(const CampaignPlan& plan) {
    return {.level = "",
            .theme = plan.theme,
            .title_en = plan.title_en,
            .title_fr = plan.title_fr,
            .happened_en = plan.happened_en,
            .happened_fr = plan.happened_fr,
            .points_en = plan.points_en,
            .points_fr = plan.points_fr,
            .closes_on = plan.closes_on};
}

bool takes_letters(const EditorCampaign& campaign, std::string_view today) {
    return campaign.state == CampaignState::published &&
           (campaign.plan.closes_on.empty() || today <= campaign.plan.closes_on);
}

base::Result<NewLetter, base::Problems> accept(const TypedLetter& typed) { return LetterReader{typed}.run(); }

std::int64_t count_words(std::string_view text) {
    // No-break spaces part words as well; French has one on either side of what stands between guillemets.
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = text.substr(i);
        const std::size_t length = rest.starts_with("\u00A0") ? 2 : rest.starts_with("\u202F") ? 3 : 0;
        plain += length > 0 ? ' ' : rest.front();
        i += std::max<std::size_t>(length, 1);
    }
    std::int64_t count = 0;
    std::string_view rest{plain};
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        if (end > 0 && !likeness::words(rest.substr(0, end)).empty()) ++count;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return count;
}

bool counts(LetterState state) {
    return state == LetterState::held || state == LetterState::waiting || state == LetterState::sent ||
           state == LetterState::own_way;
}

base::Result<PrintedFacts, base::Problems> accept(const TypedPrinted& typed) {
    const PrintedForm& form = typed.form;
    base::Problems problems;
    PrintedFacts facts{base::collapse_spaces(form.url), base::collapse_spaces(form.on),
                       base::collapse_spaces(form.headline)};
    if (!facts.url.empty() && !people::is_web_address(facts.url))
        problems.push_back({"url", base::message("Please enter a whole address, like https://example.org/letters.")});
    if (!base::day_of(facts.on) || facts.on > typed.today)
        problems.push_back({"on", base::message("Please enter the day as in 2026-11-03, today at the latest.")});
    if (base::count_characters(facts.headline) > kLongestLine)
        problems.push_back({"headline", base::message("This is too long: at most 150 characters.")});
    else if (const auto problem = people::problem_of_line(facts.headline))
        problems.push_back({"headline", *problem});
    if (!problems.empty()) return problems;
    return facts;
}

std::string mailto_url(const MailtoLink& link) {
    return "mailto:" + link.to + "?subject=" + encoded(link.subject) + "&body=" + encoded(link.body);
}

}  // namespace editor_letters
