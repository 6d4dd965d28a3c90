// What handlers.h declares about what follows a letter, and about telephone and paper.
#include <algorithm>

#include "base/whole_number.h"
#include "features/letters/handlers_parts.h"
#include "features/letters/store.h"
#include "features/letters/tally_store.h"

namespace letters {

http::Response Handlers::sent(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("One more step: open your email"), .indexing = html::Indexing::refused});
    const std::string mailbox = frame.demo_mailbox_url;
    return ports::respond(std::move(frame), pages::check_mail(t, found->campaign, mailbox));
}

http::Response Handlers::call_page(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    if (found->stage != Stage::open) return http::see_other(pages::campaign_path(request.locale, found->campaign.slug));
    const LetterForm typed = place_typed(request.query);
    const auto view = shown(read, found->campaign, request.locale, request.received_at);
    const i18n::Translator t{request.locale};
    if (const auto problem = problem_of_code(typed.postal_code)) {
        auto frame = services_.frames.frame(request, {.title = found->campaign.title(request.locale),
                                                      .form_state = html::FormState::has_problems,
                                                      .indexing = html::Indexing::refused});
        return ports::respond(std::move(frame), pages::campaign(t, view, typed.postal_code, {*problem}), 422);
    }
    const Traced traced = trace(read, found->campaign, typed, request.locale);
    const pages::Way way{view, typed, traced.place, traced.recipients};
    if (auto page = detour(request, way, "call")) return *std::move(page);
    const auto thanked = request.query.has("thanks") ? pages::Thanked::yes : pages::Thanked::no;
    auto frame = services_.frames.frame(request, {.title = t("Call the office"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::call(t, way, thanked));
}

base::Result<CallReport, base::Problems> Handlers::read_posted(const http::Request& request) const {
    const LetterForm typed = place_typed(request.form);
    if (auto problem = problem_of_code(typed.postal_code)) return base::Problems{*std::move(problem)};
    return CallReport{
        request.parameter("slug"), request.locale, typed.postal_code, typed.ridings, std::nullopt, std::nullopt,
        request.received_at};
}

base::Result<CallReport, base::Problems> Handlers::read_call(const http::Request& request) const {
    auto report = read_posted(request);
    if (!report) return report.error();
    report->representative = base::id_from<ports::RepresentativeId>(request.form.view("representative"));
    report->outcome = call_outcome_of(request.form.view("outcome"));
    if (!report->outcome || !report->representative)
        return base::Problems{{"outcome", base::message("Please say how the call went.")}};
    return report;
}

http::WriteResult Handlers::count_call(const CallReport& report, db::Write& write) const {
    const auto campaign = store::find(write, report.slug);
    if (!campaign || !campaign->published_at) return http::not_found();
    if (campaign->stage(today(report.at)) != Stage::open) return closed_problem();
    LetterForm typed;
    typed.postal_code = report.postal_code;
    typed.ridings = report.ridings;
    const Traced traced = trace(write, *campaign, typed, report.locale);
    if (std::ranges::find(traced.recipients.to, *report.representative, &ports::Representative::id) ==
        traced.recipients.to.end())
        return http::not_found();
    store::count_call(write, campaign->id,
                      {.representative = *report.representative, .outcome = *report.outcome, .calls = 1});
    return http::see_other(call_path(report) + "&thanks=1");
}

http::WriteResult Handlers::count_posted(const CallReport& report, db::Write& write) const {
    const auto campaign = store::find(write, report.slug);
    if (!campaign || !campaign->published_at) return http::not_found();
    if (campaign->stage(today(report.at)) != Stage::open) return closed_problem();
    LetterForm typed;
    typed.postal_code = report.postal_code;
    typed.ridings = report.ridings;
    std::vector<store::Tally> steps;
    for (const auto& each : trace(write, *campaign, typed, report.locale).recipients.to)
        steps.push_back({.campaign = campaign->id, .representative = each.id, .asked = 1, .printed = 1});
    store::add(write, steps);
    return http::see_other(pages::campaign_path(report.locale, report.slug));
}

}  // namespace letters
