#include "features/integrations/webhook_store.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "features/integrations/jobs.h"
#include "people/person_news.h"
#include "platform/jobs/jobs.h"

namespace integrations::store {
namespace {

constexpr std::size_t kKeptWords = 300;  // characters

Webhook webhook_of(const db::Row& row) {
    return {.id = row.as<WebhookId>(0),
            .name = row.as<std::string>(1),
            .url = row.as<std::string>(2),
            .secret = {row.as<db::Blob>(3).bytes},
            .kinds = {row.as<std::int64_t>(4)},
            .notice_email = row.as<base::EmailAddress>(5),
            .notice_locale = row.as<base::Locale>(6),
            .created_at = row.as<base::Instant>(7),
            .failing_since = row.as<std::optional<base::Instant>>(8),
            .retry_at = row.as<std::optional<base::Instant>>(9),
            .disabled_at = row.as<std::optional<base::Instant>>(10),
            .disabled_why = row.as<std::optional<DisabledWhy>>(11),
            .shape = row.as<Shape>(12)};
}

const db::Query<Webhook()> kWebhooks{
    "select id, name, url, secret, kinds, notice_email, notice_locale, created_at, failing_since, retry_at, "
    "disabled_at, disabled_why, shape from webhook order by name, id",
    webhook_of};
const db::Query<Webhook(WebhookId)> kWebhook{
    "select id, name, url, secret, kinds, notice_email, notice_locale, created_at, failing_since, retry_at, "
    "disabled_at, disabled_why, shape from webhook where id = $1",
    webhook_of};

struct Listener {
    WebhookId id;
    EventKinds kinds;
    Shape shape;
};
const db::Query<Listener()> kListeners{
    "select id, kinds, shape from webhook where disabled_at is null order by id",
    [](const db::Row& row) { return Listener{row.as<WebhookId>(0), {row.as<std::int64_t>(1)}, row.as<Shape>(2)}; }};

const db::Command<void(WebhookId, std::string, std::string, db::Blob, std::int64_t, base::EmailAddress, base::Locale,
                       base::Instant, auth::StaffId, Shape)>
    kInsertWebhook{
        "insert into webhook (id, name, url, secret, kinds, notice_email, notice_locale, created_at, created_by, "
        "shape) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
const db::Command<void(WebhookId, std::string, std::string, std::int64_t, Shape)> kChange{
    "update webhook set name = $2, url = $3, kinds = $4, shape = $5 where id = $1"};
const db::Command<void(WebhookId)> kForgetFailures{
    "update webhook set failing_since = null, retry_at = null where id = $1"};
const db::Command<void(WebhookId, db::Blob)> kSetSecret{"update webhook set secret = $2 where id = $1"};
const db::Command<void(WebhookId, base::Instant, DisabledWhy)> kDisable{
    "update webhook set disabled_at = $2, disabled_why = $3 where id = $1 and disabled_at is null"};
const db::Command<void(WebhookId)> kEnable{
    "update webhook set disabled_at = null, disabled_why = null, failing_since = null, retry_at = null where id = $1"};
const db::Command<void(WebhookId)> kRemoveDeliveries{"delete from webhook_delivery where webhook_id = $1"};
const db::Command<void(WebhookId)> kRemoveWebhook{"delete from webhook where id = $1"};

const db::Command<void(EventId, EventKind, ports::PetitionId, ports::SignerClass, std::int64_t, base::Instant,
                       ports::SignatureId, people::PersonId, ports::ListSignUpId, std::string)>
    kInsertEvent{
        "insert into webhook_event (id, kind, petition_id, signer_class, how_many, happened_at, signature_id, "
        "person_id, sign_up_id, form) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
const db::Query<std::int64_t(people::PersonId, EventKind, base::Instant)> kIsTold{
    "select 1 from webhook_event where person_id = $1 and kind = $2 and happened_at = $3 and person_id <> 0",
    db::columns<std::int64_t, std::int64_t>};
const db::Command<void(DeliveryId, WebhookId, EventId, base::Instant)> kInsertDelivery{
    "insert into webhook_delivery (id, webhook_id, event_id, state, attempts, created_at, last_words) "
    "values ($1, $2, $3, 0, 0, $4, '')"};

Delivery delivery_of(const db::Row& row) {
    return {
        .id = row.as<DeliveryId>(0),
        .webhook = row.as<WebhookId>(1),
        .event = {row.as<EventId>(2), row.as<EventKind>(3), row.as<ports::PetitionId>(4), row.as<ports::SignerClass>(5),
                  row.as<std::int64_t>(6), row.as<base::Instant>(7), row.as<ports::SignatureId>(15),
                  row.as<people::PersonId>(16), row.as<ports::ListSignUpId>(17), row.as<std::string>(18)},
        .state = row.as<DeliveryState>(8),
        .attempts = row.as<std::int64_t>(9),
        .created_at = row.as<base::Instant>(10),
        .last_at = row.as<std::optional<base::Instant>>(11),
        .last_status = row.as<std::optional<std::int64_t>>(12),
        .last_words = row.as<std::string>(13),
        .took_ms = row.as<std::optional<std::int64_t>>(14)};
}

const db::Query<Delivery(DeliveryId)> kDelivery{
    "select d.id, webhook_id, event_id, kind, petition_id, signer_class, how_many, happened_at, state, attempts, "
    "created_at, last_at, last_status, last_words, took_ms, signature_id, person_id, sign_up_id, form "
    "from webhook_delivery d join webhook_event e on e.id = d.event_id where d.id = $1",
    delivery_of};
const db::Query<Delivery(WebhookId, std::int64_t, std::int64_t)> kDeliveries{
    "select d.id, webhook_id, event_id, kind, petition_id, signer_class, how_many, happened_at, state, attempts, "
    "created_at, last_at, last_status, last_words, took_ms, signature_id, person_id, sign_up_id, form "
    "from webhook_delivery d join webhook_event e on e.id = d.event_id where webhook_id = $1 and d.id < $2 order by "
    "d.id desc limit $3",
    delivery_of};
const db::Query<std::int64_t(WebhookId)> kCountWaiting{
    "select count(*) from webhook_delivery where webhook_id = $1 and state = 0",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<DeliveryId(WebhookId)> kWaiting{
    "select id from webhook_delivery where webhook_id = $1 and state = 0 order by id",
    db::columns<DeliveryId, DeliveryId>};

const db::Command<void(DeliveryId, DeliveryState, base::Instant, std::optional<std::int64_t>, std::string,
                       std::optional<std::int64_t>)>
    kNoteAttempt{
        "update webhook_delivery set state = $2, attempts = attempts + 1, last_at = $3, last_status = $4, "
        "last_words = $5, took_ms = $6 where id = $1"};
const db::Command<void(WebhookId)> kAnswers{
    "update webhook set failing_since = null, retry_at = null where id = $1 and failing_since is not null"};
const db::Command<void(WebhookId, base::Instant, std::optional<base::Instant>)> kFails{
    "update webhook set failing_since = coalesce(failing_since, $2), retry_at = $3 where id = $1"};
const db::Command<void(DeliveryId)> kDropDelivery{"delete from webhook_delivery where id = $1"};
const db::Command<void(DeliveryId)> kWaitAgain{"update webhook_delivery set state = 0, attempts = 0 where id = $1"};

const db::Command<void(base::Instant)> kSweepDeliveries{
    "delete from webhook_delivery where created_at < $1 and state <> 0"};
const db::Command<void(base::Instant)> kSweepEvents{
    "delete from webhook_event where happened_at < $1 "
    "and not exists (select 1 from webhook_delivery where webhook_delivery.event_id = webhook_event.id)"};

DeliveryId insert_delivery(db::Write& tx, WebhookId webhook, EventId event) {
    const auto id = tx.new_id<DeliveryId>();
    tx.run(kInsertDelivery, id, webhook, event, tx.now());
    jobs::queue(tx, {kDeliverJob, std::to_string(id.value)});
    return id;
}

EventId insert_event(db::Write& tx, const Event& event) {
    const auto id = tx.new_id<EventId>();
    tx.run(kInsertEvent, id, event.kind, event.petition, event.signer_class, event.how_many, event.happened_at,
           event.signature, event.person, event.sign_up, event.form);
    return id;
}

// People are followed while an active address wants to hear of them.
void follow_people(db::Write& tx) {
    const auto listeners = tx.all(kListeners);
    const bool is_wanted =
        std::ranges::any_of(listeners, [](const Listener& listener) { return listener.kinds.has_any_of_people(); });
    people::follow_news(tx, kNewsJob, is_wanted ? people::Following::yes : people::Following::no);
}

// Of signatures, our own shape tells counts and the others single ones.
bool wants(const Listener& listener, const Event& event) {
    const bool is_count = event.signature == ports::SignatureId{0};
    const bool is_its_shape = event.is_of_list() || (listener.shape == Shape::own) == is_count;
    return is_its_shape && listener.kinds.has(event.kind);
}

// A foreign server's words, as far as they are text.
std::string kept(const std::string& words) {
    if (!base::is_valid_utf8(words)) return {};
    return std::string{base::first_characters(base::collapse_spaces(words), kKeptWords)};
}

}  // namespace

std::vector<Webhook> webhooks(db::Read& read) { return read.all(kWebhooks); }

std::optional<Webhook> find_webhook(db::Read& read, WebhookId id) { return read.one(kWebhook, id); }

WebhookId insert_webhook(db::Write& tx, const NewWebhook& webhook) {
    const auto id = tx.new_id<WebhookId>();
    tx.run(kInsertWebhook, id, webhook.form.name, webhook.form.url, db::Blob{webhook.secret.bytes},
           webhook.form.kinds.bits, webhook.by.email, webhook.locale, tx.now(), webhook.by.id, webhook.form.shape);
    follow_people(tx);
    return id;
}

void change_webhook(db::Write& tx, const Webhook& webhook, const WebhookForm& form) {
    tx.run(kChange, webhook.id, form.name, form.url, form.kinds.bits, form.shape);
    follow_people(tx);
    if (form.url == webhook.url) return;
    tx.run(kForgetFailures, webhook.id);
    if (webhook.is_active()) queue_waiting(tx, webhook.id);
}

void set_secret(db::Write& tx, WebhookId id, const WebhookSecret& secret) {
    tx.run(kSetSecret, id, db::Blob{secret.bytes});
}

void disable(db::Write& tx, WebhookId id, DisabledWhy why) {
    tx.run(kDisable, id, tx.now(), why);
    follow_people(tx);
}

void enable(db::Write& tx, WebhookId id) {
    tx.run(kEnable, id);
    follow_people(tx);
    queue_waiting(tx, id);
}

void remove_webhook(db::Write& tx, WebhookId id) {
    tx.run(kRemoveDeliveries, id);
    tx.run(kRemoveWebhook, id);
    follow_people(tx);
}

void record_events(db::Write& tx, std::span<const Event> events) {
    const auto listeners = tx.all(kListeners);
    for (const Event& event : events) {
        if (event.is_of_list() && tx.one(kIsTold, event.person, event.kind, event.happened_at)) continue;
        std::optional<EventId> id;
        for (const Listener& listener : listeners) {
            if (!wants(listener, event)) continue;
            if (!id) id = insert_event(tx, event);
            insert_delivery(tx, listener.id, *id);
        }
    }
}

DeliveryId insert_test(db::Write& tx, WebhookId id) {
    const auto event = insert_event(
        tx, {EventId{0}, EventKind::test, ports::PetitionId{0}, ports::SignerClass::individual, 0, tx.now()});
    return insert_delivery(tx, id, event);
}

std::optional<Delivery> find_delivery(db::Read& read, DeliveryId id) { return read.one(kDelivery, id); }

std::vector<Delivery> deliveries(db::Read& read, const DeliveryPage& page) {
    const auto before = page.before ? page.before->value : std::numeric_limits<std::int64_t>::max();
    return read.all(kDeliveries, page.webhook, before, page.limit);
}

std::int64_t count_waiting(db::Read& read, WebhookId id) { return read.one(kCountWaiting, id).value(); }

void note_success(db::Write& tx, const Delivery& delivery, const Attempt& attempt) {
    tx.run(kNoteAttempt, delivery.id, DeliveryState::delivered, attempt.at, attempt.status, kept(attempt.words),
           attempt.took_ms);
    tx.run(kAnswers, delivery.webhook);
}

void note_failure(db::Write& tx, const Delivery& delivery, const Failure& failure) {
    const auto state = failure.next ? DeliveryState::waiting : DeliveryState::given_up;
    tx.run(kNoteAttempt, delivery.id, state, failure.attempt.at, failure.attempt.status, kept(failure.attempt.words),
           failure.attempt.took_ms);
    tx.run(kFails, delivery.webhook, failure.attempt.at, failure.next);
}

void drop_delivery(db::Write& tx, DeliveryId id) { tx.run(kDropDelivery, id); }

void wait_again(db::Write& tx, DeliveryId id) {
    tx.run(kWaitAgain, id);
    queue(tx, id, tx.now());
}

void queue_waiting(db::Write& tx, WebhookId id) {
    for (const DeliveryId waiting : tx.all(kWaiting, id)) queue(tx, waiting, tx.now());
}

void queue(db::Write& tx, DeliveryId id, base::Instant due_at) {
    jobs::queue_at(tx, {kDeliverJob, std::to_string(id.value)}, due_at);
}

std::int64_t sweep(db::Write& tx, base::Instant before) {
    return tx.run(kSweepDeliveries, before) + tx.run(kSweepEvents, before);
}

}  // namespace integrations::store
