#include "platform/files/s3_listing.h"

#include <cstdio>
#include <ctime>
#include <limits>
#include <memory>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/whole_number.h"

namespace files {
namespace {

struct DocumentEnd {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, DocumentEnd>;

struct TextEnd {
    void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string_view name_of(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node->name) : "";
}

std::string text_of(const xmlNode* node) {
    const std::unique_ptr<xmlChar, TextEnd> text{xmlNodeGetContent(node)};
    return text ? reinterpret_cast<const char*>(text.get()) : "";
}

// "2026-11-22T18:36:05.123Z"; nullopt for anything else.
std::optional<base::Instant> time_of(const std::string& text) {
    std::tm parts{};
    const int read = std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &parts.tm_year, &parts.tm_mon, &parts.tm_mday,
                                 &parts.tm_hour, &parts.tm_min, &parts.tm_sec);
    if (read != 6 || !text.ends_with('Z') || parts.tm_year < 1970 || parts.tm_year > 9999) return std::nullopt;
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    return base::Instant{static_cast<std::int64_t>(::timegm(&parts)) * 1'000'000};
}

std::optional<S3Object> object_of(const xmlNode* contents) {
    S3Object object;
    std::optional<std::int64_t> size;
    std::optional<base::Instant> modified_at;
    for (const auto* child = contents->children; child != nullptr; child = child->next) {
        if (name_of(child) == "Key") object.key = text_of(child);
        if (name_of(child) == "Size") size = base::whole_number(text_of(child));
        if (name_of(child) == "LastModified") modified_at = time_of(text_of(child));
    }
    if (object.key.empty() || !size || !modified_at) return std::nullopt;
    object.size = *size;
    object.modified_at = *modified_at;
    return object;
}

}  // namespace

std::optional<S3Listing> read_s3_listing(std::string_view xml) {
    if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return std::nullopt;
    constexpr int kQuiet = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const Document document{xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kQuiet)};
    const auto* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr || name_of(root) != "ListBucketResult") return std::nullopt;
    S3Listing listing;
    bool is_cut = false;
    for (const auto* child = root->children; child != nullptr; child = child->next) {
        if (name_of(child) == "Contents")
            if (auto object = object_of(child)) listing.objects.push_back(*std::move(object));
        if (name_of(child) == "IsTruncated") is_cut = text_of(child) == "true";
        if (name_of(child) == "NextContinuationToken") listing.next = text_of(child);
    }
    if (!is_cut) listing.next.clear();
    return listing;
}

}  // namespace files
