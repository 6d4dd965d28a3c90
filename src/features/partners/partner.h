// features/partners/partner.h - organisations on whose websites the sign-on form stands: what may be one, and the
// addresses that may frame the form. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "ports/partners.h"

namespace partners {

using PartnerId = base::Id<struct PartnerTag>;
using ConsentRowId = base::Id<struct PartnerConsentTag>;
using ports::PartnerWordingId;

// The line by which people agree to be passed on, in both languages. Both empty: nothing is asked.
struct Line {
    std::string english, french;

    bool empty() const { return english.empty() && french.empty(); }
    const std::string& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    bool operator==(const Line&) const = default;
};

// The newest version of a partner's line.
struct Wording {
    PartnerWordingId id;
    std::int64_t version;  // 1, 2, ...
    Line line;
    base::Instant written_at;
};

struct Partner {
    PartnerId id;
    std::string code;
    std::string name_en, name_fr;
    std::string origins;  // as read_origins() writes them
    base::Instant created_at;
    std::optional<base::Instant> paused_at;

    const std::string& name(base::Locale locale) const { return locale == base::Locale::english ? name_en : name_fr; }
};

// As typed by staff.
struct PartnerForm {
    std::string code, name_en, name_fr;
    std::string origins;  // one a line
    std::string line_en, line_fr;
};

// The same, checked and tidied; only accept() makes one.
struct PartnerWords {
    std::string code;
    std::string name_en, name_fr;  // 1..120 characters each
    std::string origins;           // one blank between them; may be empty
    Line line;                     // both languages or none, 300 characters each at most
};

// Everything that is wrong, in the order of the form. code: 1..40 of a-z, 0-9 and hyphens.
base::Result<PartnerWords, base::Problems> accept(const PartnerForm& form);

// "https://example.org" of "HTTPS://Example.org/"; "https://*.example.org" for all below it; with a port where one is
// given. Plain http only for this machine (localhost, 127.0.0.1), to try things out. nullopt for anything else: these
// texts go into a header, where a blank, a comma or a semicolon would mean more than an address.
std::optional<std::string> read_origin(std::string_view typed);

inline constexpr std::size_t kMostOrigins = 20;

// The first version, or a changed line.
bool is_new_version(const std::optional<Wording>& stored, const Line& line);

}  // namespace partners
