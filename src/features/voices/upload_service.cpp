#include "features/voices/upload_service.h"

#include <algorithm>
#include <array>

#include "platform/auth/keyed_hash.h"
#include "platform/runtime/log.h"

namespace voices {
namespace {

base::Problems photo_problem(PictureProblem problem) { return {{std::string{kPhotoField}, message_of(problem)}}; }

base::Result<PictureCame, base::Problems> look_at_file(const Services& services, const std::string& bytes) {
    try {
        const auto inspected = services.workshop.inspect(bytes);
        if (!inspected) return photo_problem(problem_of(inspected.error()));
        return PictureCame::yes;
    } catch (const imaging::WorkerFault& fault) {
        runtime::log_error("a picture for the wall could not be looked at", {{"reason", fault.what()}});
        return photo_problem(PictureProblem::not_made);
    }
}

base::Result<PictureCame, base::Problems> look_at_name(const Services& services, std::string_view name) {
    if (name.empty()) return PictureCame::no;
    const auto address = files::Address::parse(name);
    if (address && services.originals.exists(*address)) return PictureCame::yes;
    return base::Problems{
        {std::string{kPhotoField}, base::message("The picture is not here any more. Please choose it once more.")}};
}

// Chosen, and nothing came: such as a photo that a phone keeps elsewhere and did not fetch.
bool is_empty_file(const http::UploadedFile& file) {
    return file.field == kPhotoField && !file.name.empty() && file.bytes.empty();
}

}  // namespace

base::Result<PictureCame, base::Problems> look_at_picture(const Services& services, const http::Request& request) {
    if (std::ranges::any_of(request.form.files, is_empty_file)) return photo_problem(PictureProblem::damaged);
    if (const auto* const file = request.form.file(kPhotoField)) return look_at_file(services, file->bytes);
    return look_at_name(services, request.form.view(kUploadField));
}

std::string keep_picture(const Services& services, const http::Request& request) {
    if (const auto* const file = request.form.file(kPhotoField)) return services.originals.put(file->bytes).hex();
    const auto address = files::Address::parse(request.form.view(kUploadField));
    return address && services.originals.exists(*address) ? address->hex() : std::string{};
}

files::SealingKey sealing_key(const auth::Secret& secret) {
    files::SealingKey key{};
    constexpr std::array<std::string_view, 4> kParts{"0", "1", "2", "3"};
    for (std::size_t part = 0; part < kParts.size(); ++part) {
        const auto bits = static_cast<std::uint64_t>(auth::keyed_hash(secret, "voices.originals", kParts[part]));
        for (std::size_t i = 0; i < 8; ++i) key[8 * part + i] = static_cast<std::uint8_t>(bits >> (8 * i));
    }
    return key;
}

}  // namespace voices
