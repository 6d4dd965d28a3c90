#include "features/petitions/signature_store.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/text.h"
#include "features/petitions/mail_kinds.h"
#include "features/petitions/store.h"
#include "platform/mail/outbox.h"

template <>
struct db::Codec<petitions::Flags> {
    static constexpr ValueType kType = ValueType::integer;
    static Value bind(petitions::Flags flags) { return flags.bits(); }
    static petitions::Flags read(const Row& row, int column) { return petitions::Flags{row.integer(column)}; }
};

namespace petitions::store {
namespace {

using Tick = SignatureForm::Tick;

const db::BatchCommand<SignatureId(SignatureId, PetitionId, TextId, SignerClass, SignatureState, std::int64_t,
                                   std::int64_t, base::EmailAddress, std::string, std::string, std::string, std::string,
                                   std::string, std::string, base::Locale, Tick, Tick, base::Instant, std::string,
                                   Flags, std::int64_t, std::optional<base::Instant>)>
    kInsertSignatures{R"sql(
    insert into signature (id, petition_id, text_id, class, state, address_hash, slot, email, given_name,
                           family_name, country, postal_code, place, comment, locale, show_name, consent_mail,
                           signed_at, network, flags, mails, confirmed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
    on conflict (petition_id, address_hash, slot) do nothing
    returning id
)sql",
                      [](const db::Row& row) { return row.as<SignatureId>(0); }};

SlotHolder read_holder(const db::Row& row) {
    const std::string name = row.as<std::string>(2) + row.as<std::string>(3);
    return {row.as<SignatureId>(0), row.integer(1), base::fold_name(name), row.as<std::string>(4)};
}

// Two at most, by the unique index.
const db::Query<SlotHolder(PetitionId, std::int64_t)> kHolders{R"sql(
    select id, slot, given_name, family_name, postal_code from signature
    where petition_id = $1 and address_hash = $2 and slot is not null
    order by slot
)sql",
                                                               read_holder};

struct Reminder {
    SignatureState state;
    base::EmailAddress email;
    base::Locale locale;
    SignatureId id;
};

const db::Command<Reminder(SignatureId, std::int64_t)> kCountMail{
    "update signature set mails = mails + 1 where id = $1 and mails < $2 returning state, email, locale, id",
    db::columns<Reminder, SignatureState, base::EmailAddress, base::Locale, SignatureId>};

// A pending one whose link has expired makes room for whoever signs with its address now.
const db::Command<SignatureId(PetitionId, std::int64_t, base::Instant, base::Instant)> kWithdrawExpired{
    R"sql(
    update signature set state = 2, withdrawn_at = $4, slot = null
    where petition_id = $1 and address_hash = $2 and state = 0 and slot is not null and signed_at <= $3
    returning id
)sql",
    db::columns<SignatureId, SignatureId>};

const db::Command<void(PetitionId, SignerClass, int, std::int64_t, std::int64_t, std::int64_t)> kStepTally{R"sql(
    insert into signature_tally (petition_id, class, lane, pending, confirmed, withdrawn)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (petition_id, class, lane) do update
    set pending = signature_tally.pending + excluded.pending,
        confirmed = signature_tally.confirmed + excluded.confirmed,
        withdrawn = signature_tally.withdrawn + excluded.withdrawn
)sql"};

// The second person of a shared mailbox moves up, so that slot 1 is only ever taken beside slot 0.
const db::Command<void(PetitionId, std::int64_t)> kMoveUp{R"sql(
    update signature set slot = 0
    where petition_id = $1 and address_hash = $2 and slot = 1
      and not exists (select 1 from signature as first
                      where first.petition_id = $1 and first.address_hash = $2 and first.slot = 0)
)sql"};

// By how much the counts of one petition move.
struct Step {
    std::int64_t pending = 0, confirmed = 0, withdrawn = 0;
};

