#include "features/champions/handlers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/champions/api.h"
#include "features/champions/calendar_service.h"
#include "features/champions/hours.h"
#include "features/champions/slots_service.h"
#include "features/champions/store.h"
#include "features/champions/subject_store.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace champions {
namespace {

using i18n::Translator;

constexpr auto kUsualLength = base::minutes(60);
constexpr auto kShownAhead = base::days(56);
constexpr std::size_t kShownDays = 6, kShownADay = 4;

pages::Filter filter_of(const http::Request& request) {
    return {.area = request.query.text("area"),
            .language = request.query.text("language"),
            .topic = request.query.text("topic")};
}

// What of the filter is known; a topic that is not there finds nobody.
ports::ChampionSearch search_of(const pages::Filter& filter, const std::vector<ports::Topic>& topics,
                                const people::LevelTree& tree) {
    ports::ChampionSearch search{.province = people::province_of(filter.area),
                                 .language = base::locale_of(filter.language)};
    const auto* level = search.province ? nullptr : tree.find(filter.area);
    if (level != nullptr && level->kind == people::LevelKind::local) search.level = level->id;
    if (level != nullptr && level->kind == people::LevelKind::province) search.province = level->province;
    if (filter.topic.empty()) return search;
    const auto topic = std::ranges::find(topics, filter.topic, &ports::Topic::slug);
    search.topic = topic == topics.end() ? TopicId{0} : topic->id;
    return search;
}

std::vector<people::Level> locals_of(const people::LevelTree& tree, base::Locale locale) {
    std::vector<people::Level> locals;
    for (const auto* each : tree.sorted(locale))
        if (each->kind == people::LevelKind::local) locals.push_back(*each);
    return locals;
}

// How many serve each province: by the areas they chose; whoever serves the nation counts where they live.
std::vector<pages::ProvinceCount> count_provinces(const std::vector<Champion>& champions,
                                                  const people::LevelTree& tree) {
    std::vector<pages::ProvinceCount> counts;
    for (const people::Province province : people::kProvinces) {
        const auto serves = [&](const Champion& champion) {
            return std::ranges::any_of(champion.areas, [&](base::LevelId area) {
                const auto* level = tree.find(area);
                return level != nullptr &&
                       (level->province ? level->province == province : champion.province == province);
            });
        };
        const auto count = std::ranges::count_if(champions, serves);
        if (count > 0) counts.push_back({province, count});
    }
    return counts;
}

std::vector<ports::PictureId> pictures_of(const std::vector<Champion>& champions) {
    std::vector<ports::PictureId> ids;
    for (const Champion& each : champions)
        if (each.picture != ports::kNoPicture) ids.push_back(each.picture);
    return ids;
}

std::vector<std::string> area_names(db::Read& read, const Champion& champion, base::Locale locale) {
    const auto tree = people::levels(read);
    std::vector<std::string> names;
    for (const auto area : champion.areas)
        if (const auto* level = tree.find(area)) names.push_back(level->name(locale));
    return names;
}

std::vector<std::string> topic_names(db::Read& read, const Champion& champion, base::Locale locale) {
    std::vector<std::string> names;
    for (const auto& each : store::open_topics(read, locale))
        if (holds(champion.topics, each.id)) names.push_back(each.name);
    return names;
}

std::string description_of(const Champion& champion, base::Locale locale) {
    const auto& own = champion.biography.in(locale);
    return own.substr(0, own.find('\n'));
}

// A moment of a query: seconds since 1970.
std::optional<base::Instant> instant_in(const http::Request& request, const char* name) {
    const auto seconds = base::whole_number(request.query.view(name));
    constexpr std::int64_t kFarthest = 7'000'000'000;  // 2191
    if (!seconds || *seconds < 0 || *seconds > kFarthest) return std::nullopt;
    return base::Instant{} + base::seconds(*seconds);
}

http::Response bad_query(const http::Request& request, std::string field, base::Message message) {
    return http::problem_json({.status = 422,
                               .title = "The query cannot be answered",
                               .locale = request.locale,
                               .problems = {{std::move(field), message}}});
}

}  // namespace

http::Response Handlers::directory(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    auto topics = store::open_topics(read, request.locale);
    const auto filter = filter_of(request);
    const auto everybody = in_directory(read, {});
    const auto tree = people::levels(read);
    const auto search = search_of(filter, topics, tree);
    const auto found = filter.is_empty() ? everybody : in_directory(read, search);
    const auto position = ports::position_in(found.size(), request.query);
    auto shown = ports::rows_at(position, found);
    const auto ids = pictures_of(shown);
    pages::Directory page{
        .champions = std::move(shown),
        .fitting = std::ssize(found),
        .position = position,
        .pictures = services_.pictures.find_all(read, ids),
        .provinces = count_provinces(everybody, tree),
        .locals = locals_of(tree, request.locale),
        .topics = std::move(topics),
        .filter = filter,
        .ask_path = services_.bookings.ask_path ? services_.bookings.ask_path(request.locale, "", std::nullopt) : ""};
    auto frame = services_.frames.frame(
        request,
        {.title = t("Champions for Change"),
         .description = t("Trained members of the campaign who come to your group or meet you online."),
         .path = pages::directory_path(request.locale),
         .indexing = filter.is_empty() && position.page == 0 ? html::Indexing::allowed : html::Indexing::refused});
    return ports::respond(std::move(frame), pages::directory(t, page));
}

