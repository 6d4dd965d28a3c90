// What staff_handlers.h declares about answers.
#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/dossiers/answer_store.h"
#include "features/dossiers/handlers.h"
#include "features/dossiers/record_store.h"
#include "features/dossiers/staff_handlers.h"
#include "features/dossiers/words.h"
#include "people/store.h"
#include "platform/inbound_mail/reply.h"
#include "ports/page.h"

namespace dossiers {
namespace {

using auth::Permission;

constexpr std::size_t kAnswersOnPage = 50;
constexpr std::int64_t kReadAtOnce = 200;
constexpr int kMostReadings = 20;  // for one page: of somebody whose province has hardly any among very many

AnswerId answer_in(const http::Request& request) {
    return base::id_from<AnswerId>(request.parameters.view("answer")).value_or(AnswerId{0});
}

// An answer with whom it is of, where this person may do that.
struct Found {
    Answer answer;
    Representative who;
};
std::optional<Found> find_for(const Services& services, db::Read& read, const ports::Acting& acting, AnswerId id) {
    auto answer = store::find_answer(read, id);
    auto who = answer ? seen_by(services, read, acting, answer->representative) : std::nullopt;
    if (!who) return std::nullopt;
    return Found{*std::move(answer), *std::move(who)};
}

std::string title_of_campaign(const Services& services, db::Read& read, const Answer& answer, base::Locale locale) {
    if (answer.campaign.value == 0 || !services.letters.asked) return "";
    for (const auto& each : services.letters.asked(read, answer.representative, locale))
        if (each.campaign == answer.campaign) return each.title;
    return "";
}

// What a promise or a position begins with that is made of an answer: its day, and its words in its language.
PromiseForm begun_promise(const Answer& answer) {
    const std::string words{base::first_characters(inbound_mail::own_words(answer.words), kLongestText)};
    const bool is_english = answer.locale == base::Locale::english;
    return {.words_en = is_english ? words : "",
            .words_fr = is_english ? "" : words,
            .evidence = {.on_date = today(answer.received_at)},
            .campaign = std::to_string(answer.campaign.value),
            .answer = std::to_string(answer.id.value)};
}
PositionForm begun_position(const Answer& answer) {
    return {.matter = answer.campaign.value == 0 ? "" : name_of(Matter{.campaign = answer.campaign}),
            .evidence = {.on_date = today(answer.received_at)},
            .answer = std::to_string(answer.id.value)};
}

// Which of the three forms was sent, by the end of its address.
std::string_view form_of(const http::Request& request) {
    if (request.method == http::Method::get) return request.query.view("form") == "position" ? "position" : "promise";
    if (request.path.ends_with("/promise")) return "promise";
    return request.path.ends_with("/position") ? "position" : "kind";
}

}  // namespace

// Reads on until the page is full of what this person may see, or there is no more.
void AnswerHandlers::fill(answer_pages::Inbox& inbox, const http::Request& request, db::Read& read) const {
    const auto acting = ports::acting(request);
    AnswerId after = base::id_from<AnswerId>(request.query.view("after")).value_or(AnswerId{0});
    for (int reading = 0; reading < kMostReadings; ++reading) {
        auto answers = store::inbox(read, {inbox.kind, after, kReadAtOnce});
        for (Answer& each : answers) {
            if (inbox.items.size() == kAnswersOnPage) {
                inbox.next = after;
                return;
            }
            after = each.id;
            auto who = seen_by(services_, read, acting, each.representative);
            if (!who) continue;
            std::string campaign = title_of_campaign(services_, read, each, request.locale);
            inbox.items.push_back({std::move(each), *std::move(who), std::move(campaign)});
        }
        if (std::ssize(answers) < kReadAtOnce) return;
    }
    inbox.next = after;
}

http::Response AnswerHandlers::inbox(const http::Request& request, db::Read& read) const {
    answer_pages::Inbox inbox{.kind = answer_kind_of(request.query.view("kind")).value_or(AnswerKind::unread)};
    fill(inbox, request, read);
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(
                              request, {.title = t("Answers of representatives"), .flash = saved_flash(request)}),
                          answer_pages::inbox(t, inbox));
}

