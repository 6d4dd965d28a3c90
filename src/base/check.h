// base/check.h - CHECK(condition): our own promise to ourselves. A failed one is a bug: it says where, and stops the
// program. Never used on input, on what a database or a network returned, or on anything a visitor can bring about.
#pragma once
#include <cstdio>
#include <cstdlib>

#define CHECK(condition)                                                                       \
    do {                                                                                       \
        if (!(condition)) [[unlikely]] {                                                       \
            std::fprintf(stderr, "%s:%d: CHECK failed: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                      \
        }                                                                                      \
    } while (false)
