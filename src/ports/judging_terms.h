// ports/judging_terms.h - the terms of a queue in which staff judge what the public sent: what they look through, and
// why something is not shown. Plain data.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "base/problem.h"

namespace ports {

// What staff look through. reported: shown, and readers say that it should not be.
enum class QueueView : unsigned char { waiting, reported, shown, not_shown };
inline constexpr std::array kQueueViews{QueueView::waiting, QueueView::reported, QueueView::shown,
                                        QueueView::not_shown};

// "waiting", "reported", "shown", "not_shown": as in the address of a queue.
constexpr std::string_view name_of(QueueView view) {
    constexpr std::array<std::string_view, kQueueViews.size()> kNames{"waiting", "reported", "shown", "not_shown"};
    return kNames[static_cast<std::size_t>(view)];
}

// Why something is not shown: its name in forms and in the database, and what people read.
struct JudgingReason {
    std::string_view name;
    base::Message label;
};
// All reasons of one slice. Its enum Reason begins with none, for what is shown; the others follow in this order.
using JudgingReasons = std::span<const JudgingReason>;

// "" for none.
template <class Reason>
constexpr std::string_view name_of(JudgingReasons all, Reason reason) {
    return reason == Reason::none ? std::string_view{} : all[static_cast<std::size_t>(reason) - 1].name;
}

// nullopt for "" and any other word.
template <class Reason>
constexpr std::optional<Reason> reason_of(JudgingReasons all, std::string_view name) {
    const auto found = std::ranges::find(all, name, &JudgingReason::name);
    if (found == all.end()) return std::nullopt;
    return static_cast<Reason>(found - all.begin() + 1);
}

// "Shown" for none.
template <class Reason>
constexpr base::Message label_of(JudgingReasons all, Reason reason) {
    return reason == Reason::none ? base::message("Shown") : all[static_cast<std::size_t>(reason) - 1].label;
}

}  // namespace ports
