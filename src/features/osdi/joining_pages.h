// features/osdi/joining_pages.h - the staff's page about consents that partners answer for: the content of <main>.
#pragma once
#include <string>
#include <vector>

#include "features/osdi/joining.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace osdi::pages {

std::string joining_path(base::Locale locale);

struct JoiningView {
    std::vector<store::JoiningRule> rules;
    people::LevelTree tree;
    std::vector<people::Level> mine;  // where the acting person may decide
    JoiningForm typed;
    base::Problems problems{};
};
html::SafeHtml joining(const i18n::Translator& t, const JoiningView& view);

}  // namespace osdi::pages
