// expect: no viable conversion|no matching|could not convert
// Text reaches a mail's headers only as a mail::Line, which holds no line end: nobody can add a header.
#include <string>

#include "platform/mail/message.h"

mail::Message greet(const std::string& typed) { return {.subject = typed, .text = "Hello"}; }
