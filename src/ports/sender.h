// ports/sender.h - in whose name mails are sent and consents are asked for.
#pragma once
#include <string>

#include "base/locale.h"
#include "platform/runtime/config.h"

namespace ports {

// "Public Workers of Canada" as configured for this language.
const std::string& organisation_name(const runtime::Config& config, base::Locale locale);

// The last line of every mail: the organisation and its postal address, as the law asks.
std::string sender_line(const runtime::Config& config, base::Locale locale);

}  // namespace ports