void step_tally(db::Write& write, PetitionId petition, const Step& step) {
    write.run(kStepTally, petition, SignerClass::individual, write.lane(), step.pending, step.confirmed,
              step.withdrawn);
}

// A sign-on that is about to be inserted, with everything its row needs beside what was typed.
struct NewRow {
    const SignOn* sign_on;
    std::size_t position;  // among the sign-ons
    SignatureId id;
    PetitionId petition;
    TextId text;
    base::Instant signed_at;
    std::int64_t slot = 0;
    std::int64_t mails = 1;
    SignerClass signer_class = SignerClass::individual;
    SignatureState state = SignatureState::pending;
    std::optional<base::Instant> confirmed_at;
};

auto columns_of(const NewRow& row) {
    const SignOn& on = *row.sign_on;
    const Signer& signer = on.signer;
    return std::tie(row.id, row.petition, row.text, row.signer_class, row.state, on.address_hash, row.slot,
                    signer.email, signer.given_name, signer.family_name, signer.country, signer.postal_code,
                    signer.place, signer.comment, on.locale, signer.show_name, signer.consent_mail, row.signed_at,
                    on.network, on.flags, row.mails, row.confirmed_at);
}

// One batch of sign-ons on its way into the database.
class Recorder {
public:
    Recorder(db::Write& write, std::span<const SignOn> sign_ons)
        : write_(write), sign_ons_(sign_ons), outcomes_(sign_ons.size(), SignOutcome::unknown_petition) {}

    std::vector<SignOutcome> run() {
        const std::vector<NewRow> rows = rows_for_open_petitions();
        const auto inserted = insert(rows);
        for (const NewRow& row : rows) {
            if (inserted.contains(row.id))
                note_recorded(row);
            else
                look_again(row);
        }
        mail::queue_all(write_, mails_);
        for (const auto& [petition, step] : steps_) step_tally(write_, petition, step);
        return std::move(outcomes_);
    }

private:
    // Where sign-ons under one address of a page and in one language go.
    struct Target {
        SignOutcome refusal = SignOutcome::unknown_petition;
        std::optional<std::pair<PetitionId, TextId>> open;
    };

    std::vector<NewRow> rows_for_open_petitions() {
        std::vector<NewRow> rows;
        rows.reserve(sign_ons_.size());
        for (std::size_t i = 0; i < sign_ons_.size(); ++i) {
            const Target& target = target_of(sign_ons_[i]);
            outcomes_[i] = target.refusal;
            if (!target.open) continue;
            rows.push_back({&sign_ons_[i], i, write_.new_id<SignatureId>(), target.open->first, target.open->second,
                            write_.now()});
        }
        return rows;
    }

    const Target& target_of(const SignOn& sign_on) {
        const auto [found, is_new] = targets_.try_emplace({sign_on.slug, sign_on.locale});
        if (is_new) found->second = find_target(sign_on);
        return found->second;
    }

    Target find_target(const SignOn& sign_on) {
        const auto petition = find(write_, sign_on.slug);
        if (!petition || petition->stage(write_.now()) == Stage::draft) return {};
        if (petition->stage(write_.now()) == Stage::closed) return {SignOutcome::closed, std::nullopt};
        const auto text = public_text(write_, petition->id, sign_on.locale);
        if (!text) return {};
        return {SignOutcome::repeat, std::pair{petition->id, text->id}};
    }

    std::unordered_set<SignatureId> insert(std::span<const NewRow> rows) {
        const auto ids = write_.run_batch(kInsertSignatures, rows, columns_of);
        return {ids.begin(), ids.end()};
    }

    void note_recorded(const NewRow& row) {
        outcomes_[row.position] = SignOutcome::recorded;
        ++steps_[row.petition].pending;
        mails_.push_back({kConfirmMail, row.sign_on->signer.email, row.sign_on->locale, row.id.value});
    }

