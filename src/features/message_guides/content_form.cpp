#include "features/message_guides/content_form.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.h"
#include "features/message_guides/fields.h"

namespace message_guides {
namespace {

constexpr std::size_t kKeyLength = 8;
constexpr std::string_view kKeySigns = "0123456789abcdef";

bool is_key(std::string_view text) {
    return text.size() == kKeyLength && text.find_first_not_of(kKeySigns) == std::string_view::npos;
}

std::string tidied(FieldKind kind, std::string_view text) {
    return kind == FieldKind::area ? base::tidy_lines(text) : base::collapse_spaces(text);
}

// FNV-1a, 32 bits: enough to tell apart the few items of one guide; keys that are taken are passed over.
std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

bool has_key(const Content& content, std::string_view key) {
    bool is_taken = false;
    each_list(content, [&](std::string_view, const auto& list, std::size_t) {
        for (const auto& item : list) is_taken = is_taken || item.key == key;
    });
    return is_taken;
}

template <class Part>
void act_on(std::vector<Part>& list, const EditorAct& act) {
    const auto found = std::ranges::find(list, act.key, &Part::key);
    if (found == list.end()) return;
    if (act.kind == EditorAct::Kind::remove) list.erase(found);
    if (act.kind == EditorAct::Kind::up && found != list.begin()) std::iter_swap(found, found - 1);
    if (act.kind == EditorAct::Kind::down && found + 1 != list.end()) std::iter_swap(found, found + 1);
}

}  // namespace

Content read_content(const TypedFields& typed) {
    Content content;
    for (const auto& field : fields<Content>()) field.write(content, tidied(field.kind, typed.one(field.name)));
    std::string audiences;
    for (const auto& each : typed.all("audiences")) audiences.append(each).append(" ");
    for (const auto& field : fields<Content>())
        if (field.name == "audiences") field.write(content, base::collapse_spaces(audiences));
    each_list(content, [&]<class Part>(std::string_view name, std::vector<Part>& list, std::size_t) {
        for (const std::string& key : typed.all(name)) {
            if (!is_key(key) || has_key(content, key)) continue;
            Part part;
            part.key = key;
            for (const Field<Part>& field : fields<Part>())
                field.write(part, tidied(field.kind, typed.one(field_name(name, key, field.name))));
            list.push_back(std::move(part));
        }
    });
    return content;
}

EditorAct editor_act_of(std::string_view text) {
    using Kind = EditorAct::Kind;
    const auto colon = text.find(':');
    const std::string_view word = text.substr(0, colon);
    const std::string_view rest = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    if (word == "preview")
        return {.kind = Kind::preview, .locale = base::locale_of(rest).value_or(base::Locale::english)};
    if (word == "add") return {.kind = Kind::add, .list = std::string{rest}};
    const auto dot = rest.find('.');
    if (dot == std::string_view::npos) return {};
    EditorAct act{.list = std::string{rest.substr(0, dot)}, .key = std::string{rest.substr(dot + 1)}};
    if (word == "remove") act.kind = Kind::remove;
    if (word == "up") act.kind = Kind::up;
    if (word == "down") act.kind = Kind::down;
    return act;
}

Acted after(Content content, const EditorAct& act, std::string_view seed) {
    const std::string key = act.kind == EditorAct::Kind::add ? new_key(content, seed) : act.key;
    each_list(content, [&]<class Part>(std::string_view name, std::vector<Part>& list, std::size_t most) {
        if (name != act.list) return;
        if (act.kind != EditorAct::Kind::add) return act_on(list, act);
        if (list.size() >= most) return;
        list.emplace_back();
        list.back().key = key;
    });
    const bool is_there = has_key(content, key);
    return {std::move(content), is_there ? key : std::string{}};
}

std::string new_key(const Content& content, std::string_view seed) {
    for (int attempt = 0;; ++attempt) {
        std::string key = fmt::format("{:08x}", hash_of(fmt::format("{}/{}", seed, attempt)));
        if (!has_key(content, key)) return key;
    }
}

}  // namespace message_guides
