// models/budget_fairness/rubric/words.h - a text in both languages, as data has it.
#pragma once
#include <string>

#include "base/locale.h"

namespace budget_fairness {

struct Words {
    std::string english, french;

    const std::string& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    bool empty() const { return english.empty() && french.empty(); }
    bool operator==(const Words&) const = default;
};

}  // namespace budget_fairness
