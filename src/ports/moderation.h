// ports/moderation.h - what the queues in which staff judge what the public sent have in common: where one stands in a
// queue, its form with keys and many at a time, reading that form, the log of a save, undo. The script
// web/scripts/review.ts listens to the keys; without it the boxes are ticked by hand.
//
//     ports::just_decided(t, ...) ports::queue_tabs(t, place, ...) ports::queue_filter(t, place)
//     ports::queue_form(t, place, {.reasons = reasons, .items = items, .next = next})
//         with items of <li class="review__item" data-review-item>
//             ports::judging_boxes(t, {.item = id, .show = t("Show it"), .reasons = reasons})
//     ports::judgements_in(form, reasons)
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "platform/auth/audit.h"
#include "platform/html/template.h"
#include "platform/http/request.h"
#include "platform/i18n/translator.h"
#include "ports/judging_terms.h"

namespace ports {

// Where somebody stands in a queue.
struct QueuePlace {
    std::string path{};  // "/en/staff/voices"
    QueueView view = QueueView::waiting;
    std::optional<base::Locale> language{};  // of what was sent; absent: of both
};
// From the fields "view" and "language" of an address or a form: whatever is no view means those that wait, whatever is
// no language means both.
QueuePlace queue_place(std::string path, const http::Fields& fields);
// "/en/staff/voices?view=waiting&language=fr"
std::string address_of(const QueuePlace& place);

// What a form says about one item.
struct ItemJudgement {
    std::int64_t item;
    std::string reason;  // the name of one of the reasons; "" to show it
};
// act "save": what each decide_ITEM chose, "show" or the name of a reason; what it cannot be is passed over. act "show"
// and "refuse": the same for all that are "ticked"; a refusal has the field "reason", or the last of the reasons where
// that is none.
std::vector<ItemJudgement> judgements_in(const http::Form& form, JudgingReasons reasons);

// What one save decided, for the log: which items, by number; none of their words.
class JudgingLog {
public:
    // outcome: the name of a reason, or what else became of the item; "" for "shown".
    void add(std::string_view outcome, std::int64_t item);
    bool empty() const { return lists_.empty(); }
    // Outcomes from a to z, each with its items: "11, 12".
    std::vector<auth::Change> changes() const;

private:
    std::map<std::string, std::string, std::less<>> lists_;
};

// What was just saved, and the button that takes it back by a POST of `saving`.
struct JustDecided {
    std::string sentence;
    std::string undo_path;
    std::optional<std::int64_t> saving;  // nullopt: there is nothing to undo
};
html::SafeHtml just_decided(const i18n::Translator& t, const JustDecided& decided);

// What can be looked through, and how much there is of it.
struct QueueTab {
    QueueView view;
    std::string label;
    std::int64_t count;
};
html::SafeHtml queue_tabs(const i18n::Translator& t, const QueuePlace& place, const std::vector<QueueTab>& tabs);

// Of both languages, or of one.
html::SafeHtml queue_filter(const i18n::Translator& t, const QueuePlace& place);

// The form around the items, with its keys, its buttons, and the way to the next page.
struct QueueForm {
    JudgingReasons reasons;
    const html::SafeHtml& items;       // <li>s
    std::optional<std::int64_t> next;  // the last item of this page, where another follows
};
html::SafeHtml queue_form(const i18n::Translator& t, const QueuePlace& place, const QueueForm& form);

// The boxes of one item: "decide_ITEM" is "show" or a reason, "ticked" holds the item. The first reason has the key 1.
struct JudgingBoxes {
    std::int64_t item;
    std::string show;  // "Show it"
    JudgingReasons reasons;
};
html::SafeHtml judging_boxes(const i18n::Translator& t, const JudgingBoxes& boxes);

// How many are not shown, reason by reason; nothing where there are none.
struct NotShown {
    base::Message reason;
    std::int64_t count;
};
html::SafeHtml not_shown_panel(const i18n::Translator& t, const std::vector<NotShown>& reasons);

}  // namespace ports
