#include "features/search/handlers.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/search/pages.h"
#include "people/store.h"
#include "platform/http/percent.h"

namespace search {
namespace {

using State = pages::FilterChoice::State;

constexpr std::size_t kMostYears = 16;  // offered
constexpr std::size_t kMostSections = 12;

Question question_of(const Asked& asked, const people::LevelTree& levels, const http::Request& request) {
    const auto* level = asked.level.empty() ? nullptr : levels.find(asked.level);
    return {.words = asked.words,
            .filters = {.kind = asked.kind,
                        .section = asked.section,
                        .year = asked.year,
                        .level = level == nullptr ? 0 : level->id.value},
            .own = request.locale,
            .languages = asked.languages,
            .page = asked.page,
            .now = request.received_at};
}

// ---- Filters as links

// A filter whose links change one field of what is asked. The first choice takes it away.
class FilterMaker {
public:
    FilterMaker(const i18n::Translator& t, const Asked& asked) : t_(t), asked_(asked) {}

    void begin(std::string name, std::string any, const std::function<void(Asked&)>& clear) {
        filter_ = {std::move(name), {}};
        auto cleared = first_page();
        clear(cleared);
        const bool is_any = search_path(t_.locale(), cleared) == search_path(t_.locale(), first_page());
        filter_.choices.push_back(
            {std::move(any), search_path(t_.locale(), cleared), std::nullopt, is_any ? State::chosen : State::offered});
    }

    void offer(std::string label, std::optional<std::int64_t> count, const std::function<void(Asked&)>& choose) {
        auto chosen = first_page();
        choose(chosen);
        const bool is_chosen = search_path(t_.locale(), chosen) == search_path(t_.locale(), first_page());
        filter_.choices.push_back(
            {std::move(label), search_path(t_.locale(), chosen), count, is_chosen ? State::chosen : State::offered});
    }

    // One with a single value tells nothing, unless it is chosen.
    void end(std::vector<pages::Filter>& filters) {
        const bool is_any = filter_.choices.front().state == State::chosen;
        if (filter_.choices.size() > 2 || !is_any) filters.push_back(std::move(filter_));
    }

private:
    Asked first_page() const {
        Asked asked = asked_;
        asked.page = 1;
        return asked;
    }

