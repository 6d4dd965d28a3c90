#include "features/petitions/signature_store.h"

#include "base/text.h"
#include "features/petitions/count_store.h"
#include "features/petitions/mail_kinds.h"
#include "platform/mail/outbox.h"

namespace petitions::store {
namespace {

using Tick = SignatureForm::Tick;

// The second person of a shared mailbox moves up, so that slot 1 is only ever taken beside slot 0.
const db::Command<void(PetitionId, std::int64_t)> kMoveUp{R"sql(
    update signature set slot = 0
    where petition_id = $1 and address_hash = $2 and slot = 1
      and not exists (select 1 from signature as first
                      where first.petition_id = $1 and first.address_hash = $2 and first.slot = 0)
)sql"};

#define SIGNATURE_COLUMNS                                                                                 \
    "select id, petition_id, text_id, class, state, address_hash, slot, email, given_name, family_name, " \
    "country, postal_code, place, comment, locale, show_name, consent_mail, signed_at, confirmed_at, "    \
    "withdrawn_at, reasons, mails, renewed_at, score, source, invalidation_id, partner_wording from signature "

constexpr auto kReadSignature =
    db::columns<Signature, SignatureId, PetitionId, TextId, SignerClass, SignatureState, std::int64_t,
                std::optional<std::int64_t>, std::string, std::string, std::string, std::string, std::string,
                std::string, std::string, base::Locale, Tick, Tick, base::Instant, std::optional<base::Instant>,
                std::optional<base::Instant>, std::int64_t, std::int64_t, std::optional<base::Instant>, std::int64_t,
                std::string, std::optional<InvalidationId>, std::optional<ports::PartnerWordingId>>;

const db::Query<Signature(SignatureId)> kFindSignature{SIGNATURE_COLUMNS "where id = $1", kReadSignature};

const db::Query<Signature(PetitionId, SignatureId, std::int64_t)> kPage{
    SIGNATURE_COLUMNS "where petition_id = $1 and id < $2 order by id desc limit $3", kReadSignature};

const db::Query<Signature(PetitionId, SignatureId, std::int64_t)> kOldestAfter{
    SIGNATURE_COLUMNS "where petition_id = $1 and id > $2 order by id limit $3", kReadSignature};

// Reads on from the newest until the page is full: fine for staff, never for a public page.
const db::Query<Signature(PetitionId, SignatureId, std::int64_t, std::string_view)> kSearch{SIGNATURE_COLUMNS R"sql(
    where petition_id = $1 and id < $2
      and lower(given_name || ' ' || family_name || ' ' || place) like $4 escape '\'
    order by id desc limit $3
)sql",
                                                                                            kReadSignature};

const db::Query<Signature(PetitionId, std::int64_t)> kOfAddressUnderPetition{
    SIGNATURE_COLUMNS "where petition_id = $1 and address_hash = $2 order by id", kReadSignature};

// There are tens of petitions: each is one look into the unique index.
const db::Query<Signature(std::int64_t)> kOfAddress{
    SIGNATURE_COLUMNS "where petition_id in (select petition.id from petition) and address_hash = $1 order by id",
    kReadSignature};

const db::Command<void(SignatureId, base::Instant)> kConfirm{
    "update signature set state = 1, confirmed_at = $2 where id = $1 and state = 0"};

const db::Command<void(SignatureId, base::Instant, std::int64_t)> kRenew{
    "update signature set renewed_at = $2, mails = mails + 1 where id = $1 and state = 0 and mails < $3"};

// From the state that was read: the tally is stepped by it, and another writer may have changed it since.
const db::Command<void(SignatureId, base::Instant, SignatureState)> kWithdraw{
    "update signature set state = 2, withdrawn_at = $2, slot = null where id = $1 and state = $3"};

const db::Command<void(SignatureId)> kErase{R"sql(
    update signature set address_hash = 0, email = '', given_name = '', family_name = '', country = '',
                         postal_code = '', place = '', comment = '', locale = 'en', network = '', reasons = 0,
                         score = 0, review = 0, source = '', show_name = 0, consent_mail = 0,
                         partner_wording = null
    where id = $1
)sql"};

#undef SIGNATURE_COLUMNS

constexpr SignatureId kNewerThanAll{INT64_MAX};

Step step_to_withdrawn(SignatureState from) {
    return {.pending = from == SignatureState::pending ? -1 : 0,
            .confirmed = from == SignatureState::confirmed ? -1 : 0,
            .withdrawn = 1,
            .invalidated = from == SignatureState::invalidated ? -1 : 0};
}

// words as a LIKE pattern that finds them anywhere, with its own signs escaped.
std::string containing(std::string_view words) {
    std::string pattern = "%";
    for (const char c : base::lower_ascii(words)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace

std::optional<Signature> find_signature(db::Read& read, SignatureId id) { return read.one(kFindSignature, id); }

Changed confirm(db::Write& write, const Signature& signature) {
    if (write.run(kConfirm, signature.id, write.now()) == 0) return Changed::no;
    step_tally(write, signature.petition, {.pending = -1, .confirmed = 1});
    if (signature.show_name == Tick::yes)
        show_name(write, signature.petition, signature.id, {signature.shown_name(), signature.place, write.now()});
    return Changed::yes;
}

Changed renew(db::Write& write, const Signature& signature) {
    const auto email = base::EmailAddress::parse(signature.email);
    if (!email || write.run(kRenew, signature.id, write.now(), kMostMails) == 0) return Changed::no;
    mail::queue(write, {kConfirmMail, *email, signature.locale, signature.id.value});
    return Changed::yes;
}

Changed withdraw(db::Write& write, const Signature& signature) {
    if (signature.state == SignatureState::withdrawn) return Changed::no;
    if (write.run(kWithdraw, signature.id, write.now(), signature.state) == 0) return Changed::no;
    step_tally(write, signature.petition, step_to_withdrawn(signature.state));
    hide_name(write, signature.id);
    write.run(kMoveUp, signature.petition, signature.address_hash);
    return Changed::yes;
}

std::vector<Signature> page(db::Read& read, const SignaturePage& page) {
    return read.all(kPage, page.petition, page.before.value_or(kNewerThanAll), page.limit);
}

std::vector<Signature> oldest_after(db::Read& read, const ExportPage& page) {
    return read.all(kOldestAfter, page.petition, page.after, page.limit);
}

std::vector<Signature> search(db::Read& read, const SignaturePage& page, std::string_view words) {
    return read.all(kSearch, page.petition, page.before.value_or(kNewerThanAll), page.limit, containing(words));
}

std::vector<Signature> of_address(db::Read& read, PetitionId petition, std::int64_t address_hash) {
    return read.all(kOfAddressUnderPetition, petition, address_hash);
}

std::vector<Signature> of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}

void erase(db::Write& write, const Signature& signature) {
    withdraw(write, signature);
    write.run(kErase, signature.id);
}

}  // namespace petitions::store
