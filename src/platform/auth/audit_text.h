// platform/auth/audit_text.h - the changes of an audit entry as the two JSON objects in which they are stored.
#pragma once
#include <string>
#include <vector>

#include "platform/auth/audit.h"

namespace auth {

struct ChangesText {
    std::string before, after;  // {"title":"Old","state":"draft"}
};

ChangesText text_of_changes(const std::vector<Change>& changes);

// What text_of_changes was made from. Texts that are no such objects give no changes: the log stays readable.
std::vector<Change> changes_of_text(const ChangesText& text);

}  // namespace auth
