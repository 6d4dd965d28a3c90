#include "features/count_proof/receipt.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "platform/runtime/random.h"

namespace count_proof {
namespace {

namespace json = boost::json;

constexpr std::string_view kFormat = "alltogether-count-receipt/1";
constexpr std::string_view kFormatFamily = "alltogether-count-receipt/";
constexpr char kShortForm = 1;
constexpr std::size_t kShortHead = 1 + 1 + 8 + 8 + 8 + Hash::kSize + 8 + 8;
constexpr std::size_t kLongestPath = 62;
constexpr std::size_t kMostSteps = 100;

// A JSON text in quotes, for members that we write one on a line.
std::string in_quotes(std::string_view text) { return json::serialize(json::string{text}); }

std::string path_json(const std::vector<Hash>& path) {
    std::string text;
    for (const Hash& hash : path) text += fmt::format("{}\n        \"{}\"", text.empty() ? "" : ",", hex(hash.view()));
    return path.empty() ? "[]" : "[" + text + "\n      ]";
}

std::string steps_json(const std::vector<ProvenStep>& steps) {
    std::string text;
    for (const ProvenStep& step : steps)
        text += fmt::format("{}\n    {{\n      \"type\": \"{}\",\n      \"index\": {},\n      \"path\": {}\n    }}",
                            text.empty() ? "" : ",", name_of(step.type), step.position, path_json(step.path));
    return steps.empty() ? "[]" : "[" + text + "\n  ]";
}

const json::value* member(const json::object& object, std::string_view name) {
    const auto* found = object.if_contains(name);
    return found;
}

std::optional<std::string_view> text_member(const json::object& object, std::string_view name) {
    const auto* value = member(object, name);
    if (value == nullptr || !value->is_string()) return std::nullopt;
    return std::string_view{value->get_string()};
}

// Numbers over 2^53 are texts, so that no reader rounds them.
std::optional<std::int64_t> number_text_member(const json::object& object, std::string_view name) {
    return decimal(text_member(object, name).value_or(""));
}

std::optional<Hash> hash_of_hex(std::string_view text) { return Hash::of(from_hex(text).value_or("")); }

std::optional<Opening> read_opening(const json::object& object) {
    const auto petition = number_text_member(object, "petition");
    const auto signer_class = class_of(text_member(object, "signer_class").value_or(""));
    const auto signature = number_text_member(object, "signature");
    const auto counted_at = number_text_member(object, "counted_at");
    const auto salt = hash_of_hex(text_member(object, "salt").value_or(""));
    if (!petition || *petition == 0 || !signer_class || !signature || !counted_at || !salt) return std::nullopt;
    return Opening{PetitionId{*petition}, *signer_class, SignatureId{*signature}, {*counted_at}, *salt};
}

std::optional<std::vector<Hash>> read_path(const json::value* value) {
    if (value == nullptr || !value->is_array() || value->get_array().size() > kLongestPath) return std::nullopt;
    std::vector<Hash> path;
    for (const auto& each : value->get_array()) {
        const auto hash = each.is_string() ? hash_of_hex(each.get_string()) : std::nullopt;
        if (!hash) return std::nullopt;
        path.push_back(*hash);
    }
    return path;
}

std::optional<ProvenStep> read_step(const json::value& value) {
    if (!value.is_object()) return std::nullopt;
    const auto& object = value.get_object();
    const auto type = type_of(text_member(object, "type").value_or(""));
    const auto* index = member(object, "index");
    auto path = read_path(member(object, "path"));
    if (!type || *type == EntryType::key || index == nullptr || !index->is_int64() || index->get_int64() < 0 || !path)
        return std::nullopt;
    return ProvenStep{*type, index->get_int64(), *std::move(path)};
}

std::optional<std::vector<ProvenStep>> read_steps(const json::value* value) {
    if (value == nullptr || !value->is_array() || value->get_array().size() > kMostSteps) return std::nullopt;
    std::vector<ProvenStep> steps;
    for (const auto& each : value->get_array()) {
        auto step = read_step(each);
        if (!step) return std::nullopt;
        steps.push_back(*std::move(step));
    }
    return steps;
}

base::Result<Receipt, Flaw> read_json(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error || !value.is_object()) return Flaw::unreadable;
    const auto& object = value.get_object();
    const auto format = text_member(object, "format").value_or("");
    if (format != kFormat) return format.starts_with(kFormatFamily) ? Flaw::unknown_format : Flaw::unreadable;
    const auto opening = read_opening(object);
    auto steps = read_steps(member(object, "steps"));
    const auto note = text_member(object, "note");
    if (!opening || !steps || !note) return Flaw::unreadable;
    Receipt receipt{*opening, *std::move(steps), std::string{*note}, 0, std::nullopt};
    if (const auto key = text_member(object, "key")) receipt.key = PublicKey::parse(*key);
    return receipt;
}

base::Result<Receipt, Flaw> read_short(std::string_view text) {
    const auto decoded = runtime::from_base64url(text);
    if (!decoded || decoded->size() < kShortHead || decoded->front() != std::byte{kShortForm}) return Flaw::unreadable;
    const std::string_view bytes{reinterpret_cast<const char*>(decoded->data()), decoded->size()};
    const std::string_view hashes = bytes.substr(kShortHead);
    const bool is_class = bytes[1] >= 0 && bytes[1] < static_cast<char>(ports::kSignerClasses.size());
    if (!is_class || hashes.size() % Hash::kSize != 0 || hashes.size() / Hash::kSize > kLongestPath)
        return Flaw::unreadable;
    const Opening opening{PetitionId{number_of(bytes.substr(2, 8))},
                          static_cast<SignerClass>(bytes[1]),
                          SignatureId{number_of(bytes.substr(10, 8))},
                          {number_of(bytes.substr(18, 8))},
                          *Hash::of(bytes.substr(26, Hash::kSize))};
    ProvenStep step{EntryType::confirmed, number_of(bytes.substr(58, 8)), {}};
    for (std::size_t at = 0; at < hashes.size(); at += Hash::kSize)
        step.path.push_back(*Hash::of(hashes.substr(at, Hash::kSize)));
    return Receipt{opening, {std::move(step)}, "", number_of(bytes.substr(66, 8)), std::nullopt};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// The confirmation first, then away and back in turn, each further on in the log.
bool is_story(const std::vector<ProvenStep>& steps) {
    bool counts = false;
    std::int64_t before = -1;
    for (const ProvenStep& step : steps) {
        if (counts_up(step.type) == counts || step.position <= before) return false;
        if (before < 0 && step.type != EntryType::confirmed) return false;
        counts = counts_up(step.type);
        before = step.position;
    }
    return true;
}

base::Result<Proven, Flaw> verify_promise(const Receipt& receipt, const Note& note, const PublicKey& key) {
    const auto promise = read_promise(note.text);
    if (!promise) return Flaw::bad_note;
    if (promise->origin != key.name) return Flaw::other_log;
    if (promise->entry != entry_of(receipt.opening, EntryType::confirmed)) return Flaw::other_entry;
    return Proven{*promise};
}

base::Result<Proven, Flaw> verify_steps(const Receipt& receipt, const Note& note, const PublicKey& key) {
    const auto head = read_head(note.text);
    if (!head || (receipt.size != 0 && receipt.size != head->size)) return Flaw::bad_note;
    if (head->origin != key.name) return Flaw::other_log;
    if (!is_story(receipt.steps)) return Flaw::broken_story;
    for (const ProvenStep& step : receipt.steps) {
        const Hash leaf = leaf_hash(encode(entry_of(receipt.opening, step.type)));
        const auto root = root_of_path(leaf, {step.position, head->size}, step.path);
        if (!root) return Flaw::wrong_path;
        if (*root != head->root) return Flaw::not_in_tree;
    }
    return Proven{Included{*head, counts_up(receipt.steps.back().type)}};
}

}  // namespace

std::string_view name_of(Flaw flaw) {
    constexpr std::array<std::string_view, 10> kNames{"unreadable",   "unknown-format", "no-head",    "bad-note",
                                                      "not-signed",   "other-log",      "wrong-path", "not-in-tree",
                                                      "broken-story", "other-entry"};
    return kNames[static_cast<std::size_t>(flaw)];
}

Entry entry_of(const Opening& opening, EntryType type) {
    return {type, opening.signer_class, opening.petition, commitment_of(opening)};
}

std::string json_of(const Receipt& receipt) {
    const Opening& opening = receipt.opening;
    return fmt::format(
        "{{\n  \"format\": \"{}\",\n  \"petition\": \"{}\",\n  \"signer_class\": \"{}\",\n  \"signature\": \"{}\",\n"
        "  \"counted_at\": \"{}\",\n  \"salt\": \"{}\",\n  \"steps\": {},\n  \"note\": {},\n  \"key\": {}\n}}\n",
        kFormat, opening.petition.value, ports::name_of(opening.signer_class), opening.signature.value,
        opening.counted_at.microseconds, hex(opening.salt.view()), steps_json(receipt.steps), in_quotes(receipt.note),
        in_quotes(receipt.key ? receipt.key->text() : ""));
}

std::string short_text_of(const Receipt& receipt) {
    const Opening& opening = receipt.opening;
    const ProvenStep& step = receipt.steps.at(0);
    std::string bytes(1, kShortForm);
    bytes += static_cast<char>(opening.signer_class);
    append_number(bytes, opening.petition.value);
    append_number(bytes, opening.signature.value);
    append_number(bytes, opening.counted_at.microseconds);
    bytes += opening.salt.view();
    append_number(bytes, step.position);
    append_number(bytes, receipt.size);
    for (const Hash& hash : step.path) bytes += hash.view();
    return runtime::base64url(std::as_bytes(std::span{bytes}));
}

base::Result<Receipt, Flaw> read_receipt(std::string_view bytes) {
    if (bytes.size() > kLargestReceipt) return Flaw::unreadable;
    const auto text = trimmed(bytes);
    return text.starts_with('{') ? read_json(text) : read_short(text);
}

base::Result<Proven, Flaw> verify(const Receipt& receipt, const Trust& trust) {
    const std::string& bytes = receipt.note.empty() ? trust.note : receipt.note;
    if (bytes.empty()) return Flaw::no_head;
    const auto note = read_note(bytes);
    if (!note) return Flaw::bad_note;
    const auto key = trust.key ? trust.key : receipt.key;
    if (!key) return Flaw::not_signed;
    const bool names_key = std::ranges::any_of(note->signatures, [&](const Note::Signature& signature) {
        return signature.name == key->name && signature.key_number == key->number();
    });
    if (!names_key) return Flaw::other_log;
    if (!is_signed_by(*note, *key)) return Flaw::not_signed;
    return receipt.steps.empty() ? verify_promise(receipt, *note, *key) : verify_steps(receipt, *note, *key);
}

std::optional<Hash> root_of(const Receipt& receipt, std::int64_t size) {
    if (receipt.steps.empty()) return std::nullopt;
    const ProvenStep& step = receipt.steps.front();
    return root_of_path(leaf_hash(encode(entry_of(receipt.opening, step.type))), {step.position, size}, step.path);
}

}  // namespace count_proof
