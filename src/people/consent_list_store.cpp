#include "people/consent_list.h"

namespace people {
namespace {

const db::Query<ListedWording()> kWordings{
    "select wording_key, locale, words, version, first_used_at from consent_wording order by wording_key, locale, "
    "version desc",
    [](const db::Row& row) {
        return ListedWording{
            {row.as<std::string>(0), row.as<base::Locale>(1), row.as<std::string>(2), row.as<std::int64_t>(3)},
            row.as<base::Instant>(4)};
    }};

// The bounds keep to the part of the table that the index mail_standing_implied holds.
const db::Query<EndingConsent(base::Instant, base::Instant)> kEnding{
    R"(select person_id, allowed_until from mail_standing
       where allowed_until > 0 and allowed_until < 9223372036854775807 and allowed_until >= $1 and allowed_until < $2
       order by allowed_until, person_id)",
    db::columns<EndingConsent, PersonId, base::Instant>};

}  // namespace

std::vector<ListedWording> wordings(db::Read& read) { return read.all(kWordings); }

std::vector<EndingConsent> ending_consents(db::Read& read, const EndingSpan& span) {
    return read.all(kEnding, span.from, span.until);
}

}  // namespace people
