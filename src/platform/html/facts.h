// platform/html/facts.h - what is known about something: term and value, line by line.
//
//     html::write<R"(<dl class="facts">)">(out);
//     html::write_fact(out, {t("When"), when_words(t, plan)});
//     html::write<"</dl>">(out);
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/template.h"

namespace html {

struct Fact {
    std::string term, value;
    std::optional<std::string_view> language{};  // "fr": of the value, where that is not the page's
};

// A line of a <dl class="facts">; none without a value.
void write_fact(Out& out, const Fact& fact);

}  // namespace html
