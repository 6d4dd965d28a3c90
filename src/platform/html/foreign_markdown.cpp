#include "platform/html/foreign_markdown.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "platform/html/escape.h"

namespace html {
namespace {

constexpr std::size_t kDeepestSpans = 16;
constexpr std::size_t kDeepestBlocks = 6;  // quotations and lists within each other; deeper ones are laid flat

// What a list or quotation puts in front of the lines inside it.
struct Indent {
    std::string tag;
    std::string first;  // of the next line; used up by it
    std::string rest;
    int number = 0;  // of the last item of an ordered list
};

class MarkdownWriter {
public:
    MarkdownWriter(const ForeignPage& page, std::string_view base) : page_(page), base_(base) {}

    bool enter(int index) {
        const auto& node = page_[index];
        if (node.is_text())
            words_ += escaped_for_markdown(node.text);
        else if (node.tag == "br")
            words_ += '\n';
        else if (node.tag == "img")
            take_picture(node);
        else if (is_block_element(node.tag))
            open_block(node);
        else
            open_span(node);
        return node.tag != "title" && node.tag != "head";
    }

    void leave(int index) {
        const auto& node = page_[index];
        if (is_block_element(node.tag))
            close_block(node);
        else
            close_span(node);
    }

    ForeignText finished() && {
        end_paragraph();
        return {std::move(out_), std::move(pictures_)};
    }

private:
    void open_block(const ForeignNode& node) {
        end_paragraph();
        if (node.tag == "hr") {
            words_ = "---";
            end_paragraph();
        } else if (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6') {
            heading_ = std::string(static_cast<std::size_t>(node.tag[1] - '0'), '#') + " ";
        } else if (node.tag == "blockquote") {
            indent({.tag = node.tag, .first = "> ", .rest = "> "});
        } else if (node.tag == "ul" || node.tag == "ol") {
            indent({.tag = node.tag, .first = {}, .rest = {}});
        } else if (node.tag == "li") {
            open_item();
        }
    }

    void indent(Indent indent) {
        if (indents_.size() >= kDeepestBlocks)
            ++laid_flat_;
        else
            indents_.push_back(std::move(indent));
    }

    void open_item() {
        if (laid_flat_ > 0 || indents_.empty()) return;
        auto& list = indents_.back();
        if (list.tag == "blockquote") return;
        list.first = list.tag == "ol" ? std::to_string(++list.number) + ". " : "- ";
        list.rest = std::string(list.first.size(), ' ');
    }

    void close_block(const ForeignNode& node) {
        end_paragraph();
        heading_.clear();
        if (node.tag != "blockquote" && node.tag != "ul" && node.tag != "ol") return;
        if (laid_flat_ > 0)
            --laid_flat_;
        else if (!indents_.empty())
            indents_.pop_back();
        if (indents_.empty()) return;
        // What follows an inner list within the same item stands below it, not beside its mark.
        indents_.back().first = indents_.back().rest;
    }

    static std::string_view mark_of(std::string_view tag) {
        if (tag == "strong" || tag == "b") return "**";
        if (tag == "em" || tag == "i" || tag == "cite") return "*";
        return {};
    }

    // Emphasis and links are put in when they end: only then is it known that there are words in them.
    void open_span(const ForeignNode&) {
        if (spans_.size() >= kDeepestSpans)
            ++passed_over_;
        else
            spans_.push_back(words_.size());
    }

    void close_span(const ForeignNode& node) {
        if (passed_over_ > 0) {
            --passed_over_;
            return;
        }
        if (spans_.empty()) return;
        const auto begin = std::min(spans_.back(), words_.size());
        spans_.pop_back();
        const std::string_view inside = std::string_view{words_}.substr(begin);
        const auto first = inside.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos || inside.contains("\n\n")) return;
        const auto last = inside.find_last_not_of(" \t\r\n");
        const std::string core{inside.substr(first, last - first + 1)};
        const std::string tail{inside.substr(last + 1)};
        words_.resize(begin + first);
        words_ += wrapped(node, core) + tail;
    }

    std::string wrapped(const ForeignNode& node, const std::string& core) const {
        if (node.tag == "a") {
            const auto link = resolved_link(node.attribute("href"), base_);
            return link.empty() || core.contains('[') ? core : "[" + core + "](<" + link + ">)";
        }
        const auto mark = mark_of(node.tag);
        if (mark.empty() || core.contains('*')) return core;
        return std::string{mark} + core + std::string{mark};
    }

