#include "ports/moderation.h"

#include <functional>
#include <utility>

#include <fmt/format.h>

#include "base/whole_number.h"

namespace ports {
namespace {

constexpr std::string_view kDecide = "decide_", kShow = "show";

using ItemId = base::Id<struct JudgedItemTag>;

QueueView view_named(std::string_view name) {
    const auto found = std::ranges::find(kQueueViews, name, [](QueueView view) { return name_of(view); });
    return found == kQueueViews.end() ? QueueView::waiting : *found;
}

bool is_one_of(JudgingReasons reasons, std::string_view name) {
    return std::ranges::find(reasons, name, &JudgingReason::name) != reasons.end();
}

std::vector<ItemJudgement> ticked_in(const http::Form& form, const std::string& reason) {
    std::vector<ItemJudgement> judgements;
    for (const std::string& each : form.all("ticked"))
        if (const auto item = base::id_from<ItemId>(each)) judgements.push_back({item->value, reason});
    return judgements;
}

std::vector<ItemJudgement> chosen_in(const http::Form& form, JudgingReasons reasons) {
    std::vector<ItemJudgement> judgements;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const auto [name, value] = form[i];
        if (!name.starts_with(kDecide)) continue;
        const auto item = base::id_from<ItemId>(name.substr(kDecide.size()));
        if (!item || (value != kShow && !is_one_of(reasons, value))) continue;
        judgements.push_back({item->value, value == kShow ? "" : std::string{value}});
    }
    return judgements;
}

}  // namespace

QueuePlace queue_place(std::string path, const http::Fields& fields) {
    return {std::move(path), view_named(fields.view("view")), base::locale_of(fields.view("language"))};
}

std::string address_of(const QueuePlace& place) {
    std::string address = fmt::format("{}?view={}", place.path, name_of(place.view));
    if (place.language) address += fmt::format("&language={}", base::code(*place.language));
    return address;
}

std::vector<ItemJudgement> judgements_in(const http::Form& form, JudgingReasons reasons) {
    const auto act = form.view("act");
    if (act == kShow) return ticked_in(form, "");
    if (act != "refuse") return chosen_in(form, reasons);
    const auto reason = form.view("reason");
    return ticked_in(form, std::string{is_one_of(reasons, reason) ? reason : reasons.back().name});
}

void JudgingLog::add(std::string_view outcome, std::int64_t item) {
    std::string& list = lists_[std::string{outcome.empty() ? "shown" : outcome}];
    list += fmt::format("{}{}", list.empty() ? "" : ", ", item);
}

std::vector<auth::Change> JudgingLog::changes() const {
    std::vector<auth::Change> changes;
    for (const auto& [outcome, list] : lists_) auth::add_change(changes, outcome, {"", list});
    return changes;
}

}  // namespace ports
