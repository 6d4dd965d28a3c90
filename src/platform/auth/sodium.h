// platform/auth/sodium.h - libsodium, made ready before its first use. Included by this folder's sources only.
#pragma once

#include <sodium.h>

#include "base/check.h"

namespace auth {

// Chooses the fastest code for this processor, once; cheap ever after.
inline void prepare_sodium() {
    static const bool kReady = sodium_init() >= 0;
    CHECK(kReady);
}

}  // namespace auth
