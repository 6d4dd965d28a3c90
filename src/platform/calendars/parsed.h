// platform/calendars/parsed.h - other people's calendars as libical has them. For this folder only.
#pragma once
#include <memory>
#include <string_view>

#include <libical/ical.h>

namespace calendars {

struct ForeignComponentEnd {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using ForeignComponent = std::unique_ptr<icalcomponent, ForeignComponentEnd>;

// nullptr for what is no calendar, for more than kMostBytes, and for components in components to a depth that is not
// safe to walk.
ForeignComponent parsed(std::string_view text);

}  // namespace calendars
