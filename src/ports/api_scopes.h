// ports/api_scopes.h - what a key of the API may do: known to the slice that keeps keys and to those that answer.
#pragma once
#include <array>
#include <cstdint>

#include "base/level_id.h"
#include "platform/http/request.h"

namespace ports {

// Stored as these numbers, which add up to a set. read: what the API tells everybody. sign_on: signatures for people
// who fill in a form of the partner's. read_people: people, their signatures and sign-ups. write_people: to add and
// change them. tags: tags, and who has them. messages: mails to many.
enum class ApiScope : unsigned char {
    read = 1,
    sign_on = 2,
    read_people = 4,
    write_people = 8,
    tags = 16,
    messages = 32
};
inline constexpr std::array kApiScopes{ApiScope::read,         ApiScope::sign_on, ApiScope::read_people,
                                       ApiScope::write_people, ApiScope::tags,    ApiScope::messages};

inline bool has_scope(const http::ApiCaller& caller, ApiScope scope) {
    return (caller.scopes & static_cast<std::int64_t>(scope)) != 0;
}

}  // namespace ports
