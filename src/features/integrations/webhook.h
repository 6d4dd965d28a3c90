// features/integrations/webhook.h - addresses that are told what happens: what may be one, what is said, how it is
// signed, and when it is tried again. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "platform/auth/principal.h"
#include "ports/count_changes.h"
#include "ports/list_records.h"
#include "ports/petition_terms.h"

namespace integrations {

using WebhookId = base::Id<struct WebhookTag>;
using EventId = base::Id<struct WebhookEventTag>;
using DeliveryId = base::Id<struct WebhookDeliveryTag>;

// Stored as these numbers, which add up to a set. test: only ever sent by the button. The first four are of signatures,
// the others of the email list.
enum class EventKind : unsigned char {
    test = 0,
    confirmed = 1,
    withdrawn = 2,
    invalidated = 4,
    restored = 8,
    joined = 16,
    left = 32,
    submitted = 64,
    erased = 128
};
inline constexpr std::array kEventKinds{EventKind::confirmed, EventKind::withdrawn, EventKind::invalidated,
                                        EventKind::restored,  EventKind::joined,    EventKind::left,
                                        EventKind::submitted, EventKind::erased};

// "signature.confirmed", "list.joined", "list.left", "form.submitted", "person.erased", ...; "test".
std::string_view name_of(EventKind kind);
EventKind kind_of(ports::CountStep step);
EventKind kind_of(ports::ListStep step);

// Which kinds an address wants to hear of.
struct EventKinds {
    std::int64_t bits = 0;
    bool has(EventKind kind) const { return (bits & static_cast<std::int64_t>(kind)) != 0; }
    void add(EventKind kind) { bits |= static_cast<std::int64_t>(kind); }
    bool has_any_of_people() const;
    bool operator==(const EventKinds&) const = default;
};

// 32 bytes that both sides know. Shown as "whsec_" and their base64.
struct WebhookSecret {
    std::string bytes;
    bool operator==(const WebhookSecret&) const = default;
};
std::string text_of(const WebhookSecret& secret);

// In which shape an address is told. Stored as these numbers. own: counts, which name nobody. The others are Action
// Network's, one message for each confirmed signature of an individual and each step of a person on the list: the
// person behind a link, or in the message.
enum class Shape : unsigned char { own = 0, osdi_links = 1, osdi_person = 2 };
inline constexpr std::array kShapes{Shape::own, Shape::osdi_links, Shape::osdi_person};
std::string_view name_of(Shape shape);  // "own", "osdi_links", "osdi_person"
std::optional<Shape> shape_of(std::string_view name);
// What can be told in this shape. Our own has no erasures, which would have to say whose.
EventKinds kinds_in(Shape shape);

enum class DisabledWhy : unsigned char { by_staff = 1, failing = 2, gone = 3 };

struct Webhook {
    WebhookId id;
    std::string name, url;
    WebhookSecret secret;
    EventKinds kinds;
    base::EmailAddress notice_email;
    base::Locale notice_locale;
    base::Instant created_at;
    std::optional<base::Instant> failing_since, retry_at, disabled_at;
    std::optional<DisabledWhy> disabled_why;
    Shape shape = Shape::own;

    bool is_active() const { return !disabled_at; }
};

struct Event {
    EventId id;
    EventKind kind;
    ports::PetitionId petition;
    ports::SignerClass signer_class;
    std::int64_t how_many;
    base::Instant happened_at;
    ports::SignatureId signature{0};  // of one signature alone; 0: says how many
    people::PersonId person{0};       // whose step on the list it is; 0: of signatures
    ports::ListSignUpId sign_up{0};   // with which a form was filled in
    std::string form{};               // its slug

    bool is_of_list() const { return person != people::PersonId{0}; }
};

// The steps of one transaction put together: one event for each petition, class and kind, in the order of their first.
std::vector<Event> events_of(std::span<const ports::CountChange> changes);
// One for each individual who was confirmed, with their signature.
std::vector<Event> signatures_of(std::span<const ports::CountChange> changes);

// A step of a person, as it is told in every shape. The petition and the class say nothing.
Event list_event(const ports::ListNews& news);
std::optional<ports::ListStep> step_of(EventKind kind);  // nullopt: none of the list

// Stored as these numbers.
enum class DeliveryState : unsigned char { waiting = 0, delivered = 1, given_up = 2 };

struct Delivery {
    DeliveryId id;
    WebhookId webhook;
    Event event;
    DeliveryState state;
    std::int64_t attempts;
    base::Instant created_at;
    std::optional<base::Instant> last_at;
    std::optional<std::int64_t> last_status;
    std::string last_words;
    std::optional<std::int64_t> took_ms;
};

// Form ---------------------------------------------------------------------------------------------------------------

struct WebhookForm {
    std::string name, url;
    EventKinds kinds;
    Shape shape = Shape::own;
};
// Ticks for what the shape does not tell are passed over; one at least must be left. Plain HTTP is refused, unless
// private networks are configured.
enum class PlainHttp : unsigned char { refused, allowed };
base::Result<WebhookForm, base::Problems> read_webhook(const WebhookForm& typed, PlainHttp plain);

// Words and signature
// --------------------------------------------------------------------------------------------------

// The JSON that is sent: {"id":"evt_7","kind":"signature.confirmed","at":"2026-11-22T12:00:00.000Z",
// "petition":{"id":"5","slug":"equality-pledge"},"signer_class":"individual","how_many":3}. A test has no petition.
// What happened on the list has none either: {"id":..., "kind":"form.submitted","at":...,"form":"news","how_many":1}.
std::string body_of(const Event& event, std::string_view petition_slug);

// The same in Action Network's shape: [{"osdi:signature": {...}, "action_network:sponsor": {...}, "idempotency_key":
// "msg_7"}], around the members that ports/signature_records.h gives. The key is the same at every attempt.
std::string osdi_body(std::string_view members, DeliveryId delivery);
// The members of a test: somebody invented, and links that lead nowhere.
std::string osdi_test_members(Shape shape, base::Instant at);

// "msg_7": the same at every attempt, so that receivers drop repeats.
std::string message_id(DeliveryId delivery);

// "v1," and the base64 of HMAC-SHA256 over "ID.SECONDS.BODY": the header webhook-signature of Standard Webhooks 1.0.
struct Signed {
    DeliveryId delivery;
    base::Instant at;  // in whole seconds
    std::string_view body;
};
std::string signature_of(const WebhookSecret& secret, const Signed& it);

// Attempts
// -------------------------------------------------------------------------------------------------------------

inline constexpr base::Duration kFailingLimit = base::days(5);  // then the address is switched off

// When a delivery that failed for the `attempts`-th time is tried again; nullopt: it is given up.
std::optional<base::Duration> delay_after(std::int64_t attempts);

// Why no answer came; kept as these names in place of an answer's words.
enum class Unheard : unsigned char { not_public, no_such_name, not_reached, not_trusted, too_slow, other };
inline constexpr std::array kUnheard{Unheard::not_public,  Unheard::no_such_name, Unheard::not_reached,
                                     Unheard::not_trusted, Unheard::too_slow,     Unheard::other};
std::string_view name_of(Unheard why);

constexpr bool is_taken(int status) { return status >= 200 && status < 300; }

}  // namespace integrations
