#include "features/endorsements/store.h"

#include <tuple>

#include "features/endorsements/document_store.h"
#include "platform/auth/audit.h"

namespace endorsements::store {
namespace {

using ports::PetitionTextId;
using Number = std::optional<std::int64_t>;

std::optional<Votes> votes_of(const Number& in_favour, const Number& against, const Number& abstained) {
    if (!in_favour) return std::nullopt;
    return Votes{*in_favour, against.value_or(0), abstained.value_or(0)};
}

// In the order of kColumns, from the name to the role of the signatory.
Statement read_statement(const db::Row& row) {
    return {.signer_class = row.as<SignerClass>(3),
            .name = row.as<std::string>(5),
            .office = people::office_of(row.as<std::string>(6)).value_or(Office::none),
            .place = row.as<std::string>(7),
            .party = row.as<std::string>(9),
            .website = row.as<std::string>(10),
            .region = people::province_of(row.as<std::string>(8)).value_or(people::Province::on),
            .members = row.as<Number>(11),
            .act = row.as<Act>(12),
            .act_date = row.as<std::string>(13),
            .votes = votes_of(row.as<Number>(14), row.as<Number>(15), row.as<Number>(16)),
            .document_url = row.as<std::string>(17),
            .statement = row.as<std::string>(18),
            .signatory_name = row.as<std::string>(19),
            .signatory_role = row.as<std::string>(20)};
}

Endorsement read_endorsement(const db::Row& row) {
    return {.id = row.as<EndorsementId>(0),
            .petition = row.as<PetitionId>(1),
            .text = row.as<PetitionTextId>(2),
            .state = row.as<State>(4),
            .statement = read_statement(row),
            .email = row.as<std::string>(21),
            .address_hash = row.integer(22),
            .locale = row.as<base::Locale>(23),
            .submitted_at = row.as<base::Instant>(24),
            .confirmed_at = row.as<std::optional<base::Instant>>(25),
            .counted_at = row.as<std::optional<base::Instant>>(26),
            .decided_at = row.as<std::optional<base::Instant>>(27),
            .decided_by = row.as<std::string>(28),
            .reason_en = row.as<std::string>(29),
            .reason_fr = row.as<std::string>(30)};
}

// What is stated at once, and what is decided later.
#define STATED                                                                                                      \
    "id, petition_id, text_id, class, state, name, office, place, region, party, website, members, act, act_date, " \
    "votes_for, votes_against, abstentions, document_url, statement, signatory_name, signatory_role, email, "       \
    "address_hash, locale, submitted_at"
#define COLUMNS STATED ", confirmed_at, counted_at, decided_at, decided_by, reason_en, reason_fr "

const db::Query<Endorsement(EndorsementId)> kFind{"select " COLUMNS "from endorsement where id = $1", read_endorsement};

const db::Query<Endorsement(PetitionId, State)> kOfState{
    "select " COLUMNS "from endorsement where petition_id = $1 and state = $2 order by class, id desc",
    read_endorsement};

const db::Query<Endorsement(PetitionId)> kAll{
    "select " COLUMNS "from endorsement where petition_id = $1 order by id desc", read_endorsement};

// state -1: of all states.
const db::Query<Endorsement(PetitionId, std::int64_t, EndorsementId, std::int64_t)> kPage{
    "select " COLUMNS
    "from endorsement where petition_id = $1 and ($2 = -1 or state = $2) and id < $3 order by id desc limit $4",
    read_endorsement};

const db::Query<Endorsement(std::int64_t)> kOfAddress{
    "select " COLUMNS "from endorsement where address_hash = $1 order by id", read_endorsement};

const db::BatchCommand<void(EndorsementId, PetitionId, PetitionTextId, SignerClass, State, std::string,
                            std::string_view, std::string, std::string_view, std::string, std::string, Number, Act,
                            std::string, Number, Number, Number, std::string, std::string, std::string, std::string,
                            base::EmailAddress, std::int64_t, base::Locale, base::Instant)>
    kInsert{"insert into endorsement (" STATED R"sql()
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25)
)sql"};

#undef COLUMNS
#undef STATED

const db::Query<EndorsementId(PetitionId, SignerClass, std::int64_t)> kStanding{
    R"sql(
    select id from endorsement
    where address_hash = $3 and petition_id = $1 and class = $2 and state in (0, 1, 2, 5)
    order by id limit 1
)sql",
    [](const db::Row& row) { return row.as<EndorsementId>(0); }};

using ClassCount = std::pair<SignerClass, std::int64_t>;
const db::Query<ClassCount(PetitionId)> kCounts{
    "select class, count(*) from endorsement where petition_id = $1 and state = 2 group by class order by class",
    db::columns<ClassCount, SignerClass, std::int64_t>};

