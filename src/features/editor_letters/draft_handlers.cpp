// What handlers.h declares about writing a letter, and about the draft until its mail is asked for.
#include "base/whole_number.h"
#include "features/editor_letters/handlers.h"
#include "features/editor_letters/letter_form.h"
#include "features/editor_letters/letter_service.h"
#include "features/editor_letters/pages.h"
#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"
#include "people/address_hash.h"

namespace editor_letters {
namespace {

LetterForm form_of(const EditorLetter& letter) {
    return {letter.subject, letter.text, letter.name, letter.place, letter.telephone, letter.email};
}

// Other letters of the same person, and the paper of one that says the same.
struct OwnOthers {
    std::vector<likeness::Key> keys;
    std::optional<NewspaperId> same_at{};
};
OwnOthers others_of(db::Read& read, const EditorLetter& letter) {
    OwnOthers others;
    for (const EditorLetter& each : store::letters_of_address(read, letter.address_hash)) {
        others.keys.push_back(each.id.value);
        const bool is_elsewhere = each.id != letter.id && each.newspaper != letter.newspaper && counts(each.state);
        if (is_elsewhere && likeness::similarity(each.signature, letter.signature) >= kAlike)
            others.same_at = each.newspaper;
    }
    return others;
}

}  // namespace

// What the page to write on is drawn from.
struct Handlers::Form {
    Place place;
    LetterForm typed;
    base::Locale words_in;
    const base::Problems& problems;
    std::string path;
};

std::optional<Handlers::Place> Handlers::find_place(const http::Request& request, db::Read& read) const {
    auto campaign = find_public(request, read);
    const auto id = base::id_from<NewspaperId>(request.parameter("newspaper"));
    auto paper = id ? store::find_newspaper(read, *id) : std::nullopt;
    if (!campaign || !paper || paper->left_out_at) return std::nullopt;
    return Place{*std::move(campaign), *std::move(paper)};
}

html::SafeHtml Handlers::panel(const Form& form, base::Locale locale, db::Read& read) const {
    if (!services_.guides.panel) return {};
    return services_.guides.panel(read, {.locale = locale,
                                         .words_in = form.words_in,
                                         .field = "text",
                                         .text = form.typed.text,
                                         .theme = form.place.campaign.plan.theme,
                                         .level = form.place.campaign.level});
}

http::Response Handlers::form_page(const http::Request& request, const Form& form, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Your letter to {paper}", {{"paper", form.place.newspaper.facts.name}}),
                  .level = form.place.campaign.level,
                  .form_state = form.problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    const pages::Write view{
        .campaign = form.place.campaign,
        .newspaper = form.place.newspaper,
        .typed = form.typed,
        .words_in = form.words_in,
        .words = count_words(form.typed.text),
        .problems = form.problems,
        .path = form.path,
        .stamp = services_.tokens.make(kShownAt, request.received_at.microseconds),
        .puzzle = services_.guard.puzzle ? services_.guard.puzzle(request.locale) : html::SafeHtml{},
        .panel = panel(form, request.locale, read),
        .taglines = taglines(read, request.locale)};
    return ports::respond(std::move(frame), pages::write(t, view), form.problems.empty() ? 200 : 422);
}

http::Response Handlers::show_form(const http::Request& request, db::Read& read) const {
    return form_again(request, {}, read);
}

http::Response Handlers::form_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto place = find_place(request, read);
    if (!place) return http::not_found();
    const i18n::Translator t{request.locale};
    if (problems.empty() && !takes_letters(place->campaign, day_at(request.received_at)))
        return ports::respond(services_.frames.frame(request, {.title = t("This has closed")}),
                              pages::closed(t, place->campaign));
    const Form form{*place, letter_form(request.form), words_in(place->newspaper.facts.language, request), problems,
                    write_path(request.locale, place->campaign.id, place->newspaper.id)};
    return form_page(request, form, read);
}

