// features/mailings/demo_texts.h - the mails of the demo; people in them are invented.
#pragma once
#include <vector>

#include "features/mailings/mailing.h"

namespace mailings {

struct DemoMail {
    std::string name;
    std::vector<BothLanguages> variants;
};
// For an action with this key: the demo's pledge.
std::vector<DemoMail> demo_mails(std::string_view key);

}  // namespace mailings
