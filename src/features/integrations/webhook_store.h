// features/integrations/webhook_store.h - addresses, events and deliveries: all that is read and written of them.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/integrations/webhook.h"
#include "platform/db/transaction.h"

namespace integrations::store {

std::vector<Webhook> webhooks(db::Read& read);  // by name
std::optional<Webhook> find_webhook(db::Read& read, WebhookId id);

struct NewWebhook {
    const WebhookForm& form;
    const WebhookSecret& secret;
    const auth::Principal& by;
    base::Locale locale;
};
WebhookId insert_webhook(db::Write& tx, const NewWebhook& webhook);
// Its name, address, kinds and shape. Where the address is a new one it is tried at once.
void change_webhook(db::Write& tx, const Webhook& webhook, const WebhookForm& form);
void set_secret(db::Write& tx, WebhookId id, const WebhookSecret& secret);
void disable(db::Write& tx, WebhookId id, DisabledWhy why);
// Forgets its failures too.
void enable(db::Write& tx, WebhookId id);
// With its deliveries.
void remove_webhook(db::Write& tx, WebhookId id);

// Writes the events and, for every active address that wants one, a delivery with its job, in this transaction. A step
// on the list that was written before is not written again.
void record_events(db::Write& tx, std::span<const Event> events);
DeliveryId insert_test(db::Write& tx, WebhookId id);

std::optional<Delivery> find_delivery(db::Read& read, DeliveryId id);
struct DeliveryPage {
    WebhookId webhook;
    std::optional<DeliveryId> before{};
    std::int64_t limit = 50;
};
std::vector<Delivery> deliveries(db::Read& read, const DeliveryPage& page);  // the newest first
std::int64_t count_waiting(db::Read& read, WebhookId id);

struct Attempt {
    base::Instant at;
    std::optional<std::int64_t> status, took_ms;  // of the answer
    std::string words;                            // its beginning, or why none came
};
// The address answers: it no longer fails.
void note_success(db::Write& tx, const Delivery& delivery, const Attempt& attempt);
// next: of the delivery and of its address; nullopt: the delivery is given up.
struct Failure {
    const Attempt& attempt;
    std::optional<base::Instant> next;
};
void note_failure(db::Write& tx, const Delivery& delivery, const Failure& failure);

// Of a signature that is no longer there to be told of.
void drop_delivery(db::Write& tx, DeliveryId id);
// Waits again, as if it had not been tried.
void wait_again(db::Write& tx, DeliveryId id);
// Orders the jobs of all deliveries that wait.
void queue_waiting(db::Write& tx, WebhookId id);
void queue(db::Write& tx, DeliveryId id, base::Instant due_at);

// Deliveries that are done and older than this, and events that nobody is told of. Returns how many rows went.
std::int64_t sweep(db::Write& tx, base::Instant before);

}  // namespace integrations::store
