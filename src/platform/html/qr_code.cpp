#include "platform/html/qr_code.h"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

namespace html {
namespace {

constexpr int kQuietZone = 4;                // modules
constexpr std::size_t kLongestText = 2'000;  // bytes

using Matrix = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

bool is_dark(const QRcode& matrix, int x, int y) { return (matrix.data[y * matrix.width + x] & 1) != 0; }

// Each run of dark modules in a row is one rectangle of the path.
std::string path_of(const QRcode& matrix) {
    std::string path;
    for (int y = 0; y < matrix.width; ++y)
        for (int x = 0; x < matrix.width; ++x) {
            int run = 0;
            while (x + run < matrix.width && is_dark(matrix, x + run, y)) ++run;
            if (run == 0) continue;
            fmt::format_to(std::back_inserter(path), "M{} {}h{}v1h-{}z", x + kQuietZone, y + kQuietZone, run, run);
            x += run;
        }
    return path;
}

}  // namespace

std::optional<SafeHtml> qr_code(const QrCode& code) {
    if (code.text.empty() || code.text.size() > kLongestText) return std::nullopt;
    const Matrix matrix{QRcode_encodeData(static_cast<int>(code.text.size()),
                                          reinterpret_cast<const unsigned char*>(code.text.data()), 0, QR_ECLEVEL_M),
                        &QRcode_free};
    if (!matrix) return std::nullopt;
    const int side = matrix->width + 2 * kQuietZone;
    return render<
        R"(<svg class="qr-code" viewBox="0 0 {} {}" role="img" aria-label="{}" shape-rendering="crispEdges"><rect width="{}" height="{}" fill="#fff"/><path d="{}" fill="#000"/></svg>)">(
        side, side, code.label, side, side, path_of(*matrix));
}

}  // namespace html
