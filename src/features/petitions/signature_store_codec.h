// features/petitions/signature_store_codec.h - Flags as the database keeps them: their bits. Included by stores only.
#pragma once
#include "features/petitions/signature.h"
#include "platform/db/value.h"

template <>
struct db::Codec<petitions::Flags> {
    static constexpr ValueType kType = ValueType::integer;
    static Value bind(petitions::Flags flags) { return flags.bits(); }
    static petitions::Flags read(const Row& row, int column) { return petitions::Flags{row.integer(column)}; }
};
