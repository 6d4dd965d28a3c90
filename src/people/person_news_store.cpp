#include <array>

#include "base/whole_number.h"
#include "people/person_news.h"
#include "platform/jobs/jobs.h"

namespace people {
namespace {

constexpr std::array<std::string_view, 4> kStepNames{"joined", "agreed_again", "left", "erased"};

const db::Query<std::string()> kFollowers{"select job_kind from person_news_follower order by job_kind",
                                          db::columns<std::string, std::string>};
const db::Command<void(std::string_view)> kFollow{
    "insert into person_news_follower (job_kind) values ($1) on conflict (job_kind) do nothing"};
const db::Command<void(std::string_view)> kForgetFollower{"delete from person_news_follower where job_kind = $1"};

}  // namespace

std::string payload_of(const PersonNews& news) {
    return std::to_string(news.person.value) + ' ' + std::string{kStepNames[static_cast<std::size_t>(news.step)]} +
           ' ' + std::to_string(news.at.microseconds);
}

std::optional<PersonNews> read_news(std::string_view payload) {
    const auto first = payload.find(' '), second = payload.rfind(' ');
    if (first == std::string_view::npos || first == second) return std::nullopt;
    const auto person = base::id_from<PersonId>(payload.substr(0, first));
    const auto at = base::whole_number(payload.substr(second + 1));
    const auto name = payload.substr(first + 1, second - first - 1);
    for (std::size_t i = 0; person && at && i < kStepNames.size(); ++i)
        if (kStepNames[i] == name) return PersonNews{*person, static_cast<PersonStep>(i), base::Instant{*at}};
    return std::nullopt;
}

void follow_news(db::Write& write, std::string_view job_kind, Following following) {
    write.run(following == Following::yes ? kFollow : kForgetFollower, job_kind);
}

bool is_followed(db::Read& read) { return !read.all(kFollowers).empty(); }

void tell_news(db::Write& write, const PersonNews& news) {
    for (const std::string& kind : write.all(kFollowers)) jobs::queue(write, {kind, payload_of(news)});
}

}  // namespace people
