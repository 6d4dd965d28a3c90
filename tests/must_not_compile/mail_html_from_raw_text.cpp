// expect: no viable conversion|no matching|could not convert
// The HTML part of a mail comes from templates, as every page does.
#include <string>

#include "platform/mail/message.h"

mail::Message greet(const std::string& typed) {
    return {.subject = mail::Line{"Hello"}, .text = "Hello", .html = "<p>" + typed + "</p>"};
}