    const i18n::Translator& t_;
    const Asked& asked_;
    pages::Filter filter_;
};

// The values that an answer offers to filter by, counted or not.
struct Offered {
    const Facets& values;
    bool are_counted;
    std::optional<std::int64_t> figure(std::int64_t count) const {
        return are_counted ? std::optional{count} : std::nullopt;
    }
};

void add_years(FilterMaker& maker, const i18n::Translator& t, const Offered& offered,
               std::vector<pages::Filter>& filters) {
    maker.begin(t("Year"), t("Any year"), [](Asked& asked) { asked.year = 0; });
    std::size_t shown = 0;
    for (const auto& [year, count] : offered.values.years)
        if (++shown <= kMostYears)
            maker.offer(std::to_string(year), offered.figure(count), [year](Asked& asked) { asked.year = year; });
    maker.end(filters);
}

void add_sections(FilterMaker& maker, const i18n::Translator& t, const Offered& offered,
                  std::vector<pages::Filter>& filters) {
    maker.begin(t("Section"), t("All sections"), [](Asked& asked) { asked.section.clear(); });
    std::size_t shown = 0;
    for (const auto& [slug, titled] : offered.values.sections)
        if (++shown <= kMostSections)
            maker.offer(titled.first, offered.figure(titled.second), [&slug](Asked& asked) { asked.section = slug; });
    maker.end(filters);
}

void add_levels(FilterMaker& maker, const i18n::Translator& t, const Offered& offered, const people::LevelTree& levels,
                std::vector<pages::Filter>& filters) {
    maker.begin(t("Level"), t("Everywhere"), [](Asked& asked) { asked.level.clear(); });
    for (const auto* level : levels.sorted(t.locale())) {
        const auto found = offered.values.levels.find(level->id.value);
        if (found == offered.values.levels.end()) continue;
        maker.offer(level->name(t.locale()), offered.figure(found->second),
                    [level](Asked& asked) { asked.level = level->slug; });
    }
    maker.end(filters);
}

void add_languages(FilterMaker& maker, const i18n::Translator& t, std::vector<pages::Filter>& filters) {
    maker.begin(t("Language"), t("This language first"), [](Asked& asked) { asked.languages = Languages::own_first; });
    maker.offer(std::string{i18n::own_name(base::Locale::english)}, std::nullopt,
                [](Asked& asked) { asked.languages = Languages::english; });
    maker.offer(std::string{i18n::own_name(base::Locale::french)}, std::nullopt,
                [](Asked& asked) { asked.languages = Languages::french; });
    maker.offer(t("Both"), std::nullopt, [](Asked& asked) { asked.languages = Languages::both; });
    maker.end(filters);
}

// ---- JSON

std::string plain(const std::vector<Piece>& pieces) {
    std::string out;
    for (const Piece& piece : pieces) out += piece.text;
    return out;
}

boost::json::array marks(const std::vector<Piece>& pieces) {
    boost::json::array marked;
    for (const Piece& piece : pieces)
        if (piece.kind == Piece::Kind::marked) marked.emplace_back(piece.text);
    return marked;
}

boost::json::object json_of(const Hit& hit, const people::LevelTree& levels) {
    const auto& content = hit.content;
    const auto* level = content.level ? levels.find(base::LevelId{*content.level}) : nullptr;
    return {{"title", content.title},
            {"path", content.path},
            {"kind", content.kind},
            {"language", base::code(content.locale)},
            {"date", content.dated_at ? i18n::machine_time(*content.dated_at) : ""},
            {"level", level == nullptr ? "" : level->slug},
            {"snippet", plain(hit.snippet)},
            {"marked", marks(hit.snippet)}};
}

boost::json::object json_of(const Facets& facets) {
    boost::json::object kinds;
    boost::json::object years;
    for (const auto& [kind, count] : facets.kinds) kinds[kind] = count;
    for (const auto& [year, count] : facets.years) years[std::to_string(year)] = count;
    return {{"kinds", kinds}, {"years", years}};
}

}  // namespace

Asked Handlers::asked_in(const http::Request& request, const people::LevelTree& levels) const {
    Asked asked{.words = request.query.text("q"),
                .kind = request.query.text("kind"),
                .section = request.query.text("section"),
                .level = request.query.text("level"),
                .year = year_in(request.query.view("year")),
                .languages = languages_of(request.query.view("lang")),
                .page = page_in(request.query.view("page"))};
    if (services_.documents.find(asked.kind) == nullptr) asked.kind.clear();
    if (levels.find(asked.level) == nullptr) asked.level.clear();
    if (asked.section.size() > 100) asked.section.clear();
    return asked;
}

std::string Handlers::kind_label(std::string_view kind, base::Locale locale) const {
    const auto* source = services_.documents.find(kind);
    return source == nullptr ? std::string{} : i18n::Translator{locale}(source->kind.label);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto levels = people::levels(read);
    auto asked = asked_in(request, levels);
    const auto answer = services_.finder.find(read, question_of(asked, levels, request));
    asked.words = answer.query.text;
    pages::ResultPage page{.asked = asked, .answer = answer, .hits = {}, .filters = {}};
    for (const Hit& hit : answer.hits) {
        const auto* level = hit.content.level ? levels.find(base::LevelId{*hit.content.level}) : nullptr;
        const bool says_level = level != nullptr && level->kind != people::LevelKind::national;
        page.hits.push_back(
            {hit, kind_label(hit.content.kind, request.locale), says_level ? level->name(t.locale()) : ""});
    }
    FilterMaker maker{t, asked};
    const Offered offered{answer.offered, answer.facets.has_value()};
    maker.begin(t("Kind"), t("Everything"), [](Asked& other) { other.kind.clear(); });
    for (const auto& source : services_.documents.sources()) {
        const auto found = offered.values.kinds.find(source.kind.slug);
        if (found == offered.values.kinds.end()) continue;
        maker.offer(t(source.kind.label), offered.figure(found->second),
                    [&](Asked& other) { other.kind = source.kind.slug; });
    }
    maker.end(page.filters);
    add_sections(maker, t, offered, page.filters);
    add_years(maker, t, offered, page.filters);
    add_levels(maker, t, offered, levels, page.filters);
    add_languages(maker, t, page.filters);
    auto frame = services_.frames.frame(
        request,
        {.title = answer.query.text.empty() ? t("Search") : t("{words}: search", {{"words", answer.query.text}}),
         .path = search_path(request.locale, asked),
         .other_path = search_path(base::other(request.locale), asked),
         .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::results(t, page));
}

http::Response Handlers::description(const http::Request& request) const {
    const i18n::Translator t{request.locale};
    http::Response response;
    response.headers.add({"Content-Type", "application/opensearchdescription+xml; charset=utf-8"});
    response.body = pages::open_search(t, {services_.frames.campaign(request.locale), services_.frames.public_url()});
    return response;
}

http::Response Handlers::api(const http::Request& request, db::Read& read) const {
    const auto levels = people::levels(read);
    auto asked = asked_in(request, levels);
    if (asked.languages == Languages::own_first) asked.languages = Languages::both;
    const auto answer = services_.finder.find(read, question_of(asked, levels, request));
    boost::json::array results;
    for (const Hit& hit : answer.hits) results.push_back(json_of(hit, levels));
    boost::json::object document{{"query", answer.query.text},
                                 {"total", answer.total},
                                 {"is_complete", answer.is_complete},
                                 {"is_partial", answer.is_partial},
                                 {"page", asked.page},
                                 {"corrected", answer.corrected.value_or("")},
                                 {"suggestion", answer.suggestion.value_or("")},
                                 {"results", results}};
    if (answer.facets) document["counts"] = json_of(*answer.facets);
    return http::json(boost::json::serialize(document));
}

std::vector<ports::ApiOperation> api_operations() {
    using ports::ApiField;
    using ports::JsonType;
    using ports::Presence;
    const auto optional = [](std::string name, std::string description) {
        return ApiField{.name = std::move(name), .presence = Presence::optional, .description = std::move(description)};
    };
    const std::vector<ApiField> result{
        {.name = "title", .description = "may be empty"},
        {.name = "path", .description = "address on this site", .example = "/en/petitions/equality-pledge"},
        {.name = "kind", .description = "as the parameter kind"},
        {.name = "language", .values = {"en", "fr"}},
        {.name = "date", .description = "RFC 3339; empty for undated pages"},
        {.name = "level", .description = "as the parameter level; empty for none"},
        {.name = "snippet", .description = "plain text around the words that were found"},
        {.name = "marked", .type = JsonType::list, .description = "those words, as they stand in the snippet"}};
    return {
        {.method = http::Method::get,
         .path = "/api/v1/search",
         .id = "searchPages",
         .summary = "Search in everything that is public on this site",
         .description = "All words are wanted, whatever their accents and endings; \"quoted words\" stand together; "
                        "-word must not occur. Mistyped words are corrected when nothing has them. Ten results a "
                        "page, the best first. Nothing is recorded.",
         .query =
             {{.name = "q", .description = "what is looked for: 200 characters, 12 words", .example = "water"},
              optional("kind", "only pages of this kind, as results name it: news, petitions, pages, words, voices"),
              optional("section", "only this section of the news"),
              optional("level", "only this level's"),
              {.name = "year",
               .type = JsonType::integer,
               .presence = Presence::optional,
               .description = "only of this year"},
              {.name = "lang",
               .presence = Presence::optional,
               .description = "both where it is left out",
               .values = {"en", "fr", "all"}},
              {.name = "page", .type = JsonType::integer, .presence = Presence::optional, .description = "1 to 30"}},
         .answers = {
             {.status = 200,
              .description = "The results; none is no error",
              .fields = {
                  {.name = "query", .description = "as it was read"},
                  {.name = "total", .type = JsonType::integer, .description = "how many there are"},
                  {.name = "is_complete", .type = JsonType::boolean, .description = "false: there are more than total"},
                  {.name = "is_partial", .type = JsonType::boolean, .description = "true: no page has all words"},
                  {.name = "page", .type = JsonType::integer},
                  {.name = "corrected", .description = "what was looked for instead; else empty"},
                  {.name = "suggestion", .description = "what may have been meant; else empty"},
                  {.name = "results", .type = JsonType::list, .fields = result},
                  {.name = "counts",
                   .type = JsonType::object,
                   .presence = Presence::optional,
                   .description = "how many results there are by kind and year, filters left aside",
                   .fields = {{.name = "kinds", .type = JsonType::object},
                              {.name = "years", .type = JsonType::object}}}}}}}};
}

}  // namespace search
