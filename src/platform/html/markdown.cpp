#include "platform/html/markdown.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "platform/html/bare_address.h"
#include "platform/html/markdown_reader.h"

namespace html {
namespace {

constexpr int kSmallestHeading = 6;

class HtmlWriter final : public MarkdownVisitor {
public:
    explicit HtmlWriter(HeadingsBelow above) : above_(above) {}

    [[nodiscard]] SafeHtml finish() && { return std::move(out_).finish(); }
    [[nodiscard]] size_t written() const override { return out_.size() + picture_words_.size(); }

    void enter_block(MD_BLOCKTYPE type, const void* detail) override {
        switch (type) {
            case MD_BLOCK_QUOTE:
                return write<"<blockquote>">(out_);
            case MD_BLOCK_UL:
                return write<"<ul>">(out_);
            case MD_BLOCK_OL:
                return open_numbered_list(*static_cast<const MD_BLOCK_OL_DETAIL*>(detail));
            case MD_BLOCK_LI:
                return write<"<li>">(out_);
            case MD_BLOCK_HR:
                return write<"<hr>">(out_);
            case MD_BLOCK_H:
                return open_heading(*static_cast<const MD_BLOCK_H_DETAIL*>(detail));
            case MD_BLOCK_CODE:
                return write<R"(<pre class="code-block" tabindex="0"><code>)">(out_);
            case MD_BLOCK_P:
                return write<"<p>">(out_);
            case MD_BLOCK_TABLE:
                return write<R"(<div class="table-scroll" tabindex="0"><table>)">(out_);
            case MD_BLOCK_THEAD:
                return write<"<thead>">(out_);
            case MD_BLOCK_TBODY:
                return write<"<tbody>">(out_);
            case MD_BLOCK_TR:
                return write<"<tr>">(out_);
            case MD_BLOCK_TH:
                return write<R"(<th scope="col"{}>)">(out_, alignment(*static_cast<const MD_BLOCK_TD_DETAIL*>(detail)));
            case MD_BLOCK_TD:
                return write<"<td{}>">(out_, alignment(*static_cast<const MD_BLOCK_TD_DETAIL*>(detail)));
            case MD_BLOCK_DOC:
            case MD_BLOCK_HTML:
                return;
        }
    }

    void leave_block(MD_BLOCKTYPE type, const void*) override {
        switch (type) {
            case MD_BLOCK_QUOTE:
                return write<"</blockquote>\n">(out_);
            case MD_BLOCK_UL:
                return write<"</ul>\n">(out_);
            case MD_BLOCK_OL:
                return write<"</ol>\n">(out_);
            case MD_BLOCK_LI:
                return write<"</li>\n">(out_);
            case MD_BLOCK_H:
                return close_heading();
            case MD_BLOCK_CODE:
                return write<"</code></pre>\n">(out_);
            case MD_BLOCK_P:
                return write<"</p>\n">(out_);
            case MD_BLOCK_TABLE:
                return write<"</table></div>\n">(out_);
            case MD_BLOCK_THEAD:
                return write<"</thead>">(out_);
            case MD_BLOCK_TBODY:
                return write<"</tbody>">(out_);
            case MD_BLOCK_TR:
                return write<"</tr>\n">(out_);
            case MD_BLOCK_TH:
                return write<"</th>">(out_);
            case MD_BLOCK_TD:
                return write<"</td>">(out_);
            case MD_BLOCK_HR:
            case MD_BLOCK_DOC:
            case MD_BLOCK_HTML:
                return;
        }
    }

    void enter_span(MD_SPANTYPE type, const void* detail) override {
        if (type == MD_SPAN_IMG) ++picture_depth_;
        if (picture_depth_ > 0) return;  // inside a description only the words count
        switch (type) {
            case MD_SPAN_EM:
                return write<"<em>">(out_);
            case MD_SPAN_STRONG:
                return write<"<strong>">(out_);
            case MD_SPAN_CODE:
                return write<"<code>">(out_);
            case MD_SPAN_DEL:
                return write<"<del>">(out_);
            case MD_SPAN_A:
                return open_link(*static_cast<const MD_SPAN_A_DETAIL*>(detail));
            default:
                return;
        }
    }

    void leave_span(MD_SPANTYPE type, const void* detail) override {
        if (type == MD_SPAN_IMG && --picture_depth_ == 0)
            return write_picture(*static_cast<const MD_SPAN_IMG_DETAIL*>(detail));
        if (picture_depth_ > 0) return;
        switch (type) {
            case MD_SPAN_EM:
                return write<"</em>">(out_);
            case MD_SPAN_STRONG:
                return write<"</strong>">(out_);
            case MD_SPAN_CODE:
                return write<"</code>">(out_);
            case MD_SPAN_DEL:
                return write<"</del>">(out_);
            case MD_SPAN_A:
                return close_link();
            default:
                return;
        }
    }