    void take_picture(const ForeignNode& node) {
        if (const auto source = node.attribute("src"); !source.empty())
            pictures_.push_back({std::string{source}, std::string{node.attribute("alt")}, node.line});
    }

    void end_paragraph() {
        std::ranges::fill(spans_, std::size_t{0});
        std::string_view rest = words_;
        std::vector<std::string> lines;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            if (auto line = base::collapse_spaces(rest.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (!lines.empty()) write_paragraph(lines);
        words_.clear();
    }

    void write_paragraph(const std::vector<std::string>& lines) {
        if (!out_.empty()) out_ += "\n";
        bool is_first = true;
        for (const auto& line : lines) {
            for (auto& indent : indents_) {
                out_ += is_first ? indent.first : indent.rest;
                indent.first = indent.rest;
            }
            if (is_first) out_ += heading_;
            out_ += protected_start(line);
            out_ += '\n';
            is_first = false;
        }
    }

    // "1." and the like at the start of a line would begin a list.
    static std::string protected_start(const std::string& line) {
        if (line == "---") return line;
        const auto digits = line.find_first_not_of("0123456789");
        if (digits != std::string::npos && digits > 0 && (line[digits] == '.' || line[digits] == ')'))
            return line.substr(0, digits) + "\\" + line.substr(digits);
        return std::string_view{"+-=|"}.contains(line[0]) ? "\\" + line : line;
    }

    const ForeignPage& page_;
    std::string_view base_;
    std::string out_{};
    std::string words_{};    // of the paragraph that is being read
    std::string heading_{};  // "## " inside a heading
    std::vector<Indent> indents_{};
    std::size_t laid_flat_ = 0;
    std::vector<std::size_t> spans_{};  // where in words_ the open ones began
    std::size_t passed_over_ = 0;       // open ones within those, too deep to count
    std::vector<ForeignPicture> pictures_{};
};

std::string_view origin_of(std::string_view base) {
    const auto scheme = base.find("://");
    return base.substr(0, std::min(base.find('/', scheme + 3), base.size()));
}

}  // namespace

ForeignText markdown_of(const ForeignPage& page, int node, std::string_view base) {
    MarkdownWriter writer{page, base};
    walk(page, node, [&](int index) { return writer.enter(index); }, [&](int index) { writer.leave(index); });
    return std::move(writer).finished();
}

std::string escaped_for_markdown(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (std::string_view{"\\`*_[]<>#~&|"}.contains(c)) out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

std::string plain_text_of(const ForeignPage& page, int node) {
    std::string words;
    const auto part = [&](int index) {
        if (is_block_element(page[index].tag) || page[index].tag == "br") words += ' ';
    };
    const auto enter = [&](int index) {
        if (page[index].is_text()) words += page[index].text;
        part(index);
        return page[index].tag != "title";
    };
    walk(page, node, enter, part);
    return base::collapse_spaces(words);
}

std::string with_paragraphs(std::string_view source) {
    std::string out;
    if (source.contains("<p>") || source.contains("<p ")) return std::string{source};
    while (!source.empty()) {
        const auto end = std::min(source.find("\n\n"), source.size());
        out += "<p>";
        out += source.substr(0, end);
        source.remove_prefix(std::min(end + 2, source.size()));
    }
    return out;
}

std::string resolved_link(std::string_view link, std::string_view base) {
    const auto tidy = base::collapse_spaces(link);
    if (tidy.empty() || tidy.contains(' ') || tidy.contains('<') || tidy.contains('>')) return {};
    const auto colon = tidy.find(':');
    const bool has_scheme = colon != std::string::npos && tidy.find_first_of("/?#") > colon;
    if (has_scheme) return is_allowed_url(tidy) ? tidy : std::string{};
    const bool has_base = is_absolute_url(base);
    if (!has_base || tidy.starts_with('#')) return {};
    if (tidy.starts_with("//")) return std::string{base.substr(0, base.find(':') + 1)} + tidy;
    if (tidy.starts_with('/')) return std::string{origin_of(base)} + tidy;
    const auto origin = origin_of(base);
    const auto path = base.substr(origin.size(), std::min(base.find_first_of("?#"), base.size()) - origin.size());
    const auto folder = path.substr(0, path.rfind('/') + 1);
    return std::string{origin} + (folder.empty() ? "/" : std::string{folder}) + tidy;
}

}  // namespace html
