// What handlers.h declares about the page behind the mailed link.
#include "features/letters/engine_service.h"
#include "features/letters/handlers_parts.h"
#include "features/letters/queue_store.h"
#include "features/letters/store.h"
#include "people/address_hash.h"
#include "platform/mail/outbox.h"

namespace letters {
namespace {

bool has_run_out(const Writing& writing, const Campaign& campaign, base::Instant now) {
    return now - writing.written_at > kLinkLives || campaign.stage(today(now)) == Stage::closed;
}

std::string own_page(const OwnAct& act) { return pages::own_path(act.locale, act.token); }

// Ticked when writing, proven by the confirmed address: only now it is a consent.
void record_consent(const Services& services, const Writing& writing, const OwnAct& act, db::Write& write) {
    const auto email = base::EmailAddress::parse(writing.email);
    if (!email || writing.consent_mail == Ticked::no) return;
    const auto person = people::ensure_person(write, {writing.address_hash, *email, writing.name, writing.locale,
                                                      people::understood({"CA", writing.postal_code, writing.place})});
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .ground = people::ConsentGround::express,
                                   .address_hash = writing.address_hash,
                                   .person = person,
                                   .wording = {.key = "letters.mail",
                                               .locale = writing.locale,
                                               .words = pages::consent_label(i18n::Translator{writing.locale})},
                                   .on_behalf_of = ports::organisation_name(services.config, writing.locale),
                                   .source = "letters/" + std::to_string(writing.campaign.value),
                                   .network = act.network,
                                   .at = writing.written_at,
                                   .confirmed_at = write.now(),
                                   .expires_at = std::nullopt});
}

void tell_confirmed(const Services& services, const Writing& writing, db::Write& write) {
    const ports::PersonAction action{.kind = "letters.wrote",
                                     .about = writing.campaign.value,
                                     .address_hash = writing.address_hash,
                                     .at = write.now()};
    services.person_actions.tell(write, {&action, 1});
    if (const auto email = base::EmailAddress::parse(writing.email))
        mail::queue(write, {kCopyMail, *email, writing.locale, writing.id.value});
}

}  // namespace

void send_off(const Services& services, const Writing& writing, db::Write& write) {
    store::enqueue(write, store::letters_of(write, writing.id), throttle_of(services.config));
    store::keep_likeness(write, writing.id);
    if (services.guides.count) services.guides.count(write, writing.locale, writing.body, ports::WordsBecame::sent);
}

http::Response OwnHandlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnLetter, token);
    const auto writing = id ? store::find_writing(read, WritingId{*id}) : std::nullopt;
    const auto campaign = writing ? store::find(read, writing->campaign) : std::nullopt;
    auto frame = services_.frames.frame(request, {.title = t("Your letter"), .indexing = html::Indexing::refused});
    if (!campaign) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    auto letters = store::letters_of(read, writing->id);
    std::vector<std::string> tell_paths;
    for (const Letter& each : letters)
        tell_paths.push_back(services_.answers.tell_path ? services_.answers.tell_path(each.id, request.locale) : "");
    const auto paused = store::paused_regions(read);
    const bool is_near = std::ranges::any_of(letters, [&](const Letter& each) {
        return each.state == LetterState::waiting && std::ranges::find(paused, each.region) != paused.end();
    });
    return ports::respond(std::move(frame),
                          pages::own(t, {.writing = *writing,
                                         .campaign = *campaign,
                                         .letters = std::move(letters),
                                         .token = token,
                                         .tell_paths = std::move(tell_paths),
                                         .has_run_out = has_run_out(*writing, *campaign, request.received_at),
                                         .election = is_near ? pages::ElectionNear::yes : pages::ElectionNear::no,
                                         .next = services_.actions.next_after(read, request.locale, "letters")}));
}

base::Result<OwnAct, base::Problems> OwnHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnLetter, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return OwnAct{WritingId{*id}, token, request.locale, request.client.text()};
}

// Pressed twice, or too late: the page says what became of it.
http::WriteResult OwnHandlers::confirm(const OwnAct& act, db::Write& write) const {
    const auto writing = store::find_writing(write, act.writing);
    const auto campaign = writing ? store::find(write, writing->campaign) : std::nullopt;
    if (!campaign) return http::not_found();
    if (writing->state != WritingState::unconfirmed || has_run_out(*writing, *campaign, write.now()))
        return http::see_other(own_page(act));
    store::set_state(write, writing->id, WritingState::confirmed);
    if (writing->held == Ticked::yes)
        store::hold(write, writing->id);
    else
        send_off(services_, *writing, write);
    record_consent(services_, *writing, act, write);
    tell_confirmed(services_, *writing, write);
    return http::see_other(own_page(act));
}

http::WriteResult OwnHandlers::withdraw(const OwnAct& act, db::Write& write) const {
    const auto writing = store::find_writing(write, act.writing);
    if (!writing) return http::not_found();
    if (writing->state == WritingState::unconfirmed) store::set_state(write, writing->id, WritingState::taken_back);
    return http::see_other(own_page(act));
}

http::Response OwnHandlers::show_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return show(request, read);
}

}  // namespace letters