base::Problems Handlers::judge(const http::Request& request, SaveLetter& letter) const {
    if (!services_.guard.judge) return {};
    const auto judgement = services_.guard.judge(facts_for_guard(services_, request, letter));
    letter.score = judgement.score;
    letter.reasons = judgement.reasons;
    if (judgement.verdict == ports::Verdict::refuse)
        return {{"", base::message("Your letter could not be taken from here. You can copy it and send it yourself.")}};
    if (judgement.verdict == ports::Verdict::ask_for_proof)
        return {{std::string{ports::kProofField},
                 base::message("Very many people write at this moment. Please wait until your browser has solved a "
                               "small puzzle, then send the form again.")}};
    return {};
}

base::Result<SaveLetter, base::Problems> Handlers::read_words(const http::Request& request) const {
    const auto form = letter_form(request.form);
    auto words = accept(TypedLetter{form, base::whole_number(request.form.text("limit")).value_or(0)});
    if (!words) return words.error();
    SaveLetter save{.campaign = EditorCampaignId{0},
                    .newspaper = NewspaperId{0},
                    .letter = std::nullopt,
                    .token = "",
                    .locale = request.locale,
                    .words_in = base::locale_of(request.form.text("words_in")).value_or(request.locale),
                    .words = *std::move(words),
                    .address_hash = 0,
                    .signature = {}};
    save.day = day_at(request.received_at);
    save.address_hash = people::address_hash(services_.secret, save.words.email);
    save.signature = likeness::signature_of(save.words.text);
    if (auto problems = judge(request, save); !problems.empty()) return problems;
    return save;
}

base::Result<SaveLetter, base::Problems> Handlers::read_letter(const http::Request& request) const {
    const auto campaign = base::id_from<EditorCampaignId>(request.parameter("campaign"));
    const auto paper = base::id_from<NewspaperId>(request.parameter("newspaper"));
    if (!campaign || !paper) return base::Problems{{"", base::message("There is no such newspaper.")}};
    auto save = read_words(request);
    if (!save) return save;
    save->campaign = *campaign;
    save->newspaper = *paper;
    return save;
}

base::Result<SaveLetter, base::Problems> Handlers::read_rewrite(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kDraftLink, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    auto save = read_words(request);
    if (!save) return save;
    save->letter = EditorLetterId{*id};
    save->token = token;
    return save;
}

http::WriteResult Handlers::save(const SaveLetter& form, db::Write& write) const {
    const auto before = form.letter ? store::find_letter(write, *form.letter) : std::nullopt;
    if (form.letter && !before) return http::not_found();
    const auto campaign = store::find_campaign(write, before ? before->campaign : form.campaign);
    const auto paper = store::find_newspaper(write, before ? before->newspaper : form.newspaper);
    if (!campaign || campaign->state == CampaignState::draft || !paper || paper->left_out_at) return http::not_found();
    if (!takes_letters(*campaign, form.day))
        return base::Problems{{"", base::message("This has closed. You can copy your letter and send it yourself.")}};
    if (paper->facts.word_limit > 0 && count_words(form.words.text) > paper->facts.word_limit)
        return base::Problems{{"text", base::message("This is longer than the paper prints. Please shorten it: an "
                                                     "editor would cut it.")}};
    const auto words_in = prints(paper->facts.language, form.words_in) ? form.words_in : base::other(form.words_in);
    // Under another address it is another letter: who got the mail about this one could else confirm what is not
    // theirs. Of the same person it stays as odd as it was: who sends a form twice within a minute has only changed a
    // word.
    const bool is_same_person = before && before->address_hash == form.address_hash;
    const store::LetterRow row{.campaign = campaign->id,
                               .newspaper = paper->id,
                               .letter = form.words,
                               .signature = form.signature,
                               .address_hash = form.address_hash,
                               .locale = form.locale,
                               .words_in = words_in,
                               .score = is_same_person ? before->score : form.score,
                               .reasons = is_same_person ? before->reasons : form.reasons};
    if (is_same_person && store::rewrite(write, before->id, row) == store::Changed::yes)
        return http::see_other(draft_path(form.locale, form.token));
    if (store::letters_since(write, form.address_hash, write.now() - base::days(1)) >= kMostLettersADay)
        return base::Problems{{"email", base::message("Six letters a day are enough from one address. Please come "
                                                      "back tomorrow.")}};
    const auto id = store::insert(write, row);
    return http::see_other(draft_path(form.locale, services_.tokens.make(kDraftLink, id.value)));
}

