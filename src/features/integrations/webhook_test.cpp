// What is said to webhooks, how it is signed, and what may be their address.
#include "features/integrations/webhook.h"

#include <gtest/gtest.h>

namespace integrations {
namespace {

using ports::CountStep;
using ports::SignerClass;

constexpr base::Instant kNoon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

ports::CountChange change(std::int64_t petition, SignerClass signer_class, CountStep step) {
    return {.petition = ports::PetitionId{petition},
            .signer_class = signer_class,
            .signature = ports::SignatureId{1},
            .step = step,
            .at = kNoon,
            .first_counted_at = kNoon};
}

// python3 -c "import hmac,hashlib,base64; b=b'msg_7.1795348800.{\"id\":\"evt_3\"}';
//     print(base64.b64encode(hmac.new(bytes(range(32)), b, hashlib.sha256).digest()).decode())"
TEST(WebhookSignatures, AreThoseOfStandardWebhooks) {
    WebhookSecret secret;
    for (char c = 0; c < 32; ++c) secret.bytes += c;
    EXPECT_EQ(text_of(secret), "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    EXPECT_EQ(signature_of(secret, {DeliveryId{7}, kNoon, R"({"id":"evt_3"})"}),
              "v1,WNw7W48w/eB/nKIRH1uxvqZchykmhUt/PWZ6bWjHfkY=");
    EXPECT_NE(signature_of(secret, {DeliveryId{8}, kNoon, R"({"id":"evt_3"})"}),
              signature_of(secret, {DeliveryId{7}, kNoon, R"({"id":"evt_3"})"}));
}

TEST(WebhookBodies, SayWhatHappenedAndNameNobody) {
    const Event event{EventId{3}, EventKind::invalidated,           ports::PetitionId{5}, SignerClass::organisation,
                      2,          kNoon + base::Duration{1'234'000}};
    EXPECT_EQ(body_of(event, "equality-pledge"),
              R"({"id":"evt_3","kind":"signature.invalidated","at":"2026-11-22T12:00:01.234Z",)"
              R"("petition":{"id":"5","slug":"equality-pledge"},"signer_class":"organisation","how_many":2})");
    EXPECT_EQ(body_of({EventId{4}, EventKind::test, ports::PetitionId{0}, SignerClass::individual, 0, kNoon}, ""),
              R"({"id":"evt_4","kind":"test","at":"2026-11-22T12:00:00.000Z"})");
}

TEST(WebhookBodies, InActionNetworksShapeAreAListWithAKey) {
    EXPECT_EQ(osdi_body(R"("osdi:signature":{"comments":""})", DeliveryId{7}),
              R"([{"osdi:signature":{"comments":""},"idempotency_key":"msg_7"}])");
    EXPECT_TRUE(osdi_test_members(Shape::osdi_person, kNoon).contains("test@example.org"));
    EXPECT_FALSE(osdi_test_members(Shape::osdi_links, kNoon).contains("test@example.org"));
}

TEST(WebhookShapes, TellWhatTheyHaveWordsFor) {
    EventKinds all;
    for (const EventKind kind : kEventKinds) all.add(kind);
    const auto read = [](EventKinds kinds, Shape shape) {
        return read_webhook({"CRM", "https://example.org/hook", kinds, shape}, PlainHttp::refused);
    };
    EXPECT_EQ(read(all, Shape::own)->kinds.bits, all.bits - static_cast<std::int64_t>(EventKind::erased));
    const auto osdi = read(all, Shape::osdi_links)->kinds;
    EXPECT_FALSE(osdi.has(EventKind::withdrawn) || osdi.has(EventKind::invalidated) || osdi.has(EventKind::restored));
    for (const EventKind kind :
         {EventKind::confirmed, EventKind::joined, EventKind::left, EventKind::submitted, EventKind::erased})
        EXPECT_TRUE(osdi.has(kind));
    EventKinds only_erased;
    only_erased.add(EventKind::erased);
    EXPECT_EQ(read(only_erased, Shape::own).error().at(0).field, "confirmed") << "nothing would be left to tell";
}

TEST(WebhookBodies, OfTheListSayTheFormAndNoPetition) {
    auto event = list_event({people::PersonId{17}, ports::ListStep::submitted, kNoon, ports::ListSignUpId{3}});
    event.id = EventId{9};
    event.form = "picket-line";
    EXPECT_EQ(
        body_of(event, ""),
        R"({"id":"evt_9","kind":"form.submitted","at":"2026-11-22T12:00:00.000Z","form":"picket-line","how_many":1})");
}

TEST(Events, OfOneTransactionArePutTogetherByPetitionClassAndKind) {
    const std::vector<ports::CountChange> changes{change(1, SignerClass::individual, CountStep::confirmed),
                                                  change(2, SignerClass::individual, CountStep::confirmed),
                                                  change(1, SignerClass::individual, CountStep::confirmed),
                                                  change(1, SignerClass::candidate, CountStep::confirmed),
                                                  change(1, SignerClass::individual, CountStep::restored)};
    const auto events = events_of(changes);
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[0].how_many, 2);
    EXPECT_EQ(events[1].petition, ports::PetitionId{2});
    EXPECT_EQ(events[2].signer_class, SignerClass::candidate);
    EXPECT_EQ(events[3].kind, EventKind::restored);
}

TEST(WebhookAddresses, AreEncryptedAndHoldNoPassword) {
    const auto is = [](const char* url, PlainHttp plain = PlainHttp::refused) {
        EventKinds kinds;
        kinds.add(EventKind::confirmed);
        return static_cast<bool>(read_webhook({"Chat", url, kinds}, plain));
    };
    EXPECT_TRUE(is("https://example.org/hook?to=us"));
    EXPECT_TRUE(is("https://example.org:8443"));
    EXPECT_TRUE(is("http://10.0.0.7/hook", PlainHttp::allowed));
    for (const auto* url :
         {"", "example.org", "http://example.org/", "https://", "https:///x", "https://:80/", "ftp://a/",
          "https://a:b@example.org/", "https://example.org/a b", "https://example.org/\r\nX: y", "https://exämple.org/",
          "javascript:alert(1)", "https://example.org/#x", "https:\\\\a"})
        EXPECT_FALSE(is(url)) << url;
    EXPECT_EQ(read_webhook({"", "x", {}}, PlainHttp::refused).error().size(), 3u) << "all problems at once";
}

TEST(WebhookDelays, GrowUntilItIsGivenUp) {
    std::optional<base::Duration> last = base::Duration{};
    for (std::int64_t attempts = 1; attempts <= 8; ++attempts) {
        const auto delay = delay_after(attempts);
        ASSERT_TRUE(delay);
        EXPECT_GT(*delay, *last);
        last = delay;
    }
    EXPECT_FALSE(delay_after(9));
}

}  // namespace
}  // namespace integrations