std::vector<pages::SlotLink> Handlers::slot_links(const http::Request& request, const Champion& champion,
                                                  ports::PresentationFormat format, db::Read& read) const {
    std::vector<pages::SlotLink> links;
    const auto slots = slots_of(read, services_.bookings, std::span{&champion, 1},
                                {.champions = {champion.id},
                                 .within = {request.received_at, request.received_at + kShownAhead},
                                 .length = kUsualLength,
                                 .format = format,
                                 .now = request.received_at});
    std::optional<base::Day> day;
    std::size_t days = 0, of_day = 0;
    for (const auto at : slots.front().starts) {
        const auto its_day = day_in(at, champion.terms.zone);
        if (its_day != day) ++days, of_day = 0, day = its_day;
        if (days > kShownDays) break;
        if (++of_day <= kShownADay)
            links.push_back({at, services_.bookings.ask_path
                                     ? services_.bookings.ask_path(request.locale, champion.slug, at)
                                     : ""});
    }
    return links;
}

http::Response Handlers::one(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const auto champion = store::find_by_slug(read, request.parameter("slug"));
    if (!champion || !champion->is_public()) return http::not_found();
    pages::One page{.champion = *champion,
                    .picture = services_.pictures.find(read, champion->picture),
                    .areas = area_names(read, *champion, request.locale),
                    .topics = topic_names(read, *champion, request.locale),
                    .in_person = slot_links(request, *champion, ports::PresentationFormat::in_person, read),
                    .online = slot_links(request, *champion, ports::PresentationFormat::online, read),
                    .ask_path = services_.bookings.ask_path
                                    ? services_.bookings.ask_path(request.locale, champion->slug, std::nullopt)
                                    : ""};
    auto frame = services_.frames.frame(
        request, {.title = champion->full_name(), .description = description_of(*champion, request.locale)});
    return ports::respond(std::move(frame), pages::one(t, page));
}

http::Response Handlers::api_directory(const http::Request& request, db::Read& read) const {
    const auto topics = store::open_topics(read, request.locale);
    const auto filter = filter_of(request);
    const auto tree = people::levels(read);
    if (!filter.area.empty() && !people::province_of(filter.area) && tree.find(filter.area) == nullptr)
        return bad_query(request, "area", base::message("There is no such area."));
    if (!filter.language.empty() && !base::locale_of(filter.language))
        return bad_query(request, "language", base::message("Choose a language."));
    const auto found = in_directory(read, search_of(filter, topics, tree));
    const auto position = ports::position_in(found.size(), request.query);
    const auto shown = ports::rows_at(position, found);
    return http::json(directory_json({shown, found.size(), position, topics, tree, services_.frames.public_url()}));
}

http::Response Handlers::api_slots(const http::Request& request, db::Read& read) const {
    const auto champion = store::find_by_slug(read, request.parameter("slug"));
    if (!champion || !champion->is_public()) return http::not_found();
    const auto minutes = request.query.has("minutes") ? base::whole_number(request.query.view("minutes")) : 60;
    if (!minutes || *minutes < 15 || *minutes > 480)
        return bad_query(request, "minutes", base::message("Enter a whole number of minutes, 15 to 480."));
    const auto from = request.query.has("from") ? instant_in(request, "from") : request.received_at;
    if (!from) return bad_query(request, "from", base::message("Enter seconds since 1970."));
    const auto until = request.query.has("until") ? instant_in(request, "until") : *from + base::days(28);
    if (!until || *until <= *from || *until - *from > base::days(92))
        return bad_query(request, "until", base::message("The stretch ends at most 92 days after it begins."));
    const auto asked = request.query.view("format");
    if (!asked.empty() && asked != "online" && asked != "in_person")
        return bad_query(request, "format", base::message("Choose in_person or online."));
    const auto format = asked == "online" ? ports::PresentationFormat::online : ports::PresentationFormat::in_person;
    const auto slots = slots_of(read, services_.bookings, std::span{&*champion, 1},
                                {.champions = {champion->id},
                                 .within = {*from, *until},
                                 .length = base::minutes(*minutes),
                                 .format = format,
                                 .now = request.received_at});
    return http::json(slots_json({*champion, slots.front().starts, *minutes, format}));
}

http::Response Handlers::feed(const http::Request& request, db::Read& read) const {
    auto token = request.parameter("token");
    if (token.ends_with(".ics")) token.resize(token.size() - 4);
    const auto feed = services_.tokens.read(kFeed, token);
    const auto champion = feed ? store::find_by_feed(read, *feed) : std::nullopt;
    if (!champion || champion->state == State::left) return http::not_found();
    http::Response response{.body = feed_of(read, services_, *champion, request.received_at)};
    response.headers.add({"Content-Type", "text/calendar; charset=utf-8"});
    response.headers.add({"X-Robots-Tag", "noindex"});
    response.headers.add({"Cache-Control", "private, no-cache"});
    return response;
}

}  // namespace champions
