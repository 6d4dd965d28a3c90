#include "features/voices/handlers.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/voices/api.h"
#include "features/voices/store.h"
#include "platform/html/share_card.h"

namespace voices {
namespace {

constexpr std::int64_t kOnAPage = 48;
constexpr std::int64_t kInAFrame = 12;
constexpr std::int64_t kInABlock = 8;
constexpr int kSharedWidth = 960;  // pixels
constexpr std::size_t kLongestHeadline = 90;
constexpr std::string_view kFramePolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors *; "
    "form-action 'self'";

pages::Filter filter_of(const http::Request& request) {
    return {people::province_of(request.query.view("province")), base::locale_of(request.query.view("language")),
            request.query.view("view") == "list" ? pages::View::list : pages::View::grid};
}

store::WallPage page_of(const http::Request& request) {
    const auto filter = filter_of(request);
    const auto before = base::whole_number(request.query.view("before")).value_or(0);
    return {filter.province, filter.language, before > 0 ? before : 0, kOnAPage + 1};
}

// Where the next page begins; one more than it holds was asked for.
std::int64_t cut_to_page(std::vector<store::OnTheWall>& voices) {
    if (std::ssize(voices) <= kOnAPage) return 0;
    voices.erase(voices.begin() + kOnAPage, voices.end());
    return voices.back().wall_key;
}

std::int64_t shown_in(const std::vector<store::TallyRow>& tally, const pages::Filter& filter) {
    std::int64_t count = 0;
    for (const auto& row : tally)
        if ((!filter.province || row.province == people::code(*filter.province)) &&
            (!filter.language || row.locale == *filter.language))
            count += row.shown;
    return count;
}

std::optional<ports::Voice> find_asked(const http::Request& request, db::Read& read) {
    const auto id = base::id_from<VoiceId>(request.parameter("voice"));
    return id ? store::find_shown(read, *id) : std::nullopt;
}

bool is_withdrawn(const http::Request& request, db::Read& read) {
    const auto id = base::id_from<VoiceId>(request.parameter("voice"));
    const auto voice = id ? store::find(read, *id) : std::nullopt;
    return voice && voice->state == State::withdrawn;
}

std::string shared_path(const ports::Voice& voice, base::Locale locale) {
    for (const auto& file : voice.jpeg)
        if (file.width >= kSharedWidth || &file == &voice.jpeg.back()) return file.path;
    return ports::voice_path(voice.id, locale) + "/share-card.png";
}

html::PictureSize shared_size(const ports::Voice& voice) {
    for (const auto& file : voice.jpeg)
        if (file.width >= kSharedWidth || &file == &voice.jpeg.back()) return {file.width, file.height};
    return {};
}

}  // namespace

http::Response picture_response(const files::FileStore& files, const ServedFile& served) {
    const auto address = files::Address::parse(served.file.file);
    auto bytes = address ? files.read(*address) : std::nullopt;
    if (!bytes) return http::not_found();
    const bool is_webp = served.file.format == imaging::Format::webp;
    auto response = http::picture(is_webp ? "image/webp" : "image/jpeg", *std::move(bytes));
    response.headers.add({"Content-Security-Policy", "default-src 'none'; sandbox"});
    response.headers.add({"Content-Disposition", "inline"});
    response.headers.add({"Cache-Control", served.keeping == Keeping::never ? "no-store" : "private, no-cache"});
    return response;
}

http::Response Handlers::wall(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto filter = filter_of(request);
    const auto tally = store::tally(read);
    pages::Wall wall{.voices = store::wall(read, page_of(request)),
                     .filter = filter,
                     .shown = shown_in(tally, filter),
                     .all = shown_in(tally, {}),
                     .is_first_page = !request.query.has("before"),
                     .is_reported = request.query.has("reported")};
    wall.older = cut_to_page(wall.voices);
    auto frame = services_.frames.frame(
        request, {.title = t("The photo wall"),
                  .description = t("Thousands of people, one picture: why public services matter to them, in their "
                                   "own words."),
                  .path = pages::wall_path(request.locale)});
    return ports::respond(std::move(frame), pages::wall(t, wall));
}

http::Response Handlers::how(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("How voices are read")});
    return ports::respond(std::move(frame), pages::how(t, {.not_shown = store::not_shown(read),
                                                           .shown = shown_in(store::tally(read), {}),
                                                           .site = services_.frames.public_url()}));
}

