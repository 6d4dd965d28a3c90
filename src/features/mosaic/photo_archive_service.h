// features/mosaic/photo_archive_service.h - all photos that may be printed, with whom they show and what was agreed to.
#pragma once
#include "features/mosaic/services.h"
#include "platform/http/response.h"

namespace mosaic {

// A ZIP that is made while it is sent: "photos/ID.jpg", the largest size of each photo on the wall, and "credits.csv",
// in UTF-8 with a line for each: file, name, place, province, language, message, description, approved at, consent.
// Voices without consent to publish are not on the wall, so none of them is in it. A photo that is withdrawn while the
// file is made is an empty file.
http::BodyMaker photo_archive(const Services& services, base::Instant now);

}  // namespace mosaic
