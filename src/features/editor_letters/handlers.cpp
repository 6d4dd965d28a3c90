#include "features/editor_letters/handlers.h"

#include "base/text.h"
#include "features/editor_letters/pages.h"
#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"
#include "platform/html/markdown.h"

namespace editor_letters {
namespace {

constexpr std::int64_t kPrintedShown = 200;
constexpr std::size_t kCampaignsInBlock = 3;

std::string place_of_find(const http::Request& request) {
    return base::collapse_spaces(request.query.text("place")).substr(0, 200);
}

pages::Find find_of(const http::Request& request) {
    return {.place = place_of_find(request),
            .postal_code = base::collapse_spaces(request.query.text("postal_code")).substr(0, 20),
            .province = request.query.text("province"),
            .language = request.query.text("language")};
}

Where where_of(const pages::Find& find) {
    return {.postal_code = people::PostalCode::parse(find.postal_code),
            .place = find.place,
            .province = people::province_of(find.province),
            .language = base::locale_of(find.language)};
}

bool is_asked(const pages::Find& find) {
    return !find.place.empty() || !find.postal_code.empty() || !find.province.empty();
}

base::Problems problems_of(const pages::Find& find) {
    if (find.postal_code.empty() || people::PostalCode::parse(find.postal_code)) return {};
    return {{"postal_code",
             base::message("This is no Canadian postal code. It looks like K1A 0B1; a town will do as well.")}};
}

}  // namespace

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Letters to the editor"),
                  .description = t("A short letter in your own words, in the paper that your neighbours read."),
                  .path = list_path(request.locale)});
    const auto all = store::published(read);
    return ports::respond(std::move(frame), pages::list(t, {all, day_at(request.received_at)}));
}

http::Response Handlers::printed(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Letters that were printed"),
                                                  .description = t("Letters of supporters, as papers printed them."),
                                                  .path = printed_path(request.locale)});
    const auto all = store::printed(read, kPrintedShown);
    const auto position = ports::position_in(all.size(), request.query);
    return ports::respond(std::move(frame), pages::printed(t, {ports::rows_at(position, all), position}));
}

std::optional<EditorCampaign> Handlers::find_public(const http::Request& request, db::Read& read) const {
    const auto id = base::id_from<EditorCampaignId>(request.parameter("campaign"));
    auto campaign = id ? store::find_campaign(read, *id) : std::nullopt;
    if (!campaign || campaign->state == CampaignState::draft) return std::nullopt;
    return campaign;
}

std::vector<std::string> Handlers::taglines(db::Read& read, base::Locale locale) const {
    return services_.elections.taglines ? services_.elections.taglines(read, locale) : std::vector<std::string>{};
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto campaign = find_public(request, read);
    if (!campaign) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto find = find_of(request);
    const auto problems = problems_of(find);
    std::vector<NearNewspaper> found;
    if (is_asked(find) && problems.empty()) found = near(store::newspapers(read), where_of(find));
    const std::string day = day_at(request.received_at);
    auto frame = services_.frames.frame(
        request, {.title = campaign->plan.title(request.locale),
                  .description = t("A short letter in your own words, in the paper that your neighbours read."),
                  .path = campaign_path(request.locale, campaign->id),
                  .level = campaign->level,
                  .edit_path = staff_campaign_path(request.locale, campaign->id)});
    return ports::respond(std::move(frame),
                          pages::show(t, {.campaign = *campaign,
                                          .is_open = takes_letters(*campaign, day) ? pages::Open::yes : pages::Open::no,
                                          .find = find,
                                          .asked = is_asked(find) ? pages::Asked::yes : pages::Asked::no,
                                          .problems = problems,
                                          .found = found,
                                          .taglines = taglines(read, request.locale),
                                          .day = day}));
}

html::SafeHtml Handlers::block(db::Read& read, const ports::BlockSetting& setting) const {
    auto open = store::published(read);
    const std::string day = day_at(clock_());
    std::erase_if(open, [&](const EditorCampaign& each) { return !takes_letters(each, day); });
    if (open.size() > kCampaignsInBlock) open.erase(open.begin() + kCampaignsInBlock, open.end());
    return pages::block(i18n::Translator{setting.locale},
                        {open, std::string{setting.heading}, html::markdown(setting.text)});
}

}  // namespace editor_letters
