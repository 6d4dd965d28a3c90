#include "features/dossiers/overview_service.h"

#include <algorithm>

#include "base/text.h"
#include "features/dossiers/answer_store.h"
#include "features/dossiers/record_store.h"
#include "people/store.h"
#include "platform/http/percent.h"
#include "platform/i18n/translator.h"

namespace dossiers {
namespace {

constexpr std::array<std::string_view, 5> kProgressNames{"not_asked", "asked", "answered", "promised", "broken"};
constexpr std::array<std::string_view, 11> kSortNames{
    "place", "name", "party", "province", "asked", "delivered", "bounced", "answered", "promises", "met", "due"};

using Rows = std::map<RepresentativeId, Row*>;

void add_counts(const Services& services, db::Read& read, const Rows& rows) {
    const auto row_of = [&](RepresentativeId id) {
        const auto found = rows.find(id);
        return found == rows.end() ? nullptr : found->second;
    };
    if (services.letters.sums)
        for (const auto& each : services.letters.sums(read))
            if (auto* row = row_of(each.representative))
                row->asked = each.asked, row->delivered = each.delivered, row->bounced = each.bounced;
    for (const auto& each : store::answer_counts(read))
        if (auto* row = row_of(each.representative)) {
            if (counts(each.kind, each.way)) row->answered += each.count;
            if (each.kind == AnswerKind::unread) row->unread += each.count;
        }
    for (const auto& each : store::promise_counts(read))
        if (auto* row = row_of(each.representative)) {
            if (each.state == PromiseState::open) row->promises_open += each.count;
            if (each.state == PromiseState::kept) row->promises_kept += each.count;
            if (each.state == PromiseState::broken) row->promises_broken += each.count;
        }
    for (auto& each : store::meeting_sums(read))
        if (auto* row = row_of(each.representative)) row->meetings = each.meetings, row->last_met_on = each.last_on;
    for (auto& each : store::follow_up_sums(read))
        if (auto* row = row_of(each.representative)) row->next_due_on = each.first_due_on;
}

bool meets(const Row& row, const Filter& filter, const std::string& folded) {
    if (filter.office && row.who.office != *filter.office) return false;
    if (filter.province && row.who.province != filter.province) return false;
    if (!filter.party.empty() && row.who.party != filter.party) return false;
    if (filter.progress && row.progress() != *filter.progress) return false;
    return folded.empty() || base::fold_name(row.who.name).contains(folded) ||
           base::fold_name(row.who.place).contains(folded);
}

// What a row is sorted by: a text, or a number; days sort as texts.
struct SortKey {
    std::string text;
    std::int64_t number = 0;
};
SortKey key_of(const Row& row, SortBy column) {
    switch (column) {
        case SortBy::place:
            return {row.who.place};
        case SortBy::name:
            return {row.who.name};
        case SortBy::party:
            return {row.who.party};
        case SortBy::province:
            return {row.who.province ? std::string{people::code(*row.who.province)} : ""};
        case SortBy::asked:
            return {"", row.asked};
        case SortBy::delivered:
            return {"", row.delivered};
        case SortBy::bounced:
            return {"", row.bounced};
        case SortBy::answered:
            return {"", row.answered};
        case SortBy::promises:
            return {"", row.promises()};
        case SortBy::met:
            return {row.last_met_on};
        case SortBy::due:
            return {row.next_due_on};
    }
    return {};
}

void add_pair(std::string& query, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query += query.empty() ? '?' : '&';
    query.append(name).append("=").append(http::percent_encode(value));
}

}  // namespace

std::string_view name_of(Progress progress) { return kProgressNames[static_cast<std::size_t>(progress)]; }
std::optional<Progress> progress_of(std::string_view name) {
    const auto found = std::ranges::find(kProgressNames, name);
    if (found == kProgressNames.end()) return std::nullopt;
    return static_cast<Progress>(found - kProgressNames.begin());
}
base::Message label_of(Progress progress) {
    switch (progress) {
        case Progress::not_asked:
            return base::message("Not asked yet");
        case Progress::asked:
            return base::message("Asked, no answer yet");
        case Progress::answered:
            return base::message("Answered");
        case Progress::promised:
            return base::message("Made a promise");
        case Progress::broken:
            return base::message("Broke a promise");
    }
    return base::message("Not asked yet");
}

std::string_view name_of(SortBy column) { return kSortNames[static_cast<std::size_t>(column)]; }
std::optional<SortBy> sort_by_of(std::string_view name) {
    const auto found = std::ranges::find(kSortNames, name);
    if (found == kSortNames.end()) return std::nullopt;
    return static_cast<SortBy>(found - kSortNames.begin());
}

Progress Row::progress() const {
    if (promises_broken > 0) return Progress::broken;
    if (promises() > 0) return Progress::promised;
    if (answered > 0) return Progress::answered;
    return asked > 0 ? Progress::asked : Progress::not_asked;
}

Filter filter_in(const http::Fields& query) {
    return {.words = base::collapse_spaces(query.view("words")),
            .office = people::office_of(query.view("office")),
            .province = people::province_of(query.view("province")),
            .party = query.text("party"),
            .progress = progress_of(query.view("progress")),
            .sort = sort_by_of(query.view("sort")).value_or(SortBy::place),
            .direction = query.view("order") == "down" ? Direction::down : Direction::up};
}

std::string query_of(const Filter& filter) {
    std::string query;
    add_pair(query, "words", filter.words);
    if (filter.office) add_pair(query, "office", people::name_of(*filter.office));
    if (filter.province) add_pair(query, "province", people::code(*filter.province));
    add_pair(query, "party", filter.party);
    if (filter.progress) add_pair(query, "progress", name_of(*filter.progress));
    if (filter.sort != SortBy::place) add_pair(query, "sort", name_of(filter.sort));
    if (filter.direction == Direction::down) add_pair(query, "order", "down");
    return query;
}

std::vector<Row> all_rows(const Services& services, db::Read& read, const Deed& deed, base::Locale locale) {
    std::vector<Row> rows;
    if (!services.representatives.where) return rows;
    const auto levels = people::levels(read);
    for (auto& each : services.representatives.where(read, {.locale = locale}))
        if (may(levels, each, deed)) rows.push_back({.who = std::move(each)});
    Rows by_id;
    for (Row& each : rows) by_id[each.who.id] = &each;
    add_counts(services, read, by_id);
    return rows;
}

std::vector<Row> chosen(std::vector<Row> rows, const Filter& filter, base::Locale locale) {
    const std::string folded = base::fold_name(filter.words);
    std::erase_if(rows, [&](const Row& row) { return !meets(row, filter, folded); });
    const i18n::Translator t{locale};
    const bool is_down = filter.direction == Direction::down;
    std::ranges::sort(rows, [&](const Row& left, const Row& right) {
        const SortKey a = key_of(left, filter.sort), b = key_of(right, filter.sort);
        if (a.number != b.number) return is_down ? a.number > b.number : a.number < b.number;
        if (const auto order = t.compare(a.text, b.text); order != 0) return is_down ? order > 0 : order < 0;
        if (const auto order = t.compare(left.who.place, right.who.place); order != 0) return order < 0;
        if (const auto order = t.compare(left.who.name, right.who.name); order != 0) return order < 0;
        return left.who.id < right.who.id;
    });
    return rows;
}

}  // namespace dossiers
