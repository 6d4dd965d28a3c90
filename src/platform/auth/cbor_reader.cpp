#include "platform/auth/cbor_reader.h"

#include <limits>

#include <cbor.h>

namespace auth {
namespace {

using Kind = CborItem::Kind;

// What libcbor's decoder calls back with; a head that we do not read stays nullopt.
struct Head {
    std::optional<CborItem> item;

    static void set(void* head, CborItem item) { static_cast<Head*>(head)->item = item; }
    static std::string_view view(cbor_data data, std::uint64_t size) {
        return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
    }
};

cbor_callbacks callbacks() {
    cbor_callbacks to = cbor_empty_callbacks;
    to.uint8 = [](void* head, std::uint8_t value) { Head::set(head, {Kind::unsigned_number, value}); };
    to.uint16 = [](void* head, std::uint16_t value) { Head::set(head, {Kind::unsigned_number, value}); };
    to.uint32 = [](void* head, std::uint32_t value) { Head::set(head, {Kind::unsigned_number, value}); };
    to.uint64 = [](void* head, std::uint64_t value) { Head::set(head, {Kind::unsigned_number, value}); };
    to.negint8 = [](void* head, std::uint8_t value) { Head::set(head, {Kind::negative_number, value}); };
    to.negint16 = [](void* head, std::uint16_t value) { Head::set(head, {Kind::negative_number, value}); };
    to.negint32 = [](void* head, std::uint32_t value) { Head::set(head, {Kind::negative_number, value}); };
    to.negint64 = [](void* head, std::uint64_t value) { Head::set(head, {Kind::negative_number, value}); };
    to.byte_string = [](void* head, cbor_data data, auto size) {
        Head::set(head, {Kind::bytes, size, Head::view(data, size)});
    };
    to.string = [](void* head, cbor_data data, auto size) {
        Head::set(head, {Kind::text, size, Head::view(data, size)});
    };
    to.array_start = [](void* head, auto size) { Head::set(head, {Kind::array, size}); };
    to.map_start = [](void* head, auto size) { Head::set(head, {Kind::map, size}); };
    to.tag = [](void* head, std::uint64_t value) { Head::set(head, {Kind::tag, value}); };
    to.float2 = [](void* head, float) { Head::set(head, {Kind::other}); };
    to.float4 = [](void* head, float) { Head::set(head, {Kind::other}); };
    to.float8 = [](void* head, double) { Head::set(head, {Kind::other}); };
    to.undefined = [](void* head) { Head::set(head, {Kind::other}); };
    to.null = [](void* head) { Head::set(head, {Kind::other}); };
    to.boolean = [](void* head, bool) { Head::set(head, {Kind::other}); };
    return to;
}

}  // namespace

std::optional<std::int64_t> CborItem::integer() const {
    if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    const auto value = static_cast<std::int64_t>(number);
    if (kind == Kind::unsigned_number) return value;
    if (kind == Kind::negative_number) return -1 - value;
    return std::nullopt;
}

std::optional<CborItem> CborReader::next() {
    static const cbor_callbacks kCallbacks = callbacks();
    if (is_broken_ || is_at_end()) return std::nullopt;
    const std::string_view rest = bytes_.substr(position_);
    Head head;
    const auto decoded = cbor_stream_decode(reinterpret_cast<cbor_data>(rest.data()), rest.size(), &kCallbacks, &head);
    is_broken_ = decoded.status != CBOR_DECODER_FINISHED || !head.item;
    if (is_broken_) return std::nullopt;
    position_ += decoded.read;
    return head.item;
}

bool CborReader::skip() {
    const auto item = next();
    return item && skip_contents(*item, 1);
}

// Every item takes a byte at least: the loop ends with the bytes, however many were announced.
bool CborReader::skip_contents(const CborItem& item, int depth) {
    std::uint64_t items = 0;
    if (item.kind == Kind::tag) items = 1;
    if (item.kind == Kind::array || item.kind == Kind::map) items = item.number;
    if (items > 0 && depth > kDeepest) return false;
    const int rounds = item.kind == Kind::map ? 2 : 1;
    for (std::uint64_t i = 0; i < items; ++i)
        for (int round = 0; round < rounds; ++round) {
            const auto inner = next();
            if (!inner || !skip_contents(*inner, depth + 1)) return false;
        }
    return true;
}

}  // namespace auth
