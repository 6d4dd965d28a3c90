// What handlers.h declares about a letter that was typed: looking at it, printing it, sending it.
#include <algorithm>

#include "base/text.h"
#include "features/letters/handlers_parts.h"
#include "features/letters/office_mails.h"
#include "features/letters/paper.h"
#include "features/letters/store.h"
#include "people/address_hash.h"
#include "platform/mail/outbox.h"

namespace letters {
namespace {

// Of buttons that show a page and keep nothing: no problem, but the form comes back in another shape.
constexpr std::string_view kPreview = "preview", kEdit = "edit", kPrint = "print";
// Of the guard's score. What only comes from the network, such as many writers in one hall, never holds a letter back.
constexpr std::int64_t kHeldFrom = 60;
// The guard takes nothing from here.
constexpr std::string_view kTurnedAway = "turned_away";

Ticked tick_of(const http::Form& form, std::string_view field) {
    return form.is_ticked(field) ? Ticked::yes : Ticked::no;
}

LetterForm form_typed(const http::Form& fields) {
    LetterForm form = place_typed(fields);
    if (fields.has("subject")) form.subject = fields.text("subject");
    for (const auto& block : fields.all("blocks")) form.blocks.emplace_back(block);
    form.words = base::tidy_lines(fields.text("words"));
    form.given_name = fields.text("given_name");
    form.family_name = fields.text("family_name");
    form.email = fields.text("email");
    form.street = fields.text("street");
    form.place = fields.text("place");
    form.consent_mail = tick_of(fields, "consent_mail");
    form.as_meant = tick_of(fields, "as_meant");
    form.address_asked = tick_of(fields, "address_asked");
    form.stamp = fields.text("stamp");
    form.proof = fields.text(ports::kProofField);
    form.trap = fields.text("website");
    return form;
}

// Whether the person's own words stand on a list of the moderators.
Hinted hinted(const Services& services, const LetterForm& form, base::Locale locale) {
    if (!services.hints.of) return Hinted::no;
    const auto hints = services.hints.of(form.words, locale);
    const bool is_listed = std::ranges::any_of(hints, [](const ports::WordHint& hint) { return !hint.words.empty(); });
    return is_listed ? Hinted::yes : Hinted::no;
}

ports::Judgement judged(const Services& services, const http::Request& request, const Draft& draft, std::int64_t hash) {
    if (!services.guard.judge) return {};
    const auto stamp = services.tokens.read(kFormStamp, draft.typed.stamp);
    const std::string slug = request.parameter("slug");
    std::optional<base::Duration> dwell;
    if (stamp) dwell = request.received_at - base::Instant{*stamp};
    return services.guard.judge(
        {.slug = slug,
         .email = draft.email,
         .address_hash = hash,
         .given_name = draft.name.given,
         .family_name = draft.name.family,
         .country = "CA",
         .postal_code = draft.postal_code,
         .place = draft.typed.place,
         .comment = draft.typed.words,
         .client = request.client,
         .trusted = request.from_trusted_network ? ports::FromTrustedNetwork::yes : ports::FromTrustedNetwork::no,
         .trap = draft.typed.trap.empty() ? ports::TrapFilled::no : ports::TrapFilled::yes,
         .dwell = dwell,
         .proof = draft.typed.proof,
         .at = request.received_at});
}

// The writing as it would be stored, for showing it too.
Writing writing_of(const Campaign& campaign, const Draft& draft, base::Locale locale) {
    return {.campaign = campaign.id,
            .email = draft.email.text(),
            .name = draft.name,
            .locale = locale,
            .postal_code = draft.postal_code,
            .street = campaign.is_address_asked ? draft.typed.street : "",
            .place = campaign.is_address_asked ? draft.typed.place : "",
            .subject = subject_of(campaign.content, draft, locale),
            .body = body_of(campaign.content, draft, locale),
            .own_words = draft.typed.words.empty() ? Ticked::no : Ticked::yes,
            .consent_mail = draft.typed.consent_mail};
}

std::vector<Letter> letters_to(const Recipients& recipients) {
    std::vector<Letter> letters;
    for (const auto& each : recipients.to)
        if (each.email)
            letters.push_back({.representative = each.id,
                               .recipient = each.email->text(),
                               .recipient_name = each.name,
                               .office = std::string{people::name_of(each.office)},
                               .region = region_of(each)});
    return letters;
}

// Where paper goes: the legislature, else the first office with a postal address.
const ports::OfficeAddress* paper_address(const ports::Representative& to) {
    const ports::OfficeAddress* first = nullptr;
    for (const auto& address : to.addresses) {
        if (address.postal.empty()) continue;
        if (address.kind == "legislature") return &address;
        if (first == nullptr) first = &address;
    }
    return first;
}

std::string sent_path(const LetterOrder& order) { return pages::campaign_path(order.locale, order.slug) + "/sent"; }

}  // namespace

base::Result<LetterOrder, base::Problems> Handlers::read_letter(const http::Request& request) const {
    const LetterForm form = form_typed(request.form);
    const auto act = request.form.view("act");
    if (act == kEdit) return base::Problems{{std::string{kEdit}, base::message("Nothing has left yet.")}};
    const Hinted hint = hinted(services_, form, request.locale);
    auto draft = accept(form, hint);
    if (!draft) return draft.error();
    if (act == kPrint) return base::Problems{{std::string{kPrint}, base::message("Nothing has left yet.")}};
    if (act != "send" && act != "pdf")
        return base::Problems{{std::string{kPreview}, base::message("Nothing has left yet.")}};
    const auto hash = people::address_hash(services_.secret, draft->email);
    LetterOrder order{.act = act == "pdf" ? LetterOrder::Act::pdf : LetterOrder::Act::send,
                      .slug = request.parameter("slug"),
                      .locale = request.locale,
                      .draft = *std::move(draft),
                      .address_hash = hash,
                      .network = request.client.text(),
                      .at = request.received_at};
    if (order.act == LetterOrder::Act::pdf) return order;
    const auto judgement = judged(services_, request, order.draft, hash);
    if (judgement.verdict == ports::Verdict::refuse)
        return base::Problems{{std::string{kTurnedAway}, base::message("Your letter could not be taken.")}};
    if (judgement.verdict == ports::Verdict::ask_for_proof)
        return base::Problems{
            {std::string{ports::kProofField}, base::message("Very many people write at this moment. Please wait until "
                                                            "your browser has solved a small puzzle, then send the "
                                                            "form again.")}};
    order.score = judgement.score;
    order.reasons = judgement.reasons;
    const bool is_odd = judgement.score >= kHeldFrom;
    order.held = hint == Hinted::yes || is_odd ? Ticked::yes : Ticked::no;
    return order;
}

// What only the campaign knows.
base::Problems Handlers::missing(const Campaign& campaign, const LetterForm& typed) const {
    base::Problems problems;
    if (!campaign.is_address_asked || typed.address_asked == Ticked::yes) return problems;
    if (typed.street.empty())
        problems.push_back({"street", base::message("Please give your street: offices answer people who live there.")});
    if (typed.place.empty()) problems.push_back({"place", base::message("Please give your city or town.")});
    return problems;
}

http::WriteResult Handlers::take_letter(const LetterOrder& order, db::Write& write) const {
    const auto campaign = store::find(write, order.slug);
    if (!campaign) return http::not_found();
    if (campaign->stage(today(order.at)) != Stage::open) return closed_problem();
    if (auto problems = missing(*campaign, order.draft.typed); !problems.empty()) return problems;
    const Traced traced = trace(write, *campaign, order.draft.typed, order.locale);
    if (!traced.place.questions.empty())
        return base::Problems{{"postal_code", base::message("Please choose your riding first.")}};
    if (order.act == LetterOrder::Act::pdf) {
        const Writing writing = writing_of(*campaign, order.draft, order.locale);
        PaperOrder paper{.letters = {}, .locale = order.locale, .at = order.at};
        const i18n::Translator t{order.locale};
        for (const auto& to : traced.recipients.to) {
            const auto* const address = paper_address(to);
            const Signature by{writing.name, writing.street, writing.place, writing.postal_code};
            paper.letters.push_back(
                {.from = signature_of(by),
                 .to = to.name + '\n' + pages::office_words(t, to) + (address != nullptr ? '\n' + address->postal : ""),
                 .subject = writing.subject,
                 .text = greeting(order.locale, to.name) + "\n\n" + writing.body + "\n\n" + writing.name.given + ' ' +
                         writing.name.family});
        }
        return http::download({.name = order.slug + ".pdf", .type = "application/pdf", .bytes = letters_pdf(paper)});
    }
    return record(order, *campaign, traced.recipients, write);
}

// Who wrote too often today sees the same page and gets no further mail.
http::WriteResult Handlers::record(const LetterOrder& order, const Campaign& campaign, const Recipients& recipients,
                                   db::Write& write) const {
    const auto letters = letters_to(recipients);
    if (letters.empty())
        return base::Problems{
            {"", base::message("No address for mail is known there: please print the letter, or call.")}};
    if (store::written_since(write, order.address_hash, order.at - base::days(1)) >= kMostMailsADay)
        return http::see_other(sent_path(order));
    Writing writing = writing_of(campaign, order.draft, order.locale);
    writing.address_hash = order.address_hash;
    writing.network = order.network;
    writing.score = order.score;
    writing.reasons = order.reasons;
    writing.held = order.held;
    const auto id = store::insert(write, writing, letters,
                                  likeness::signature_of(choice_of(campaign.content, order.draft, order.locale)));
    mail::queue(write, {kConfirmMail, order.draft.email, order.locale, id.value});
    return http::see_other(sent_path(order));
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& given, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    const Campaign& campaign = found->campaign;
    const i18n::Translator t{request.locale};
    if (base::find_problem(given, kTurnedAway) != nullptr) {
        auto frame = services_.frames.frame(
            request, {.title = t("Your letter could not be taken"), .indexing = html::Indexing::refused});
        return ports::respond(std::move(frame), pages::turned_away(t, campaign, contact_of(services_)), 403);
    }
    const LetterForm typed = form_typed(request.form);
    const auto view = shown(read, campaign, request.locale, request.received_at);
    if (const auto problem = problem_of_code(typed.postal_code); problem || view.stage != Stage::open) {
        base::Problems problems;
        if (problem) problems.push_back(*problem);
        auto frame = services_.frames.frame(request, {.title = campaign.title(request.locale),
                                                      .form_state = html::FormState::has_problems,
                                                      .indexing = html::Indexing::refused});
        return ports::respond(std::move(frame), pages::campaign(t, view, typed.postal_code, problems), 422);
    }
    const Traced traced = trace(read, campaign, typed, request.locale);
    const pages::Way way{view, typed, traced.place, traced.recipients};
    if (auto page = detour(request, way, "write")) return *std::move(page);
    const auto asks_for_page = [&](std::string_view act) { return base::find_problem(given, act) != nullptr; };
    if (asks_for_page(kEdit)) return form_page(request, way, {}, read);
    base::Problems problems = missing(campaign, typed);
    if (asks_for_page(kPreview) && problems.empty()) return preview_page(request, way, read);
    if (asks_for_page(kPrint) && problems.empty()) return print_page(request, way);
    for (const auto& each : given)
        if (each.field != kPreview && each.field != kPrint) problems.push_back(each);
    return form_page(request, way, problems, read);
}

http::Response Handlers::preview_page(const http::Request& request, const pages::Way& way, db::Read& read) const {
    const auto draft = accept(way.typed, Hinted::no);
    CHECK(static_cast<bool>(draft));
    const Campaign& campaign = way.shown.campaign;
    const i18n::Translator t{request.locale};
    const Writing writing = writing_of(campaign, *draft, request.locale);
    const bool is_near = election_concerns(read, services_.elections, way.recipients);
    services_.likeness.follow(read);
    pages::PreviewParts parts{
        .subject = writing.subject,
        .texts = {},
        .likeness = services_.likeness.ask(campaign.id, choice_of(campaign.content, *draft, request.locale)),
        .puzzle = services_.guard.puzzle ? services_.guard.puzzle(request.locale) : html::SafeHtml{},
        .sender_name = sender_name(services_, writing),
        .election = is_near ? pages::ElectionNear::yes : pages::ElectionNear::no};
    for (const auto& to : way.recipients.to) parts.texts.push_back(text_of({writing, to.name, way.shown.taglines}));
    auto frame =
        services_.frames.frame(request, {.title = t("This is what leaves"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::preview(t, way, parts));
}

http::Response Handlers::print_page(const http::Request& request, const pages::Way& way) const {
    const auto draft = accept(way.typed, Hinted::no);
    CHECK(static_cast<bool>(draft));
    const i18n::Translator t{request.locale};
    const Writing writing = writing_of(way.shown.campaign, *draft, request.locale);
    std::vector<pages::PrintedLetter> letters;
    for (const auto& to : way.recipients.to) {
        const auto* const address = paper_address(to);
        const bool is_free = people::is_federal(to.office) && address != nullptr && address->kind == "legislature";
        letters.push_back(
            {to, address != nullptr ? address->postal : "", is_free, text_of({writing, to.name, way.shown.taglines})});
    }
    auto frame =
        services_.frames.frame(request, {.title = t("Print your letter"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::printed(t, way, writing.subject, letters));
}

}  // namespace letters
