#include "features/jobs_calculator/community.h"

#include "features/jobs_calculator/typed_number.h"

namespace jobs_calculator {
namespace {

constexpr double kMostPeople = 1e8;

class CommunityReader {
public:
    CommunityReader(const CommunityForm& form, const Province& province, base::Locale locale)
        : form_(form), province_(province), locale_(locale) {}

    base::Result<std::optional<Community>, base::Problems> read() {
        const double share = read_share();
        read_unemployment();
        if (!problems_.empty()) return problems_;
        const auto& estimate = province_.estimate;
        const jobs_lost::Town here{"", share, labour_force_, unemployed_};
        const jobs_lost::Town elsewhere{"", 1.0 - share, std::nullopt, std::nullopt};
        return std::optional{Community{.form = plain_,
                                       .share = share,
                                       .loss = jobs_lost::local_spread(estimate, {here, elsewhere}).front(),
                                       .range = {share * estimate.range.low, share * estimate.range.high}}};
    }

private:
    void add(std::string_view field, base::Message message) {
        problems_.push_back({"community_" + std::string{field}, message});
    }

    std::optional<double> number_in(const std::string& typed, std::string_view field) {
        const auto number = read_number(typed, locale_);
        if (number && *number >= 0 && *number <= kMostPeople) return number;
        add(field, base::message("Please give a number of people, like 1,250."));
        return std::nullopt;
    }

    double read_share() {
        plain_.in = form_.in;
        if (form_.public_jobs.empty()) {
            add("public_jobs", base::message("Please say how many people work in public services there."));
            return 0;
        }
        return form_.public_jobs.contains('%') ? read_percent() : read_people();
    }

    double read_percent() {
        const auto percent = read_number(form_.public_jobs, locale_);
        if (!percent || *percent <= 0 || *percent > 100) {
            add("public_jobs", base::message("Please give a percentage above 0 and up to 100."));
            return 0;
        }
        plain_.public_jobs = plain_number(*percent) + "%";
        return *percent / 100;
    }

    double read_people() {
        const auto people = number_in(form_.public_jobs, "public_jobs");
        if (!people) return 0;
        plain_.public_jobs = plain_number(*people);
        if (*people == 0)
            add("public_jobs", base::message("Please give a number of people, like 1,250."));
        else if (!province_.public_sector)
            add("public_jobs", base::message("How many people work in public services in the whole province is not "
                                             "published. Please give a percentage of them."));
        else if (*people > province_.public_sector->value)
            add("public_jobs",
                base::message("That is more people than work in public services in the whole province."));
        else
            return *people / province_.public_sector->value;
        return 0;
    }

    // Both numbers or none.
    void read_unemployment() {
        if (form_.labour_force.empty() && form_.unemployed.empty()) return;
        if (form_.labour_force.empty())
            return add("labour_force", base::message("For the unemployment rate, please give both numbers."));
        if (form_.unemployed.empty())
            return add("unemployed", base::message("For the unemployment rate, please give both numbers."));
        labour_force_ = number_in(form_.labour_force, "labour_force");
        unemployed_ = number_in(form_.unemployed, "unemployed");
        if (!labour_force_ || !unemployed_) return;
        if (*labour_force_ == 0 || *unemployed_ > *labour_force_)
            return add("unemployed",
                       base::message("There cannot be more people out of work than in the labour force."));
        plain_.labour_force = plain_number(*labour_force_);
        plain_.unemployed = plain_number(*unemployed_);
    }

    const CommunityForm& form_;
    const Province& province_;
    base::Locale locale_;
    CommunityForm plain_{};
    std::optional<double> labour_force_{}, unemployed_{};
    base::Problems problems_{};
};

bool is_empty(const CommunityForm& form) {
    return form.public_jobs.empty() && form.labour_force.empty() && form.unemployed.empty();
}

}  // namespace

base::Result<std::optional<Community>, base::Problems> read_community(const CommunityForm& form,
                                                                      const Province& province, base::Locale locale) {
    if (is_empty(form) || form.in != jobs_lost::code_of(province.estimate.cut.jurisdiction))
        return std::optional<Community>{};
    return CommunityReader{form, province, locale}.read();
}

std::string query_of(const CommunityForm& form) {
    std::string query = "&community_in=" + form.in + "&community_public_jobs=";
    for (const char c : form.public_jobs) query += c == '%' ? "%25" : std::string(1, c);
    if (!form.labour_force.empty()) query += "&community_labour_force=" + form.labour_force;
    if (!form.unemployed.empty()) query += "&community_unemployed=" + form.unemployed;
    return query;
}

}  // namespace jobs_calculator
