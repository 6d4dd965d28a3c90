#include "features/fraud_guard/proof.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "models/statistics/sha256.h"
#include "platform/auth/keyed_hash.h"

namespace fraud_guard {
namespace {

constexpr std::size_t kLongestPayload = 2'000;
constexpr std::size_t kDigits = 64;  // of SHA-256
constexpr std::size_t kLongestSalt = 200;
constexpr std::int64_t kLargestNumber = std::int64_t{1} << 53;  // what every browser counts to
constexpr std::string_view kExpires = "?expires=";

bool is_hexadecimal(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// The bytes that hexadecimal digits of our own stand for.
std::string bytes_of(std::string_view digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        unsigned value = 0;
        std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

// RFC 4648 section 4, with or without padding.
std::optional<std::string> from_base64(std::string_view text) {
    std::string url_safe{text.substr(0, text.find_last_not_of('=') + 1)};
    if (text.size() - url_safe.size() > 2 || url_safe.find_first_of("-_") != std::string::npos) return std::nullopt;
    std::ranges::replace(url_safe, '+', '-');
    std::ranges::replace(url_safe, '/', '_');
    const auto bytes = runtime::from_base64url(url_safe);
    if (!bytes) return std::nullopt;
    return std::string{reinterpret_cast<const char*>(bytes->data()), bytes->size()};
}

std::string to_base64(std::string_view bytes) {
    std::string text = runtime::base64url({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()});
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

std::string text_member(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

std::optional<std::int64_t> number_member(const boost::json::object& object) {
    const auto* value = object.if_contains("number");
    if (value == nullptr || !value->is_int64()) return std::nullopt;
    const std::int64_t number = value->get_int64();
    return number >= 0 && number <= kLargestNumber ? std::optional{number} : std::nullopt;
}

std::string challenge_of(std::string_view salt, std::int64_t number) {
    return statistics::sha256_of(fmt::format("{}{}", salt, number));
}

// The seconds in "...?expires=SECONDS&", with nothing behind.
std::optional<std::int64_t> expiry_in(std::string_view salt) {
    const auto at = salt.find(kExpires);
    if (at == std::string_view::npos || !salt.ends_with('&')) return std::nullopt;
    const auto digits = salt.substr(at + kExpires.size(), salt.size() - at - kExpires.size() - 1);
    std::int64_t seconds = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return seconds;
}

// Without telling by its time where they differ.
bool are_same(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i]);
    return difference == 0;
}

}  // namespace

PuzzleKey PuzzleKey::of(const auth::Secret& secret) {
    std::string text;
    for (const char* part : {"0", "1", "2", "3"})
        text +=
            fmt::format("{:016x}", static_cast<std::uint64_t>(auth::keyed_hash(secret, "fraud_guard.puzzle", part)));
    return PuzzleKey{std::move(text)};
}

std::string json_of(const Puzzle& puzzle) {
    return fmt::format(R"({{"algorithm":"SHA-256","challenge":"{}","maxnumber":{},"salt":"{}","signature":"{}"}})",
                       puzzle.challenge, puzzle.hardest, puzzle.salt, puzzle.signature);
}

Puzzle make_puzzle(const PuzzleKey& key, const PuzzleWish& wish, runtime::Random& random) {
    std::array<std::byte, 12> bytes;
    random.fill(bytes);
    std::string salt;
    for (const std::byte byte : bytes) salt += fmt::format("{:02x}", std::to_integer<unsigned>(byte));
    salt += fmt::format("{}{}&", kExpires, (wish.now + kPuzzlePeriod).seconds());
    const std::string challenge =
        challenge_of(salt, static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(wish.hardest) + 1)));
    return {salt, challenge, hmac_sha256({key.text(), challenge}), wish.hardest};
}

std::optional<Solution> read_solution(std::string_view payload) {
    if (payload.size() > kLongestPayload) return std::nullopt;
    const auto text = from_base64(payload);
    if (!text) return std::nullopt;
    boost::system::error_code fault;
    boost::json::parse_options options;
    options.max_depth = 2;
    const auto value = boost::json::parse(*text, fault, {}, options);
    if (fault || !value.is_object()) return std::nullopt;
    const auto& object = value.get_object();
    const auto number = number_member(object);
    Solution solution{text_member(object, "salt"), text_member(object, "challenge"), text_member(object, "signature")};
    const bool fits = number && text_member(object, "algorithm") == "SHA-256" && !solution.salt.empty() &&
                      solution.salt.size() <= kLongestSalt && solution.challenge.size() == kDigits &&
                      solution.signature.size() == kDigits && is_hexadecimal(solution.challenge) &&
                      is_hexadecimal(solution.signature);
    if (!fits) return std::nullopt;
    solution.number = *number;
    return solution;
}

std::optional<base::Instant> expiry_of(const Solution& solution, const PuzzleKey& key, base::Instant now) {
    if (!are_same(hmac_sha256({key.text(), solution.challenge}), solution.signature)) return std::nullopt;
    if (challenge_of(solution.salt, solution.number) != solution.challenge) return std::nullopt;
    const auto seconds = expiry_in(solution.salt);
    if (!seconds || now.seconds() >= *seconds) return std::nullopt;
    return base::Instant{} + base::seconds(*seconds);
}

std::optional<std::int64_t> solve(const Puzzle& puzzle) {
    for (std::int64_t number = 0; number <= puzzle.hardest; ++number)
        if (challenge_of(puzzle.salt, number) == puzzle.challenge) return number;
    return std::nullopt;
}

std::string payload_of(const Puzzle& puzzle, std::int64_t number) {
    return to_base64(
        fmt::format(R"({{"algorithm":"SHA-256","challenge":"{}","number":{},"salt":"{}","signature":"{}"}})",
                    puzzle.challenge, number, puzzle.salt, puzzle.signature));
}

std::string hmac_sha256(const Keyed& keyed) {
    constexpr std::size_t kBlock = 64;
    std::string key = keyed.key.size() > kBlock ? bytes_of(statistics::sha256_of(keyed.key)) : std::string{keyed.key};
    key.resize(kBlock, '\0');
    std::string inner = key, outer = key;
    for (char& c : inner) c = static_cast<char>(c ^ 0x36);
    for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
    return statistics::sha256_of(outer + bytes_of(statistics::sha256_of(inner.append(keyed.text))));
}

}  // namespace fraud_guard
