// features/voices/upload_service.h - a picture that comes with a form, or came before it: looked at, kept encrypted,
// and named by its address, which nobody can guess.
#pragma once
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "features/voices/services.h"
#include "features/voices/voice.h"
#include "platform/files/sealed_store.h"
#include "platform/http/request.h"

namespace voices {

inline constexpr std::string_view kPhotoField = "photo";    // the file
inline constexpr std::string_view kUploadField = "upload";  // the name of one that is kept already

// Whether the form has a picture that can be taken; the problem, under "photo", where it has another. A file that came
// along goes before one that is named. By the header alone, in a worker: some milliseconds.
base::Result<PictureCame, base::Problems> look_at_picture(const Services& services, const http::Request& request);

// Its name from now on, "" for no picture; of a form without a problem under "photo". Keeps the file where it came
// along. What no voice needs a day later goes.
std::string keep_picture(const Services& services, const http::Request& request);

// What uploads are encrypted with: another for each installation, the same for all of its processes.
files::SealingKey sealing_key(const auth::Secret& secret);

}  // namespace voices