    void text(MD_TEXTTYPE type, std::string_view words) override {
        if (picture_depth_ > 0)
            picture_words_ += type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? std::string_view{" "} : words;
        else if (type == MD_TEXT_BR)
            write<"<br>\n">(out_);
        else if (type == MD_TEXT_SOFTBR)
            write<"\n">(out_);
        else if (type == MD_TEXT_NORMAL && !is_inside_link())
            write_words(words);
        else
            write<"{}">(out_, words);
    }

private:
    [[nodiscard]] bool is_inside_link() const { return std::ranges::find(links_open_, true) != links_open_.end(); }

    // Addresses become links. md4c could do that too, but where its 0.4.8 does, it crosses spans and reads astray.
    void write_words(std::string_view words) {
        size_t written = 0;
        for (auto found = find_bare_address(words, 0); found; found = find_bare_address(words, found->end)) {
            const auto address = words.substr(found->begin, found->end - found->begin);
            write<R"({}<a href="{}" rel="noopener">{}</a>)">(out_, words.substr(written, found->begin - written),
                                                             address, address);
            written = found->end;
        }
        write<"{}">(out_, words.substr(written));
    }

    // Whoever leaves out a level when writing leaves none out on the page: readers go through it by its headings.
    int next_heading_level(int written) {
        while (!headings_.empty() && headings_.back().written >= written) headings_.pop_back();
        const int above = headings_.empty() ? static_cast<int>(above_) : headings_.back().shown;
        headings_.push_back({written, std::min(above + 1, kSmallestHeading)});
        return headings_.back().shown;
    }

    void open_heading(const MD_BLOCK_H_DETAIL& heading) {
        switch (next_heading_level(static_cast<int>(heading.level))) {
            case 2:
                return write<"<h2>">(out_);
            case 3:
                return write<"<h3>">(out_);
            case 4:
                return write<"<h4>">(out_);
            case 5:
                return write<"<h5>">(out_);
            default:
                return write<"<h6>">(out_);
        }
    }

    void close_heading() {
        switch (headings_.back().shown) {
            case 2:
                return write<"</h2>\n">(out_);
            case 3:
                return write<"</h3>\n">(out_);
            case 4:
                return write<"</h4>\n">(out_);
            case 5:
                return write<"</h5>\n">(out_);
            default:
                return write<"</h6>\n">(out_);
        }
    }

    void open_numbered_list(const MD_BLOCK_OL_DETAIL& list) {
        if (list.start == 1) return write<"<ol>">(out_);
        write<R"(<ol start="{}">)">(out_, list.start);
    }

    // Numbers line up at the right; everything else stays at the start of its cell.
    static Attribute alignment(const MD_BLOCK_TD_DETAIL& cell) {
        return attribute_if(cell.align == MD_ALIGN_RIGHT, "class", "table__number");
    }

    // A link that may not be followed stays as its words, and so does an address within the words of a link.
    void open_link(const MD_SPAN_A_DETAIL& link) {
        const auto url = decoded(link.href);
        const auto title = decoded(link.title);
        links_open_.push_back(is_allowed_url(url) && !is_inside_link());
        if (!links_open_.back()) return;
        write<R"(<a href="{}"{}{}>)">(out_, url, attribute_if(is_absolute_url(url), "rel", "noopener"),
                                      attribute_if(!title.empty(), "title", title));
    }

    void close_link() {
        if (links_open_.back()) write<"</a>">(out_);
        links_open_.pop_back();
    }

    // A picture that may not be loaded stays as its description.
    void write_picture(const MD_SPAN_IMG_DETAIL& picture) {
        const auto words = std::exchange(picture_words_, {});
        const auto url = decoded(picture.src);
        const auto title = decoded(picture.title);
        if (!is_allowed_url(url)) return write<"{}">(out_, words);
        write<R"(<img src="{}" alt="{}"{} loading="lazy">)">(out_, url, words,
                                                             attribute_if(!title.empty(), "title", title));
    }

    // The heading that is open or was last, and those that it stands below; levels as written and as shown.
    struct Heading {
        int written, shown;
    };

    HeadingsBelow above_;
    std::vector<Heading> headings_;
    Out out_;
    std::vector<bool> links_open_;
    int picture_depth_ = 0;
    std::string picture_words_;
};

}  // namespace

SafeHtml markdown(std::string_view source, HeadingsBelow above) {
    HtmlWriter writer{above};
    if (read_markdown(source, writer) == Reading::refused) return render<"<p>{}</p>">(source);
    return std::move(writer).finish();
}

}  // namespace html
