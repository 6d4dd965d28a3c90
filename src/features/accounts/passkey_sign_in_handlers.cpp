#include "features/accounts/passkey_sign_in_handlers.h"

#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"
#include "platform/auth/audit.h"

namespace accounts {
namespace {

constexpr auto kNoSuchPasskey = base::message("This passkey does not open an account here.");
constexpr auto kTooSlow = base::message("That took too long. Please try once more.");

// Beside the session's, for browsers where nobody is signed in.
std::string ceremony_cookie(const Services& services) {
    return session_cookie(services.config) == "session" ? "passkey" : "__Host-passkey";
}

auth::TokenHash ceremony_of(const Services& services, const http::Request& request) {
    return auth::hash_of_token(request.cookies.view(ceremony_cookie(services)));
}

bool awaits_second_step(const std::optional<Session>& session, base::Instant now) {
    return session && session->state == SessionState::awaits_code && is_alive(*session, now);
}

auth::UserVerification verification_for(ChallengePurpose purpose) {
    return purpose == ChallengePurpose::alone ? auth::UserVerification::required : auth::UserVerification::asked;
}

SentAssertion sent_in(const http::Form& form) {
    return {form.view("client_data"), form.view("authenticator_data"), form.view("signature")};
}

}  // namespace

// Challenge --------------------------------------------------------------------------------------------------------

base::Result<ChallengeWish, base::Problems> PasskeySignInHandlers::read_challenge(const http::Request& request) const {
    return ChallengeWish{std::make_shared<const http::Request>(request), auth::new_challenge(services_.random),
                         auth::new_random_token(services_.random)};
}

http::WriteResult PasskeySignInHandlers::challenge(const ChallengeWish& wish, db::Write& write) const {
    const auto site = auth::relying_party(services_.config.server.public_url);
    if (!site) return http::not_found();
    const auto bound_to = session_of(services_, *wish.request);
    const auto session = find_session(write, bound_to);
    const bool is_second = awaits_second_step(session, write.now());
    const auto purpose = is_second ? ChallengePurpose::second_step : ChallengePurpose::alone;
    open_challenge(write, {wish.challenge, purpose, is_second ? bound_to : wish.ceremony.hash});
    const auto passkeys = is_second ? passkeys_of(write, session->staff) : std::vector<Passkey>{};
    auto response = http::json(json_of(RequestOptions{*site, wish.challenge, verification_for(purpose), passkeys}));
    if (!is_second)
        response.cookies.push_back({.name = ceremony_cookie(services_),
                                    .value = wish.ceremony.text,
                                    .max_age = kChallengeLimit,
                                    .same_site = http::SameSite::strict});
    return response;
}

// Answer -----------------------------------------------------------------------------------------------------------

std::optional<OpenChallenge> PasskeySignInHandlers::challenge_of(const http::Request& request, db::Read& read) const {
    const auto session = session_of(services_, request), ceremony = ceremony_of(services_, request);
    if (auto found = find_challenge(read, {ChallengePurpose::second_step, session, request.received_at})) return found;
    return find_challenge(read, {ChallengePurpose::alone, ceremony, request.received_at});
}

// Outside the transaction: a signature takes longer to check than all statements together.
base::Result<PasskeyAttempt, base::Problems> PasskeySignInHandlers::read_passkey(const http::Request& request) const {
    const CredentialName credential{request.form.text("credential")};
    auto [challenge, passkey] = services_.database.read(
        [&](db::Read& read) { return std::pair{challenge_of(request, read), find_passkey(read, credential)}; });
    PasskeyAttempt attempt{std::make_shared<const http::Request>(request), std::move(challenge), std::nullopt,
                           auth::new_random_token(services_.random)};
    if (attempt.challenge) attempt.verified = verify(request, *attempt.challenge, passkey);
    return attempt;
}

std::optional<PasskeyAttempt::Verified> PasskeySignInHandlers::verify(const http::Request& request,
                                                                      const OpenChallenge& challenge,
                                                                      const std::optional<Passkey>& passkey) const {
    const auto site = auth::relying_party(services_.config.server.public_url);
    const auto response = decode(sent_in(request.form));
    const auto key = passkey ? auth::CoseKey::parse(passkey->public_key) : std::nullopt;
    if (!site || !response || !key) return std::nullopt;
    // By itself a passkey also says whose it is; both must say the same.
    const bool must_tell = challenge.purpose == ChallengePurpose::alone;
    const auto handle = request.form.view("user_handle");
    if ((must_tell || !handle.empty()) && staff_of_user_handle(services_.tokens, handle) != passkey->staff)
        return std::nullopt;
    auto assertion =
        auth::verify_assertion(*response, *key, {*site, challenge.challenge, verification_for(challenge.purpose)});
    if (!assertion) return std::nullopt;
    return PasskeyAttempt::Verified{*passkey, *std::move(assertion)};
}

http::WriteResult PasskeySignInHandlers::sign_in(const PasskeyAttempt& attempt, db::Write& write) const {
    const auto staff = holder(attempt, write);
    if (!staff) return refuse(attempt, write);
    const auto& [passkey, assertion] = *attempt.verified;
    if (auth::seems_cloned({.stored = passkey.sign_count, .sent = assertion.sign_count()}))
        auth::record(write, {.actor = {staff->id, staff->name, attempt.request->request_id},
                             .action = "accounts.warn_of_copied_passkey",
                             .subject = {"staff", staff->id.value, passkey.name}});
    note_use(write, passkey, assertion);
    return open_session(services_, {*staff, attempt.request, attempt.session, SignInMeans::passkey}, write);
}

// Who holds it, where the challenge was still open and the passkey is still theirs; after a password, theirs only.
std::optional<Staff> PasskeySignInHandlers::holder(const PasskeyAttempt& attempt, db::Write& write) const {
    if (!attempt.challenge || !use_challenge(write, attempt.challenge->id) || !attempt.verified) return std::nullopt;
    const auto passkey = find_passkey(write, attempt.verified->passkey.id);
    const auto staff = passkey ? find_staff(write, passkey->staff) : std::nullopt;
    if (!staff || !staff->is_active()) return std::nullopt;
    if (attempt.challenge->purpose == ChallengePurpose::alone) return staff;
    const auto session = find_session(write, session_of(services_, *attempt.request));
    if (!awaits_second_step(session, write.now()) || session->staff != staff->id) return std::nullopt;
    if (must_wait(failures_of(write, address_hash(services_.secret, staff->email)), write.now())) return std::nullopt;
    return staff;
}

// Wrong passkeys after a password are counted as wrong codes are.
http::Response PasskeySignInHandlers::refuse(const PasskeyAttempt& attempt, db::Write& write) const {
    const base::Problems problems{{"", attempt.challenge ? kNoSuchPasskey : kTooSlow}};
    const auto session = find_session(write, session_of(services_, *attempt.request));
    if (!awaits_second_step(session, write.now())) return sign_in_page(services_, *attempt.request, problems, 422);
    const auto staff = find_staff(write, session->staff);
    if (staff && attempt.challenge) count_failure(write, address_hash(services_.secret, staff->email));
    return second_step_page(services_, {*attempt.request, session->staff, 422}, problems, write);
}

}  // namespace accounts
