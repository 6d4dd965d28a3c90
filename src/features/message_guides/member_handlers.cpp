// What handlers.h declares for members.
#include "features/message_guides/handlers_parts.h"
#include "people/merging.h"

namespace message_guides {

bool MemberHandlers::is_member(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kMember, request.parameter("token"));
    if (!id) return false;
    const auto person = people::find_person(read, people::living(read, people::PersonId{*id}));
    return person && !person->erased_at;
}

std::optional<Published> MemberHandlers::find(const http::Request& request, db::Read& read) const {
    if (!is_member(request, read)) return std::nullopt;
    auto found = store::find_published(read, request.parameter("slug"));
    if (!found || !has_language(found->content(), request.locale)) return std::nullopt;
    return found;
}

http::Response MemberHandlers::broken(const http::Request& request) const {
    const i18n::Translator t{request.locale};
    auto frame =
        services_.frames.frame(request, {.title = t("This link does not work"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::broken_link(t), 404);
}

http::Response MemberHandlers::list(const http::Request& request, db::Read& read) const {
    if (!is_member(request, read)) return broken(request);
    const auto levels = people::levels(read);
    auto guides = library(store::published(read), levels, {.reader = Reader::member});
    sort_by_title(guides, request.locale);
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Words That Work"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame),
                          pages::list(t, {.base_path = pages::member_path(request.locale, request.parameter("token")),
                                          .guides = listed(guides, levels, request.locale),
                                          .is_member = true}));
}

http::Response MemberHandlers::show(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return broken(request);
    const auto levels = people::levels(read);
    const i18n::Translator t{request.locale};
    const std::string path =
        fmt::format("{}/{}", pages::member_path(request.locale, request.parameter("token")), found->guide.slug);
    const bool has_other = has_language(found->content(), base::other(request.locale));
    auto frame =
        services_.frames.frame(request, {.title = found->content().title.in(request.locale),
                                         .other_path = has_other ? std::string{} : std::string{ports::kNoOtherLanguage},
                                         .accent = accent_of(levels, found->guide.level),
                                         .level = found->guide.level,
                                         .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame),
                          pages::guide(t, {.guide = *found,
                                           .path = path,
                                           .level = name_of(levels, found->guide.level, request.locale),
                                           .audience = audience_of(request.query.view("for")),
                                           .other_path = has_other ? ports::in_other_language(path) : std::string{}}));
}

http::Response MemberHandlers::leaflet(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return broken(request);
    return leaflet_of(paper_order(services_, request, *found, people::levels(read)), *found);
}

http::Response MemberHandlers::card(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return broken(request);
    return card_of(paper_order(services_, request, *found, people::levels(read)), *found, request.query.has("sheet"));
}

}  // namespace message_guides
