#include "features/comments/staff_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace comments::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;
using store::View;

constexpr std::array kViews{View::waiting, View::reported, View::shown, View::not_shown};

std::string label_of(const Translator& t, View view) {
    switch (view) {
        case View::waiting:
            return t("Waiting");
        case View::reported:
            return t("Reported by readers");
        case View::shown:
            return t("On the page");
        case View::not_shown:
            return t("Not shown");
    }
    return t("Waiting");
}

ports::Badge badge_of(const Translator& t, State state) {
    switch (state) {
        case State::waiting:
            return {"warning", t("Waits for you")};
        case State::shown:
            return {"success", t("Shown")};
        case State::refused:
            return {"neutral", t("Refused")};
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

// The address of a view, with the language that was chosen.
std::string address(const Translator& t, const Queue& queue, View view) {
    std::string address = fmt::format("{}?view={}", path(t.locale(), queue.slug), name_of(view));
    if (queue.language) address += fmt::format("&language={}", base::code(*queue.language));
    return address;
}

class QueueWriter {
public:
    QueueWriter(const Translator& t, const Queue& queue) : t_(t), queue_(queue), fields_(t, none_) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(
            t_, {.title = queue_.slug.empty() ? t_("Comments") : title(),
                 .lead = t_("Why people signed, in their words. Nothing is public before somebody has read it; "
                            "disagreement alone is no reason to refuse it."),
                 .above = above()}));
        write_decided();
        write_views();
        write_filter();
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
        SafeHtml undo;
        if (queue_.saving && *queue_.decided > 0)
            undo = html::render<R"(<form method="post" action="{}/undo" data-review>{}{}</form>)">(
                path(t_.locale(), queue_.slug), html::hidden({"saving", std::to_string(queue_.saving->value)}),
                undo_button());
        html::write<
            R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p>{}</div></div>)">(
            out_, html::icon("check"),
            t_.plural("{count} comment decided.", "{count} comments decided.", *queue_.decided), undo);
    }

    SafeHtml undo_button() const {
        return html::render<
            R"(<button class="button button--quiet button--small" type="submit" data-review-key="z">{} {}</button>)">(
            html::icon("undo"), t_("Undo"));
    }

    void write_views() {
        html::write<R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list">)">(out_, t_("State"));
        for (const View view : kViews)
            html::write<R"(<li><a class="tabs__link" href="{}"{}>{} {}</a></li>)">(
                out_, address(t_, queue_, view), html::attribute_if(view == queue_.view, "aria-current", "page"),
                label_of(t_, view), t_.number(count_of(queue_, view)));
        html::write<"</ul></nav>">(out_);
    }

    // Each petition has a queue of its own, so it stands in the address; the language is a question behind it.
    void write_filter() {
        if (queue_.slug.empty() && queue_.petitions.size() > 1) {
            html::write<R"(<ul class="review-petitions">)">(out_);
            for (const Waiting& each : queue_.petitions)
                if (each.waiting > 0)
                    html::write<R"(<li><a href="{}">{}</a> <span>{}</span></li>)">(
                        out_, path(t_.locale(), each.slug), each.title,
                        t_.plural("{count} waits", "{count} wait", each.waiting));
            html::write<"</ul>">(out_);
        }
        const auto option = [this](Out& out, std::string_view value, const std::string& label) {
            const std::string_view chosen = queue_.language ? base::code(*queue_.language) : "";
            html::write<R"(<option value="{}"{}>{}</option>)">(out, value,
                                                               html::attribute_if(value == chosen, "selected"), label);
        };
        const auto options = [&](Out& out) {
            option(out, "", t_("Both languages"));
            option(out, "en", t_("English"));
            option(out, "fr", t_("French"));
        };
        html::write<R"(
<form class="toolbar" method="get" action="{}"><input type="hidden" name="view" value="{}">
  <div class="toolbar__field"><label class="toolbar__label" for="language">{}</label>
  <span class="select"><select class="field__input select__control" id="language" name="language">{}</select></span></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
            out_, path(t_.locale(), queue_.slug), name_of(queue_.view), t_("Language"), options, html::icon("filter"),
            t_("Show"));
    }

    void write_empty() {
        if (queue_.view == View::reported)
            return out_.append(ports::empty_state(
                {"flag", t_("Nothing is reported"),
                 t_("Below every comment readers find a button to report it. What they report comes here.")}));
        if (queue_.view != View::waiting)
            return out_.append(ports::empty_state(
                {"inbox", t_("No comments here"), t_("What you decide about comes here, and can be decided again.")}));
        out_.append(ports::empty_state(
            {"check-circle", t_("Nothing waits here"),
             t_("Who signs can say why. Once they confirm their signature, what they wrote waits here.")}));
    }

    void write_form() {
        html::write<R"(
<form class="review moderation" method="post" action="{}" data-review>{}{}
<p class="review__keys" data-review-keys hidden>{}</p><ol class="review__list">)">(
            out_, path(t_.locale(), queue_.slug), html::hidden({"view", name_of(queue_.view)}),
            html::hidden({"language", queue_.language ? base::code(*queue_.language) : ""}),
            t_("Keys: J and K go down and up, A shows, 1 to 6 refuse with that reason, U takes the choice back, C "
               "ticks, "
               "S saves, Z undoes the last save."));
        for (const Item& item : queue_.items) write_item(item);
        html::write<"</ol>">(out_);
        write_acts();
        html::write<"</form>">(out_);
        write_pager();
    }

    void write_item(const Item& item) {
        const Comment& said = item.comment;
        html::write<R"(
<li class="review__item" data-review-item tabindex="-1">
  <div class="review__who"><blockquote class="comment__words" lang="{}" dir="auto">{}</blockquote>
  <p class="review__facts"><b>{}</b> {}</p><p class="review__facts">{} {}, {}</p></div>)">(
            out_, base::code(said.locale), said.words, said.name.empty() ? t_("Not to be named") : said.name,
            said.place, ports::badge({"neutral", std::string{i18n::own_name(said.locale)}}),
            queue_.slug.empty() ? item.petition_title : "", t_.date_time(said.written_at));
        write_why(item);
        write_choice(item);
        html::write<"</li>">(out_);
    }

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

    void write_choice(const Item& item) {
        const std::int64_t id = item.comment.id.value;
        html::write<R"(<div class="review__choice"><fieldset><legend class="visually-hidden">{}</legend>)">(
            out_, t_("Decision"));
        write_radio(id, {"show", item.comment.state == State::shown ? t_("Leave it") : t_("Show it"), "a"});
        for (std::size_t i = 0; i < kReasons.size(); ++i)
            write_radio(id, {std::string{comments::name_of(kReasons[i])}, t_(comments::label_of(kReasons[i])),
                             std::to_string(i + 1)});
        html::write<R"(</fieldset>
    <div class="choice"><input class="choice__input" type="checkbox" id="tick-{}" name="ticked" value="{}" data-review-key="c"><label class="choice__label" for="tick-{}">{}{}</label></div></div>)">(
            out_, id, id, id, key_mark("C"), t_("Tick it"));
    }

    struct Radio {
        std::string value, label, key;
    };
    void write_radio(std::int64_t id, const Radio& radio) {
        html::write<R"(
    <div class="choice"><input class="choice__input" type="radio" id="{}-{}" name="decide_{}" value="{}" data-review-key="{}"><label class="choice__label" for="{}-{}">{}{}</label></div>)">(
            out_, radio.value, id, id, radio.value, radio.key, radio.value, id,
            key_mark(radio.key == "a" ? "A" : radio.key), radio.label);
    }

    // Which key chooses it; the script that listens to keys shows it.
    static SafeHtml key_mark(std::string_view key) {
        return html::render<R"(<kbd class="review__key" data-review-keys hidden aria-hidden="true">{}</kbd> )">(key);
    }

    void write_acts() {
        const auto options = [this](Out& out) {
            for (const Reason reason : kReasons)
                html::write<R"(<option value="{}">{}</option>)">(out, comments::name_of(reason),
                                                                 t_(comments::label_of(reason)));
        };
        html::write<R"(<div class="review__actions">
  <button class="button button--primary" type="submit" name="act" value="save" data-review-key="s">{}</button>
  <fieldset class="moderation__many"><legend class="moderation__legend">{}</legend>{}
  <label class="visually-hidden" for="reason">{}</label><span class="select"><select class="field__input select__control" id="reason" name="reason">{}</select></span>{}</fieldset></div>)">(
            out_, t_("Save the decisions"), t_("All that are ticked"),
            fields_.button({.label = t_("Show them"), .kind = html::ButtonKind::quiet, .name = "act", .value = "show"}),
            t_("Reason"), options,
            fields_.button(
                {.label = t_("Refuse them"), .kind = html::ButtonKind::quiet, .name = "act", .value = "refuse"}));
    }

    void write_pager() {
        if (!queue_.next) return;
        html::write<
            R"(<nav class="pager" aria-label="{}"><a class="pager__link" rel="next" href="{}">{} {}</a></nav>)">(
            out_, t_("Pages"), fmt::format("{}&after={}", address(t_, queue_, queue_.view), queue_.next->value),
            t_("Leave these, show the next"), html::icon("arrow-right"));
    }

    // What was refused or taken down until now, and why.
    void write_reasons() {
        std::array<std::int64_t, kReasons.size()> counts{};
        for (const store::StateCount& each : queue_.counts) {
            const auto reason = std::ranges::find(kReasons, each.reason);
            if (reason != kReasons.end()) counts[static_cast<std::size_t>(reason - kReasons.begin())] += each.count;
        }
        if (std::ranges::all_of(counts, [](std::int64_t count) { return count == 0; })) return;
        Out body;
        html::write<R"(<dl class="facts">)">(body);
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0)
                html::write<
                    R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
                    body, t_(comments::label_of(kReasons[i])), t_.number(counts[i]));
        html::write<"</dl>">(body);
        out_.append(ports::panel({t_("Not shown, by reason")}, std::move(body).finish()));
    }

    const Translator& t_;
    const Queue& queue_;
    base::Problems none_;
    html::Fields fields_;
    Out out_;
};

}  // namespace

html::SafeHtml queue(const Translator& t, const Queue& queue) { return QueueWriter{t, queue}.finish(); }

std::string_view name_of(View view) {
    constexpr std::array<std::string_view, kViews.size()> kNames{"waiting", "reported", "shown", "not_shown"};
    return kNames[static_cast<std::size_t>(view)];
}

std::optional<View> view_of(std::string_view name) {
    const auto found = std::ranges::find(kViews, name, [](View view) { return name_of(view); });
    if (found == kViews.end()) return std::nullopt;
    return *found;
}

std::string path(base::Locale locale, std::string_view slug) {
    if (slug.empty()) return fmt::format("/{}/staff/comments", base::code(locale));
    return fmt::format("/{}/staff/petitions/{}/comments", base::code(locale), slug);
}

}  // namespace comments::staff_pages