    // The address has signed before: a repeat, a second person with the same mailbox, or somebody who did not confirm
    // in time and begins anew. Rare.
    void look_again(NewRow row) {
        withdraw_expired(row);
        const auto holders = write_.all(kHolders, row.petition, row.sign_on->address_hash);
        if (const auto slot = free_slot(holders, row.sign_on->signer)) {
            row.slot = *slot;
            if (!insert({&row, 1}).empty()) return note_recorded(row);
        }
        outcomes_[row.position] = SignOutcome::repeat;
        if (!holders.empty()) remind(same_name_or_first(holders, row.sign_on->signer));
    }

    void withdraw_expired(const NewRow& row) {
        const auto expired = write_.run_all(kWithdrawExpired, row.petition, row.sign_on->address_hash,
                                            write_.now() - kConfirmationPeriod, write_.now());
        if (expired.empty()) return;
        steps_[row.petition].pending -= std::ssize(expired);
        steps_[row.petition].withdrawn += std::ssize(expired);
        write_.run(kMoveUp, row.petition, row.sign_on->address_hash);
    }

    static std::optional<std::int64_t> free_slot(const std::vector<SlotHolder>& holders, const Signer& signer) {
        if (holders.empty()) return 0;
        return holders.size() == 1 ? slot_beside(holders.front(), signer) : std::nullopt;
    }

    static SignatureId same_name_or_first(const std::vector<SlotHolder>& holders, const Signer& signer) {
        const auto same = std::ranges::find(holders, signer.folded_name(), &SlotHolder::folded_name);
        return same == holders.end() ? holders.front().id : same->id;
    }

    void remind(SignatureId signature) {
        const auto reminder = write_.run(kCountMail, signature, kMostMails);
        if (!reminder) return;
        const bool is_pending = reminder->state == SignatureState::pending;
        mails_.push_back(
            {is_pending ? kConfirmMail : kSignedAlreadyMail, reminder->email, reminder->locale, reminder->id.value});
    }

    db::Write& write_;
    std::span<const SignOn> sign_ons_;
    std::vector<SignOutcome> outcomes_;
    std::map<std::pair<std::string_view, base::Locale>, Target> targets_;
    std::map<PetitionId, Step> steps_;
    std::vector<mail::Order> mails_;
};

#define SIGNATURE_COLUMNS                                                                                 \
    "select id, petition_id, text_id, class, state, address_hash, slot, email, given_name, family_name, " \
    "country, postal_code, place, comment, locale, show_name, consent_mail, signed_at, confirmed_at, "    \
    "withdrawn_at, flags, mails from signature "

constexpr auto kReadSignature =
    db::columns<Signature, SignatureId, PetitionId, TextId, SignerClass, SignatureState, std::int64_t,
                std::optional<std::int64_t>, std::string, std::string, std::string, std::string, std::string,
                std::string, std::string, base::Locale, Tick, Tick, base::Instant, std::optional<base::Instant>,
                std::optional<base::Instant>, Flags, std::int64_t>;

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

// From the state that was read: the tally is stepped by it, and another writer may have changed it since.
const db::Command<void(SignatureId, base::Instant, SignatureState)> kWithdraw{
    "update signature set state = 2, withdrawn_at = $2, slot = null where id = $1 and state = $3"};

const db::Command<void(SignatureId)> kErase{R"sql(
    update signature set email = '', given_name = '', family_name = '', postal_code = '', place = '', comment = '',
                         network = '', show_name = 0, consent_mail = 0
    where id = $1
)sql"};

using ShownNameId = base::Id<struct ShownNameTag>;
const db::Command<void(ShownNameId, PetitionId, SignatureId, std::string, std::string, base::Instant)> kShowName{
    "insert into shown_name (id, petition_id, signature_id, name, place, confirmed_at) "
    "values ($1, $2, $3, $4, $5, $6)"};

const db::Command<void(SignatureId)> kHideName{"delete from shown_name where signature_id = $1"};

