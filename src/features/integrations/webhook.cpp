#include "features/integrations/webhook.h"

#include <algorithm>
#include <chrono>

#include <boost/json.hpp>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/check.h"
#include "base/text.h"

namespace integrations {
namespace {

constexpr std::size_t kLongestName = 100, kLongestUrl = 500;  // characters
constexpr std::array kDelays{base::seconds(30), base::minutes(5), base::minutes(30), base::hours(2),
                             base::hours(5),    base::hours(10),  base::hours(14),   base::hours(20)};

std::string base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

// 2026-11-22T12:00:00.000Z (RFC 3339)
std::string machine_time(base::Instant at) {
    const auto day = static_cast<std::int64_t>(at.seconds() / 86'400);
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const std::int64_t second = at.seconds() % 86'400, milli = at.microseconds / 1'000 % 1'000;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), second / 3'600,
                       second / 60 % 60, second % 60, milli);
}

// "https://host/..." with a host, without a user's name, blanks or anything but ASCII.
bool is_web_address(std::string_view url, PlainHttp plain) {
    std::string_view rest = url;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (plain == PlainHttp::allowed && rest.starts_with("http://"))
        rest.remove_prefix(7);
    else
        return false;
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    const bool is_plain_text = std::ranges::all_of(url, [](char c) { return c > ' ' && c < 0x7f && c != '\\'; });
    return !authority.empty() && !authority.starts_with(':') && !authority.contains('@') && is_plain_text &&
           !url.contains('#');
}

}  // namespace

std::string_view name_of(EventKind kind) {
    switch (kind) {
        case EventKind::test:
            return "test";
        case EventKind::confirmed:
            return "signature.confirmed";
        case EventKind::withdrawn:
            return "signature.withdrawn";
        case EventKind::invalidated:
            return "signature.invalidated";
        case EventKind::restored:
            return "signature.restored";
        case EventKind::joined:
            return "list.joined";
        case EventKind::left:
            return "list.left";
        case EventKind::submitted:
            return "form.submitted";
        case EventKind::erased:
            return "person.erased";
    }
    return "";
}

EventKind kind_of(ports::CountStep step) {
    switch (step) {
        case ports::CountStep::confirmed:
            return EventKind::confirmed;
        case ports::CountStep::withdrawn:
            return EventKind::withdrawn;
        case ports::CountStep::invalidated:
            return EventKind::invalidated;
        case ports::CountStep::restored:
            return EventKind::restored;
    }
    return EventKind::test;
}

EventKind kind_of(ports::ListStep step) {
    switch (step) {
        case ports::ListStep::joined:
            return EventKind::joined;
        case ports::ListStep::left:
            return EventKind::left;
        case ports::ListStep::submitted:
            return EventKind::submitted;
        case ports::ListStep::erased:
            return EventKind::erased;
    }
    return EventKind::test;
}

std::optional<ports::ListStep> step_of(EventKind kind) {
    using ports::ListStep;
    for (const auto step : {ListStep::joined, ListStep::left, ListStep::submitted, ListStep::erased})
        if (kind_of(step) == kind) return step;
    return std::nullopt;
}

bool EventKinds::has_any_of_people() const {
    return std::ranges::any_of(kEventKinds, [&](EventKind kind) { return has(kind) && step_of(kind); });
}

EventKinds kinds_in(Shape shape) {
    EventKinds kinds;
    for (const EventKind kind : kEventKinds) {
        const bool is_own = shape == Shape::own;
        const bool is_told = is_own ? kind != EventKind::erased : kind == EventKind::confirmed || step_of(kind);
        if (is_told) kinds.add(kind);
    }
    return kinds;
}

std::string_view name_of(Shape shape) {
    constexpr std::array<std::string_view, kShapes.size()> kNames{"own", "osdi_links", "osdi_person"};
    return kNames[static_cast<std::size_t>(shape)];
}

std::optional<Shape> shape_of(std::string_view name) {
    const auto* const found = std::ranges::find_if(kShapes, [&](Shape each) { return name_of(each) == name; });
    return found == kShapes.end() ? std::nullopt : std::optional{*found};
}

std::string text_of(const WebhookSecret& secret) { return "whsec_" + base64(secret.bytes); }

std::vector<Event> events_of(std::span<const ports::CountChange> changes) {
    std::vector<Event> events;
    for (const auto& change : changes) {
        const EventKind kind = kind_of(change.step);
        const auto same = std::ranges::find_if(events, [&](const Event& event) {
            return event.kind == kind && event.petition == change.petition && event.signer_class == change.signer_class;
        });
        if (same != events.end())
            ++same->how_many;
        else
            events.push_back({EventId{0}, kind, change.petition, change.signer_class, 1, change.at});
    }
    return events;
}

std::vector<Event> signatures_of(std::span<const ports::CountChange> changes) {
    std::vector<Event> events;
    for (const auto& change : changes)
        if (change.step == ports::CountStep::confirmed && change.signer_class == ports::SignerClass::individual)
            events.push_back({EventId{0}, EventKind::confirmed, change.petition, change.signer_class, 1, change.at,
                              change.signature});
    return events;
}

Event list_event(const ports::ListNews& news) {
    return {.id = EventId{0},
            .kind = kind_of(news.step),
            .petition = ports::PetitionId{0},
            .signer_class = ports::SignerClass::individual,
            .how_many = 1,
            .happened_at = news.at,
            .person = news.person,
            .sign_up = news.sign_up};
}

base::Result<WebhookForm, base::Problems> read_webhook(const WebhookForm& typed, PlainHttp plain) {
    base::Problems problems;
    WebhookForm form{base::collapse_spaces(typed.name), typed.url, typed.kinds, typed.shape};
    form.kinds.bits &= kinds_in(form.shape).bits;
    if (form.name.empty()) problems.push_back({"name", base::message("Please give a name.")});
    if (base::count_characters(form.name) > kLongestName)
        problems.push_back({"name", base::message("This name is too long: at most 100 characters.")});
    if (form.url.size() > kLongestUrl || !is_web_address(form.url, plain))
        problems.push_back(
            {"url", base::message("Please give a web address with encryption, such as https://example.org/hook.")});
    if (form.kinds.bits == 0)
        problems.push_back({"confirmed", base::message("Please choose at least one kind of event.")});
    if (!problems.empty()) return problems;
    return form;
}

std::string body_of(const Event& event, std::string_view petition_slug) {
    boost::json::object body{{"id", fmt::format("evt_{}", event.id.value)},
                             {"kind", name_of(event.kind)},
                             {"at", machine_time(event.happened_at)}};
    if (event.kind == EventKind::test) return boost::json::serialize(body);
    if (event.is_of_list()) {
        if (event.kind == EventKind::submitted) body["form"] = event.form;
        body["how_many"] = event.how_many;
        return boost::json::serialize(body);
    }
    // As texts: numbers of this size lose digits in JavaScript.
    body["petition"] = {{"id", std::to_string(event.petition.value)}, {"slug", petition_slug}};
    body["signer_class"] = ports::name_of(event.signer_class);
    body["how_many"] = event.how_many;
    return boost::json::serialize(body);
}

std::string osdi_body(std::string_view members, DeliveryId delivery) {
    return fmt::format(R"([{{{},"idempotency_key":"{}"}}])", members, message_id(delivery));
}

std::string osdi_test_members(Shape shape, base::Instant at) {
    boost::json::object signature{{"identifiers", boost::json::array{"alltogether:0"}},
                                  {"created_date", machine_time(at)},
                                  {"modified_date", machine_time(at)},
                                  {"comments", "A test"},
                                  {"alltogether:state", "test"}};
    if (shape == Shape::osdi_person)
        signature["person"] = boost::json::object{
            {"given_name", "Test"},
            {"family_name", "Test"},
            {"email_addresses",
             boost::json::array{boost::json::object{{"address", "test@example.org"}, {"primary", true}}}}};
    signature["_links"] = boost::json::object{};
    return "\"osdi:signature\":" + boost::json::serialize(signature);
}

std::string message_id(DeliveryId delivery) { return fmt::format("msg_{}", delivery.value); }

std::string signature_of(const WebhookSecret& secret, const Signed& it) {
    const std::string content = fmt::format("{}.{}.{}", message_id(it.delivery), it.at.seconds(), it.body);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    CHECK(HMAC(EVP_sha256(), secret.bytes.data(), static_cast<int>(secret.bytes.size()),
               reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data(), &size));
    return "v1," + base64({reinterpret_cast<const char*>(digest.data()), size});
}

std::string_view name_of(Unheard why) {
    constexpr std::array<std::string_view, kUnheard.size()> kNames{"not_public",  "no_such_name", "not_reached",
                                                                   "not_trusted", "too_slow",     "other"};
    return kNames[static_cast<std::size_t>(why)];
}

std::optional<base::Duration> delay_after(std::int64_t attempts) {
    if (attempts < 1 || attempts > static_cast<std::int64_t>(kDelays.size())) return std::nullopt;
    return kDelays[static_cast<std::size_t>(attempts - 1)];
}

}  // namespace integrations
