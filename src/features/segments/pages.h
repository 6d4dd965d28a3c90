// features/segments/pages.h - the staff's pages of segments. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/segments/segment.h"
#include "features/segments/words.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/audience.h"

namespace segments::pages {

std::string staff_path(base::Locale locale);                  // "/en/staff/segments"
std::string segment_path(base::Locale locale, SegmentId id);  // "/en/staff/segments/17"

// Whose people staff see behind the rules; only who sees everybody's makes and changes them.
enum class Reach : unsigned char { everybody, own_levels };

struct ListedSegment {
    Segment segment;
    std::string rules;  // in one line
};
html::SafeHtml list(i18n::Translator t, const std::vector<ListedSegment>& segments, Reach reach);

struct Shown {
    const Segment& segment;
    std::vector<std::string> sentences;
    std::int64_t count;
    std::vector<ports::AudienceMember> sample;
    Reach reach;
};
html::SafeHtml show(i18n::Translator t, const Shown& shown);

struct FormView {
    const Form& typed;
    const base::Problems& problems;
    const Names& known;
    const std::optional<Segment>& segment;  // of a change
    std::string theirs{};                   // what somebody else made of it meanwhile, in one line; empty: nobody did
};
html::SafeHtml form(i18n::Translator t, const FormView& view);

}  // namespace segments::pages
