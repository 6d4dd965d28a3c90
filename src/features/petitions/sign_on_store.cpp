#include "features/petitions/sign_on_store.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/text.h"
#include "features/petitions/count_change.h"
#include "features/petitions/count_store.h"
#include "features/petitions/mail_kinds.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/store.h"
#include "platform/mail/outbox.h"

namespace petitions::store {
namespace {

using Tick = SignatureForm::Tick;

const db::BatchCommand<SignatureId(SignatureId, PetitionId, TextId, SignerClass, SignatureState, std::int64_t,
                                   std::int64_t, base::EmailAddress, std::string, std::string, std::string, std::string,
                                   std::string, std::string, base::Locale, Tick, Tick, base::Instant, std::string,
                                   std::int64_t, std::int64_t, std::optional<base::Instant>, std::int64_t, std::string,
                                   std::optional<ports::PartnerWordingId>)>
    kInsertSignatures{R"sql(
    insert into signature (id, petition_id, text_id, class, state, address_hash, slot, email, given_name,
                           family_name, country, postal_code, place, comment, locale, show_name, consent_mail,
                           signed_at, network, reasons, mails, confirmed_at, score, source, partner_wording)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25)
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

const char* reminder_kind(SignatureState state) {
    if (state == SignatureState::pending) return kConfirmMail;
    return state == SignatureState::invalidated ? kInvalidatedMail : kSignedAlreadyMail;
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
                    on.network, on.reasons, row.mails, row.confirmed_at, on.score, on.source, on.partner_wording);
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
        for (const auto& [petition, recorded] : recorded_) step_tally(write_, petition, {.pending = recorded});
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
        ++recorded_[row.petition];
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
        for (const Signature& before : of_address(write_, row.petition, row.sign_on->address_hash))
            if (confirmation_of(before, {OwnLink::renewed, write_.now()}) == Confirmation::expired)
                withdraw(write_, before);
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
        mails_.push_back({reminder_kind(reminder->state), reminder->email, reminder->locale, reminder->id.value});
    }

    db::Write& write_;
    std::span<const SignOn> sign_ons_;
    std::vector<SignOutcome> outcomes_;
    std::map<std::pair<std::string_view, base::Locale>, Target> targets_;
    std::map<PetitionId, std::int64_t> recorded_;
    std::vector<mail::Order> mails_;
};

ports::CountChange change_of_loaded(const LoadedSignature& loaded, const NewRow& row) {
    const Signer& signer = loaded.sign_on.signer;
    return {.petition = row.petition,
            .signer_class = row.signer_class,
            .signature = row.id,
            .step = ports::CountStep::confirmed,
            .at = *loaded.confirmed_at,
            .first_counted_at = *loaded.confirmed_at,
            .region = region_of(signer.country, signer.postal_code),
            .source = loaded.sign_on.source};
}

constexpr std::size_t kNamesKept = 50;  // of one load: more would never be shown

}  // namespace

std::vector<SignOutcome> record_all(db::Write& write, std::span<const SignOn> sign_ons) {
    return Recorder{write, sign_ons}.run();
}

std::vector<ports::CountChange> load(db::Write& write, PetitionId petition,
                                     std::span<const LoadedSignature> signatures) {
    std::vector<NewRow> rows;
    std::vector<ports::CountChange> changes;
    Step step;
    for (const LoadedSignature& loaded : signatures) {
        NewRow row{&loaded.sign_on, rows.size(), write.new_id<SignatureId>(), petition, loaded.text, loaded.signed_at};
        row.mails = 0;
        row.confirmed_at = loaded.confirmed_at;
        row.state = loaded.confirmed_at ? SignatureState::confirmed : SignatureState::pending;
        ++(loaded.confirmed_at ? step.confirmed : step.pending);
        if (loaded.confirmed_at) changes.push_back(change_of_loaded(loaded, row));
        rows.push_back(row);
    }
    write.run_batch(kInsertSignatures, rows, columns_of);
    step_tally(write, petition, step);
    const std::size_t first_shown = rows.size() > kNamesKept ? rows.size() - kNamesKept : 0;
    for (const NewRow& row : std::span{rows}.subspan(first_shown)) {
        const Signer& signer = row.sign_on->signer;
        if (!row.confirmed_at || signer.show_name == Tick::no) continue;
        show_name(write, petition, row.id, {signer.shown_name(), signer.place, *row.confirmed_at});
    }
    return changes;
}

}  // namespace petitions::store
