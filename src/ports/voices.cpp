#include "ports/voices.h"

#include <fmt/format.h>

namespace ports {

std::string voice_path(VoiceId voice, base::Locale locale) {
    return fmt::format("/{}/voices/{}", base::code(locale), voice.value);
}

}  // namespace ports
