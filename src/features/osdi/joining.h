// features/osdi/joining.h - what staff decide about people whom partners call subscribed. Pure.
#pragma once
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "features/osdi/store.h"

namespace osdi {

inline constexpr std::size_t kLongestWords = 500;  // characters

// As typed by staff: the level's number, "by_mail" or "vouched", and the words of the partner's form.
struct JoiningForm {
    std::string level, joining, words_en, words_fr;
};

// Everything wrong at once: who lets partners answer for a consent gives the words of it in both languages, at most 500
// characters each; they are kept as the proof of each consent.
base::Result<store::JoiningRule, base::Problems> read_joining(const JoiningForm& typed);

}  // namespace osdi