http::Response AnswerHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response AnswerHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto found = find_for(services_, read, ports::acting(request), answer_in(request));
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    const std::string_view form = form_of(request);
    const bool is_sent = request.method != http::Method::get;
    const Answer& answer = found->answer;
    auto frame = services_.frames.staff_frame(
        request, {.title = t("An answer"),
                  .flash = saved_flash(request),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        answer_pages::one(t,
                          {.answer = answer,
                           .who = found->who,
                           .campaign = title_of_campaign(services_, read, answer, request.locale),
                           .attachments = store::attachments_of(read, answer.id),
                           .matters = matters(services_, read, request.locale),
                           .promise = is_sent && form == "promise" ? promise_form(request) : begun_promise(answer),
                           .position = is_sent && form == "position" ? position_form(request) : begun_position(answer),
                           .kind = form == "kind" ? request.form.text("kind") : std::string{name_of(answer.kind)},
                           .problems = problems,
                           .form = form}),
        problems.empty() ? 200 : 422);
}

http::Response AnswerHandlers::attachment(const http::Request& request, db::Read& read) const {
    const auto found = find_for(services_, read, ports::acting(request), answer_in(request));
    const auto id = base::id_from<AttachmentId>(request.parameters.view("attachment"));
    if (!found || !id) return http::not_found();
    return attachment_response(read, *id, found->answer.id);
}

base::Result<Judging, base::Problems> AnswerHandlers::read_judging(const http::Request& request) const {
    const auto kind = answer_kind_of(request.form.view("kind"));
    if (!kind || *kind == AnswerKind::unread)
        return base::Problems{{"kind", base::message("Please choose what kind of answer it was.")}};
    return Judging{ports::acting(request), answer_in(request), *kind};
}

// What counts from now on as an answer is told to the letter.
http::WriteResult AnswerHandlers::judge(const Judging& judging, db::Write& write) const {
    const auto found = find_for(services_, write, judging.acting, judging.answer);
    if (!found) return http::not_found();
    const Answer& answer = found->answer;
    store::judge(write, answer.id, judging.kind, judging.acting.staff.name);
    if (answer.letter.value != 0 && counts(judging.kind, answer.way) && services_.letters.note_answered)
        services_.letters.note_answered(write, answer.letter);
    note(write, judging.acting, found->who,
         {"dossiers.answer", {{"kind", std::string{name_of(answer.kind)}, std::string{name_of(judging.kind)}}}});
    return http::see_other(answer_pages::path(judging.acting.locale, answer.id) + "?done=saved");
}

base::Result<MadeOfAnswer<PromiseFacts>, base::Problems> AnswerHandlers::read_promise(
    const http::Request& request) const {
    PromiseForm form = promise_form(request);
    form.answer = std::to_string(answer_in(request).value);
    auto facts = accept(Typed<PromiseForm>{form, today(request.received_at)});
    if (!facts) return facts.error();
    return MadeOfAnswer<PromiseFacts>{ports::acting(request), answer_in(request), *std::move(facts)};
}

http::WriteResult AnswerHandlers::make_promise(const MadeOfAnswer<PromiseFacts>& made, db::Write& write) const {
    const auto found = find_for(services_, write, made.acting, made.answer);
    if (!found || !may(write, found->who, {made.acting.staff, Permission::publish})) return http::not_found();
    store::add_promise(write, made.facts, {found->who.id, made.acting.staff.name, made.acting.locale});
    note(write, made.acting, found->who,
         {"dossiers.promise", {{"promise", "", std::string{made.facts.words.in(made.acting.locale).text}}}});
    return http::see_other(answer_pages::path(made.acting.locale, made.answer) + "?done=saved");
}

base::Result<MadeOfAnswer<PositionFacts>, base::Problems> AnswerHandlers::read_position(
    const http::Request& request) const {
    PositionForm form = position_form(request);
    form.answer = std::to_string(answer_in(request).value);
    auto facts = accept(Typed<PositionForm>{form, today(request.received_at)});
    if (!facts) return facts.error();
    return MadeOfAnswer<PositionFacts>{ports::acting(request), answer_in(request), *std::move(facts)};
}

http::WriteResult AnswerHandlers::make_position(const MadeOfAnswer<PositionFacts>& made, db::Write& write) const {
    const auto found = find_for(services_, write, made.acting, made.answer);
    if (!found || !may(write, found->who, {made.acting.staff, Permission::publish})) return http::not_found();
    store::set_position(write, made.facts, {found->who.id, made.acting.staff.name, made.acting.locale});
    note(write, made.acting, found->who,
         {"dossiers.position", {{name_of(made.facts.matter), "", std::string{name_of(made.facts.stand)}}}});
    return http::see_other(answer_pages::path(made.acting.locale, made.answer) + "?done=saved");
}

}  // namespace dossiers
