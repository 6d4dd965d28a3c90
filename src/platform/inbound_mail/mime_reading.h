// platform/inbound_mail/mime_reading.h - what the readers of mails share: the parsed mail, its headers, its parts. For
// this folder only.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <gmime/gmime.h>

namespace inbound_mail {

template <class T>
struct Unref {
    void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref<T>>;

// nullptr for what is no mail at all.
Owned<GMimeMessage> parsed(std::string_view text);

// The value of a header as it stands; "" without one.
std::string header(GMimeObject* object, const char* name);

// The decoded bytes of a part, at most `limit`; of one that is no leaf, its source.
std::string content_of(GMimeObject* part, std::size_t limit);

// Well-formed UTF-8: of other bytes those that are no ASCII become question marks.
std::string as_utf8(std::string_view text);

// One line of well-formed UTF-8, of at most `limit` bytes.
std::string one_line(std::string_view text, std::size_t limit);

bool holds_any(std::string_view text, std::span<const std::string_view> words);

}  // namespace inbound_mail
