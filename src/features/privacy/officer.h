// features/privacy/officer.h - whom people ask about their data: the law wants a name. Pure.
#pragma once
#include <string>

#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"

namespace privacy {

struct Officer {
    std::string name, role_en, role_fr, email;

    const std::string& role(base::Locale locale) const { return locale == base::Locale::french ? role_fr : role_en; }
};

// Everything wrong at once: all four are needed, at most 100 characters each.
base::Result<Officer, base::Problems> read_officer(const Officer& typed);

}  // namespace privacy
