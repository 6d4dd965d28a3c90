// platform/mail/renderers.h - which slice writes which kind of mail.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/email_address.h"
#include "base/locale.h"
#include "platform/mail/message.h"

namespace db {
class Read;
}

namespace mail {

// A mail that is wanted: which one, to whom, about what. It is rendered when it is sent, not when it is ordered.
struct Order {
    std::string kind;  // "petitions.confirm": slice and mail
    base::EmailAddress recipient;
    base::Locale locale;
    std::int64_t about;  // id of the row the mail is about, in a table of the slice
};

// nullopt: the mail is no longer wanted (confirmed meanwhile, withdrawn, erased). Called from several threads.
using Render = std::function<std::optional<Message>(const Order&, db::Read&)>;

// Filled by app before the workers start, read-only afterwards.
class Renderers {
public:
    void add(std::string_view kind, Render render);   // a kind twice is a bug
    const Render* find(std::string_view kind) const;  // nullptr: no such kind

private:
    std::map<std::string, Render, std::less<>> by_kind_;
};

}  // namespace mail
