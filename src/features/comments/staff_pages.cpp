#include "features/comments/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

namespace comments::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;
using store::View;

ports::Badge badge_of(const Translator& t, State state) {
    switch (state) {
        case State::waiting:
            return {"warning", t("Waits for you")};
        case State::shown:
            return {"success", t("Shown")};
        case State::refused:
            return {"neutral", t("Declined")};
        case State::taken_down:
            return {"danger", t("Taken down")};
    }
    return {"neutral", ""};
}

std::int64_t count_of(const Queue& queue, View view) {
    if (view == View::reported) return queue.reported;
    std::int64_t count = 0;
    for (const store::StateCount& each : queue.counts) {
        const bool is_not_shown = each.state == State::refused || each.state == State::taken_down;
        const View its = each.state == State::waiting ? View::waiting : is_not_shown ? View::not_shown : View::shown;
        if (its == view) count += each.count;
    }
    return count;
}

// One comment in the queue: what was said, what staff should know about it, the boxes.
class ItemWriter {
public:
    ItemWriter(const Translator& t, const Queue& queue, Out& out) : t_(t), queue_(queue), out_(out) {}

    void write(const Item& item) {
        const Comment& said = item.comment;
        html::write<R"(
<li class="review__item" data-review-item tabindex="-1">
  <div class="review__who"><blockquote class="comment__words" lang="{}" dir="auto">{}</blockquote>
  <p class="review__facts"><b>{}</b> {}</p><p class="review__facts">{} {}, {}</p></div>)">(
            out_, base::code(said.locale), said.words, said.name.empty() ? t_("Not to be named") : said.name,
            said.place, ports::badge({"neutral", std::string{i18n::own_name(said.locale)}}),
            queue_.slug.empty() ? item.petition_title : "", t_.date_time(said.written_at));
        write_why(item);
        const std::string show = said.state == State::shown ? t_("Leave it") : t_("Show it");
        out_.append(ports::judging_boxes(t_, {said.id.value, show, reasons()}));
        html::write<"</li>">(out_);
    }

private:
    void write_why(const Item& item) {
        const Comment& said = item.comment;
        html::write<R"(<div class="review__why">{}<ul class="review__reasons">)">(
            out_, ports::badge(badge_of(t_, said.state)));
        if (said.reason != Reason::none) html::write<"<li>{}</li>">(out_, t_(comments::label_of(said.reason)));
        if (!said.decided_by.empty())
            html::write<"<li>{}</li>">(out_, t_("Decided by {name}", {{"name", said.decided_by}}));
        if (said.reports > 0)
            html::write<"<li>{}</li>">(
                out_, t_.plural("{count} reader reported it", "{count} readers reported it", said.reports));
        if (item.alike > 1)
            html::write<"<li>{}</li>">(out_, t_("The same words came {count} times", {{"count", item.alike}}));
        for (const Hint& hint : item.hints) {
            const std::string label = t_(comments::label_of(hint.kind));
            if (hint.words.empty())
                html::write<"<li>{}</li>">(out_, label);
            else
                html::write<R"(<li>{} (<span lang="{}">{}</span>)</li>)">(out_, label, base::code(said.locale),
                                                                          hint.words);
        }
        html::write<"</ul></div>">(out_);
    }

    const Translator& t_;
    const Queue& queue_;
    Out& out_;
};

class QueueWriter {
public:
    QueueWriter(const Translator& t, const Queue& queue) : t_(t), queue_(queue) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(
            t_, {.title = queue_.slug.empty() ? t_("Comments") : title(),
                 .lead = t_("Why people signed, in their words. Nothing is public before somebody has read it; "
                            "disagreement alone is no reason to refuse it."),
                 .above = above()}));
        write_decided();
        write_views();
        write_petitions();
        out_.append(ports::queue_filter(t_, queue_.place));
        if (queue_.items.empty())
            write_empty();
        else
            write_form();
        write_reasons();
        return std::move(out_).finish();
    }

private:
    std::string title() const {
        const auto found = std::ranges::find(queue_.petitions, queue_.slug, &Waiting::slug);
        return found == queue_.petitions.end() ? t_("Comments") : found->title;
    }

    std::vector<ports::Crumb> above() const {
        if (queue_.slug.empty()) return {};
        return {{t_("Comments"), path(t_.locale(), "")}};
    }

    void write_decided() {
        if (!queue_.decided) return;
        std::optional<std::int64_t> saving;
        if (queue_.saving && *queue_.decided > 0) saving = queue_.saving->value;
        out_.append(ports::just_decided(
            t_, {t_.plural("{count} comment decided.", "{count} comments decided.", *queue_.decided),
                 queue_.place.path + "/undo", saving}));
    }

    void write_views() {
        const auto count = [this](View view) { return count_of(queue_, view); };
        out_.append(ports::queue_tabs(t_, queue_.place,
                                      {{View::waiting, t_("Waiting"), count(View::waiting)},
                                       {View::reported, t_("Reported by readers"), count(View::reported)},
                                       {View::shown, t_("On the page"), count(View::shown)},
                                       {View::not_shown, t_("Not shown"), count(View::not_shown)}}));
    }

    // Each petition has a queue of its own, so it stands in the address.
    void write_petitions() {
        if (!queue_.slug.empty() || queue_.petitions.size() < 2) return;
        html::write<R"(<ul class="review-petitions">)">(out_);
        for (const Waiting& each : queue_.petitions)
            if (each.waiting > 0)
                html::write<R"(<li><a href="{}">{}</a> <span>{}</span></li>)">(
                    out_, path(t_.locale(), each.slug), each.title,
                    t_.plural("{count} waits", "{count} wait", each.waiting));
        html::write<"</ul>">(out_);
    }

    void write_empty() {
        if (queue_.place.view == View::reported)
            return out_.append(ports::empty_state(
                {"flag", t_("Nothing is reported"),
                 t_("Below every comment readers find a button to report it. What they report comes here.")}));
        if (queue_.place.view != View::waiting)
            return out_.append(ports::empty_state(
                {"inbox", t_("No comments here"), t_("What you decide about comes here, and can be decided again.")}));
        out_.append(ports::empty_state(
            {"check-circle", t_("Nothing waits here"),
             t_("Who signs can say why. Once they confirm their signature, what they wrote waits here.")}));
    }

    void write_form() {
        Out items;
        ItemWriter writer{t_, queue_, items};
        for (const Item& item : queue_.items) writer.write(item);
        std::optional<std::int64_t> next;
        if (queue_.next) next = queue_.next->value;
        out_.append(ports::queue_form(t_, queue_.place, {reasons(), std::move(items).finish(), next}));
    }

    // What was refused or taken down until now, and why.
    void write_reasons() {
        std::vector<ports::NotShown> not_shown;
        for (const Reason reason : kReasons) {
            std::int64_t count = 0;
            for (const store::StateCount& each : queue_.counts)
                if (each.reason == reason) count += each.count;
            if (count > 0) not_shown.push_back({comments::label_of(reason), count});
        }
        out_.append(ports::not_shown_panel(t_, not_shown));
    }

    const Translator& t_;
    const Queue& queue_;
    Out out_;
};

}  // namespace

html::SafeHtml queue(const Translator& t, const Queue& queue) { return QueueWriter{t, queue}.finish(); }

std::string path(base::Locale locale, std::string_view slug) {
    if (slug.empty()) return fmt::format("/{}/staff/comments", base::code(locale));
    return fmt::format("/{}/staff/petitions/{}/comments", base::code(locale), slug);
}

}  // namespace comments::staff_pages
