// platform/http/testing.h - requests made by hand, for tests of handlers without a socket.
//
//     auto request = http::testing::get("/en/petitions/library", {{"slug", "library"}});
//     auto request = http::testing::post("/en/petitions/library/signatures", {{"slug", "library"}},
//                                        {{"given_name", "Ann"}, {"email", "ann@example.org"}});
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "platform/http/forms.h"
#include "platform/http/request.h"
#include "platform/i18n/negotiation.h"

namespace http::testing {

// A GET as the server hands it to a handler; address may hold a query. The locale is that of its prefix.
inline Request get(std::string_view address, std::initializer_list<Fields::Field> parameters = {}) {
    Request request;
    const auto question = address.find('?');
    request.path = address.substr(0, question);
    if (question != std::string_view::npos) request.query_string = address.substr(question + 1);
    request.query = read_urlencoded(request.query_string).value_or(Form{});
    request.parameters = parameters;
    request.headers.add({"Host", "example.org"});
    request.client = *ClientAddress::parse("192.0.2.7");
    request.locale = i18n::locale_of_path(request.path).value_or(base::Locale::english);
    request.received_at = base::Instant{1'800'000'000'000'000};  // 2027-01-15T08:00:00Z
    request.request_id = "test";
    return request;
}

// A POST of a form with these fields.
inline Request post(std::string_view address, std::initializer_list<Fields::Field> parameters,
                    std::initializer_list<Fields::Field> fields) {
    Request request = get(address, parameters);
    request.method = Method::post;
    request.headers.add({"Content-Type", "application/x-www-form-urlencoded"});
    for (const auto& field : fields) request.form.add(field);
    return request;
}

// A POST of a JSON document.
inline Request post_json(std::string_view address, std::initializer_list<Fields::Field> parameters, std::string body) {
    Request request = get(address, parameters);
    request.method = Method::post;
    request.headers.add({"Content-Type", "application/json"});
    request.body = std::move(body);
    return request;
}

}  // namespace http::testing
