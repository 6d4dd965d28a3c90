// platform/http/router.h - which handler answers which address. A handler's kind is its signature, and the signature is
// a promise: one that gets a db::Read cannot write, by type.
//
//     router.get("/{locale}/petitions/{slug}", show, {.name = "petitions.show", .cache = http::Cache::public_page});
//     router.post<SignatureForm>("/{locale}/petitions/{slug}/withdraw",
//                                {.parse = read_form, .apply = withdraw, .refuse = show_again},
//                                {.name = "petitions.withdraw"});
//
// Patterns: "/fixed/{parameter}/fixed". A parameter is one whole segment, not empty; {locale} is only "en" or "fr";
// a fixed segment goes before a parameter. HEAD comes with every GET.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "platform/http/event_channel.h"
#include "platform/http/load_ladder.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace auth {
enum class Permission : int;
}

namespace http {

// public_page: kept rendered for under a second for visitors who are not signed in, when there is no query.
enum class Cache : unsigned char { none, public_page };

// Whether a browser's request must come from our own pages (Origin and Sec-Fetch-Site are looked at).
// by_path: required, except below /api/, which takes no cookies.
enum class OriginCheck : unsigned char { by_path, required, exempt };

// Which bucket of the visitor's address a request is counted in; the rates stand in ServerConfig::limits.
enum class LimitClass : unsigned char { none, form, sign_on, sign_in, computation };
inline constexpr std::size_t kLimitClasses = 5;

// Where the form is decoded and parsed. loop: cheap checks of small forms; pool: anything slower than ~50 us, such as
// passwords and files. by_route: pool when a permission is asked or the body may be over 64 KiB, else loop.
enum class ParsePlace : unsigned char { by_route, loop, pool };

// computing: for handlers that wait for calculations of milliseconds, on threads of their own: no page waits behind
// them.
enum class HandlerThreads : unsigned char { pages, computing };

struct RouteOptions {
    std::string name{};                            // "slice.verb", unique; metrics and tests know routes by it
    std::optional<auth::Permission> permission{};  // asked before the handler; absent: everybody
    Cache cache = Cache::none;
    OriginCheck origin = OriginCheck::by_path;
    std::size_t body_limit = 0;  // bytes; 0: ServerConfig::body_limit
    LimitClass limit = LimitClass::none;
    ParsePlace parse = ParsePlace::by_route;
    HandlerThreads threads = HandlerThreads::pages;
    LoadPart part = LoadPart::always;  // left out under load: 503, Retry-After, the page of that in their language
};

using ReadHandler = std::function<Response(const Request&, db::Read&)>;
using ComputeHandler = std::function<Response(const Request&)>;
using StreamHandler = std::function<std::shared_ptr<EventChannel>(const Request&, db::Read&)>;

enum class RouteKind : unsigned char { read, write, compute, stream };

struct Route {
    Method method;
    std::string pattern;
    RouteOptions options;
    RouteKind kind;
    ReadHandler read{};  // exactly one of these four is set, by kind
    ComputeHandler compute{};
    StreamHandler stream{};
    std::unique_ptr<WriteRoute> write{};
    std::size_t position{};  // among the router's routes
};

class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    // A page or document, from a snapshot, on the pool. Two routes of one method and pattern, or one name, are a bug.
    void get(std::string_view pattern, ReadHandler handler, RouteOptions options);

    // A form or document that changes something: see Post in write_route.h. Other methods are for the API.
    template <class F>
    void post(std::string_view pattern, Post<F> handlers, RouteOptions options) {
        write<F>({Method::post, pattern}, std::move(handlers), std::move(options));
    }
    template <class F>
    void put(std::string_view pattern, Post<F> handlers, RouteOptions options) {
        write<F>({Method::put, pattern}, std::move(handlers), std::move(options));
    }
    template <class F>
    void patch(std::string_view pattern, Post<F> handlers, RouteOptions options) {
        write<F>({Method::patch, pattern}, std::move(handlers), std::move(options));
    }
    template <class F>
    void remove(std::string_view pattern, Post<F> handlers, RouteOptions options) {
        write<F>({Method::delete_, pattern}, std::move(handlers), std::move(options));
    }

    // As post, for hot paths: all requests that share a commit are written by one call. See PostBatch.
    template <class F, class Outcome>
    void post_batch(std::string_view pattern, PostBatch<F, Outcome> handlers, RouteOptions options) {
        add_write({Method::post, pattern}, make_batch_route<F, Outcome>(std::move(handlers)), std::move(options));
    }

    // Works without the database, on the pool: models. GET and POST, both without any change on our side.
    void compute(std::string_view pattern, ComputeHandler handler, RouteOptions options);
    void compute_post(std::string_view pattern, ComputeHandler handler, RouteOptions options);

    // Server-sent events of the channel; null answers 404.
    void stream(std::string_view pattern, StreamHandler handler, RouteOptions options);

    // Every route, in the order of registration: for tests over all routes, and for the API's description.
    const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }
    const Route* find(std::string_view route_name) const;

    // The route of a decoded path. Without one, allowed tells the methods that the path does have (none: 404).
    struct Match {
        const Route* route = nullptr;
        Fields parameters{};
        std::vector<Method> allowed{};
    };
    Match match(Method method, std::string_view path) const;

private:
    struct Target {
        Method method;
        std::string_view pattern;
    };
    struct Node;

    template <class F>
    void write(Target target, Post<F> handlers, RouteOptions options) {
        add_write(target, make_write_route<F>(std::move(handlers)), std::move(options));
    }
    void add_write(Target target, std::unique_ptr<WriteRoute> route, RouteOptions options);
    void add(std::unique_ptr<Route> route);

    std::vector<std::unique_ptr<Route>> routes_;
    std::unique_ptr<Node> root_;
};

}  // namespace http
