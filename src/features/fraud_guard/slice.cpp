#include "features/fraud_guard/slice.h"

#include "features/fraud_guard/pages.h"
#include "platform/auth/principal.h"
#include "platform/db/database.h"

namespace fraud_guard {
namespace {

bool may_moderate(const http::Request& request) {
    return request.staff != nullptr && auth::may(*request.staff, auth::Permission::moderate, {});
}

constexpr std::size_t kTrendsTold = 3;

void add_tasks(std::vector<ports::HomeTask>& tasks, const i18n::Translator& t, const Situation& situation) {
    const std::string path = pages::path_of(t.locale());
    if (situation.pressure_since)
        tasks.push_back({ports::HomeTask::Tone::pressing,
                         t("Since {time} browsers are asked for a proof of work: there is pressure on sign-ons.",
                           {{"time", t.date_time(*situation.pressure_since)}}),
                         path, t("Look at it")});
    for (std::size_t i = 0; i < situation.rising.size() && i < kTrendsTold; ++i)
        tasks.push_back(
            {ports::HomeTask::Tone::calm, pages::trend_sentence(t, situation.rising[i]), path, t("Look at it")});
}

}  // namespace

ports::SignOnGuard sign_on_guard(Guard& guard) {
    ports::SignOnGuard port;
    port.judge = [&guard](const ports::SignOnFacts& facts) { return guard.judge(facts); };
    port.puzzle = [&guard](base::Locale locale) {
        return guard.pressure_since() ? pages::puzzle(i18n::Translator{locale}) : html::SafeHtml{};
    };
    port.words = [](std::int64_t reasons, base::Locale locale) {
        const i18n::Translator t{locale};
        std::vector<std::string> words;
        for (int i = 0; i < kRules; ++i)
            if ((reasons & bit_of(static_cast<Rule>(i))) != 0)
                words.push_back(t(words_of(static_cast<Rule>(i)).reason));
        return words;
    };
    port.challenge = [&guard] { return json_of(guard.puzzle(db::now())); };
    port.review_from = [&guard] { return guard.policy()->book.flag_from; };
    return port;
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Fraud guard"),
            .path = "staff/fraud",
            .icon = "shield",
            .group = ports::StaffGroup::signatures,
            .order = 25,
            .may_see = may_moderate};
}

ports::HomeProvider home_news(const Guard& guard, const ports::LoadLadder& ladder) {
    return [&guard, &ladder](db::Read&, const http::Request& request) {
        ports::HomeNews news;
        if (!may_moderate(request)) return news;
        const i18n::Translator t{request.locale};
        if (ladder.step() != ports::LoadStep::everything)
            news.tasks.push_back({ports::HomeTask::Tone::pressing,
                                  t("The server is busy: {what}.", {{"what", pages::step_label(t, ladder.step())}}),
                                  pages::path_of(t.locale()), t("Look at it")});
        add_tasks(news.tasks, t, guard.situation(request.received_at));
        return news;
    };
}

std::vector<ports::ApiOperation> api_operations() {
    using ports::JsonType;
    return {{.method = http::Method::get,
             .path = "/api/v1/sign-on-puzzle",
             .id = "makeSignOnPuzzle",
             .summary = "A puzzle by the ALTCHA protocol, for sign-ons under pressure",
             .description = "Find the number from 0 to maxnumber whose SHA-256, written in decimal behind the salt, is "
                            "the challenge. Each puzzle is good for one sign-on within 30 minutes.",
             .answers = {{.status = 200,
                          .description = "A fresh puzzle",
                          .fields = {{.name = "algorithm", .type = JsonType::text, .example = "SHA-256"},
                                     {.name = "challenge", .type = JsonType::text},
                                     {.name = "maxnumber", .type = JsonType::integer},
                                     {.name = "salt", .type = JsonType::text},
                                     {.name = "signature", .type = JsonType::text}}}}}};
}

}  // namespace fraud_guard
