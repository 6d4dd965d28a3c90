// features/integrations/webhook_handlers.h - what staff do with webhooks: make one, look how it goes, try it, switch it
// off and on, give it a new secret, send again, remove it.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "features/integrations/services.h"
#include "features/integrations/webhook.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace integrations {

struct MakeWebhook {
    std::shared_ptr<const http::Request> request;  // to show the secret, once
    ports::Acting acting;
    WebhookForm form;
    WebhookSecret secret;
};

struct ChangeWebhook {
    ports::Acting acting;
    std::optional<WebhookId> webhook;
    WebhookForm form;
};

// A press on a button of one webhook's page.
struct WebhookAct {
    std::shared_ptr<const http::Request> request;
    ports::Acting acting;
    std::optional<WebhookId> webhook;
    std::optional<DeliveryId> delivery;
    WebhookSecret new_secret;
};

class WebhookHandlers {
public:
    explicit WebhookHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/webhooks; GET /{locale}/staff/webhooks/new; POST /{locale}/staff/webhooks: name, url, and a
    // tick for each kind: confirmed, withdrawn, invalidated, restored, joined, left, submitted, erased; shape: own,
    // osdi_links, osdi_person
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show_new(const http::Request& request, db::Read& read) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<MakeWebhook, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult make(const MakeWebhook& form, db::Write& write) const;

    // GET and POST /{locale}/staff/webhooks/{id}/edit: the fields of a new one; the secret stays
    http::Response show_edit(const http::Request& request, db::Read& read) const;
    http::Response show_edit_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<ChangeWebhook, base::Problems> read_change(const http::Request& request) const;
    http::WriteResult change(const ChangeWebhook& form, db::Write& write) const;

    // GET /{locale}/staff/webhooks/{id} ?before=DELIVERY; POST .../test, .../off, .../on, .../secret, .../removal,
    // .../deliveries/{delivery}/again
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<WebhookAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult test(const WebhookAct& act, db::Write& write) const;
    http::WriteResult switch_off(const WebhookAct& act, db::Write& write) const;
    http::WriteResult switch_on(const WebhookAct& act, db::Write& write) const;
    http::WriteResult replace_secret(const WebhookAct& act, db::Write& write) const;
    http::WriteResult remove(const WebhookAct& act, db::Write& write) const;
    http::WriteResult send_again(const WebhookAct& act, db::Write& write) const;

private:
    base::Result<WebhookForm, base::Problems> read_form(const http::Request& request) const;
    WebhookSecret new_secret() const;
    http::Response secret_page(const http::Request& request, const Webhook& webhook) const;

    const Services& services_;
};

}  // namespace integrations
