#include "features/osdi/call_service.h"

#include "features/osdi/hal_api.h"
#include "features/osdi/reach_service.h"
#include "features/osdi/store.h"

namespace osdi {
namespace {

constexpr std::size_t kLongestIdempotencyKey = 200;
constexpr std::string_view kIdempotencyKey = "idempotency-key";

// FNV-1a, made to fit a column.
std::int64_t fingerprint_of(const http::Request& request) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    const auto add = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
        hash = (hash ^ 0xFFU) * 1'099'511'628'211U;
    };
    add(http::name(request.method));
    add(request.path);
    add(request.body);
    return static_cast<std::int64_t>(hash >> 1U);
}

}  // namespace

base::Result<Call, base::Problems> read_call(const http::Request& request, ports::ApiScope scope) {
    if (const auto refused = problem_of_scope(request, scope)) return base::Problems{*refused};
    if (request.headers.view(kIdempotencyKey).size() > kLongestIdempotencyKey)
        return base::Problems{
            {std::string{kMalformed}, base::message("The Idempotency-Key is too long: at most 200 bytes.")}};
    Call call{std::make_shared<const http::Request>(request), {}};
    if (request.method == http::Method::delete_) return call;
    boost::system::error_code error;
    auto body = boost::json::parse(request.body, error);
    if (error || !body.is_object())
        return base::Problems{{std::string{kMalformed}, base::message("The body must be a JSON object.")}};
    call.body = std::move(body.get_object());
    return call;
}

base::Result<std::int64_t, base::Problems> once(const Call& call, db::Write& write, const Act& act) {
    const auto key = call.http().headers.text(kIdempotencyKey);
    if (key.empty()) return act();
    const store::RequestKey request{call.caller().key, key};
    const std::int64_t fingerprint = fingerprint_of(call.http());
    if (const auto done = store::find_request(write, request)) {
        if (done->fingerprint == fingerprint) return done->subject;
        return base::Problems{
            {std::string{kConflict}, base::message("This Idempotency-Key came with another request before.")}};
    }
    const auto subject = act();
    if (subject) store::note_request(write, request, {fingerprint, *subject});
    return subject;
}

base::Result<std::optional<PersonInput>, base::Problems> person_of(const boost::json::object& body) {
    const auto* member = body.if_contains("person");
    if (member == nullptr || member->is_null()) return std::optional<PersonInput>{};
    if (!member->is_object()) return base::Problems{{"person", base::message("This must be an object.")}};
    auto person = read_person(member->get_object());
    if (!person) return person.error();
    return std::optional{*std::move(person)};
}

std::string linked_person(const boost::json::object& body) {
    const boost::json::value* at = body.if_contains("_links");
    for (const auto* name : {"osdi:person", "href"}) {
        const auto* object = at == nullptr ? nullptr : at->if_object();
        at = object == nullptr ? nullptr : object->if_contains(name);
    }
    const auto* text = at == nullptr ? nullptr : at->if_string();
    return text == nullptr ? std::string{} : std::string{std::string_view{*text}};
}

http::Response refuse(const http::Request& request, const base::Problems& problems, db::Read&) {
    return error_response({status_of(problems), request.locale, &problems});
}

}  // namespace osdi
