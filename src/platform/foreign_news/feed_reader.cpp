// Feeds and WordPress exports, read as a stream. Entities of the document's own are never expanded, nothing outside the
// file is ever opened.
#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <memory>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "base/text.h"
#include "platform/foreign_news/clean_words.h"
#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/feed_entry.h"
#include "platform/foreign_news/loose_ampersands.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/reader.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {
namespace {

constexpr std::size_t kPiece = 65'536;
constexpr std::size_t kLongestField = 4'000'000;  // bytes of one element of an item; what is longer is cut there
constexpr std::size_t kMostFiles = 500'000;       // of a site's library
constexpr std::size_t kMostAuthors = 10'000;

std::string_view view(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

// Takes what a feed is made of, in its order. Every item is given to `take_entry`.
class FeedReader {
public:
    using TakeEntry = std::function<Given(FeedEntry, FeedKind)>;
    FeedReader(NewsSink& sink, TakeEntry take_entry, xmlParserCtxtPtr context)
        : sink_(sink), take_entry_(std::move(take_entry)), context_(context) {}

    void open(std::string_view name, std::string_view prefix, const xmlChar** attributes, int count) {
        ++depth_;
        // An entity that was left out stands in an attribute as a zero, and every "&" as "&#38;".
        const auto attribute = [&](std::string_view wanted) -> std::string {
            for (int i = 0; i < count; ++i) {
                if (view(attributes[5 * i]) != wanted) continue;
                std::string value{reinterpret_cast<const char*>(attributes[5 * i + 3]),
                                  static_cast<std::size_t>(attributes[5 * i + 4] - attributes[5 * i + 3])};
                std::erase(value, '\0');
                for (auto at = value.find("&#38;"); at != std::string::npos; at = value.find("&#38;", at + 1))
                    value.erase(at + 1, 4);
                return value;
            }
            return {};
        };
        if (inner_markup_ > 0) return open_inner(name, attribute);
        text_.clear();
        if (name == "item" || name == "entry") {
            give_section();
            entry_ = FeedEntry{.line = line()};
            is_in_entry_ = true;
            return;
        }
        const bool may_be_markup = name == "content" || name == "summary" || name == "title" || name == "subtitle";
        if (may_be_markup && attribute("type") == "xhtml") inner_markup_ = 1;
        if (!is_in_entry_) {
            if (name == "image" || name == "textInput") ++in_image_;
            return;
        }
        if (name == "link" && prefix.empty() && entry_.link.empty()) {
            const auto kind = attribute("rel");
            if (kind.empty() || kind == "alternate") entry_.link = attribute("href");
        }
        const bool is_picture = (name == "enclosure" && attribute("type").starts_with("image/")) ||
                                (prefix == "media" && (name == "thumbnail" || attribute("medium") == "image"));
        if (is_picture && !attribute("url").empty()) entry_.pictures.push_back(attribute("url"));
        if (name == "category" && !attribute("term").empty()) entry_.tags.push_back(attribute("term"));
    }

    void close(std::string_view name, std::string_view prefix) {
        --depth_;
        if (inner_markup_ > 1) {
            --inner_markup_;
            text_ += "</" + std::string{name} + ">";
            return;
        }
        inner_markup_ = 0;
        if (is_in_entry_ && (name == "item" || name == "entry")) {
            give_entry();
            is_in_entry_ = false;
        } else if (is_in_entry_) {
            take_field(name, prefix);
        } else if (name == "image" || name == "textInput") {
            --in_image_;
        } else if (!is_section_given_ && in_image_ == 0) {
            take_section_field(name, prefix);
        }
        text_.clear();
    }

    void characters(std::string_view text) {
        if (text_.size() + text.size() <= kLongestField) text_ += inner_markup_ > 0 ? escaped(text) : std::string{text};
    }

    // An entity that HTML knows and this document does not declare, or one of its own, which is left out.
    void entity(std::string_view name) {
        auto known = html::named_entity(name);
        if (known.empty())
            sink_.oddity({line(), OddityKind::entity_left_out, std::string{base::first_characters(name, 40)}});
        text_ += known;
    }

    void broken(std::string why) {
        if (++faults_ <= 20)
            sink_.oddity({line(), OddityKind::broken_markup, shown_words(decoded_text(std::move(why), "UTF-8").text)});
    }

    void finish() {
        give_section();
        if (items_ == 0) sink_.oddity({1, OddityKind::no_item});
    }
    std::size_t items() const { return items_; }

private:
    // Markup within a text: it is put together again, with what its links and pictures say.
    void open_inner(std::string_view name, const std::function<std::string(std::string_view)>& attribute) {
        ++inner_markup_;
        text_ += "<" + std::string{name};
        for (const std::string_view kept : {"href", "src", "alt"})
            if (const auto value = attribute(kept); !value.empty())
                text_ += " " + std::string{kept} + "=\"" + escaped(value) + "\"";
        text_ += ">";
    }

    static std::string escaped(std::string_view text) {
        std::string out;
        for (const char c : text) {
            if (c == '<')
                out += "&lt;";
            else if (c == '&')
                out += "&amp;";
            else if (c == '"')
                out += "&quot;";
            else
                out += c;
        }
        return out;
    }

    std::uint32_t line() const { return static_cast<std::uint32_t>(std::max(xmlSAX2GetLineNumber(context_), 1)); }

    void take_section_field(std::string_view name, std::string_view prefix) {
        if (name == "title" && section_.title.empty()) section_.title = clean({.text = text_}).plain;
        if ((name == "description" || name == "subtitle") && prefix != "itunes" && section_.introduction.empty())
            section_.introduction = clean({.text = text_}).markdown;
        if (name == "language") section_.language = shown_words(text_);
        if (name == "link" && prefix.empty() && section_.source.empty()) section_.source = shown_words(text_);
        if (name == "base_site_url") section_.source = shown_words(text_);
        if (name == "wxr_version") is_wordpress_ = true;
        // Items name who wrote them by what they sign in with, which is nobody's business.
        if (name == "author_login") login_ = shown_words(text_);
        if (name == "author_display_name" && names_.size() < kMostAuthors) names_[login_] = shown_words(text_);
    }

    void give_section() {
        if (is_section_given_) return;
        is_section_given_ = true;
        // A WordPress export is of a whole site: its title names no section.
        if (is_wordpress_) section_.title.clear();
        if (is_wordpress_) section_.introduction.clear();
        sink_.section(section_);
    }

    void take_field(std::string_view name, std::string_view prefix) {
        const auto set = [this](std::string& field) {
            if (field.empty()) field = std::move(text_);
        };
        if (name == "title" && prefix != "media") return set(entry_.title);
        if (name == "link" && prefix != "atom") return set(entry_.link);
        if (name == "guid" || name == "id") return set(entry_.key);
        if (name == "pubDate" || name == "published" || name == "issued" || (name == "date" && prefix == "dc"))
            return set(entry_.published);
        if (name == "updated" || name == "modified") return set(entry_.updated);
        if (name == "post_date") return set(entry_.local_date);
        if (name == "post_type") return set(entry_.kind);
        if (name == "attachment_url") return set(entry_.attachment);
        if (name == "post_id") return set(entry_.number);
        if (name == "meta_key") meta_key_ = shown_words(text_);
        if (name == "meta_value" && meta_key_ == "_thumbnail_id") entry_.thumbnail = shown_words(text_);
        if (name == "meta_value" && meta_key_ == "_wp_attachment_image_alt") entry_.description = shown_words(text_);
        if (name == "status" && prefix == "wp") return set(entry_.status);
        if (name == "post_password") return set(entry_.password);
        if (name == "creator" || name == "name" || (name == "author" && prefix.empty())) return set(entry_.author);
        if (name == "category" && !shown_words(text_).empty()) entry_.tags.push_back(shown_words(text_));
        if (name == "encoded" && prefix == "excerpt") {
            if (!shown_words(text_).empty()) entry_.summary = std::move(text_);
            return;
        }
        if ((name == "encoded" && prefix == "content") || (name == "content" && prefix.empty()))
            entry_.content = std::move(text_);
        else if (name == "description" || name == "summary")
            set(entry_.summary);
    }

    void give_entry() {
        if (const auto name = names_.find(shown_words(entry_.author)); name != names_.end())
            entry_.author = name->second;
        if (take_entry_(std::move(entry_), is_wordpress_ ? FeedKind::wordpress : FeedKind::feed) == Given::yes)
            ++items_;
    }

    NewsSink& sink_;
    TakeEntry take_entry_;
    xmlParserCtxtPtr context_;
    NewsSection section_{};
    FeedEntry entry_{};
    std::string text_{};
    std::string meta_key_{};
    std::string login_{};
    std::map<std::string, std::string> names_{};  // of WordPress, by what they sign in with
    int depth_ = 0;
    int in_image_ = 0;
    int inner_markup_ = 0;  // depth within an element whose content is XHTML
    bool is_in_entry_ = false;
    bool is_section_given_ = false;
    bool is_wordpress_ = false;
    std::size_t faults_ = 0;
    std::size_t items_ = 0;
};

FeedReader& reader_of(void* data) { return *static_cast<FeedReader*>(static_cast<xmlParserCtxtPtr>(data)->_private); }

void on_open(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar*, int, const xmlChar**, int count,
             int, const xmlChar** attributes) {
    reader_of(data).open(view(name), view(prefix), attributes, count);
}
void on_close(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar*) {
    reader_of(data).close(view(name), view(prefix));
}
void on_text(void* data, const xmlChar* text, int length) {
    reader_of(data).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}
void on_reference(void* data, const xmlChar* name) { reader_of(data).entity(view(name)); }

// The parser asks for every entity that is not one of XML's five. It gets an empty one, and the reader says what it is.
xmlEntityPtr on_entity(void* data, const xmlChar* name) {
    if (auto* const own = xmlGetPredefinedEntity(name)) return own;
    reader_of(data).entity(view(name));
    static xmlChar nothing[] = {0};
    thread_local xmlEntity empty{};
    empty.type = XML_ENTITY_DECL;
    empty.name = name;
    empty.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    empty.content = nothing;
    return &empty;
}
void on_declaration(void*, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {}
void on_fault(void* data, xmlErrorPtr error) {
    if (error->level >= XML_ERR_ERROR) reader_of(data).broken(error->message == nullptr ? "" : error->message);
}

xmlSAXHandler handler() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_open;
    sax.endElementNs = on_close;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    sax.reference = on_reference;
    sax.getEntity = on_entity;
    sax.entityDecl = on_declaration;
    sax.serror = on_fault;
    return sax;
}

// libxml2 keeps declared entities in a document of its own even where nobody builds one.
void free_context(xmlParserCtxtPtr context) {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    context->myDoc = nullptr;
    xmlFreeParserCtxt(context);
}

// Where the markup breaks off for good; empty: nowhere.
std::string read_all(const PieceSource& pieces, NewsSink& sink, FeedReader::TakeEntry take_entry) {
    auto sax = handler();
    std::string piece(kPiece, '\0');
    const auto count = pieces(std::span{piece}.first(4));
    auto* const context = xmlCreatePushParserCtxt(&sax, nullptr, piece.data(), static_cast<int>(count), nullptr);
    if (context == nullptr) throw std::bad_alloc{};
    const std::unique_ptr<xmlParserCtxt, decltype(&free_context)> owner{context, free_context};
    FeedReader reader{sink, std::move(take_entry), context};
    context->_private = &reader;
    context->userData = context;
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_BIG_LINES);
    sink.advance(count);
    const bool is_wide = encoding_of({piece.data(), count}).starts_with("UTF-16");
    LooseAmpersands ampersands;
    while (const auto length = pieces(piece)) {
        sink.advance(length);
        const std::string_view bytes{piece.data(), length};
        const auto tidy = is_wide ? std::string{bytes} : ampersands.tidy(bytes);
        xmlParseChunk(context, tidy.data(), static_cast<int>(tidy.size()), 0);
        if (context->disableSAX != 0) break;
    }
    xmlParseChunk(context, nullptr, 0, 1);
    const bool is_stopped = context->disableSAX != 0;
    auto place = is_stopped ? "line " + std::to_string(xmlSAX2GetLineNumber(context)) : std::string{};
    reader.finish();
    return place;
}

class NoSink final : public NewsSink {
public:
    void section(NewsSection) override {}
    void item(NewsItem) override {}
    void oddity(Oddity) override {}
    void advance(std::uint64_t) override {}
};

}  // namespace

bool is_wordpress(std::string_view start) { return start.contains("wordpress.org/export/"); }

MediaLibrary library_of(const PieceSource& pieces) {
    MediaLibrary library;
    NoSink sink;
    read_all(pieces, sink, [&library](FeedEntry entry, FeedKind) {
        if (library.files.size() >= kMostFiles) return Given::no;
        if (!entry.thumbnail.empty()) library.featured.insert(std::move(entry.thumbnail));
        if (!entry.attachment.empty())
            library.files[entry.number] = {shown_words(entry.attachment), std::move(entry.description)};
        return Given::no;
    });
    return library;
}

void read_feed(const PieceSource& pieces, NewsSink& sink, const MediaLibrary& library) {
    const auto place = read_all(
        pieces, sink, [&](FeedEntry entry, FeedKind kind) { return give(std::move(entry), kind, library, sink); });
    if (!place.empty())
        throw UnreadableSource{base::message("The feed cannot be read beyond this place: its markup is broken."),
                               place};
}

}  // namespace foreign_news
