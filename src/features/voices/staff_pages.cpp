#include "features/voices/staff_pages.h"

#include <fmt/format.h>

#include "features/voices/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/paging.h"
#include "ports/staff_pages.h"

namespace voices::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;
using store::View;

ports::Badge badge_of(const Translator& t, State state) {
    switch (state) {
        case State::unconfirmed:
            return {"neutral", t("Not confirmed")};
        case State::waiting:
            return {"warning", t("Waits for you")};
        case State::shown:
            return {"success", t("Shown")};
        case State::refused:
            return {"neutral", t("Refused")};
        case State::taken_down:
            return {"danger", t("Taken down")};
        case State::withdrawn:
            return {"neutral", t("Withdrawn")};
    }
    return {"neutral", ""};
}

std::int64_t all_not_shown(const Queue& queue) {
    std::int64_t count = 0;
    for (const auto& each : queue.not_shown) count += each.count;
    return count;
}

std::string photo_path(const Translator& t, VoiceId voice) {
    return fmt::format("{}/{}/photo", path(t.locale()), voice.value);
}

// One voice in the queue: what was sent, what staff should know about it, the boxes.
class ItemWriter {
public:
    ItemWriter(const Translator& t, auth::StaffId reader, Out& out) : t_(t), reader_(reader), out_(out) {}

    void write(const Item& item) {
        const Voice& voice = item.voice;
        html::write<R"(
<li class="review__item" data-review-item tabindex="-1"><div class="review__who voice-review">{}<div>)">(
            out_, [&](Out& out) { write_photo(out, voice); });
        if (!voice.message.empty())
            html::write<R"(<blockquote class="voice__words" lang="{}" dir="auto">{}</blockquote>)">(
                out_, base::code(voice.locale), voice.message);
        html::write<R"(<p class="review__facts"><b>{}</b> {} {}</p><p class="review__facts">{} {}</p>)">(
            out_, voice.name, voice.place, voice.province,
            ports::badge({"neutral", std::string{i18n::own_name(voice.locale)}}), t_.date_time(voice.sent_at));
        if (!voice.alt.empty())
            html::write<R"(<p class="review__facts">{} <span lang="{}">{}</span></p>)">(
                out_, t_("Description:"), base::code(voice.locale), voice.alt);
        html::write<"</div></div>">(out_);
        write_why(item);
        html::write<R"(<input type="hidden" name="seen_{}" value="{}">)">(out_, voice.id.value, seen_mark(voice));
        out_.append(ports::judging_boxes(
            t_, {voice.id.value, voice.state == State::shown ? t_("Leave it") : t_("Show it"), reasons()}));
        html::write<"</li>">(out_);
    }

