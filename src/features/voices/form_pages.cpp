// What pages.h declares about the form, and about whoever has sent it.
#include "features/voices/consent.h"
#include "features/voices/pages.h"
#include "features/voices/upload_service.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"

namespace voices::pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using html::write;
using i18n::Translator;

html::Checked checked(Tick tick) { return tick == Tick::yes ? html::Checked::yes : html::Checked::no; }

// Nothing of it is there without the script, which shows it once a picture is chosen.
SafeHtml tool(const Translator& t) {
    const auto slider = [&](std::string_view name, const std::string& label, std::string_view value) {
        return html::render<
            R"(<label class="photo-tool__slider"><span>{}</span><input type="range" min="0" max="100" value="{}" data-photo-slider="{}"></label>)">(
            label, value, name);
    };
    return html::render<R"(
<div class="photo-tool" data-photo-tool hidden><canvas class="photo-tool__stage" width="640" height="640" role="img" aria-label="{}" data-photo-stage></canvas>
<div class="photo-tool__acts"><button class="button button--quiet button--small" type="button" data-photo-turn="3">{} {}</button> <button class="button button--quiet button--small" type="button" data-photo-turn="1">{} {}</button></div>
{}{}{}</div>
<p class="photo-progress" data-photo-progress hidden><progress class="progress" max="100" value="0" aria-label="{}"></progress></p>
<p class="photo-said" role="status" data-photo-said></p>)">(
        t("Your picture; the bright square is what is shown"), html::icon("turn-left"), t("Turn left"),
        html::icon("turn-right"), t("Turn right"), slider("size", t("Size of the square"), "100"),
        slider("x", t("Further left or right"), "50"), slider("y", t("Further up or down"), "50"),
        t("How much of the picture has arrived"));
}

void write_photo(Out& out, const html::Fields& fields, const Translator& t, const Form& form) {
    write<
        R"(<div class="photo-field" data-photo-field data-uploads="/{}/voices/uploads" data-word-sending="{}" data-word-sent="{}" data-word-unseen="{}" data-word-failed="{}">)">(
        out, base::code(t.locale()), t("The picture is on its way …"), t("The picture has arrived."),
        t("Your browser cannot show this kind of picture. It is sent whole."),
        t("The picture did not arrive. It will be sent with the form."));
    if (!form.typed.upload.empty())
        write<R"(<p class="notice notice--information photo-kept">{} {}</p>)">(
            out, html::icon("image"), t("Your picture is kept. Choose a file only to send another one."));
    write<"{}{}{}{}{}</div>">(
        out,
        fields.file(
            {.name = std::string{kPhotoField},
             .label = t("Photo"),
             .accept = "image/*",
             .required = Required::no,
             .hint = t("With the camera or from your device, up to 30 megabytes: JPEG, PNG, WebP, HEIC or AVIF. "
                       "Without a photo we draw your initials.")}),
        html::hidden({kUploadField, form.typed.upload}), html::hidden({"turns", form.typed.turns}),
        html::hidden({"crop", form.typed.crop}), tool(t));
}

// The script counts characters as people do, and so does the server; the browser's own limit does not.
void write_message(Out& out, const html::Fields& fields, const Translator& t, const Form& form) {
    write<R"(<div data-message-limit="{}" data-word-left-one="{}" data-word-left-other="{}">{}</div>)">(
        out, kLongestMessage, t("{count} character left"), t("{count} characters left"),
        fields.text_area({.name = "message",
                          .label = t("Your message"),
                          .value = form.typed.message,
                          .required = Required::no,
                          .hint = t("Why do public services matter to you? Up to 280 characters."),
                          .rows = 4}));
    write<"{}">(out, fields.text({.name = "alt",
                                  .label = t("What the photo shows"),
                                  .value = form.typed.alt,
                                  .required = Required::no,
                                  .hint = t("In a few words, for people who do not see it."),
                                  .max_length = kLongestAlt}));
}

