// fuzz/guide_words_fuzz.cpp - any bytes as a text that is held against words to avoid, and as the button of an editor:
// marks lie inside the text, in order and apart; stored contents of any bytes are read without a fault.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/message_guides/content_form.h"
#include "features/message_guides/content_json.h"
#include "features/message_guides/wording.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace message_guides;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const std::array avoided{Avoided{"tax burden", 0}, Avoided{"burden", 1}, Avoided{"échappatoire", 2}};
    for (const base::Locale locale : base::kLocales) {
        std::uint32_t end = 0;
        for (const Mark& mark : WordList{locale, avoided}.marks_in(text)) {
            CHECK(mark.begin >= end && mark.begin < mark.end && mark.end <= size);
            end = mark.end;
        }
    }
    const Content content = content_of(text);
    CHECK(content_of(text_of(content)) == content);
    after(content, editor_act_of(text), text);
    return 0;
}
