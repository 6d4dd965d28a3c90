#include "platform/html/facts.h"

namespace html {

void write_fact(Out& out, const Fact& fact) {
    if (fact.value.empty()) return;
    write<R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value"{}>{}</dd></div>)">(
        out, fact.term, attribute("lang", fact.language), fact.value);
}

}  // namespace html
