#include "platform/foreign_news/page.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "platform/foreign_news/page_hints.h"
#include "platform/foreign_news/page_line.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/plain_text.h"

namespace foreign_news {
namespace {

using html::ForeignNode;
using html::ForeignPage;

constexpr std::int64_t kSmallest = 40;  // pixels; what is no wider or higher is part of the layout

// How many bytes of text stand in each element.
std::vector<std::size_t> text_sizes(const ForeignPage& page) {
    std::vector<std::size_t> sizes(page.nodes.size());
    for (auto i = page.nodes.size(); i-- > 1;) {
        sizes[i] += page.nodes[i].text.size();
        sizes[static_cast<std::size_t>(page.nodes[i].parent)] += sizes[i];
    }
    return sizes;
}

int heading_level(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

class PageReader {
public:
    explicit PageReader(const ForeignPage& page) : page_(page), sizes_(text_sizes(page)), line_(document_) {
        document_.containers.push_back({});
    }

    Document read() && {
        html::walk(page_, 0, [this](int node) { return enter(node); }, [this](int node) { leave(node); });
        end_line();
        close_container(0);
        return std::move(document_);
    }

private:
    bool is_large(int node) const { return 2 * sizes_[static_cast<std::size_t>(node)] > sizes_[0]; }

    bool enter(int index) {
        const auto& node = page_[index];
        if (node.is_text()) {
            line_.add_text(node);
            return true;
        }
        if (take_page_facts(index) || node.tag == "button" || node.tag == "head") return node.tag == "head";
        if (is_hidden(node) && !is_large(index)) return false;
        if (node.tag == "pre") {
            take_plain_text(index);
            return false;
        }
        if (node.tag == "img") take_picture(node);
        if (node.tag == "br" || node.tag == "hr") {
            end_line();
            if (node.tag == "hr") add_rule(node);
        } else if (html::is_block_element(node.tag)) {
            open_block(index);
        } else {
            line_.open_span(node);
        }
        return true;
    }

    void leave(int index) {
        const auto& node = page_[index];
        if (node.tag == "br" || node.tag == "hr" || node.tag == "head") return;
        if (!html::is_block_element(node.tag)) {
            line_.close_span();
            return;
        }
        end_line();
        close_container(open_.back().container);
        open_.pop_back();
    }

    void end_line() {
        const auto before = document_.blocks.size();
        line_.end(place());
        if (document_.blocks.size() > before) give_pictures(before);
    }

    // Not those that are there for the layout: of a few points, without an address of their own.
    void take_picture(const ForeignNode& node) {
        const auto is_small = [&node](std::string_view name) {
            const auto pixels = base::whole_number(node.attribute(name));
            return pixels && *pixels <= kSmallest;
        };
        auto address = node.attribute("src");
        if (address.empty() || address.starts_with("data:")) address = node.attribute("data-src");
        if (address.empty() || address.starts_with("data:") || place().is_outside) return;
        if (is_small("width") || is_small("height")) return;
        waiting_.push_back({{std::string{address}, base::collapse_spaces(node.attribute("alt"))}, place().container});
    }

    // A picture belongs to the text of its line, else to the next one; where a date follows it in a row of lines, which
    // begins another item, to the text before.
    void give_pictures(std::size_t first) {
        while (first < document_.blocks.size() && document_.blocks[first].is_outside) ++first;  // a caption
        if (first == document_.blocks.size()) return;
        for (auto& [picture, container] : waiting_) {
            auto& block = document_.blocks[first];
            const bool is_flat = parent_of(container) == parent_of(block.container) && container != block.container;
            const bool goes_back = block.role == BlockRole::date && first > 0 && is_flat &&
                                   parent_of(document_.blocks[first - 1].container) == parent_of(block.container);
            document_.blocks[goes_back ? first - 1 : first].pictures.push_back(std::move(picture));
        }
        waiting_.clear();
    }

    std::size_t parent_of(std::size_t container) const { return document_.containers[container].parent; }

    // A picture behind the last text of an element belongs to that text.
    void close_container(std::size_t index) {
        auto& container = document_.containers[index];
        container.end = document_.blocks.size();
        if (container.first == container.end || document_.blocks.back().is_outside) return;
        for (auto& [picture, inner] : waiting_) document_.blocks.back().pictures.push_back(std::move(picture));
        waiting_.clear();
    }

    // Lines within <pre> are those of a plain text.
    void take_plain_text(int index) {
        end_line();
        std::string text;
        html::walk(
            page_, index,
            [&](int node) {
                text += page_[node].is_text() ? page_[node].text : page_[node].tag == "br" ? "\n" : "";
                return true;
            },
            [](int) {});
        const int first = page_[index].first_child;
        const auto line = first < 0 ? page_[index].line : page_[first].line;
        auto lines = document_of_text(text);
        const auto here = place();
        document_.containers.push_back({.parent = here.container, .kind = "pre.", .first = document_.blocks.size()});
        for (auto& block : lines.blocks) {
            block.line += line - 1;
            block.container = document_.containers.size() - 1;
            block.is_outside = here.is_outside;
            document_.blocks.push_back(std::move(block));
        }
        document_.containers.back().end = document_.blocks.size();
    }

    // What the page says about itself in its head; whether the element held nothing else.
    bool take_page_facts(int index) {
        const auto& node = page_[index];
        if (node.tag == "title" && document_.title.empty()) document_.title = html_text(index);
        if (node.tag == "html") document_.language = node.attribute("lang");
        if (node.tag == "meta" && node.attribute("property") == "og:site_name")
            document_.site = node.attribute("content");
        if (node.tag == "base" || (node.tag == "link" && node.attribute("rel") == "canonical"))
            document_.address = node.attribute("href");
        return node.tag == "title" || node.tag == "meta" || node.tag == "base" || node.tag == "link";
    }

    std::string html_text(int index) const {
        const int child = page_[index].first_child;
        return child < 0 ? std::string{} : base::collapse_spaces(page_[child].text);
    }

    void open_block(int index) {
        const auto& node = page_[index];
        end_line();
        const auto& outer = open_.empty() ? Open{} : open_.back();
        Open inner = outer;
        document_.containers.push_back(
            {.parent = outer.container, .kind = kind_of(node), .first = document_.blocks.size()});
        inner.container = document_.containers.size() - 1;
        inner.is_in_article = outer.is_in_article || node.tag == "article" || node.tag == "main" || node.tag == "li";
        const bool may_be_aside = node.tag == "footer" || node.tag == "header" ? !outer.is_in_article : true;
        inner.is_outside = outer.is_outside || (may_be_aside && is_aside(node) && !is_large(index));
        if (const int level = heading_level(node.tag); level > 0) inner.level = level;
        inner.is_title = outer.is_title || (is_named_title(node) && sizes_[static_cast<std::size_t>(index)] < 400);
        inner.is_date = is_named_date(node) && sizes_[static_cast<std::size_t>(index)] < 200;
        inner.node = &node;
        inner.is_quoted = outer.is_quoted || node.tag == "blockquote";
        inner.is_item = node.tag == "li";
        open_.push_back(inner);
    }

    void add_rule(const ForeignNode& node) {
        const auto here = place();
        document_.blocks.push_back(
            {.role = BlockRole::rule, .is_outside = here.is_outside, .line = node.line, .container = here.container});
    }

    Open place() const { return open_.empty() ? Open{} : open_.back(); }

    const ForeignPage& page_;
    std::vector<std::size_t> sizes_;
    Document document_{};
    PageLine line_;
    struct Waiting {
        PagePicture picture;
        std::size_t container;
    };
    std::vector<Waiting> waiting_{};  // pictures without a line yet
    std::vector<Open> open_{};        // block elements
};

}  // namespace

Document document_of(const ForeignPage& page) { return PageReader{page}.read(); }

}  // namespace foreign_news
