#include "features/petitions/review_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "features/petitions/invalidation_pages.h"
#include "features/petitions/review_store.h"
#include "features/petitions/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/paging.h"

namespace petitions::review_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::array<std::int64_t, 5> kScores{1, 20, 40, 60, 80};

// The usual ones, and the one that is chosen.
std::vector<std::int64_t> scores_with(std::int64_t chosen) {
    std::vector<std::int64_t> scores{kScores.begin(), kScores.end()};
    if (std::ranges::find(scores, chosen) == scores.end()) scores.push_back(chosen);
    std::ranges::sort(scores);
    return scores;
}

// Counting ends at a thousand.
std::string up_to_many(const Translator& t, std::int64_t count) {
    return count < store::kMostCounted ? t.number(count) : t("{count} or more", {{"count", count}});
}

class QueueWriter {
public:
    QueueWriter(const Translator& t, const Queue& queue)
        : t_(t), queue_(queue), path_(path(t.locale(), queue.slug)), fields_(t, none_) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(
            t_, {.title = queue_.slug.empty() ? t_("Review") : queue_.petitions.front().title,
                 .lead = t_("Signatures that looked odd, the oddest first. Odd is not false: look, then decide."),
                 .above = above()}));
        write_decided();
        write_petitions();
        write_filter();
        if (queue_.items.empty())
            out_.append(ports::empty_state({"check-circle", t_("Nothing waits here"),
                                            t_("Signatures appear here when their score is at least {score}. What you "
                                               "decided about stays decided.",
                                               {{"score", queue_.least_score}})}));
        else
            write_form();
        return std::move(out_).finish();
    }

