#include "features/comments/handlers.h"

#include "base/whole_number.h"
#include "features/comments/api.h"
#include "features/comments/pages.h"
#include "features/comments/store.h"

namespace comments {
namespace {

constexpr std::int64_t kNewestOfTheSection = 3;  // as many as stand beside each other
constexpr std::int64_t kPageLength = 20;

// One more than a page holds is asked for: whether there is a next one.
store::PublicPage page_of(const http::Request& request, PetitionId petition) {
    return {petition, base::locale_of(request.query.view("language")),
            base::id_from<CommentId>(request.query.view("before")), kPageLength + 1};
}

std::optional<CommentId> cut_to_page(std::vector<Comment>& comments) {
    if (std::ssize(comments) <= kPageLength) return std::nullopt;
    comments.erase(comments.begin() + kPageLength, comments.end());
    return comments.back().id;
}

// Words that work, beside the form.
html::SafeHtml help_for(db::Read& read, const Services& services, const http::Request& request) {
    if (services.guides == nullptr || !services.guides->panel) return {};
    return services.guides->panel(
        read,
        {.locale = request.locale, .words_in = request.locale, .field = "words", .text = request.form.text("words")});
}

}  // namespace

std::optional<ports::PetitionFacts> Handlers::find_public(const http::Request& request, db::Read& read) const {
    auto petition = services_.petitions.find(read, request.parameter("slug"), request.locale);
    if (!petition || petition->stage == ports::PetitionStage::draft) return std::nullopt;
    return petition;
}

html::SafeHtml Handlers::section(const ports::PetitionView& view, db::Read& read) const {
    auto newest = store::shown(read, {.petition = view.petition.id, .limit = kNewestOfTheSection});
    const std::int64_t count = store::count_shown(read, view.petition.id);
    return pages::section(i18n::Translator{view.locale}, {view.petition, std::move(newest), count, view.now});
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    const auto page = page_of(request, petition->id);
    pages::List list{
        .petition = *petition,
        .comments = store::shown(read, page),
        .counts = store::counts(read, petition->id),
        .language = page.locale,
        .now = request.received_at,
        .reported = request.query.has("reported") ? pages::List::Reported::yes : pages::List::Reported::no};
    list.older = cut_to_page(list.comments);
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Why people signed"),
                                                  .description = petition->title,
                                                  .path = pages::list_path(request.locale, petition->slug)});
    return ports::respond(std::move(frame), pages::list(t, list));
}

http::Response Handlers::api(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    auto comments = store::shown(read, page_of(request, petition->id));
    const auto older = cut_to_page(comments);
    return http::json(json_of({*petition, comments, store::count_shown(read, petition->id), older}));
}

base::Result<Report, base::Problems> Handlers::read_report(const http::Request& request) const {
    return Report{request.parameter("slug"),
                  base::id_from<CommentId>(request.parameter("comment")).value_or(CommentId{0}), request.locale};
}

http::WriteResult Handlers::report(const Report& report, db::Write& write) const {
    const auto petition = services_.petitions.find(write, report.slug, report.locale);
    if (!petition || store::report(write, petition->id, report.comment) == store::Changed::no) return http::not_found();
    return http::see_other(pages::list_path(report.locale, report.slug) + "?reported=1");
}

html::SafeHtml OwnHandlers::section(const ports::SignatureView& view, db::Read& read) const {
    if (!view.is_counted || view.signer_class != ports::SignerClass::individual) return {};
    const auto signer = services_.signers.words(read, view.signature);
    if (!signer) return {};
    const base::Problems none;
    return pages::own_section(i18n::Translator{view.locale},
                              {view.petition, store::of_signature(read, view.signature), signer->name,
                               services_.tokens.make(kOwnComment, view.signature.value), "", none});
}

http::Response OwnHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response OwnHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnComment, token);
    const auto signer = id ? services_.signers.words(read, SignatureId{*id}) : std::nullopt;
    const auto petition =
        signer ? services_.petitions.find_by_id(read, signer->petition, request.locale) : std::nullopt;
    auto frame = services_.frames.frame(
        request, {.title = t("Say why you signed"),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    if (!petition) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    auto words_help = help_for(read, services_, request);
    return ports::respond(std::move(frame),
                          pages::own(t, {*petition, store::of_signature(read, SignatureId{*id}), signer->name, token,
                                         request.form.text("words"), problems, std::move(words_help)}),
                          problems.empty() ? 200 : 422);
}

base::Result<OwnWords, base::Problems> OwnHandlers::read_words(const http::Request& request) const {
    auto read = read_removal(request);
    if (!read) return read.error();
    auto words = accept(request.form.view("words"));
    if (!words) return words.error();
    read->words = *std::move(words);
    return read;
}

http::WriteResult OwnHandlers::write(const OwnWords& words, db::Write& write) const {
    auto signer = services_.signers.words(write, words.signature);
    if (!signer) return http::not_found();
    signer->words = words.words;
    store::write_words(write, words.signature, *signer);
    if (services_.guides != nullptr && services_.guides->count)
        services_.guides->count(write, words.locale, words.words, ports::WordsBecame::sent);
    return http::see_other(pages::own_path(words.locale, words.token));
}

base::Result<OwnWords, base::Problems> OwnHandlers::read_removal(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnComment, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return OwnWords{SignatureId{*id}, token, "", request.locale};
}

http::WriteResult OwnHandlers::remove(const OwnWords& words, db::Write& write) const {
    store::remove(write, words.signature);
    return http::see_other(pages::own_path(words.locale, words.token));
}

}  // namespace comments