private:
    void write_photo(Out& out, const Voice& voice) {
        if (voice.picture != PictureState::ready) return out.append(pages::initials(voice));
        html::write<
            R"(<a class="voice-review__photo" href="{}?large"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></a>)">(
            out, photo_path(t_, voice.id), photo_path(t_, voice.id),
            voice.alt.empty() ? t_("A photo that {name} sent", {{"name", voice.name}}) : voice.alt, voice.width,
            voice.height);
    }

    void write_why(const Item& item) {
        const Voice& voice = item.voice;
        html::write<R"(<div class="review__why">{}<ul class="review__reasons">)">(
            out_, ports::badge(badge_of(t_, voice.state)));
        if (voice.reason != Reason::none) write_line(t_(voices::label_of(voice.reason)));
        if (!voice.decided_by.empty()) write_line(t_("Decided by {name}", {{"name", voice.decided_by}}));
        if (voice.seconded_by != 0)
            write_line(voice.seconded_by == reader_.value ? t_("You said yes; a second person has to")
                                                          : t_("One person said yes; yours would be the second"));
        if (!voice.guardian_name.empty())
            write_line(t_("Under 18; {name} agreed as parent or guardian", {{"name", voice.guardian_name}}));
        if (voice.reports > 0)
            write_line(t_.plural("{count} reader reported it", "{count} readers reported it", voice.reports));
        if (item.same_words > 1) write_line(t_("The same words came {count} times", {{"count", item.same_words}}));
        for (const auto& hint : item.hints) write_hint(voice, hint);
        html::write<"</ul>">(out_);
        write_alike(item);
        html::write<"</div>">(out_);
    }

    void write_line(const std::string& text) { html::write<"<li>{}</li>">(out_, text); }

    void write_hint(const Voice& voice, const ports::WordHint& hint) {
        if (hint.words.empty()) return write_line(t_(hint.label));
        html::write<R"(<li>{} (<span lang="{}">{}</span>)</li>)">(out_, t_(hint.label), base::code(voice.locale),
                                                                  hint.words);
    }

    // Pictures that look alike, and the same file: those that were refused before stand out.
    void write_alike(const Item& item) {
        if (item.alike.empty()) return;
        html::write<R"(<p class="voice-alike__title">{}</p><ul class="voice-alike">)">(
            out_, t_.plural("{count} picture looks alike", "{count} pictures look alike",
                            static_cast<std::int64_t>(item.alike.size())));
        for (const auto& each : item.alike) {
            const std::string why = each.reason == Reason::none ? "" : t_(voices::label_of(each.reason));
            html::write<R"(<li>{} {} {} {}</li>)">(
                out_, [&](Out& out) { write_small_photo(out, each.voice); },
                each.is_same_file ? t_("the same file") : each.name, ports::badge(badge_of(t_, each.state)), why);
        }
        html::write<"</ul>">(out_);
    }

    void write_small_photo(Out& out, VoiceId voice) {
        if (voice.value != 0)
            html::write<R"(<img class="voice-alike__photo" src="{}" alt="" loading="lazy">)">(out,
                                                                                              photo_path(t_, voice));
    }

    const Translator& t_;
    auth::StaffId reader_;
    Out& out_;
};

class QueueWriter {
public:
    QueueWriter(const Translator& t, const Queue& queue) : t_(t), queue_(queue), fields_(t, none_) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(
            t_,
            {.title = t_("Photo wall"),
             .lead = t_("Photos and messages of supporters. Nothing is shown before somebody has looked at it; "
                        "disagreement alone is no reason to refuse it."),
             .actions = ports::button_link({queue_.place.path + "/log", t_("Log of decisions"), "history", "quiet"})}));
        write_reach();
        write_decided();
        write_changed();
        write_views();
        out_.append(ports::queue_filter(t_, queue_.place));
        if (queue_.items.empty())
            write_empty();
        else
            write_form();
        write_reasons();
        write_settings();
        return std::move(out_).finish();
    }

