// What pages.h declares about the pages behind mailed links.
#include "features/voices/handlers.h"
#include "features/voices/pages.h"
#include "features/voices/upload_service.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"

namespace voices::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

bool is_of_guardian(const Own& own) { return own.reader == Own::Reader::guardian; }

bool waits_for_reader(const Own& own) {
    if (own.voice.state != State::unconfirmed) return false;
    return is_of_guardian(own) ? !own.voice.guardian_confirmed_at : !own.voice.confirmed_at;
}

// How it stands, in a sentence.
std::string standing(const Translator& t, const Own& own) {
    const auto& voice = own.voice;
    if (waits_for_reader(own))
        return is_of_guardian(own) ? t("Nothing of it is shown before you agree.")
                                   : t("Nothing of it is shown before you confirm that it is yours.");
    if (voice.picture == PictureState::unusable) return t(message_of(voice.picture_problem));
    switch (voice.state) {
        case State::unconfirmed:
            return is_of_guardian(own) ? t("You have agreed. Whoever sent it still has to confirm their own address.")
                                       : t("You have confirmed it. Now your parent or guardian has to agree.");
        case State::waiting:
            return t("It waits to be looked at by somebody of the campaign.");
        case State::shown:
            return t("It is on the wall.");
        case State::refused:
        case State::taken_down:
            return t("It is not shown. The reason: {reason}.", {{"reason", t(label_of(voice.reason))}});
        case State::withdrawn:
            break;
    }
    return t("It was withdrawn.");
}

void write_picture(Out& out, const Translator& t, const Own& own) {
    const auto& voice = own.voice;
    if (voice.picture == PictureState::ready)
        return write<R"(<img class="own-voice__photo" src="{}/photo" alt="{}" width="{}" height="{}">)">(
            out, own_path(t.locale(), own.token), voice.alt.empty() ? t("Your photo") : voice.alt, voice.width,
            voice.height);
    if (voice.picture == PictureState::preparing)
        return write<R"(<p class="own-voice__waiting">{} {}</p>)">(out, html::icon("clock"),
                                                                   t("The photo is being prepared."));
    out.append(initials(voice));
}

struct Act {
    std::string_view path;
    std::string label;
    html::ButtonKind kind = html::ButtonKind::primary;
};
void write_act(Out& out, const Translator& t, const Own& own, const Act& act) {
    const html::Fields fields{t, own.problems};
    write<R"(<form class="own-voice__act" method="post" action="{}/{}">{}{}</form>)">(
        out, own_path(t.locale(), own.token), act.path, html::hidden({"seen", seen_mark(own.voice)}),
        fields.button({.label = act.label, .kind = act.kind, .size = html::ButtonSize::large}));
}

void write_another(Out& out, const Translator& t, const Own& own) {
    const html::Fields fields{t, own.problems};
    write<R"(
<section class="own-voice__another"><h2>{}</h2><form class="form" method="post" action="{}/photo" enctype="multipart/form-data" novalidate>{}{}{}</form></section>)">(
        out, t("Another photo"), own_path(t.locale(), own.token), fields.error_summary(),
        fields.file({.name = std::string{kPhotoField},
                     .label = t("Photo"),
                     .accept = "image/*",
                     .hint = t("It takes the place of the present one, and is looked at before it is shown.")}),
        fields.button({.label = t("Send the photo"), .kind = html::ButtonKind::quiet}));
}

}  // namespace

SafeHtml own(const Translator& t, const Own& own) {
    const auto& voice = own.voice;
    const std::string title =
        is_of_guardian(own) ? t("{name} wants to be on the photo wall", {{"name", voice.name}}) : t("Your voice");
    Out out;
    write<R"(
<article class="frame frame--narrow section own-voice"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<div class="own-voice__picture">)">(out, title, standing(t, own));
    write_picture(out, t, own);
    write<"</div>">(out);
    if (!voice.message.empty())
        write<R"(<blockquote class="voice__words" lang="{}" dir="auto">{}</blockquote>)">(out, base::code(voice.locale),
                                                                                          voice.message);
    write<
        R"(<p class="own-voice__who"><b>{}</b> {}</p><details class="disclosure"><summary>{}</summary><p>{}</p></details>)">(
        out, voice.name, voice.place, t("What was agreed to"), own.consent);
    if (waits_for_reader(own))
        write_act(out, t, own, {"confirmation", is_of_guardian(own) ? t("I agree") : t("Confirm that this is mine")});
    if (voice.is_shown())
        write<R"(<p><a class="button button--primary" href="{}">{}</a></p>)">(
            out, ports::voice_path(voice.id, t.locale()), t("See it on the wall"));
    write_act(out, t, own,
              {"withdrawal",
               is_of_guardian(own) ? t("Withdraw it, and remove everything") : t("Withdraw and remove everything"),
               html::ButtonKind::danger});
    write<R"(<p class="form__note">{}</p>)">(
        out,
        t("Photo, message, name and the addresses kept with them go at once and for good. That something was withdrawn "
          "stays known, without anything about you."));
    if (!is_of_guardian(own)) write_another(out, t, own);
    write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml withdrawn(const Translator& t) {
    return html::moment(
        {html::MomentTone::plain, "check", t("It is gone"),
         t("The voice behind this link was withdrawn. Its photo, its words and its addresses have been removed."),
         html::moment_links({{wall_path(t.locale()), t("Back to the photo wall"), "quiet"}})});
}

SafeHtml broken_link(const Translator& t) {
    return html::moment({html::MomentTone::error, "link", t("There is no voice behind this link"),
                         t("The link is not complete, or what was sent was never confirmed and has gone with time.")});
}

}  // namespace voices::pages
