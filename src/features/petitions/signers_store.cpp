#include "features/petitions/signers_store.h"

#include "features/petitions/count_change.h"

namespace petitions::store {
namespace {

ports::CountChange read_change(const db::Row& row) {
    const auto at = row.as<base::Instant>(3);
    return {.petition = row.as<PetitionId>(1),
            .signer_class = row.as<SignerClass>(2),
            .signature = row.as<SignatureId>(0),
            .step = ports::CountStep::confirmed,
            .at = at,
            .first_counted_at = at,
            .region = region_of(row.as<std::string>(4), row.as<std::string>(5))};
}

const db::Query<ports::CountChange(PetitionId, SignatureId, std::int64_t)> kCounted{
    "select id, petition_id, class, coalesce(confirmed_at, signed_at), country, postal_code from signature "
    "where petition_id = $1 and id > $2 and state = 1 order by id limit $3",
    read_change};

const db::Query<ports::TextCount(PetitionId)> kCountedByText{
    "select text_id, count(*) from signature where petition_id = $1 and class = 0 and state = 1 "
    "group by text_id order by text_id",
    db::columns<ports::TextCount, TextId, std::int64_t>};

const db::Command<Addressee(SignatureId, std::int64_t)> kCountMail{
    "update signature set mails = mails + 1 where id = $1 and state = 1 and mails < $2 returning email, locale",
    db::columns<Addressee, std::string, base::Locale>};

const db::Query<SignatureId(PetitionId, SignatureId, base::Instant, base::Instant, base::Instant, base::Instant,
                            std::int64_t, std::int64_t)>
    kListed{
        R"(select id from signature where petition_id = $1 and id > $2 and state = 1 and class = 0
               and signed_at > $3 and signed_at < $4 and coalesce(confirmed_at, signed_at) > $5
               and coalesce(confirmed_at, signed_at) < $6
           order by id limit $7 offset $8)",
        db::columns<SignatureId, SignatureId>};

}  // namespace

std::vector<SignatureId> listed(db::Read& read, const ports::SignatureListing& listing) {
    const auto& spans = listing.spans;
    return read.all(kListed, listing.petition, listing.after, spans.created_after, spans.created_before,
                    spans.changed_after, spans.changed_before, listing.limit, listing.skipped);
}

std::vector<ports::CountChange> counted(db::Read& read, const ports::SignaturePage& page) {
    return read.all(kCounted, page.petition, page.after, page.limit);
}

std::vector<ports::TextCount> counted_by_text(db::Read& read, PetitionId petition) {
    return read.all(kCountedByText, petition);
}

std::optional<Addressee> count_mail(db::Write& write, SignatureId signature) {
    return write.run(kCountMail, signature, kMostMails);
}

}  // namespace petitions::store
