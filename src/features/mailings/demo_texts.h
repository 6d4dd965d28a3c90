// features/mailings/demo_texts.h - the mails of the demo; people in them are invented.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/mailings/mailing.h"
#include "ports/events.h"

namespace mailings {

struct DemoMail {
    std::string name;
    std::vector<BothLanguages> variants;
};
// What they speak of: the action with this key, the demo's pledge, and an event that lies ahead, where there is one.
struct DemoSubjects {
    std::string_view action;
    std::optional<ports::EventId> event{};
};
std::vector<DemoMail> demo_mails(const DemoSubjects& subjects);

}  // namespace mailings
