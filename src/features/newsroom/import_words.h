// features/newsroom/import_words.h - oddities of an import, said to people. Pure.
#pragma once
#include <string>

#include "features/newsroom/import_oddity.h"
#include "platform/i18n/translator.h"

namespace newsroom {

// One or two sentences, without the line.
std::string words_of(const Oddity& oddity, const i18n::Translator& t);

}  // namespace newsroom