private:
    std::vector<ports::Crumb> above() const {
        if (queue_.slug.empty()) return {};
        return {{t_("Review"), path(t_.locale(), "")}};
    }

    void write_decided() {
        if (!queue_.decided) return;
        html::write<
            R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out_, html::icon("check"),
            t_.plural("{count} signature decided.", "{count} signatures decided.", *queue_.decided));
    }

    void write_petitions() {
        html::write<R"(<ul class="review-petitions">)">(out_);
        for (const Waiting& waiting : queue_.petitions) {
            if (queue_.slug.empty() && waiting.flagged == 0 && waiting.marked == 0) continue;
            html::write<R"(<li><a href="{}">{}</a> <span>{}</span>)">(
                out_, path(t_.locale(), waiting.slug), waiting.title,
                t_("{count} to look at", {{"count", up_to_many(t_, waiting.flagged)}}));
            if (waiting.marked > 0)
                html::write<R"( <a href="{}/new?marked=1">{}</a>)">(
                    out_, invalidation_pages::path(t_.locale(), waiting.slug),
                    t_("{count} marked: take them out", {{"count", up_to_many(t_, waiting.marked)}}));
            html::write<R"( <a href="{}">{}</a></li>)">(out_, invalidation_pages::path(t_.locale(), waiting.slug),
                                                        t_("Invalidations"));
        }
        html::write<"</ul>">(out_);
    }

    void write_filter() {
        const auto options = [this](Out& out) {
            for (const std::int64_t score : scores_with(queue_.least_score))
                html::write<R"(<option value="{}"{}>{}</option>)">(
                    out, score, html::attribute_if(score == queue_.least_score, "selected"), score);
        };
        html::write<R"(
<form class="toolbar" method="get" action="{}"><div class="toolbar__field"><label class="toolbar__label" for="least">{}</label>
  <span class="select"><select class="field__input select__control" id="least" name="least">{}</select></span></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
            out_, path_, t_("Score at least"), options, html::icon("filter"), t_("Show"));
    }

    void write_form() {
        html::write<R"(
<form class="review" method="post" action="{}" data-review>{}
<p class="review__keys" data-review-keys hidden>{}</p><ol class="review__list">)">(
            out_, path_, html::hidden({"least", std::to_string(queue_.least_score)}),
            t_("Keys: J and K go down and up, A means fine, X marks for taking out, U takes the choice back."));
        for (const Item& item : queue_.items) write_item(item);
        html::write<R"(</ol><div class="review__actions">{}{}{}</div></form>)">(
            out_, fields_.button({.label = t_("Save the decisions")}),
            fields_.button({.label = t_("All of these are fine"),
                            .kind = html::ButtonKind::quiet,
                            .name = "all",
                            .value = "fine"}),
            fields_.button(
                {.label = t_("Mark all of these"), .kind = html::ButtonKind::quiet, .name = "all", .value = "mark"}));
        write_pager();
    }

    void write_item(const Item& item) {
        const Signature& s = item.signature;
        html::write<R"(
<li class="review__item" data-review-item tabindex="-1"><input type="hidden" name="shown" value="{}">
  <div class="review__who"><p class="review__name"><b>{} {}</b> {}</p><p class="review__facts">{}</p><p class="review__facts">{} {}, {}</p>)">(
            out_, s.id.value, s.given_name, s.family_name, ports::badge(staff_pages::badge_of(t_, s.state)), s.email,
            s.postal_code, s.place, t_.date_time(s.signed_at));
        if (queue_.slug.empty()) html::write<R"(<p class="review__facts">{}</p>)">(out_, item.petition_title);
        if (!s.source.empty())
            html::write<R"(<p class="review__facts">{}</p>)">(
                out_, t_("Through the partner {source}", {{"source", s.source}}));
        if (!s.comment.empty()) html::write<R"(<blockquote class="review__comment">{}</blockquote>)">(out_, s.comment);
        html::write<R"(</div>
  <div class="review__why"><p class="review__score">{}</p><ul class="review__reasons">)">(
            out_, t_("Score {score}", {{"score", s.score}}));
        for (const std::string& reason : item.reasons) html::write<"<li>{}</li>">(out_, reason);
        html::write<"</ul></div>">(out_);
        write_choice(s);
        html::write<"</li>">(out_);
    }

    void write_choice(const Signature& s) {
        const std::string name = fmt::format("decide_{}", s.id.value);
        html::write<R"(
  <fieldset class="review__choice"><legend class="visually-hidden">{}</legend>
    <div class="choice"><input class="choice__input" type="radio" id="fine-{}" name="{}" value="fine" data-review-key="a"><label class="choice__label" for="fine-{}">{}</label></div>
    <div class="choice"><input class="choice__input" type="radio" id="mark-{}" name="{}" value="mark" data-review-key="x"><label class="choice__label" for="mark-{}">{}</label></div>
  </fieldset>)">(out_, t_("Decision about {name}", {{"name", s.given_name + " " + s.family_name}}), s.id.value, name,
                 s.id.value, t_("Fine"), s.id.value, name, s.id.value, t_("Take out"));
    }

    void write_pager() {
        if (std::ssize(queue_.items) < kReviewPageLength) return;
        const Signature& last = queue_.items.back().signature;
        out_.append(ports::next_page(
            t_, {fmt::format("{}?least={}&after={}-{}", path_, queue_.least_score, last.score, last.id.value),
                 t_("Leave these, show the next")}));
    }

    const Translator& t_;
    const Queue& queue_;
    std::string path_;
    base::Problems none_;
    html::Fields fields_;
    Out out_;
};

}  // namespace

std::string path(base::Locale locale, std::string_view slug) {
    if (slug.empty()) return fmt::format("/{}/staff/review", base::code(locale));
    return staff_pages::staff_path(locale, slug) + "/review";
}

std::vector<ports::Crumb> way_to(const Translator& t, const Petition& petition, const std::string& title) {
    return {{t("Review"), path(t.locale(), "")}, {title, path(t.locale(), petition.slug)}};
}

html::SafeHtml queue(const Translator& t, const Queue& queue) { return QueueWriter{t, queue}.finish(); }

}  // namespace petitions::review_pages
