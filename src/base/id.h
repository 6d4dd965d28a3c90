// base/id.h - identities that cannot be mixed up: Id<PetitionTag> is not Id<PersonTag>.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace base {

// The identity of one row of one kind. Tag is never defined; it only keeps kinds apart.
// value is positive; 0 is no identity at all and never stored.
template <class Tag>
struct Id {
    std::int64_t value;
    explicit constexpr Id(std::int64_t v) : value(v) {}
    constexpr auto operator<=>(const Id&) const = default;
};

}  // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(base::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
