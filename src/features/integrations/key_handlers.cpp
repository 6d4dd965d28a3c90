#include "features/integrations/key_handlers.h"

#include <boost/json.hpp>

#include "base/whole_number.h"
#include "features/integrations/key_pages.h"
#include "features/integrations/key_service.h"
#include "features/integrations/key_store.h"
#include "features/integrations/webhook_pages.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/i18n/translator.h"

namespace integrations {
namespace {

KeyForm form_of(const http::Form& form) {
    KeyForm typed{form.text("name"), form.text("per_minute"), form.text("days"), {}, form.text("level")};
    for (const Scope scope : kScopes)
        if (form.is_ticked(name_of(scope))) typed.scopes.add(scope);
    return typed;
}

// Nobody makes a key that reaches further than they do themselves.
bool may_make(db::Read& read, const auth::Principal& staff, std::optional<base::LevelId> level) {
    constexpr auto kPermission = auth::Permission::manage_settings;
    return level ? ports::may(read, staff, kPermission, *level) : auth::may(staff, kPermission, {});
}

}  // namespace

http::Response KeyHandlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

http::Response KeyHandlers::list_again(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const i18n::Translator t{request.locale};
    KeyForm typed = form_of(request.form);
    if (problems.empty()) typed.per_minute = std::to_string(kUsualRate);
    std::optional<html::Flash> flash;
    if (request.query.view("done") == "revoked")
        flash = html::Flash{html::Tone::success, t("The key opens nothing any more.")};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("API keys"),
                  .path = pages::staff_path(request.locale, "keys"),
                  .flash = flash,
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        pages::keys(t, {store::keys(read), request.received_at, typed, people::levels(read), problems}),
        problems.empty() ? 200 : 422);
}

base::Result<MakeKey, base::Problems> KeyHandlers::read_new(const http::Request& request) const {
    auto key = read_key(form_of(request.form));
    if (!key) return key.error();
    return MakeKey{std::make_shared<const http::Request>(request), ports::acting(request), *std::move(key),
                   new_key_text(services_.random)};
}

http::WriteResult KeyHandlers::make(const MakeKey& form, db::Write& write) const {
    if (!may_make(write, form.acting.staff, form.key.level))
        return base::Problems{{"level", base::message("Please choose one of your levels.")}};
    const auto id = store::insert_key(write, {form.key, form.text, form.acting.staff.id});
    auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                         .action = "integrations.make_key",
                         .subject = {"api_key", id.value, form.key.name}});
    const i18n::Translator t{form.acting.locale};
    auto frame = services_.frames.staff_frame(*form.request, {.title = t("The new key")});
    return ports::respond(std::move(frame),
                          pages::new_key(t, {form.key.name, form.text, services_.frames.public_url()}));
}

base::Result<RevokeKey, base::Problems> KeyHandlers::read_revocation(const http::Request& request) const {
    return RevokeKey{ports::acting(request), base::id_from<ApiKeyId>(request.parameters.view("id"))};
}

http::WriteResult KeyHandlers::revoke(const RevokeKey& form, db::Write& write) const {
    const auto key = form.key ? store::find_key(write, *form.key) : std::nullopt;
    if (!key) return http::not_found();
    if (store::revoke_key(write, key->id))
        auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                             .action = "integrations.revoke_key",
                             .subject = {"api_key", key->id.value, key->name}});
    return http::see_other(pages::staff_path(form.acting.locale, "keys?done=revoked"));
}

http::Response KeyHandlers::show_own(const http::Request& request, db::Read& read) const {
    const auto hash = hash_of_key(request.headers);
    const auto key = hash ? store::find_key(read, *hash) : std::nullopt;
    if (!key) {
        auto response = http::error(401);
        response.headers.add({"WWW-Authenticate", "Bearer"});
        return response;
    }
    boost::json::array scopes;
    for (const Scope scope : kScopes)
        if (key->scopes.has(scope)) scopes.push_back(boost::json::value(name_of(scope)));
    boost::json::object body{{"name", key->name}, {"scopes", std::move(scopes)}, {"per_minute", key->per_minute}};
    const auto level = key->level ? people::find_level(read, *key->level) : std::nullopt;
    if (level) body["level"] = level->slug;
    if (key->expires_at) body["expires_at"] = i18n::machine_time(*key->expires_at);
    auto response = http::json(boost::json::serialize(body));
    response.headers.add({"Cache-Control", "no-store"});
    return response;
}

std::vector<ports::ApiOperation> api_operations() {
    using ports::JsonType;
    return {
        {.method = http::Method::get,
         .path = "/api/v1/key",
         .id = "showKey",
         .summary = "What the key of this request may do",
         .description =
             "Send the key with every request as “Authorization: Bearer atk_...”. Without one the API can be "
             "read too; then the rates are those of the network address.",
         .answers = {{.status = 200,
                      .description = "The key",
                      .fields = {{.name = "name"},
                                 {.name = "scopes",
                                  .type = JsonType::list,
                                  .description = "read, sign_on, read_people, write_people, tags, messages"},
                                 {.name = "per_minute", .type = JsonType::integer, .description = "requests"},
                                 {.name = "level",
                                  .presence = ports::Presence::optional,
                                  .description = "it works at this level and at those below it"},
                                 {.name = "expires_at", .presence = ports::Presence::optional, .format = "date-time"}}},
                     ports::problem_answer(401, "No key, or one that does not work"),
                     ports::problem_answer(429, "Too many requests with this key")}}};
}

}  // namespace integrations
