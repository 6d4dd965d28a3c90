// ports/section_cache.h - a section of a petition's page as it was drawn last, so that a page that everybody looks at
// does not read and draw the same chart, or a list of thousands, again and again.
#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <utility>

#include "base/instant.h"
#include "base/locale.h"
#include "platform/html/template.h"
#include "ports/petition_terms.h"

namespace ports {

class SectionCache {
public:
    explicit SectionCache(base::Duration drawn_for) : drawn_for_(drawn_for) {}

    struct Wanted {
        PetitionId petition;
        base::Locale locale;
        base::Instant now;
    };

    // What was drawn for this petition and language less than drawn_for ago, else what draw() gives now. Two who ask at
    // once may both draw.
    html::SafeHtml section(const Wanted& wanted, const std::function<html::SafeHtml()>& draw);

private:
    struct Drawn {
        base::Instant at;
        html::SafeHtml section;
    };
    base::Duration drawn_for_;
    std::mutex mutex_;
    std::map<std::pair<PetitionId, base::Locale>, Drawn> drawn_;
};

}  // namespace ports
