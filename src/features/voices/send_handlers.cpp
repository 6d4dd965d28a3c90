// The form, and pictures that come before it: what handlers.h declares about them.
#include <boost/json.hpp>

#include "features/voices/consent.h"
#include "features/voices/consent_store.h"
#include "features/voices/handlers.h"
#include "features/voices/jobs.h"
#include "features/voices/mails.h"
#include "features/voices/store.h"
#include "features/voices/upload_service.h"
#include "people/address_hash.h"
#include "platform/mail/outbox.h"

namespace voices {
namespace {

constexpr std::int64_t kMostADay = 3;  // of one address, or with one guardian: each causes a mail

VoiceForm form_of(const http::Form& form) {
    const auto tick = [&](std::string_view name) { return form.is_ticked(name) ? Tick::yes : Tick::no; };
    return {.name = form.text("name"),
            .place = form.text("place"),
            .province = form.text("province"),
            .message = form.text("message"),
            .alt = form.text("alt"),
            .email = form.text("email"),
            .consent = tick("consent"),
            .link = tick("link"),
            .minor = tick("minor"),
            .guardian_name = form.text("guardian_name"),
            .guardian_email = form.text("guardian_email"),
            .guardian_consent = tick("guardian_consent"),
            .turns = form.text("turns"),
            .crop = form.text("crop"),
            .upload = form.text(kUploadField),
            .trap = form.text("website")};
}

void order_mail(db::Write& write, const NewSending& form, VoiceId voice) {
    mail::queue(write, {kConfirmMail, form.submission.email, form.locale, voice.value});
    if (form.submission.guardian)
        mail::queue(write, {kGuardianMail, form.submission.guardian->email, form.locale, voice.value});
}

}  // namespace

http::Response SendHandlers::page(const http::Request& request, const pages::Form& form) const {
    const i18n::Translator t{request.locale};
    const bool is_fine = form.problems.empty();
    auto frame = services_.frames.frame(
        request, {.title = t("Add your voice"),
                  .description = t("Take a photo, say why it matters, and become part of the picture."),
                  .path = pages::form_path(request.locale),
                  .form_state = is_fine ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::form(t, form), is_fine ? 200 : 422);
}

http::Response SendHandlers::show(const http::Request& request, db::Read&) const {
    const base::Problems none;
    return page(request, {{}, none, organisation(services_, request.locale)});
}

base::Result<NewSending, base::Problems> SendHandlers::read_form(const http::Request& request) const {
    const VoiceForm form = form_of(request.form);
    const auto picture = look_at_picture(services_, request);
    // Whoever sent a picture that cannot be taken is told about that, and not that there is none.
    auto submission = accept(form, picture ? *picture : PictureCame::yes);
    base::Problems problems = picture ? base::Problems{} : picture.error();
    if (!submission) problems.insert(problems.end(), submission.error().begin(), submission.error().end());
    if (!problems.empty()) return problems;
    const auto hash = people::address_hash(services_.secret, submission->email);
    const auto guardian_hash =
        submission->guardian ? people::address_hash(services_.secret, submission->guardian->email) : 0;
    return NewSending{.submission = *std::move(submission),
                      .original = form.trap.empty() ? keep_picture(services_, request) : "",
                      .locale = request.locale,
                      .address_hash = hash,
                      .guardian_hash = guardian_hash,
                      .network = request.client.text(),
                      .is_trapped = !form.trap.empty()};
}

// What is kept says nothing to whoever filled in the form: the answer is always the same.
http::WriteResult SendHandlers::send(const NewSending& form, db::Write& write) const {
    auto answer = http::see_other(pages::sent_path(form.locale));
    const auto is_too_many = [&](std::int64_t hash) {
        return store::count_since(write, hash, write.now() - base::days(1)) >= kMostADay;
    };
    if (form.is_trapped || is_too_many(form.address_hash) || is_too_many(form.guardian_hash)) return answer;
    const i18n::Translator t{form.locale};
    const std::string by = organisation(services_, form.locale);
    const auto consent = store::ensure_wording(write, {"publish", form.locale, consent_words(t, by)});
    const auto guardian = form.submission.guardian
                              ? store::ensure_wording(write, {"guardian", form.locale, guardian_words(t, by)})
                              : WordingId{0};
    const auto voice = store::insert(write, {.submission = form.submission,
                                             .locale = form.locale,
                                             .address_hash = form.address_hash,
                                             .guardian_hash = form.guardian_hash,
                                             .original = form.original,
                                             .consent = consent,
                                             .guardian_consent = guardian,
                                             .network = form.network});
    if (!form.original.empty()) order_making(write, voice);
    order_mail(write, form, voice);
    return answer;
}

http::Response SendHandlers::show_again(const http::Request& request, const base::Problems& problems, db::Read&) const {
    VoiceForm typed = form_of(request.form);
    typed.upload = base::find_problem(problems, kPhotoField) ? "" : keep_picture(services_, request);
    return page(request, {typed, problems, organisation(services_, request.locale)});
}

http::Response SendHandlers::sent(const http::Request& request, db::Read&) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Thank you"), .indexing = html::Indexing::refused});
    auto content = pages::sent(t, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

base::Result<KeptUpload, base::Problems> SendHandlers::read_upload(const http::Request& request) const {
    const auto picture = look_at_picture(services_, request);
    if (!picture) return picture.error();
    if (*picture == PictureCame::no)
        return base::Problems{{std::string{kPhotoField}, base::message("Please choose a picture.")}};
    return KeptUpload{keep_picture(services_, request)};
}

http::WriteResult SendHandlers::upload(const KeptUpload& upload, db::Write&) const {
    return http::json(boost::json::serialize(boost::json::object{{"upload", upload.name}}), 201);
}

http::Response SendHandlers::refuse_upload(const http::Request& request, const base::Problems& problems,
                                           db::Read&) const {
    const i18n::Translator t{request.locale};
    return http::problem_json(
        {.status = 422, .title = t("The picture was not taken"), .locale = request.locale, .problems = problems});
}

}  // namespace voices
