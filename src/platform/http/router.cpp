// platform/http/router.cpp - a tree of path segments; fixed ones are tried before parameters.
#include "platform/http/router.h"

#include <algorithm>

#include "base/check.h"
#include "base/locale.h"

namespace http {
namespace {

bool is_parameter(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

std::string_view parameter_name(std::string_view segment) { return segment.substr(1, segment.size() - 2); }

bool takes(std::string_view parameter, std::string_view segment) {
    return !segment.empty() && (parameter != "locale" || base::locale_of(segment).has_value());
}

constexpr std::size_t kUsualSegments = 8;
constexpr std::size_t kMostSegments = 16;

// The segments of a path behind its first '/': "/en/" has "en" and "".
std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    if (!path.starts_with('/')) return segments;
    segments.reserve(kUsualSegments);
    while (true) {
        path.remove_prefix(1);
        const auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        if (end == std::string_view::npos) return segments;
        path.remove_prefix(end);
    }
}

}  // namespace

struct Router::Node {
    std::string segment;  // of the pattern, with braces where it is a parameter
    std::vector<std::unique_ptr<Node>> fixed, parameters;
    std::vector<const Route*> routes;  // one for each method

    Node& child(std::string_view name) {
        auto& children = is_parameter(name) ? parameters : fixed;
        const auto found =
            std::ranges::find(children, name, [](const auto& node) -> std::string_view { return node->segment; });
        if (found != children.end()) return **found;
        children.push_back(std::make_unique<Node>());
        children.back()->segment = name;
        return *children.back();
    }

    const Route* route(Method method) const {
        const auto found = std::ranges::find(routes, method, &Route::method);
        return found == routes.end() ? nullptr : *found;
    }

    // Follows the segments; the first node with the method wins. `allowed` collects the methods of the others.
    const Route* find(Method method, std::span<const std::string_view> rest, Match& match) const {
        if (rest.empty()) {
            const auto* found = route(method);
            if (!found)
                for (const auto* other : routes) match.allowed.push_back(other->method);
            return found;
        }
        for (const auto& node : fixed)
            if (node->segment == rest.front())
                if (const auto* found = node->find(method, rest.subspan(1), match)) return found;
        for (const auto& node : parameters) {
            const auto name = parameter_name(node->segment);
            if (!takes(name, rest.front())) continue;
            if (const auto* found = node->find(method, rest.subspan(1), match)) return found;
        }
        return nullptr;
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::get(std::string_view pattern, ReadHandler handler, RouteOptions options) {
    CHECK(handler);
    add(std::make_unique<Route>(Route{.method = Method::get,
                                      .pattern = std::string{pattern},
                                      .options = std::move(options),
                                      .kind = RouteKind::read,
                                      .read = std::move(handler)}));
}

void Router::compute(std::string_view pattern, ComputeHandler handler, RouteOptions options) {
    CHECK(handler);
    add(std::make_unique<Route>(Route{.method = Method::get,
                                      .pattern = std::string{pattern},
                                      .options = std::move(options),
                                      .kind = RouteKind::compute,
                                      .compute = std::move(handler)}));
}

void Router::compute_post(std::string_view pattern, ComputeHandler handler, RouteOptions options) {
    CHECK(handler);
    add(std::make_unique<Route>(Route{.method = Method::post,
                                      .pattern = std::string{pattern},
                                      .options = std::move(options),
                                      .kind = RouteKind::compute,
                                      .compute = std::move(handler)}));
}

void Router::stream(std::string_view pattern, StreamHandler handler, RouteOptions options) {
    CHECK(handler);
    add(std::make_unique<Route>(Route{.method = Method::get,
                                      .pattern = std::string{pattern},
                                      .options = std::move(options),
                                      .kind = RouteKind::stream,
                                      .stream = std::move(handler)}));
}

void Router::add_write(Target target, std::unique_ptr<WriteRoute> route, RouteOptions options) {
    add(std::make_unique<Route>(Route{.method = target.method,
                                      .pattern = std::string{target.pattern},
                                      .options = std::move(options),
                                      .kind = RouteKind::write,
                                      .write = std::move(route)}));
}

void Router::add(std::unique_ptr<Route> route) {
    CHECK(!route->options.name.empty() && find(route->options.name) == nullptr);
    const auto segments = segments_of(route->pattern);
    CHECK(!segments.empty() && segments.size() <= kMostSegments);
    auto* node = root_.get();
    for (const auto segment : segments) node = &node->child(segment);
    CHECK(node->route(route->method) == nullptr);
    node->routes.push_back(route.get());
    route->position = routes_.size();
    routes_.push_back(std::move(route));
}

const Route* Router::find(std::string_view route_name) const {
    const auto found = std::ranges::find(routes_, route_name,
                                         [](const auto& route) -> std::string_view { return route->options.name; });
    return found == routes_.end() ? nullptr : found->get();
}

Router::Match Router::match(Method method, std::string_view path) const {
    Match match;
    const auto segments = segments_of(path);
    if (segments.empty() || segments.size() > kMostSegments) return match;
    match.route = root_->find(method == Method::head ? Method::get : method, segments, match);
    if (!match.route) {
        std::ranges::sort(match.allowed);
        const auto repeated = std::ranges::unique(match.allowed);
        match.allowed.erase(repeated.begin(), repeated.end());
        return match;
    }
    match.allowed.clear();
    const auto pattern = segments_of(match.route->pattern);
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (is_parameter(pattern[i])) match.parameters.add({parameter_name(pattern[i]), segments[i]});
    return match;
}

}  // namespace http
