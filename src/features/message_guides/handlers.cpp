#include "features/message_guides/handlers.h"

#include <algorithm>

#include "features/message_guides/handlers_parts.h"
#include "features/message_guides/mails.h"
#include "people/address_hash.h"
#include "platform/html/share_card.h"
#include "platform/mail/outbox.h"

namespace message_guides {
namespace {

constexpr std::int64_t kMostLinkMails = 3;  // to one address a day

std::optional<Published> find_readable(const http::Request& request, db::Read& read) {
    auto found = store::find_published(read, request.parameter("slug"));
    if (!found || !may_read(found->content(), reader_of(request)) || !has_language(found->content(), request.locale))
        return std::nullopt;
    return found;
}

// The levels that have guides of their own, and the nation.
std::vector<pages::LevelChoice> level_choices(const std::vector<Published>& guides, const people::LevelTree& levels,
                                              base::Locale locale) {
    std::vector<pages::LevelChoice> choices;
    for (const people::Level* const level : levels.sorted(locale)) {
        const bool has_own =
            std::ranges::any_of(guides, [&](const Published& each) { return each.guide.level == level->id; });
        if (level == levels.national() || has_own) choices.push_back({level->slug, level->name(locale)});
    }
    return choices;
}

std::string other_path(const Published& guide, base::Locale locale) {
    const auto other = base::other(locale);
    return has_language(guide.content(), other) ? pages::guide_path(other, guide.guide.slug) : std::string{};
}

}  // namespace

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    return list_page(request, {}, read);
}

http::Response Handlers::list_page(const http::Request& request, const base::Problems& problems, db::Read& read) const {
    const auto levels = people::levels(read);
    const std::string wanted = request.query.text("level");
    const auto* const level = wanted.empty() ? levels.national() : levels.find(wanted);
    if (!wanted.empty() && level == nullptr) return http::not_found();
    auto published = store::published(read);
    auto choices = level_choices(published, levels, request.locale);
    LibraryQuery query{.reader = reader_of(request)};
    if (level != nullptr) query.level = level->id;
    auto guides = library(std::move(published), levels, query);
    sort_by_title(guides, request.locale);
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Words That Work"),
                  .description = t("What you can say when somebody says: public services cost too much."),
                  .path = pages::list_path(request.locale),
                  .form_state = state_of(problems)});
    return ports::respond(std::move(frame),
                          pages::list(t, {.base_path = pages::list_path(request.locale),
                                          .guides = listed(guides, levels, request.locale),
                                          .levels = std::move(choices),
                                          .level = level != nullptr ? level->slug : std::string{},
                                          .link_was_sent = request.query.has("sent"),
                                          .typed_email = request.form.text("email"),
                                          .problems = problems}),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto found = find_readable(request, read);
    if (!found) return http::not_found();
    const auto levels = people::levels(read);
    const i18n::Translator t{request.locale};
    const Content& content = found->content();
    const std::string other = other_path(*found, request.locale);
    auto frame = services_.frames.frame(
        request,
        {.title = content.title.in(request.locale),
         .description = content.lead.in(request.locale),
         .path = pages::guide_path(request.locale, found->guide.slug),
         .other_path = other.empty() ? std::string{ports::kNoOtherLanguage} : other,
         .accent = accent_of(levels, found->guide.level),
         .level = found->guide.level,
         .edit_path = fmt::format("/{}/staff/words/{}", base::code(request.locale), found->guide.slug),
         .indexing = content.visibility == Visibility::members ? html::Indexing::refused : html::Indexing::allowed});
    return ports::respond(std::move(frame),
                          pages::guide(t, {.guide = *found,
                                           .path = pages::guide_path(request.locale, found->guide.slug),
                                           .level = name_of(levels, found->guide.level, request.locale),
                                           .audience = audience_of(request.query.view("for")),
                                           .other_path = other}));
}

http::Response Handlers::leaflet(const http::Request& request, db::Read& read) const {
    const auto found = find_readable(request, read);
    if (!found) return http::not_found();
    return leaflet_of(paper_order(services_, request, *found, people::levels(read)), *found);
}

http::Response Handlers::card(const http::Request& request, db::Read& read) const {
    const auto found = find_readable(request, read);
    if (!found) return http::not_found();
    return card_of(paper_order(services_, request, *found, people::levels(read)), *found, request.query.has("sheet"));
}

http::Response Handlers::pair(const http::Request& request, db::Read& read) const {
    const auto found = find_readable(request, read);
    const Pair* const pair = found ? find_pair(found->content(), request.parameter("pair")) : nullptr;
    if (pair == nullptr || pair->say.in(request.locale).empty()) return http::not_found();
    const std::string path = fmt::format("{}/say/{}", pages::guide_path(request.locale, found->guide.slug), pair->key);
    const bool has_other = !pair->say.in(base::other(request.locale)).empty();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = pages::quoted(t, pair->heard.in(request.locale)),
                  .description = pair->say.in(request.locale),
                  .path = path,
                  .other_path = has_other ? ports::in_other_language(path) : std::string{ports::kNoOtherLanguage},
                  .picture_url = path + "/share-card.png",
                  .accent = accent_of(people::levels(read), found->guide.level),
                  .level = found->guide.level});
    return ports::respond(std::move(frame), pages::pair(t, {*found, *pair, services_.frames.public_url() + path}));
}

http::Response Handlers::pair_picture(const http::Request& request, db::Read& read) const {
    const auto found = find_readable(request, read);
    const Pair* const pair = found ? find_pair(found->content(), request.parameter("pair")) : nullptr;
    if (pair == nullptr || pair->say.in(request.locale).empty()) return http::not_found();
    const i18n::Translator t{request.locale};
    const html::ShareCard card{.headline = pages::quoted(t, pair->heard.in(request.locale)),
                               .line = t("Here is what you can say."),
                               .organisation = services_.frames.campaign(request.locale),
                               .accent = accent_of(people::levels(read), found->guide.level)};
    return http::picture("image/png", html::share_card(card));
}

base::Result<LinkWanted, base::Problems> Handlers::read_link(const http::Request& request) const {
    const auto email = base::EmailAddress::parse(request.form.text("email"));
    if (!email)
        return base::Problems{{"email", base::message("Please enter an email address such as name@example.org.")}};
    return LinkWanted{*email, request.locale, !request.form.view("website").empty()};
}

// The answer is the same for known addresses and others.
http::WriteResult Handlers::send_link(const LinkWanted& wanted, db::Write& write) const {
    const auto hash = people::address_hash(services_.secret, wanted.email);
    const auto person = people::find_person_by_address(write, hash);
    const std::int64_t today = day_of(write.now());
    store::forget_link_mails(write, today - 1);
    if (person && !person->erased_at && !wanted.is_trapped &&
        store::take_link_mail(write, {hash, today, kMostLinkMails}) == store::Taken::yes)
        mail::queue(write, {kMemberMail, wanted.email, wanted.locale, person->id.value});
    return http::see_other(pages::list_path(wanted.locale) + "?sent=1#members");
}

http::Response Handlers::list_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    return list_page(request, problems, read);
}

}  // namespace message_guides