std::optional<EditorLetter> Handlers::find_draft(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kDraftLink, request.parameter("token"));
    auto letter = id ? store::find_letter(read, EditorLetterId{*id}) : std::nullopt;
    return letter && !letter->email.empty() ? letter : std::nullopt;
}

http::Response Handlers::draft(const http::Request& request, db::Read& read) const {
    return draft_again(request, {}, read);
}

http::Response Handlers::draft_again(const http::Request& request, const base::Problems& problems,
                                     db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Your letter"), .indexing = html::Indexing::refused});
    const auto letter = find_draft(request, read);
    const auto paper = letter ? store::find_newspaper(read, letter->newspaper) : std::nullopt;
    const auto campaign = letter ? store::find_campaign(read, letter->campaign) : std::nullopt;
    if (!paper || !campaign) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const auto others = others_of(read, *letter);
    const auto same_at = others.same_at ? store::find_newspaper(read, *others.same_at) : std::nullopt;
    const pages::Draft view{.letter = *letter,
                            .newspaper = *paper,
                            .campaign = *campaign,
                            .token = request.parameter("token"),
                            .alike = services_.alike.ask(read, {letter->campaign, letter->signature, others.keys}),
                            .same_at = same_at ? same_at->facts.name : std::string{},
                            .marks = services_.guides.marks
                                         ? services_.guides.marks(read, letter->words_in, letter->text)
                                         : std::vector<ports::MarkedWord>{},
                            .mailbox_path = frame.demo_mailbox_url,
                            .problems = problems};
    return ports::respond(std::move(frame), pages::draft(t, view), problems.empty() ? 200 : 422);
}

http::Response Handlers::edit(const http::Request& request, db::Read& read) const {
    return edit_again(request, {}, read);
}

http::Response Handlers::edit_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto letter = find_draft(request, read);
    const auto paper = letter ? store::find_newspaper(read, letter->newspaper) : std::nullopt;
    const auto campaign = letter ? store::find_campaign(read, letter->campaign) : std::nullopt;
    if (!paper || !campaign) {
        const i18n::Translator t{request.locale};
        return ports::respond(
            services_.frames.frame(request, {.title = t("Your letter"), .indexing = html::Indexing::refused}),
            pages::broken_link(t), 404);
    }
    const Form form{{*campaign, *paper},
                    request.form.has("text") ? letter_form(request.form) : form_of(*letter),
                    letter->words_in,
                    problems,
                    draft_path(request.locale, request.parameter("token")) + "/words"};
    return form_page(request, form, read);
}

base::Result<LetterAct, base::Problems> Handlers::read_draft_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kDraftLink, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return LetterAct{EditorLetterId{*id}, token, request.locale};
}

http::WriteResult Handlers::ask_to_send(const LetterAct& act, db::Write& write) const {
    const auto letter = store::find_letter(write, act.letter);
    if (!letter || letter->email.empty()) return http::not_found();
    const bool may_ask = letter->state == LetterState::draft || letter->state == LetterState::asked;
    if (may_ask && ask(*letter, write) == editor_letters::Asked::no)
        return base::Problems{{"", base::message("Five emails about this letter left already. Please look in your junk "
                                                 "mail, or send the letter yourself.")}};
    return http::see_other(draft_path(act.locale, act.token));
}

http::WriteResult Handlers::sent_it_myself(const LetterAct& act, db::Write& write) const {
    const auto letter = store::find_letter(write, act.letter);
    if (!letter || letter->email.empty()) return http::not_found();
    send_own_way(*letter, write);
    return http::see_other(draft_path(act.locale, act.token));
}

}  // namespace editor_letters
