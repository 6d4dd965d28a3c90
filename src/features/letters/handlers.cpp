#include "features/letters/handlers.h"

#include <algorithm>

#include "base/text.h"
#include "features/letters/handlers_parts.h"
#include "features/letters/store.h"
#include "features/letters/tally_store.h"
#include "platform/i18n/local_time.h"

namespace letters {
namespace {

html::FormState form_state(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

}  // namespace

std::string today(base::Instant now) {
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, 10);
}

// nullopt for a draft, too: the public does not see it.
std::optional<Handlers::Found> Handlers::find_public(const http::Request& request, db::Read& read) const {
    auto campaign = store::find(read, request.parameter("slug"));
    if (!campaign) return std::nullopt;
    const Stage stage = campaign->stage(today(request.received_at));
    if (stage == Stage::draft || stage == Stage::upcoming) return std::nullopt;
    return Found{*std::move(campaign), stage};
}

pages::Shown Handlers::shown(db::Read& read, const Campaign& campaign, base::Locale locale, base::Instant now) const {
    return {campaign, campaign.stage(today(now)), store::total(read, campaign.id).asked,
            taglines(read, services_.elections, campaign, locale)};
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const auto campaigns = store::campaigns(read);
    std::vector<pages::Shown> open;
    for (const Campaign& each : campaigns)
        if (each.stage(today(request.received_at)) == Stage::open)
            open.push_back(shown(read, each, request.locale, request.received_at));
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Write to your representative"),
                  .description = t("A letter in your own words counts more than a hundred of the same."),
                  .path = pages::list_path(request.locale)});
    return ports::respond(std::move(frame), pages::list(t, open));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    const base::Problems none;
    auto frame = services_.frames.frame(request, {.title = found->campaign.title(request.locale),
                                                  .description = pages::target_words(t, found->campaign.target),
                                                  .path = pages::campaign_path(request.locale, found->campaign.slug),
                                                  .accent = accent_of(read, found->campaign.level),
                                                  .level = found->campaign.level,
                                                  .edit_path = "staff/letters/" + found->campaign.slug});
    return ports::respond(
        std::move(frame),
        pages::campaign(t, shown(read, found->campaign, request.locale, request.received_at), "", none));
}

Handlers::Traced Handlers::trace(db::Read& read, const Campaign& campaign, const LetterForm& typed,
                                 base::Locale locale) const {
    auto place = place_of(read, services_.representatives, campaign.target, typed.postal_code, typed.ridings);
    auto recipients = recipients_of(read, services_.representatives, campaign.target, place, locale);
    return {std::move(place), std::move(recipients)};
}

std::optional<http::Response> Handlers::detour(const http::Request& request, const pages::Way& way,
                                               std::string_view where) const {
    const i18n::Translator t{request.locale};
    const auto frame = [&](std::string title) {
        return services_.frames.frame(request, {.title = std::move(title), .indexing = html::Indexing::refused});
    };
    if (!way.place.questions.empty())
        return ports::respond(frame(t("One more question")), pages::which_riding(t, way, where));
    if (way.recipients.to.empty())
        return ports::respond(frame(t("Nobody to write to from there")), pages::nobody(t, way));
    return std::nullopt;
}

http::Response Handlers::write_page(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    if (found->stage != Stage::open) return http::see_other(pages::campaign_path(request.locale, found->campaign.slug));
    LetterForm typed = place_typed(request.query);
    const auto view = shown(read, found->campaign, request.locale, request.received_at);
    const i18n::Translator t{request.locale};
    if (const auto problem = problem_of_code(typed.postal_code)) {
        auto frame = services_.frames.frame(request, {.title = found->campaign.title(request.locale),
                                                      .form_state = html::FormState::has_problems,
                                                      .indexing = html::Indexing::refused});
        return ports::respond(std::move(frame), pages::campaign(t, view, typed.postal_code, {*problem}), 422);
    }
    typed.stamp = services_.tokens.make(kFormStamp, request.received_at.microseconds);
    const Traced traced = trace(read, found->campaign, typed, request.locale);
    const pages::Way way{view, typed, traced.place, traced.recipients};
    if (auto page = detour(request, way, "write")) return *std::move(page);
    return form_page(request, way, {}, read);
}

http::Response Handlers::form_page(const http::Request& request, const pages::Way& way, const base::Problems& problems,
                                   db::Read& read) const {
    const i18n::Translator t{request.locale};
    const Campaign& campaign = way.shown.campaign;
    html::SafeHtml panel;
    if (services_.guides.panel)
        panel = services_.guides.panel(read, {.locale = request.locale,
                                              .words_in = request.locale,
                                              .field = "words",
                                              .text = way.typed.words,
                                              .theme = campaign.theme,
                                              .level = campaign.level});
    auto frame = services_.frames.frame(request, {.title = t("Your letter"),
                                                  .accent = accent_of(read, campaign.level),
                                                  .level = campaign.level,
                                                  .form_state = form_state(problems),
                                                  .indexing = html::Indexing::refused});
    const bool is_near = election_concerns(read, services_.elections, way.recipients);
    return ports::respond(
        std::move(frame),
        pages::write(t, way,
                     {.problems = problems,
                      .words_panel = std::move(panel),
                      .puzzle = services_.guard.puzzle ? services_.guard.puzzle(request.locale) : html::SafeHtml{},
                      .likeness = {},
                      .election = is_near ? pages::ElectionNear::yes : pages::ElectionNear::no}),
        problems.empty() ? 200 : 422);
}

}  // namespace letters