void write_who(Out& out, const html::Fields& fields, const Translator& t, const Form& form) {
    std::vector<html::Choice> provinces{{"", t("Choose the province or territory")}};
    for (const auto each : people::kProvinces)
        provinces.push_back({std::string{people::code(each)}, t(people::name(each))});
    provinces.push_back({std::string{kElsewhere}, t("Outside Canada")});
    write<"{}{}{}">(
        out,
        fields.text({.name = "name",
                     .label = t("Name as it is shown"),
                     .value = form.typed.name,
                     .autocomplete = "nickname",
                     .hint = t("“Maya T.” is enough."),
                     .max_length = kLongestName}),
        html::field_pair(fields.text({.name = "place",
                                      .label = t("City or town"),
                                      .value = form.typed.place,
                                      .required = Required::no,
                                      .autocomplete = "address-level2",
                                      .max_length = people::kLongestPlace}),
                         fields.select({.name = "province",
                                        .label = t("Province or territory"),
                                        .choices = provinces,
                                        .value = form.typed.province,
                                        .autocomplete = "address-level1"})),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = form.typed.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "email",
                     .hint = t("Not shown. We send one mail to confirm; its link also withdraws everything later."),
                     .max_length = 254}));
}

void write_guardian(Out& out, const html::Fields& fields, const Translator& t, const Form& form) {
    write<R"({}<fieldset class="form__group guardian" data-guardian><legend>{}</legend>{}{}{}</fieldset>)">(
        out, fields.checkbox({.name = "minor", .label = t("I am under 18"), .checked = checked(form.typed.minor)}),
        t("Only for people under 18: a parent or guardian"),
        fields.text({.name = "guardian_name",
                     .label = t("Their name"),
                     .value = form.typed.guardian_name,
                     .required = Required::no,
                     .max_length = 100}),
        fields.text({.name = "guardian_email",
                     .label = t("Their email address"),
                     .value = form.typed.guardian_email,
                     .kind = html::TextKind::email,
                     .required = Required::no,
                     .hint = t("We ask them too; nothing is shown before they have agreed."),
                     .max_length = 254}),
        fields.checkbox({.name = "guardian_consent",
                         .label = guardian_words(t, form.organisation),
                         .checked = checked(form.typed.guardian_consent)}));
}

}  // namespace

SafeHtml form(const Translator& t, const Form& form) {
    const html::Fields fields{t, form.problems};
    Out out;
    write<R"(
<article class="frame frame--narrow section"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p>
<h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<form class="form voice-form" method="post" action="{}" enctype="multipart/form-data" novalidate>{})">(
        out, wall_path(t.locale()), t("The photo wall"), t("Add your voice"),
        t("Take a photo, write a sentence, or both. Somebody of the campaign looks at it before it is shown."),
        form_path(t.locale()), fields.error_summary());
    write_photo(out, fields, t, form);
    write_message(out, fields, t, form);
    write_who(out, fields, t, form);
    write<"{}{}">(out,
                  fields.checkbox({.name = "link",
                                   .label = t("Say with it that I signed the campaign’s petition or pledge"),
                                   .checked = checked(form.typed.link),
                                   .hint = t("If you signed with the same address.")}),
                  fields.checkbox({.name = "consent",
                                   .label = consent_words(t, form.organisation),
                                   .checked = checked(form.typed.consent),
                                   .required = Required::yes}));
    write_guardian(out, fields, t, form);
    write<R"({}{}<p class="form__note">{}</p></form></article>)">(
        out, html::trap(t, "website"),
        fields.button({.label = t("Send it"), .size = html::ButtonSize::large, .width = html::ButtonWidth::full}),
        t("Place, time and camera are taken out of the photo. The file that you send is kept encrypted and goes "
          "soon."));
    return std::move(out).finish();
}

SafeHtml sent(const Translator& t, const std::string& demo_mailbox) {
    std::vector<html::MomentLink> links;
    if (!demo_mailbox.empty()) links.push_back({demo_mailbox, t("Open the demo mailbox")});
    links.push_back({wall_path(t.locale()), t("Back to the photo wall"), "quiet"});
    return html::moment(
        {.tone = html::MomentTone::success,
         .icon = "mail",
         .title = t("One more step: open your mail"),
         .text = t("We have sent you a link. Press the button behind it, and somebody of the campaign will look at "
                   "your voice."),
         .below = html::moment_links(links),
         .more = t("The link stays yours: it shows how your voice stands, and withdraws it whenever you like.")});
}

}  // namespace voices::pages
