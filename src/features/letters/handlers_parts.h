// features/letters/handlers_parts.h - what the handlers of this slice share. Included by them only.
#pragma once
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/letters/handlers.h"
#include "features/letters/pages.h"
#include "features/letters/services.h"
#include "people/store.h"
#include "ports/sender.h"

namespace letters {

inline int accent_of(db::Read& read, base::LevelId level) {
    const auto found = people::find_level(read, level);
    return found ? found->accent : 1;
}

// Whom people write to about a letter of theirs.
inline const std::string& contact_of(const Services& services) {
    const auto& mail = services.config.mail;
    return mail.reply_to.empty() ? mail.from_address : mail.reply_to;
}

// The place as typed: postal code, and the riding that was chosen of each house.
inline LetterForm place_typed(const http::Fields& fields) {
    LetterForm form;
    form.postal_code = base::collapse_spaces(fields.text("postal_code"));
    if (const auto code = people::PostalCode::parse(form.postal_code)) form.postal_code = code->text();
    for (const auto house :
         {ports::RidingHouse::federal, ports::RidingHouse::provincial, ports::RidingHouse::municipal})
        form.ridings[static_cast<std::size_t>(house)] = fields.text(name_of(house));
    return form;
}

inline base::Problems closed_problem() {
    return {{"", base::message("This campaign takes no letters at the moment.")}};
}

inline std::string call_path(const CallReport& report) {
    std::string code = report.postal_code;
    std::erase(code, ' ');
    std::string path = fmt::format("{}/call?postal_code={}", pages::campaign_path(report.locale, report.slug), code);
    for (const auto house :
         {ports::RidingHouse::federal, ports::RidingHouse::provincial, ports::RidingHouse::municipal})
        if (const auto id = base::id_from<ports::RidingId>(report.ridings[static_cast<std::size_t>(house)]))
            path += fmt::format("&{}={}", name_of(house), id->value);
    return path;
}

struct Handlers::Found {
    Campaign campaign;
    Stage stage;
};

struct Handlers::Traced {
    PersonPlace place;
    Recipients recipients;
};

}  // namespace letters
