#include "platform/inbound_mail/reply.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "platform/html/foreign_html.h"
#include "platform/inbound_mail/mime_reading.h"

namespace inbound_mail {
namespace {

constexpr std::size_t kLongestFrom = 300, kLongestReplySubject = 200, kLongestName = 150, kLongestType = 100;  // bytes
constexpr std::size_t kDecodedAtMost = kLongestMail;

bool is_block(std::string_view tag) {
    constexpr std::array<std::string_view, 16> kBlocks{"p",  "div", "tr", "table", "ul", "ol",  "li",         "h1",
                                                       "h2", "h3",  "h4", "hr",    "br", "pre", "blockquote", "body"};
    return std::ranges::find(kBlocks, tag) != kBlocks.end();
}

// No more than one empty line between two others.
std::string without_gaps(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (c != '\n' || !result.ends_with("\n\n")) result += c;
    return base::tidy_lines(result);
}

// Runs of blanks become one space, none at the beginning of a line.
void append_text(std::string& to, std::string_view text) {
    for (const char c : text) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        const bool is_after_blank = to.empty() || to.back() == ' ' || to.back() == '\n';
        if (!is_blank) to += c;
        if (is_blank && !is_after_blank) to += ' ';
    }
}

// The words of a page, a line for each block.
std::string words_of_html(std::string_view source) {
    const auto page = html::read_foreign_html(source);
    if (!page) return "";
    std::string words;
    const auto end_line = [&](int node) {
        if (is_block((*page)[node].tag) && !words.empty()) words += '\n';
    };
    html::walk(
        *page, 0,
        [&](int node) {
            if ((*page)[node].is_text())
                append_text(words, (*page)[node].text);
            else
                end_line(node);
            return true;
        },
        end_line);
    return without_gaps(words);
}

std::string cut_words(std::string words) {
    std::size_t end = std::min(words.size(), kLongestWords);
    while (end > 0 && end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80) --end;
    words.resize(end);
    return words;
}

std::string text_of(GMimeObject* part) {
    char* text = GMIME_IS_TEXT_PART(part) ? g_mime_text_part_get_text(GMIME_TEXT_PART(part)) : nullptr;
    if (text == nullptr) return as_utf8(content_of(part, kDecodedAtMost));
    std::string result = as_utf8(text);
    g_free(text);
    return result;
}

std::string name_of(GMimeObject* part) {
    const char* name = GMIME_IS_PART(part) ? g_mime_part_get_filename(GMIME_PART(part)) : nullptr;
    if (name == nullptr) return "";
    std::string line = one_line(name, kLongestName);
    std::ranges::replace_if(line, [](char c) { return c == '/' || c == '\\'; }, '_');
    return line;
}

// Goes through the parts of a mail: words are put together, everything else is attached.
class PartReader {
public:
    static void visit(GMimeObject*, GMimeObject* part, void* to) { static_cast<PartReader*>(to)->read(part); }

    void read(GMimeObject* part) {
        if (GMIME_IS_MULTIPART(part)) return;
        GMimeContentType* type = g_mime_object_get_content_type(part);
        const bool is_attached = g_mime_object_get_disposition(part) != nullptr &&
                                 base::lower_ascii(g_mime_object_get_disposition(part)) == "attachment";
        last_is_attached_ = false;
        if (!is_attached && g_mime_content_type_is_type(type, "text", "plain")) return add(plain_, text_of(part));
        if (!is_attached && g_mime_content_type_is_type(type, "text", "html") && name_of(part).empty())
            return add(html_, text_of(part));
        attach(part, type);
    }

    // The part in which the kept beginning ended goes on for so many bytes.
    void go_on(std::int64_t bytes) {
        if (!last_is_attached_ || attachments_.empty()) return;
        Attachment& last = attachments_.back();
        last.bytes += last_is_base64_ ? bytes * 3 / 4 : bytes;
        last.content.clear();
    }

    std::string words() const {
        return cut_words(plain_.empty() ? words_of_html(html_) : without_gaps(base::tidy_lines(plain_)));
    }
    std::vector<Attachment> attachments() && { return std::move(attachments_); }

private:
    static void add(std::string& to, const std::string& text) {
        if (to.size() > kDecodedAtMost) return;
        if (!to.empty()) to += "\n\n";
        to += text;
    }

