// The pages behind mailed links: what handlers.h declares about them.
#include <fmt/format.h>

#include "features/voices/consent_store.h"
#include "features/voices/handlers.h"
#include "features/voices/picture_store.h"
#include "features/voices/step_service.h"
#include "features/voices/store.h"
#include "features/voices/upload_service.h"

namespace voices {
namespace {

constexpr int kLookedAtWidth = 640;  // pixels

// The narrowest JPEG that is at least this wide, else the widest.
std::optional<ports::VoiceFile> looked_at(const std::vector<ports::VoiceFile>& files) {
    std::optional<ports::VoiceFile> found;
    for (const auto& file : files) {
        if (file.format != imaging::Format::jpeg) continue;
        found = file;
        if (file.width >= kLookedAtWidth) break;
    }
    return found;
}

}  // namespace

std::string own_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/voices/mine/{}", base::code(locale), token);
}

std::optional<OwnAct> OwnHandlers::read_token(const http::Request& request) const {
    const std::string token = request.parameter("token");
    if (const auto id = services_.tokens.read(kOwnVoice, token))
        return OwnAct{VoiceId{*id}, token, request.locale, Behind::sender};
    if (const auto id = services_.tokens.read(kGuardianOf, token))
        return OwnAct{VoiceId{*id}, token, request.locale, Behind::guardian};
    return std::nullopt;
}

http::Response OwnHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response OwnHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto own = read_token(request);
    const auto voice = own ? store::find(read, own->voice) : std::nullopt;
    auto frame = services_.frames.frame(
        request, {.title = t("Your voice"),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    if (!voice) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    if (voice->state == State::withdrawn) return ports::respond(std::move(frame), pages::withdrawn(t), 410);
    const auto consent =
        store::find_wording(read, own->behind == Behind::guardian ? voice->guardian_consent : voice->consent);
    return ports::respond(
        std::move(frame),
        pages::own(t, {*voice, own->token,
                       own->behind == Behind::guardian ? pages::Own::Reader::guardian : pages::Own::Reader::sender,
                       consent ? consent->wording.words : "", problems}),
        problems.empty() ? 200 : 422);
}

http::Response OwnHandlers::photo(const http::Request& request, db::Read& read) const {
    const auto own = read_token(request);
    const auto file = own ? looked_at(store::files(read, own->voice)) : std::nullopt;
    return file ? picture_response(services_.files, {*file, Keeping::never}) : http::not_found();
}

base::Result<OwnAct, base::Problems> OwnHandlers::read_act(const http::Request& request) const {
    auto own = read_token(request);
    if (!own) return base::Problems{{"", base::message("This link is not complete.")}};
    own->seen = request.form.text("seen");
    return *std::move(own);
}

http::WriteResult OwnHandlers::confirm(const OwnAct& act, db::Write& write) const {
    const auto voice = store::find(write, act.voice);
    if (!voice) return http::not_found();
    // Where another picture came meanwhile, the page shows it first.
    const bool is_seen = act.seen.empty() || act.seen == seen_mark(*voice);
    if (act.behind == Behind::sender) voices::confirm(services_, write, *voice);
    if (act.behind == Behind::guardian && is_seen) confirm_guardian(write, *voice);
    return http::see_other(own_path(act.locale, act.token));
}

http::WriteResult OwnHandlers::withdraw(const OwnAct& act, db::Write& write) const {
    const auto voice = store::find(write, act.voice);
    if (!voice) return http::not_found();
    voices::withdraw(services_, write, *voice);
    return http::see_other(own_path(act.locale, act.token));
}

base::Result<OwnAct, base::Problems> OwnHandlers::read_photo(const http::Request& request) const {
    auto own = read_act(request);
    if (!own) return own.error();
    const auto picture = look_at_picture(services_, request);
    if (!picture) return picture.error();
    if (*picture == PictureCame::no)
        return base::Problems{{std::string{kPhotoField}, base::message("Please choose a picture.")}};
    own->original = keep_picture(services_, request);
    return own;
}

http::WriteResult OwnHandlers::replace(const OwnAct& act, db::Write& write) const {
    const auto voice = store::find(write, act.voice);
    if (!voice || act.behind == Behind::guardian) return http::not_found();
    replace_picture(services_, write, *voice, act.original);
    return http::see_other(own_path(act.locale, act.token));
}

}  // namespace voices