const db::Query<ShownName(PetitionId, std::int64_t)> kLatestNames{
    "select name, place, confirmed_at from shown_name where petition_id = $1 order by id desc limit $2",
    db::columns<ShownName, std::string, std::string, base::Instant>};

constexpr auto kReadCount = db::columns<Count, PetitionId, SignerClass, std::int64_t, std::int64_t, std::int64_t>;

const db::Query<Count()> kTally{R"sql(
    select petition_id, class, sum(pending), sum(confirmed), sum(withdrawn) from signature_tally
    group by petition_id, class order by petition_id, class
)sql",
                                kReadCount};

const db::Query<Count()> kRecount{R"sql(
    select petition_id, class, count(*) filter (where state = 0), count(*) filter (where state = 1),
           count(*) filter (where state = 2)
    from signature group by petition_id, class order by petition_id, class
)sql",
                                  kReadCount};

#undef SIGNATURE_COLUMNS

constexpr std::size_t kNamesKept = 50;  // of one load: more would never be shown
constexpr SignatureId kNewerThanAll{INT64_MAX};

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

std::vector<SignOutcome> record_all(db::Write& write, std::span<const SignOn> sign_ons) {
    return Recorder{write, sign_ons}.run();
}

void load(db::Write& write, const LoadTarget& target, std::span<const LoadedSignature> signatures) {
    std::vector<NewRow> rows;
    Step step;
    for (const LoadedSignature& loaded : signatures) {
        NewRow row{&loaded.sign_on, rows.size(), write.new_id<SignatureId>(),
                   target.petition, target.text, loaded.signed_at};
        row.mails = 0;
        row.confirmed_at = loaded.confirmed_at;
        row.state = loaded.confirmed_at ? SignatureState::confirmed : SignatureState::pending;
        ++(loaded.confirmed_at ? step.confirmed : step.pending);
        rows.push_back(row);
    }
    write.run_batch(kInsertSignatures, rows, columns_of);
    step_tally(write, target.petition, step);
    const std::size_t first_shown = rows.size() > kNamesKept ? rows.size() - kNamesKept : 0;
    for (const NewRow& row : std::span{rows}.subspan(first_shown)) {
        const Signer& signer = row.sign_on->signer;
        if (!row.confirmed_at || signer.show_name == Tick::no) continue;
        write.run(kShowName, write.new_id<ShownNameId>(), target.petition, row.id, signer.shown_name(), signer.place,
                  *row.confirmed_at);
    }
}

std::optional<Signature> find_signature(db::Read& read, SignatureId id) { return read.one(kFindSignature, id); }

Changed confirm(db::Write& write, const Signature& signature) {
    if (write.run(kConfirm, signature.id, write.now()) == 0) return Changed::no;
    step_tally(write, signature.petition, {.pending = -1, .confirmed = 1});
    if (signature.show_name == Tick::yes)
        write.run(kShowName, write.new_id<ShownNameId>(), signature.petition, signature.id, signature.shown_name(),
                  signature.place, write.now());
    return Changed::yes;
}

Changed withdraw(db::Write& write, const Signature& signature) {
    if (signature.state == SignatureState::withdrawn) return Changed::no;
    if (write.run(kWithdraw, signature.id, write.now(), signature.state) == 0) return Changed::no;
    const bool was_confirmed = signature.state == SignatureState::confirmed;
    step_tally(write, signature.petition,
               {.pending = was_confirmed ? 0 : -1, .confirmed = was_confirmed ? -1 : 0, .withdrawn = 1});
    write.run(kHideName, signature.id);
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

std::vector<Count> tally(db::Read& read) { return read.all(kTally); }

std::vector<Count> recount(db::Read& read) { return read.all(kRecount); }

std::vector<ShownName> latest_names(db::Read& read, PetitionId petition, std::int64_t limit) {
    return read.all(kLatestNames, petition, limit);
}

}  // namespace petitions::store
