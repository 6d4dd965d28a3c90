#include "features/integrations/delivery_service.h"

#include "features/integrations/mails.h"
#include "features/integrations/webhook_store.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace integrations {
namespace {

constexpr int kGone = 410;

struct Task {
    Delivery delivery;
    Webhook webhook;
    std::optional<std::string> body;  // nullopt: there is nothing to tell any more
};

std::string slug_of(const Services& services, db::Read& read, const Event& event) {
    if (event.kind == EventKind::test || event.is_of_list()) return "";
    const auto petition = services.petitions.find_by_id(read, event.petition, base::Locale::english);
    return petition ? petition->slug : "";
}

// The members of a message about one signature, or a step on the list; nullopt: it is no longer there to be told of.
std::optional<std::string> members_of(const Services& services, db::Read& read, const Webhook& webhook,
                                      const Event& event) {
    if (event.kind == EventKind::test) return osdi_test_members(webhook.shape, event.happened_at);
    const auto shown = webhook.shape == Shape::osdi_person ? ports::SignerShown::whole : ports::SignerShown::links;
    if (const auto step = step_of(event.kind)) {
        if (services.list_records == nullptr || !services.list_records->members) return std::nullopt;
        return services.list_records->members(read, {event.person, *step, event.happened_at, event.sign_up}, shown);
    }
    if (services.signatures == nullptr || !services.signatures->members) return std::nullopt;
    return services.signatures->members(read, event.signature, shown);
}

// In the shape of the webhook. Where that changed since, what happened before is told in the one that fits it.
std::optional<std::string> message_of(const Services& services, db::Read& read, const Webhook& webhook,
                                      const Delivery& delivery) {
    const Event& event = delivery.event;
    const bool is_of_both = event.kind == EventKind::test || event.is_of_list();
    const bool is_own = is_of_both ? webhook.shape == Shape::own : event.signature == ports::SignatureId{0};
    if (is_own) return body_of(event, slug_of(services, read, event));
    const auto members = members_of(services, read, webhook, event);
    return members ? std::optional{osdi_body(*members, delivery.id)} : std::nullopt;
}

// What is to be sent, if it still is.
std::optional<Task> find_task(const Services& services, DeliveryId id) {
    return services.database.read([&](db::Read& read) -> std::optional<Task> {
        const auto delivery = store::find_delivery(read, id);
        if (!delivery || delivery->state != DeliveryState::waiting) return std::nullopt;
        const auto webhook = store::find_webhook(read, delivery->webhook);
        if (!webhook || !webhook->is_active()) return std::nullopt;
        return Task{*delivery, *webhook, message_of(services, read, *webhook, *delivery)};
    });
}

http::OutgoingRequest request_of(const Task& task, base::Instant now) {
    return {.url = task.webhook.url,
            .headers = {{"Content-Type", "application/json"},
                        {"User-Agent", "Alltogether-Webhooks/1"},
                        {"webhook-id", message_id(task.delivery.id)},
                        {"webhook-timestamp", std::to_string(now.seconds())},
                        {"webhook-signature", signature_of(task.webhook.secret, {task.delivery.id, now, *task.body})}},
            .body = *task.body};
}

Unheard unheard_of(http::OutgoingFault::Kind kind) {
    using Kind = http::OutgoingFault::Kind;
    switch (kind) {
        case Kind::not_public:
            return Unheard::not_public;
        case Kind::no_such_name:
            return Unheard::no_such_name;
        case Kind::not_reached:
            return Unheard::not_reached;
        case Kind::not_trusted:
            return Unheard::not_trusted;
        case Kind::too_slow:
            return Unheard::too_slow;
        case Kind::other:
            return Unheard::other;
    }
    return Unheard::other;
}

// Of a message that named somebody no words of the answer are kept: they might name them too.
store::Attempt attempt_of(const Task& task, const base::Result<http::OutgoingAnswer, http::OutgoingFault>& answer,
                          base::Instant at) {
    if (!answer)
        return {.at = at,
                .status = std::nullopt,
                .took_ms = std::nullopt,
                .words = std::string{name_of(unheard_of(answer.error().kind))}};
    return {.at = at,
            .status = answer->status,
            .took_ms = answer->took.count(),
            .words = task.webhook.shape == Shape::osdi_person ? std::string{} : answer->body};
}

void switch_off(db::Write& write, const Webhook& webhook, DisabledWhy why) {
    store::disable(write, webhook.id, why);
    mail::queue(write, {kDisabledMail, webhook.notice_email, webhook.notice_locale, webhook.id.value});
    auth::record(write, {.actor = {std::nullopt, "webhooks"},
                         .action = "integrations.disable_webhook",
                         .subject = {"webhook", webhook.id.value, webhook.name}});
}

void note_failure(db::Write& write, const Task& task, const store::Attempt& attempt) {
    const auto delay = delay_after(task.delivery.attempts + 1);
    const auto next = delay ? std::optional{attempt.at + *delay} : std::nullopt;
    store::note_failure(write, task.delivery, {attempt, next});
    const auto webhook = store::find_webhook(write, task.webhook.id);
    if (!webhook || !webhook->is_active()) return;
    if (attempt.status == kGone) return switch_off(write, *webhook, DisabledWhy::gone);
    if (attempt.at - webhook->failing_since.value_or(attempt.at) >= kFailingLimit)
        return switch_off(write, *webhook, DisabledWhy::failing);
    if (next) store::queue(write, task.delivery.id, *next);
}

}  // namespace

void deliver(const Services& services, DeliveryId id) {
    const auto task = find_task(services, id);
    if (!task) return;
    if (!task->body) {
        services.database.write([&](db::Write& write) { store::drop_delivery(write, id); });
        return;
    }
    const auto now = services.database.now();
    // While the address fails, one delivery at a time finds out whether it answers again.
    if (task->webhook.retry_at && now < *task->webhook.retry_at) {
        services.database.write([&](db::Write& write) { store::queue(write, id, *task->webhook.retry_at); });
        return;
    }
    const auto answer = services.client.post(request_of(*task, now));
    const auto attempt = attempt_of(*task, answer, now);
    services.database.write([&](db::Write& write) {
        if (answer && is_taken(answer->status))
            store::note_success(write, task->delivery, attempt);
        else
            note_failure(write, *task, attempt);
    });
}

}  // namespace integrations
