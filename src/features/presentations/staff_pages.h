// features/presentations/staff_pages.h - what coordinators see of presentations. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/presentations/offer_store.h"
#include "features/presentations/presentation.h"
#include "features/presentations/report_store.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/pictures.h"
#include "ports/staff_pages.h"

namespace presentations::staff_pages {

struct Row {
    Presentation presentation;
    std::string champion;  // "" while there is none
    std::string level;
};
struct List {
    std::vector<Row> rows;  // newest first
    std::optional<State> state{};
    std::optional<PresentationId> older{};  // where the next page begins
    bool is_newest = true;                  // the first page
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

struct NamedOffer {
    Offer offer;
    std::string champion;
};
// Somebody who could hold it, for the menu: with the reason, or without for those who were asked or are not free.
struct Choosable {
    ChampionId champion;
    std::string name;
    std::optional<Reasons> reasons{};
};
struct Show {
    const Presentation& presentation;
    std::string champion, level;
    std::string wanted;  // whom the host named; ""
    std::vector<base::Instant> dates;
    std::vector<NamedOffer> offers;
    std::vector<Notice> notices;
    std::vector<Choosable> choosable;
    std::optional<StoredReport> report{};
    std::optional<ports::Picture> picture{};
    std::vector<ListName> names;
    std::optional<Feedback> feedback{};
    std::string typed_champion, typed_start, typed_reason;
    base::Instant now;
    const base::Problems& problems;
};
html::SafeHtml show(const i18n::Translator& t, const Show& view);

// Totals of the levels that they may see, and who coordinates them.
struct LevelRow {
    people::Level level;
    store::Totals totals;
    std::string coordinator;    // their address, as typed or stored
    std::string calendar_path;  // the feed
};
struct Totals {
    std::vector<LevelRow> levels;
    const base::Problems& problems;
};
html::SafeHtml totals(const i18n::Translator& t, const Totals& view);

}  // namespace presentations::staff_pages
