// platform/http/bound.h - for route tables: a member function together with the handlers it belongs to.
#pragma once
#include <utility>

namespace http {

// What calls member on object, which outlives it: router.get("/{locale}/", bound(handlers, &Handlers::home), ...).
template <class Object, class Member>
auto bound(const Object& object, Member member) {
    return [&object, member](auto&&... arguments) -> decltype(auto) {
        return (object.*member)(std::forward<decltype(arguments)>(arguments)...);
    };
}

}  // namespace http
