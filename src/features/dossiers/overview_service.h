// features/dossiers/overview_service.h - all representatives whom a member of staff may see, a row each: what was asked
// and what came of it. For the table, the map and the file for spreadsheets.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/dossiers/dossier_service.h"
#include "platform/http/request.h"

namespace dossiers {

// How far it has come with one of them: what a tile of the map shows. In this order.
enum class Progress : unsigned char { not_asked, asked, answered, promised, broken };
inline constexpr std::array kProgress{Progress::not_asked, Progress::asked, Progress::answered, Progress::promised,
                                      Progress::broken};
std::string_view name_of(Progress progress);  // "not_asked", "asked", "answered", "promised", "broken"
std::optional<Progress> progress_of(std::string_view name);
base::Message label_of(Progress progress);

struct Row {
    Representative who;
    std::int64_t asked = 0, delivered = 0, bounced = 0, answered = 0, unread = 0;
    std::int64_t promises_open = 0, promises_kept = 0, promises_broken = 0;
    std::int64_t meetings = 0;
    std::string last_met_on{};  // "2026-11-03"; "" for never
    std::string next_due_on{};  // of what is to be done; "" for nothing

    std::int64_t promises() const { return promises_open + promises_kept + promises_broken; }
    Progress progress() const;
};

// The columns by which the table can be sorted.
enum class SortBy : unsigned char {
    place,
    name,
    party,
    province,
    asked,
    delivered,
    bounced,
    answered,
    promises,
    met,
    due
};
std::string_view name_of(SortBy column);
std::optional<SortBy> sort_by_of(std::string_view name);
enum class Direction : unsigned char { up, down };

struct Filter {
    std::string words{};  // in the name or the place, whatever their case and accents
    std::optional<people::Office> office{};
    std::optional<people::Province> province{};
    std::string party{};  // whole
    std::optional<Progress> progress{};
    SortBy sort = SortBy::place;
    Direction direction = Direction::up;
};
// What stands in the query of an address; unknown values are as good as none.
Filter filter_in(const http::Fields& query);
// "?province=ON&sort=asked&order=down", in this order; "" for the usual list.
std::string query_of(const Filter& filter);

// Every one in office whom they may see, in the order of the port; unfiltered.
std::vector<Row> all_rows(const Services& services, db::Read& read, const Deed& deed, base::Locale locale);

// Those that meet the filter, sorted as it says; equal ones by place and name, as this language sorts.
std::vector<Row> chosen(std::vector<Row> rows, const Filter& filter, base::Locale locale);

}  // namespace dossiers
