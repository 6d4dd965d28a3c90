#include "features/dossiers/handlers.h"

#include <algorithm>

#include "base/day.h"
#include "base/whole_number.h"
#include "features/dossiers/answer_store.h"
#include "features/dossiers/api.h"
#include "features/dossiers/dossier_service.h"
#include "features/dossiers/pages.h"
#include "features/dossiers/words.h"
#include "people/address_hash.h"

namespace dossiers {
namespace {

constexpr const char* kToldFingerprint = "told";

std::optional<LetterId> letter_in(const Services& services, const http::Request& request) {
    const auto id = services.tokens.read(kTellAnswer, request.parameter("token"));
    if (!id) return std::nullopt;
    return LetterId{*id};
}

std::optional<ports::LetterFacts> find_letter(const Services& services, db::Read& read,
                                              const std::optional<LetterId>& id) {
    if (!id || !services.letters.find) return std::nullopt;
    return services.letters.find(read, *id);
}

// Those that the writer may read: what came by mail, and what they told themselves.
std::vector<pages::ShownAnswer> shown_answers(db::Read& read, LetterId letter) {
    std::vector<pages::ShownAnswer> shown;
    for (Answer& each : store::answers_to(read, letter)) {
        auto attachments = store::attachments_of(read, each.id);
        shown.push_back({std::move(each), std::move(attachments)});
    }
    return shown;
}

LogForm log_form(const http::Request& request) {
    if (request.method == http::Method::get) return {.on_date = today(request.received_at)};
    return {.on_date = request.form.text("on_date"), .words = request.form.text("words")};
}

// The day that a person gave, at noon in Canada.
base::Instant instant_of(const std::string& day) {
    const auto parsed = base::day_of(day).value_or(base::Day{});
    return {std::chrono::microseconds{parsed.time_since_epoch() + std::chrono::hours{17}}.count()};
}

}  // namespace

http::Response attachment_response(db::Read& read, AttachmentId id, AnswerId answer) {
    auto file = store::find_attachment(read, id);
    if (!file || file->answer != answer) return http::not_found();
    const std::string name = file->name.empty() ? "attachment-" + std::to_string(id.value) : file->name;
    return http::download({name, "application/octet-stream", std::move(file->bytes.bytes)});
}

html::SafeHtml Handlers::section(const ports::RepresentativeView& view, db::Read& read) const {
    if (is_unnamed(services_, read, view.representative)) return {};
    return pages::section(i18n::Translator{view.locale},
                          public_dossier(services_, read, view.representative, view.locale));
}

http::Response Handlers::api(const http::Request& request, db::Read& read) const {
    const auto id = base::id_from<RepresentativeId>(request.parameters.view("representative"));
    const auto locale = base::locale_of(request.query.view("language")).value_or(base::Locale::english);
    const auto who = id ? find_representative(services_, read, *id, locale) : std::nullopt;
    if (!who || is_unnamed(services_, read, *who)) return http::not_found();
    return http::json(json_of(public_dossier(services_, read, *who, locale)));
}

http::Response Handlers::show_telling(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto letter = find_letter(services_, read, letter_in(services_, request));
    const auto who =
        letter ? find_representative(services_, read, letter->representative, request.locale) : std::nullopt;
    auto frame = services_.frames.frame(
        request, {.title = t("What they answered"),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    if (!who) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    return ports::respond(std::move(frame),
                          pages::telling(t, {.representative = *who,
                                             .token = request.parameter("token"),
                                             .answers = shown_answers(read, letter->id),
                                             .typed = log_form(request),
                                             .problems = problems,
                                             .said = request.query.has("told") ? pages::Telling::Said::told
                                                                               : pages::Telling::Said::nothing}),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::attachment(const http::Request& request, db::Read& read) const {
    const auto letter = letter_in(services_, request);
    const auto id = base::id_from<AttachmentId>(request.parameters.view("attachment"));
    if (!letter || !id) return http::not_found();
    for (const Answer& each : store::answers_to(read, *letter))
        for (const AttachmentFacts& file : store::attachments_of(read, each.id))
            if (file.id == *id) return attachment_response(read, *id, each.id);
    return http::not_found();
}

base::Result<Told, base::Problems> Handlers::read_told(const http::Request& request) const {
    const auto letter = letter_in(services_, request);
    if (!letter) return base::Problems{{"", base::message("This link is not complete.")}};
    auto facts = accept_told({log_form(request), today(request.received_at)});
    if (!facts) return facts.error();
    return Told{*letter, request.parameter("token"), *std::move(facts), request.locale};
}

http::WriteResult Handlers::tell(const Told& told, db::Write& write) const {
    const auto letter = find_letter(services_, write, told.letter);
    if (!letter) return http::not_found();
    const auto before = store::answers_to(write, told.letter);
    const auto same = std::ranges::find(before, Way::supporter, &Answer::way);
    if (same != before.end()) {
        if (same->kind != AnswerKind::unread)
            return base::Problems{{"", base::message("You told us before, and we have read it. Thank you.")}};
        store::tell_otherwise(write, same->id, {instant_of(told.facts.on_date), told.facts.words});
        return http::see_other(pages::telling_path(told.locale, told.token) + "?told=1");
    }
    store::add_answer(write,
                      {.representative = letter->representative,
                       .campaign = letter->campaign,
                       .letter = letter->id,
                       .address_hash = letter->writer ? people::address_hash(services_.secret, *letter->writer) : 0,
                       .way = Way::supporter,
                       .received_at = instant_of(told.facts.on_date),
                       .sender = "",
                       .subject = "",
                       .words = told.facts.words,
                       .locale = told.locale,
                       .fingerprint = kToldFingerprint});
    return http::see_other(pages::telling_path(told.locale, told.token) + "?told=1");
}

}  // namespace dossiers
