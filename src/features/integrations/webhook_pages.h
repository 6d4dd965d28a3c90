// features/integrations/webhook_pages.h - the staff's pages of webhooks. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/integrations/webhook.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace integrations::pages {

// "/en/staff/webhooks" for "webhooks".
std::string staff_path(base::Locale locale, std::string_view below);
std::string webhook_path(base::Locale locale, WebhookId id);

// The name of the tick in the form: "confirmed".
std::string_view field_of(EventKind kind);

html::SafeHtml webhook_list(i18n::Translator t, const std::vector<Webhook>& webhooks);

struct NewWebhook {
    WebhookForm typed;
    base::Problems problems{};
};
html::SafeHtml new_webhook(i18n::Translator t, const NewWebhook& view);

html::SafeHtml edit_webhook(i18n::Translator t, const Webhook& webhook, const NewWebhook& view);

// Shown once, with how to check a signature.
html::SafeHtml webhook_secret(i18n::Translator t, const Webhook& webhook);

struct WebhookPage {
    const Webhook& webhook;
    const std::vector<Delivery>& deliveries;
    std::int64_t waiting;
    std::optional<DeliveryId> older{};
};
html::SafeHtml webhook(i18n::Translator t, const WebhookPage& view);

}  // namespace integrations::pages