private:
    void write_reach() {
        if (queue_.reach.is_national) return;
        std::string names;
        for (const auto each : queue_.reach.provinces) names += (names.empty() ? "" : ", ") + t_(people::name(each));
        html::write<R"(<p class="review__facts">{}</p>)">(out_,
                                                          t_("You see the voices from {places}.", {{"places", names}}));
    }

    void write_changed() {
        if (queue_.changed == 0) return;
        html::write<
            R"(<div class="notice notice--warning" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out_, html::icon("alert"),
            t_.plural("{count} voice has another picture than the one that you saw. Look at it again.",
                      "{count} voices have another picture than the one that you saw. Look at them again.",
                      queue_.changed));
    }

    void write_decided() {
        if (!queue_.decided) return;
        std::string sentence = t_.plural("{count} voice decided.", "{count} voices decided.", *queue_.decided);
        if (queue_.noted > 0)
            sentence +=
                " " + t_.plural("{count} waits for a second yes.", "{count} wait for a second yes.", queue_.noted);
        std::optional<std::int64_t> saving;
        if (queue_.saving && *queue_.decided > 0) saving = queue_.saving->value;
        out_.append(ports::just_decided(t_, {sentence, queue_.place.path + "/undo", saving}));
    }

    void write_views() {
        out_.append(ports::queue_tabs(t_, queue_.place,
                                      {{View::waiting, t_("Waiting"), queue_.waiting},
                                       {View::reported, t_("Reported by readers"), queue_.reported},
                                       {View::shown, t_("On the wall"), queue_.shown},
                                       {View::not_shown, t_("Not shown"), all_not_shown(queue_)}}));
    }

    void write_empty() {
        if (queue_.place.view == View::reported)
            return out_.append(ports::empty_state(
                {"flag", t_("Nothing is reported"),
                 t_("On the page of every voice readers find a button to report it. What they report comes here.")}));
        if (queue_.place.view != View::waiting)
            return out_.append(ports::empty_state(
                {"inbox", t_("No voices here"), t_("What you decide about comes here, and can be decided again.")}));
        out_.append(ports::empty_state(
            {"check-circle", t_("Nothing waits here"),
             t_("Once somebody has confirmed their address, and their photo is prepared, their voice waits here.")}));
    }

    void write_form() {
        Out items;
        ItemWriter writer{t_, queue_.reader, items};
        for (const Item& item : queue_.items) writer.write(item);
        std::optional<std::int64_t> next;
        if (queue_.next) next = queue_.next->value;
        out_.append(ports::queue_form(t_, queue_.place, {reasons(), std::move(items).finish(), next}));
    }

    void write_reasons() {
        std::vector<ports::NotShown> not_shown;
        for (const auto& each : queue_.not_shown) not_shown.push_back({voices::label_of(each.reason), each.count});
        out_.append(ports::not_shown_panel(t_, not_shown));
    }

    void write_settings() {
        if (!queue_.may_set) return;
        out_.append(ports::panel(
            {t_("Two people")},
            html::render<R"(<form class="form" method="post" action="{}/settings">{}{}</form>)">(
                queue_.place.path,
                fields_.checkbox({.name = "four_eyes",
                                  .label = t_("Two people have to say yes before a voice is shown"),
                                  .checked = queue_.settings.is_four_eyes ? html::Checked::yes : html::Checked::no,
                                  .hint = t_("One no is enough to refuse it.")}),
                fields_.button({.label = t_("Save"), .kind = html::ButtonKind::quiet}))));
    }

    const Translator& t_;
    const Queue& queue_;
    base::Problems none_;
    html::Fields fields_;
    Out out_;
};

}  // namespace

SafeHtml queue(const Translator& t, const Queue& queue) { return QueueWriter{t, queue}.finish(); }

SafeHtml nothing_in_reach(const Translator& t) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Photo wall"), .lead = {}}));
    out.append(ports::empty_state(
        {"camera", t("No voices are yours to judge"),
         t("Voices are looked at by the nation, and by the province that their sender named. A local has none of its "
           "own.")}));
    return std::move(out).finish();
}

SafeHtml log(const Translator& t, const std::vector<store::LoggedDecision>& decisions) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Decisions about voices"),
                                     .lead = t("What was shown, refused, taken down and undone, newest first. It holds "
                                               "none of the words and none of the pictures."),
                                     .above = {{t("Photo wall"), path(t.locale())}}}));
    if (decisions.empty()) {
        out.append(ports::empty_state(
            {"history", t("No decisions yet"), t("Each decision about a voice is written down here.")}));
        return std::move(out).finish();
    }
    html::write<R"(<ol class="audit">)">(out);
    for (const auto& each : decisions) {
        html::write<
            R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time><p class="audit__what"><strong class="audit__who">{}</strong> {} {} {}{}</p></li>)">(
            out, i18n::machine_time(each.at), t.date_time(each.at), each.by, ports::badge(badge_of(t, each.after)),
            t("Voice {number}", {{"number", std::to_string(each.voice.value)}}),
            each.reason == Reason::none ? "" : t(voices::label_of(each.reason)), [&](Out& undone) {
                if (each.undone_at) html::write<" {}">(undone, ports::badge({"information", t("Undone")}));
            });
    }
    html::write<"</ol>">(out);
    if (std::ssize(decisions) == store::LogPage{}.limit)
        out.append(ports::next_page(
            t, {fmt::format("{}/log?before={}", path(t.locale()), decisions.back().id.value), t("Older")}));
    return std::move(out).finish();
}

std::string path(base::Locale locale) { return fmt::format("/{}/staff/voices", base::code(locale)); }

}  // namespace voices::staff_pages