    void attach(GMimeObject* part, GMimeContentType* type) {
        if (attachments_.size() == kMostAttachments) return;
        char* mime = g_mime_content_type_get_mime_type(type);
        std::string content = content_of(part, kDecodedAtMost);
        const auto bytes = std::ssize(content);
        if (content.size() > kLargestAttachment) content.clear();
        attachments_.push_back({name_of(part), one_line(mime, kLongestType), bytes, std::move(content)});
        g_free(mime);
        last_is_attached_ = true;
        last_is_base64_ =
            GMIME_IS_PART(part) && g_mime_part_get_content_encoding(GMIME_PART(part)) == GMIME_CONTENT_ENCODING_BASE64;
    }

    std::string plain_, html_;
    std::vector<Attachment> attachments_;
    bool last_is_attached_ = false, last_is_base64_ = false;
};

void read_parts(GMimeMessage* message, PartReader& reader) {
    auto* body = g_mime_message_get_mime_part(message);
    if (body == nullptr) return;
    if (GMIME_IS_MULTIPART(body))
        g_mime_multipart_foreach(GMIME_MULTIPART(body), PartReader::visit, &reader);
    else
        reader.read(body);
}

// A part behind the kept beginning is read as a mail of its own; how long it really is was counted.
void read_late(const LatePart& late, PartReader& reader) {
    const auto message = parsed(late.headers + "\r\n" + late.words);
    if (message == nullptr) return;
    read_parts(message.get(), reader);
    reader.go_on(late.bytes - std::ssize(late.words));
}

// As in the mail, but without quotation marks around the name.
std::string sender_of(GMimeMessage* message) {
    auto* senders = g_mime_message_get_from(message);
    char* text = senders == nullptr ? nullptr : internet_address_list_to_string(senders, nullptr, FALSE);
    if (text == nullptr) return "";
    std::string sender = one_line(text, kLongestFrom);
    g_free(text);
    std::erase(sender, '"');
    return sender;
}

std::string_view next_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

bool is_rule_of(std::string_view line, char c) {
    return line.size() >= 20 && line.find_first_not_of(c) == std::string_view::npos;
}

// Whether what is quoted begins with this line; `rest`: what follows it.
bool begins_quotation(std::string_view line, std::string_view rest) {
    if (line.starts_with('>') || is_rule_of(line, '_')) return true;
    if (line.starts_with("-----Original Message") || line.starts_with("-----Message d")) return true;
    std::string_view behind = rest;
    const std::string two = std::string{line} + " " + std::string{next_line(behind)};
    if (line.starts_with("On ") && (line.ends_with("wrote:") || two.ends_with("wrote:"))) return true;
    const bool is_le = line.starts_with("Le ");
    if (is_le && two.find("crit") != std::string::npos && (line.ends_with(':') || two.ends_with(':'))) return true;
    const auto next = rest.substr(0, rest.find('\n'));
    return (line.starts_with("From:") && (next.starts_with("Sent:") || next.starts_with("Date:"))) ||
           (line.starts_with("De ") && next.starts_with("Envoy"));
}

}  // namespace

Reply read_reply(const Mail& mail) {
    const auto message = parsed(mail.text);
    if (message == nullptr) return {};
    auto* object = GMIME_OBJECT(message.get());
    const char* subject = g_mime_message_get_subject(message.get());
    PartReader reader;
    read_parts(message.get(), reader);
    if (!mail.late.empty()) reader.go_on(mail.late.front().bytes);
    for (std::size_t i = 1; i < mail.late.size(); ++i)
        if (!mail.late[i].headers.empty()) read_late(mail.late[i], reader);
    return {.from = sender_of(message.get()),
            .subject = one_line(subject == nullptr ? "" : subject, kLongestReplySubject),
            .message_id = one_line(header(object, "Message-ID"), kLongestReplySubject),
            .words = reader.words(),
            .attachments = std::move(reader).attachments()};
}

std::string_view own_words(std::string_view words) {
    std::string_view rest = words;
    while (!rest.empty()) {
        const auto begin = static_cast<std::size_t>(rest.data() - words.data());
        const auto line = next_line(rest);
        if (!begins_quotation(line, rest)) continue;
        const auto above = words.substr(0, begin);
        const auto last = above.find_last_not_of(" \n\t");
        return last == std::string_view::npos ? words : above.substr(0, last + 1);
    }
    return words;
}

}  // namespace inbound_mail
