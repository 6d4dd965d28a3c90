#include "features/privacy/handlers.h"

#include "base/text.h"
#include "features/privacy/held_service.h"
#include "features/privacy/store.h"
#include "people/address_hash.h"
#include "people/place.h"
#include "people/store.h"
#include "platform/mail/outbox.h"

namespace privacy {
namespace {

using i18n::Translator;

std::string network_of(const http::Request& request) {
    return request.from_trusted_network ? std::string{} : request.client.truncated();
}

pages::Correction correction_of(const std::optional<people::Person>& person) {
    if (!person) return {};
    return {person->name.given, person->name.family, person->postal_code, std::string{base::code(person->locale)}};
}

pages::Correction correction_of(const http::Form& form) {
    return {form.text("given_name"), form.text("family_name"), form.text("postal_code"), form.text("language")};
}

void add_name_problem(base::Problems& problems, const char* field, const std::string& name) {
    if (base::count_characters(name) > people::kLongestName)
        problems.push_back({field, base::message("This is too long: at most 100 characters.")});
    else if (const auto problem = people::problem_of_line(name))
        problems.push_back({field, *problem});
}

std::optional<html::Flash> flash_of(const Translator& t, std::string_view done) {
    if (done == "saved") return html::Flash{html::Tone::success, t("Saved.")};
    if (done == "withdrawn") return html::Flash{html::Tone::success, t("Your consents are taken back.")};
    return std::nullopt;
}

// The postal code as corrected; what goes with it follows.
people::Address corrected(const people::Person& person, const std::string& postal_code) {
    auto address = people::address_of(person);
    if (postal_code == address.postal_code) return address;
    address.place.clear();
    address.postal_code = postal_code;
    const auto code = people::PostalCode::parse(postal_code);
    address.province = code ? std::optional{people::province_of(*code)} : std::nullopt;
    return address;
}

}  // namespace

http::Response Handlers::request_page(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("What we hold about you"),
                  .path = pages::my_data_path(request.locale),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame),
                          pages::request(t, {request.form.text("email"), store::officer(read), problems}),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::show_request(const http::Request& request, db::Read& read) const {
    return request_page(request, {}, read);
}

base::Result<Access, base::Problems> Handlers::read_request(const http::Request& request) const {
    const auto email = base::EmailAddress::parse(request.form.text("email"));
    if (!email)
        return base::Problems{{"email", base::message("Please enter an email address such as name@example.org.")}};
    return Access{.id = AccessId{0},
                  .address_hash = people::address_hash(services_.secret, *email),
                  .email = email->text(),
                  .locale = request.locale,
                  .network = network_of(request)};
}

http::WriteResult Handlers::send_link(const Access& wanted, db::Write& write) const {
    const auto email = base::EmailAddress::parse(wanted.email);
    const auto id = store::insert_access(write, wanted);
    if (id && email) mail::queue(write, {kMyDataMail, *email, wanted.locale, id->value});
    return http::see_other(pages::my_data_path(wanted.locale, "sent"));
}

http::Response Handlers::show_request_again(const http::Request& request, const base::Problems& problems,
                                            db::Read& read) const {
    return request_page(request, problems, read);
}

http::Response Handlers::sent(const http::Request& request, db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Check your email"), .indexing = html::Indexing::refused});
    auto content = pages::sent(t, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

http::Response Handlers::erased(const http::Request& request, db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Everything about you is erased"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::erased(t));
}

std::optional<Access> Handlers::open_access(db::Read& read, std::string_view token, base::Instant now) const {
    const auto id = services_.tokens.read(kMyData, token);
    auto access = id ? store::find_access(read, AccessId{*id}) : std::nullopt;
    if (!access || !is_open(*access, now)) return std::nullopt;
    return access;
}

http::Response Handlers::expired(const http::Request& request) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("This link does not work any more"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::expired(t), 404);
}

http::Response Handlers::own_page(const http::Request& request, const base::Problems& problems, db::Read& read) const {
    const std::string token = request.parameter("token");
    auto access = open_access(read, token, request.received_at);
    if (!access) return expired(request);
    access->locale = request.locale;
    const Translator t{request.locale};
    const auto person = person_of(read, access->address_hash);
    auto frame = services_.frames.frame(
        request, {.title = t("What we hold about you"),
                  .flash = flash_of(t, request.query.text("done")),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    return ports::respond(
        std::move(frame),
        pages::my_data(
            t, {*access, token, person, problems.empty() ? correction_of(person) : correction_of(request.form),
                facts_of(services_, *access, read), everything_json(services_, *access, read), store::officer(read),
                problems}),
        problems.empty() ? 200 : 422);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    return own_page(request, {}, read);
}

http::Response Handlers::download(const http::Request& request, db::Read& read) const {
    const auto access = open_access(read, request.parameter("token"), request.received_at);
    if (!access) return expired(request);
    const Translator t{request.locale};
    return http::download({t("my-data") + ".json", "application/json", everything_json(services_, *access, read)});
}

base::Result<OwnAct, base::Problems> Handlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kMyData, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return OwnAct{AccessId{*id}, token, request.locale, request.received_at};
}

base::Result<CorrectionAct, base::Problems> Handlers::read_correction(const http::Request& request) const {
    auto act = read_act(request);
    if (!act) return act.error();
    const auto typed = correction_of(request.form);
    const auto name = people::tidied({typed.given_name, typed.family_name});
    const auto typed_code = base::collapse_spaces(typed.postal_code);
    const auto code = people::PostalCode::parse(typed_code);
    base::Problems problems;
    add_name_problem(problems, "given_name", name.given);
    add_name_problem(problems, "family_name", name.family);
    if (base::count_characters(typed_code) > 20)
        problems.push_back({"postal_code", base::message("This is too long: at most 20 characters.")});
    else if (const auto problem = people::problem_of_line(typed_code))
        problems.push_back({"postal_code", *problem});
    if (!problems.empty()) return problems;
    return CorrectionAct{*std::move(act), name, code ? code->text() : typed_code,
                         base::locale_of(typed.language).value_or(request.locale)};
}

http::WriteResult Handlers::correct(const CorrectionAct& act, db::Write& write) const {
    const auto access = open_access(write, act.act.token, act.act.now);
    const auto person = access ? person_of(write, access->address_hash) : std::nullopt;
    if (!person) return http::not_found();
    people::change_person(write, person->id,
                          {act.name, act.mail_locale, corrected(*person, act.postal_code), person->level,
                           act.postal_code == person->postal_code ? person->riding : std::nullopt});
    return http::see_other(pages::my_data_path(act.act.locale, act.act.token) + "?done=saved");
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    return own_page(request, problems, read);
}

http::WriteResult Handlers::withdraw(const OwnAct& act, db::Write& write) const {
    auto access = open_access(write, act.token, act.now);
    if (!access) return http::not_found();
    access->locale = act.locale;
    withdraw_consents(services_, *access, write);
    return http::see_other(pages::my_data_path(act.locale, act.token) + "?done=withdrawn");
}

http::Response Handlers::erasure_page(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const {
    const std::string token = request.parameter("token");
    const auto access = open_access(read, token, request.received_at);
    if (!access) return expired(request);
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Erase everything"),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::erasure(t, {access->email, token, problems}),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::show_erasure(const http::Request& request, db::Read& read) const {
    return erasure_page(request, {}, read);
}

base::Result<OwnAct, base::Problems> Handlers::read_erasure(const http::Request& request) const {
    if (!request.form.is_ticked("confirm"))
        return base::Problems{{"confirm", base::message("Please tick the box: it cannot be undone.")}};
    return read_act(request);
}

http::WriteResult Handlers::erase(const OwnAct& act, db::Write& write) const {
    const auto access = open_access(write, act.token, act.now);
    if (!access) return http::not_found();
    store::close_access(write, access->id);
    erase_everywhere(services_, access->address_hash, write);
    return http::see_other(pages::my_data_path(act.locale, "erased"));
}

http::Response Handlers::show_erasure_again(const http::Request& request, const base::Problems& problems,
                                            db::Read& read) const {
    return erasure_page(request, problems, read);
}

}  // namespace privacy
