// platform/http/response.h - what a handler answers, and the few ways to make one.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "platform/html/template.h"
#include "platform/http/fields.h"

namespace db {
class Read;
}

namespace http {

// Makes a body part by part while it is sent, in a snapshot of its own, on a thread of its own, after the handler has
// returned: it holds copies of what it needs. write() waits while the visitor is slow, and leaves by an exception when
// they have gone. A fault breaks the connection, so that half a file is never taken for a whole one.
using PartWriter = std::function<void(std::string_view)>;
using BodyMaker = std::function<void(db::Read&, const PartWriter& write)>;

// Bytes to send: owned by this response, or shared with others that send the same.
class Body {
public:
    Body() = default;
    Body(std::string text) : bytes_(std::move(text)) {}                             // NOLINT: a body is its text
    Body(std::shared_ptr<const std::string> shared) : bytes_(std::move(shared)) {}  // NOLINT

    std::string_view view() const;
    bool empty() const { return view().empty(); }

private:
    std::variant<std::string, std::shared_ptr<const std::string>> bytes_;
};

enum class SameSite : unsigned char { lax, strict };

// Always HttpOnly and Path=/; Secure whenever the visitor came over TLS (a __Host- name asks for that).
struct Cookie {
    std::string name, value;
    std::optional<base::Duration> max_age{};  // absent: until the browser closes; zero or less: forget it now
    SameSite same_site = SameSite::lax;
};

struct Response {
    int status = 200;
    Headers headers{};  // security headers, length, date, encoding and cookies are added by the server
    Body body{};
    std::vector<Cookie> cookies{};
    BodyMaker make_body{};  // in place of body; for pages that nobody keeps
};

// 200 (or the given status) with a page of HTML.
Response page(html::SafeHtml html, int status = 200);

// 303: the answer to a form that was accepted. path begins with '/' or is an address of ours; bytes that could end the
// header or leave ASCII are percent-encoded.
Response see_other(std::string_view path);

// 301 for addresses that moved for good.
Response moved_permanently(std::string_view path);

// A status with no body: the server fills in the error page in the visitor's language, or problem+json under /api/.
Response error(int status);
Response not_found();
Response forbidden();

// 429 with Retry-After, in whole seconds (at least 1), rounded up.
Response too_many_requests(base::Duration retry_after);
Response unavailable(base::Duration retry_after);  // 503

Response text(std::string body, int status = 200);
Response json(std::string body, int status = 200);
Response no_content();

// RFC 9457: status, title, and each problem as {"field", "message"} in the visitor's language.
struct ProblemDetails {
    int status = 422;
    std::string title;
    base::Locale locale{};
    base::Problems problems{};
};
Response problem_json(const ProblemDetails& details);

// A file to save under this name (any UTF-8: RFC 6266), or to show in place.
struct Download {
    std::string name, type, bytes;
};
Response download(Download file);

// The same for a file of any length, made while it is sent.
struct MadeDownload {
    std::string name, type;
};
Response made_download(const MadeDownload& file, BodyMaker make);
Response picture(std::string type, Body bytes);

// The reason phrase: "Not Found".
std::string_view reason(int status);

}  // namespace http
