// What handlers.h declares about the page behind the mailed link.
#include "features/editor_letters/handlers.h"
#include "features/editor_letters/letter_service.h"
#include "features/editor_letters/pages.h"
#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"

namespace editor_letters {
namespace {

PrintedForm printed_form(const http::Form& form) { return {form.text("url"), form.text("on"), form.text("headline")}; }

bool has_left(LetterState state) { return state == LetterState::sent || state == LetterState::own_way; }

}  // namespace

std::optional<EditorLetter> Handlers::find_own(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kLetterLink, request.parameter("token"));
    auto letter = id ? store::find_letter(read, EditorLetterId{*id}) : std::nullopt;
    return letter && !letter->email.empty() ? letter : std::nullopt;
}

http::Response Handlers::own(const http::Request& request, db::Read& read) const {
    return own_again(request, {}, read);
}

http::Response Handlers::own_again(const http::Request& request, const base::Problems& problems, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Your letter"),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    const auto letter = find_own(request, read);
    const auto paper = letter ? store::find_newspaper(read, letter->newspaper) : std::nullopt;
    if (!paper) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const bool has_run_out = request.received_at - letter->asked_at > kConfirmationPeriod;
    const pages::Own view{.letter = *letter,
                          .newspaper = *paper,
                          .token = request.parameter("token"),
                          .expiry = has_run_out ? pages::Expiry::past : pages::Expiry::ahead,
                          .typed = printed_form(request.form),
                          .problems = problems};
    return ports::respond(std::move(frame), pages::own(t, view), problems.empty() ? 200 : 422);
}

base::Result<LetterAct, base::Problems> Handlers::read_own_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kLetterLink, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return LetterAct{EditorLetterId{*id}, token, request.locale};
}

http::WriteResult Handlers::confirm(const LetterAct& act, db::Write& write) const {
    const auto letter = store::find_letter(write, act.letter);
    if (!letter || letter->email.empty()) return http::not_found();
    const bool is_in_time = write.now() - letter->asked_at <= kConfirmationPeriod;
    if (is_in_time) editor_letters::confirm(services_, *letter, write);
    return http::see_other(letter_path(act.locale, act.token));
}

// Also "this was not me": nothing has left yet, and nothing will.
http::WriteResult Handlers::withdraw(const LetterAct& act, db::Write& write) const {
    if (!store::find_letter(write, act.letter)) return http::not_found();
    for (const auto from : {LetterState::draft, LetterState::asked, LetterState::held, LetterState::waiting})
        store::move(write, {act.letter, from, LetterState::withdrawn});
    return http::see_other(letter_path(act.locale, act.token));
}

base::Result<TellPrinted, base::Problems> Handlers::read_printed(const http::Request& request) const {
    const auto act = read_own_act(request);
    if (!act) return act.error();
    const auto form = printed_form(request.form);
    auto facts = accept(TypedPrinted{form, day_at(request.received_at)});
    if (!facts) return facts.error();
    return TellPrinted{*act, *std::move(facts)};
}

http::WriteResult Handlers::tell_printed(const TellPrinted& form, db::Write& write) const {
    const auto letter = store::find_letter(write, form.act.letter);
    if (!letter || letter->email.empty()) return http::not_found();
    if (!has_left(letter->state)) return base::Problems{{"", base::message("This letter has not left yet.")}};
    store::tell_printed(write, letter->id, form.facts);
    return http::see_other(letter_path(form.act.locale, form.act.token));
}

}  // namespace editor_letters
