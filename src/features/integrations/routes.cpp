#include "features/integrations/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace integrations {
namespace {

using auth::Permission;
using http::bound;

void add_keys(http::Router& router, const KeyHandlers& to) {
    router.get("/{locale}/staff/keys", bound(to, &KeyHandlers::list),
               {.name = "integrations.keys", .permission = Permission::manage_settings});
    router.post<MakeKey>("/{locale}/staff/keys",
                         {.parse = bound(to, &KeyHandlers::read_new),
                          .apply = bound(to, &KeyHandlers::make),
                          .refuse = bound(to, &KeyHandlers::list_again)},
                         {.name = "integrations.make_key", .permission = Permission::manage_settings});
    router.post<RevokeKey>(
        "/{locale}/staff/keys/{id}/revocation",
        {.parse = bound(to, &KeyHandlers::read_revocation), .apply = bound(to, &KeyHandlers::revoke)},
        {.name = "integrations.revoke_key", .permission = Permission::manage_settings});
    router.get("/api/v1/key", bound(to, &KeyHandlers::show_own), {.name = "api.key"});
}

void add_webhook_acts(http::Router& router, const WebhookHandlers& to) {
    const auto act = [&](std::string_view below, auto apply, std::string name) {
        router.post<WebhookAct>("/{locale}/staff/webhooks/{id}/" + std::string{below},
                                {.parse = bound(to, &WebhookHandlers::read_act), .apply = bound(to, apply)},
                                {.name = std::move(name), .permission = Permission::manage_settings});
    };
    act("test", &WebhookHandlers::test, "integrations.test_webhook");
    act("off", &WebhookHandlers::switch_off, "integrations.disable_webhook");
    act("on", &WebhookHandlers::switch_on, "integrations.enable_webhook");
    act("secret", &WebhookHandlers::replace_secret, "integrations.replace_webhook_secret");
    act("removal", &WebhookHandlers::remove, "integrations.remove_webhook");
    act("deliveries/{delivery}/again", &WebhookHandlers::send_again, "integrations.send_again");
}

void add_webhooks(http::Router& router, const WebhookHandlers& to) {
    router.get("/{locale}/staff/webhooks", bound(to, &WebhookHandlers::list),
               {.name = "integrations.webhooks", .permission = Permission::manage_settings});
    router.get("/{locale}/staff/webhooks/new", bound(to, &WebhookHandlers::show_new),
               {.name = "integrations.show_new_webhook", .permission = Permission::manage_settings});
    router.post<MakeWebhook>("/{locale}/staff/webhooks",
                             {.parse = bound(to, &WebhookHandlers::read_new),
                              .apply = bound(to, &WebhookHandlers::make),
                              .refuse = bound(to, &WebhookHandlers::show_new_again)},
                             {.name = "integrations.make_webhook", .permission = Permission::manage_settings});
    router.get("/{locale}/staff/webhooks/{id}", bound(to, &WebhookHandlers::show),
               {.name = "integrations.webhook", .permission = Permission::manage_settings});
    router.get("/{locale}/staff/webhooks/{id}/edit", bound(to, &WebhookHandlers::show_edit),
               {.name = "integrations.edit_webhook", .permission = Permission::manage_settings});
    router.post<ChangeWebhook>("/{locale}/staff/webhooks/{id}/edit",
                               {.parse = bound(to, &WebhookHandlers::read_change),
                                .apply = bound(to, &WebhookHandlers::change),
                                .refuse = bound(to, &WebhookHandlers::show_edit_again)},
                               {.name = "integrations.change_webhook", .permission = Permission::manage_settings});
    add_webhook_acts(router, to);
}

}  // namespace

void add_routes(http::Router& router, const Handlers& handlers) {
    add_keys(router, handlers.keys);
    router.get("/api/v1/petitions", bound(handlers.petitions, &PetitionHandlers::list), {.name = "api.petitions"});
    router.get("/api/v1/petitions/{slug}", bound(handlers.petitions, &PetitionHandlers::show),
               {.name = "api.petition"});
    add_webhooks(router, handlers.webhooks);
}

}  // namespace integrations
