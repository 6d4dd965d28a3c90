// features/petition_record/section_cache_service.h - the section of a petition's page as it was drawn last, so that a
// page that everybody looks at does not read and draw the same chart again and again.
#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <utility>

#include "base/instant.h"
#include "base/locale.h"
#include "platform/html/template.h"
#include "ports/petition_terms.h"

namespace petition_record {

inline constexpr base::Duration kDrawnFor = base::seconds(10);

class SectionCache {
public:
    struct Wanted {
        ports::PetitionId petition;
        base::Locale locale;
        base::Instant now;
    };

    // What was drawn for this petition and language less than kDrawnFor ago, else what draw() gives now. Two who ask at
    // once may both draw.
    html::SafeHtml section(const Wanted& wanted, const std::function<html::SafeHtml()>& draw);

private:
    struct Drawn {
        base::Instant at;
        html::SafeHtml section;
    };
    std::mutex mutex_;
    std::map<std::pair<ports::PetitionId, base::Locale>, Drawn> drawn_;
};

}  // namespace petition_record