http::Response Handlers::embed(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto filter = filter_of(request);
    const auto voices = store::wall(read, {.province = filter.province, .locale = filter.language, .limit = kInAFrame});
    auto response = http::page(pages::framed(t, {.voices = voices,
                                                 .all = shown_in(store::tally(read), {}),
                                                 .site = services_.frames.public_url(),
                                                 .campaign = services_.frames.campaign(request.locale)}));
    response.headers.add({"Content-Security-Policy", std::string{kFramePolicy}});
    return response;
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto voice = find_asked(request, read);
    if (!voice) return is_withdrawn(request, read) ? http::error(410) : http::not_found();
    const i18n::Translator t{request.locale};
    const auto stored = store::find(read, voice->id);
    const auto petition = stored && stored->petition.value != 0
                              ? services_.petitions.find_by_id(read, stored->petition, request.locale)
                              : std::nullopt;
    auto frame = services_.frames.frame(request, {.title = t("The voice of {name}", {{"name", voice->name}}),
                                                  .description = voice->message,
                                                  .path = ports::voice_path(voice->id, request.locale),
                                                  .picture_url = shared_path(*voice, request.locale),
                                                  .picture_size = shared_size(*voice)});
    return ports::respond(std::move(frame), pages::one(t, {*voice, petition, services_.frames.public_url(),
                                                           request.query.has("reported")}));
}

http::Response Handlers::share_card(const http::Request& request, db::Read& read) const {
    const auto voice = find_asked(request, read);
    if (!voice) return is_withdrawn(request, read) ? http::error(410) : http::not_found();
    const std::string words = base::collapse_spaces(voice->message);
    const bool is_long = base::count_characters(words) > kLongestHeadline;
    const html::ShareCard card{
        .headline = is_long ? std::string{base::first_characters(words, kLongestHeadline - 1)} + "…" : words,
        .line = voice->place.empty() ? voice->name : voice->name + ", " + voice->place,
        .organisation = services_.frames.campaign(request.locale),
        .accent = accent_of(voice->id)};
    auto response = http::picture("image/png", html::draw_share_card(card));
    response.headers.add({"Cache-Control", "private, no-cache"});
    return response;
}

http::Response Handlers::serve(const http::Request& request, db::Read& read) const {
    const auto name = read_file_name(request.parameter("file"));
    if (!name || !store::is_file_shown(read, *name)) return http::not_found();
    const ports::VoiceFile file{.format = name->format, .width = name->width, .file = name->address};
    return picture_response(services_.files, {file, Keeping::asked_again});
}

base::Result<Report, base::Problems> Handlers::read_report(const http::Request& request) const {
    return Report{base::id_from<VoiceId>(request.parameter("voice")).value_or(VoiceId{0}), request.locale};
}

http::WriteResult Handlers::report(const Report& report, db::Write& write) const {
    if (store::report(write, report.voice) == store::Changed::no) return http::not_found();
    return http::see_other(ports::voice_path(report.voice, report.locale) + "?reported=1");
}

http::Response Handlers::api(const http::Request& request, db::Read& read) const {
    auto voices = store::wall(read, page_of(request));
    const auto older = cut_to_page(voices);
    const auto tally = store::tally(read);
    return http::json(json_of({voices, shown_in(tally, filter_of(request)), older, services_.frames.public_url()}));
}

http::Response Handlers::api_one(const http::Request& request, db::Read& read) const {
    const auto voice = find_asked(request, read);
    if (!voice) return is_withdrawn(request, read) ? http::error(410) : http::not_found();
    return http::json(json_of(*voice, services_.frames.public_url()));
}

html::SafeHtml Handlers::block(db::Read& read, const ports::BlockSetting& setting) const {
    const auto voices = store::wall(read, {.limit = kInABlock});
    return pages::block(i18n::Translator{setting.locale},
                        {.heading = setting.heading, .voices = voices, .all = shown_in(store::tally(read), {})});
}

}  // namespace voices