using PetitionCount = std::pair<PetitionId, std::int64_t>;
const db::Query<PetitionCount()> kWaiting{
    "select petition_id, count(*) from endorsement where state = 1 group by petition_id order by petition_id",
    db::columns<PetitionCount, PetitionId, std::int64_t>};

const db::Command<void(EndorsementId, base::Instant)> kConfirm{
    "update endorsement set state = 1, confirmed_at = $2 where id = $1 and state = 0"};

// From the state that was read: the count is stepped by it, and somebody else may have decided since.
const db::Command<void(EndorsementId, State)> kWithdraw{
    "update endorsement set state = 4 where id = $1 and state = $2 and state in (0, 1, 2)"};

const db::Command<void(EndorsementId, State, State, base::Instant, std::string, std::string, std::string)> kDecide{
    R"sql(
    update endorsement set state = $3, decided_at = $4, decided_by = $5, reason_en = $6, reason_fr = $7,
                           counted_at = case when $3 = 2 then coalesce(counted_at, $4) else counted_at end
    where id = $1 and state = $2
)sql"};

const db::Command<void(EndorsementId, std::int64_t)> kCountMail{
    "update endorsement set mails = mails + 1 where id = $1 and mails < $2"};

const db::Command<void(EndorsementId)> kErase{R"sql(
    update endorsement set name = '', office = '', place = '', party = '', website = '', members = null,
                           document_url = '', statement = '', signatory_name = '', signatory_role = '', email = '',
                           address_hash = 0, act_date = '', votes_for = null, votes_against = null, abstentions = null
    where id = $1
)sql"};

Changed changed(std::int64_t rows) { return rows == 0 ? Changed::no : Changed::yes; }

}  // namespace

std::optional<EndorsementId> insert(db::Write& write, const Where& where, const Submission& submission) {
    const Statement& said = submission.statement;
    if (standing(write, where, said.signer_class)) return std::nullopt;
    const auto id = write.new_id<EndorsementId>();
    const auto state = State::unconfirmed;
    const auto office = name_of(said.office), region = people::code(said.region);
    const Number in_favour = said.votes ? Number{said.votes->in_favour} : std::nullopt;
    const Number against = said.votes ? Number{said.votes->against} : std::nullopt;
    const Number abstained = said.votes ? Number{said.votes->abstained} : std::nullopt;
    const auto now = write.now();
    write.run_batch(kInsert, std::span{&submission, 1}, [&](const Submission& row) {
        return std::tie(id, where.petition, where.text, said.signer_class, state, said.name, office, said.place, region,
                        said.party, said.website, said.members, said.act, said.act_date, in_favour, against, abstained,
                        said.document_url, said.statement, said.signatory_name, said.signatory_role, row.email,
                        where.address_hash, where.locale, now);
    });
    return id;
}

std::optional<EndorsementId> standing(db::Read& read, const Where& where, SignerClass signer_class) {
    return read.one(kStanding, where.petition, signer_class, where.address_hash);
}

std::optional<Endorsement> find(db::Read& read, EndorsementId id) { return read.one(kFind, id); }

std::vector<Endorsement> of_state(db::Read& read, PetitionId petition, State state) {
    return read.all(kOfState, petition, state);
}

std::vector<Endorsement> all(db::Read& read, PetitionId petition) { return read.all(kAll, petition); }

std::vector<Endorsement> page(db::Read& read, const StaffPage& page) {
    const std::int64_t state = page.state ? static_cast<std::int64_t>(*page.state) : -1;
    return read.all(kPage, page.petition, state, page.before.value_or(EndorsementId{INT64_MAX}), page.limit);
}

std::vector<Endorsement> of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}

std::map<SignerClass, std::int64_t> counts(db::Read& read, PetitionId petition) {
    const auto rows = read.all(kCounts, petition);
    return {rows.begin(), rows.end()};
}

std::map<PetitionId, std::int64_t> waiting(db::Read& read) {
    const auto rows = read.all(kWaiting);
    return {rows.begin(), rows.end()};
}

Changed count_mail(db::Write& write, EndorsementId id) { return changed(write.run(kCountMail, id, kMostMails)); }

Changed confirm(db::Write& write, EndorsementId id) { return changed(write.run(kConfirm, id, write.now())); }

Changed withdraw(db::Write& write, const Endorsement& endorsement) {
    return changed(write.run(kWithdraw, endorsement.id, endorsement.state));
}

Changed decide(db::Write& write, EndorsementId id, const Decided& decided) {
    return changed(write.run(kDecide, id, decided.before, decided.after, write.now(), decided.by, decided.reason_en,
                             decided.reason_fr));
}

Changed erase(db::Write& write, const Endorsement& endorsement) {
    const Changed withdrawn = withdraw(write, endorsement);
    remove_document(write, endorsement.id);
    write.run(kErase, endorsement.id);
    auth::forget(write, {"endorsement", endorsement.id.value});
    return withdrawn;
}

}  // namespace endorsements::store
