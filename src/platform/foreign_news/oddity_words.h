// platform/foreign_news/oddity_words.h - oddities of an import, said to people. Pure.
#pragma once
#include <string>

#include "platform/foreign_news/oddity.h"
#include "platform/i18n/translator.h"

namespace foreign_news {

// One or two sentences, without the line.
std::string words_of(const Oddity& oddity, const i18n::Translator& t);

}  // namespace foreign_news
