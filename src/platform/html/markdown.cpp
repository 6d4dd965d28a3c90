#include "platform/html/markdown.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "platform/html/markup_visitor.h"

namespace html {
namespace {

constexpr int kSmallestHeading = 6;

class HtmlWriter final : public MarkupVisitor {
public:
    explicit HtmlWriter(HeadingsBelow above) : above_(above) {}

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

private:
    void close_block(MD_BLOCKTYPE type) override {
        switch (type) {
            case MD_BLOCK_H:
                return close_heading();
            case MD_BLOCK_CODE:
                return write<"</code></pre>\n">(out_);
            case MD_BLOCK_TABLE:
                return write<"</table></div>\n">(out_);
            case MD_BLOCK_THEAD:
                return write<"</thead>">(out_);
            case MD_BLOCK_TBODY:
                return write<"</tbody>">(out_);
            default:
                return;
        }
    }

    void open_code() override { write<"<code>">(out_); }

    void open_link(const MarkdownLink& link) override {
        write<R"(<a href="{}"{}{}>)">(out_, link.url, attribute_if(is_absolute_url(link.url), "rel", "noopener"),
                                      attribute_if(!link.title.empty(), "title", link.title));
    }

    void write_address(std::string_view address) override {
        write<R"(<a href="{}" rel="noopener">{}</a>)">(out_, address, address);
    }

    void write_picture(const MarkdownPicture& picture) override {
        write<R"(<img src="{}" alt="{}"{} loading="lazy">)">(
            out_, picture.url, picture.description, attribute_if(!picture.title.empty(), "title", picture.title));
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

    // The heading that is open or was last, and those that it stands below; levels as written and as shown.
    struct Heading {
        int written, shown;
    };

    HeadingsBelow above_;
    std::vector<Heading> headings_;
};

}  // namespace

SafeHtml markdown(std::string_view source, HeadingsBelow above) {
    HtmlWriter writer{above};
    if (read_markdown(source, writer) == Reading::refused) return render<"<p>{}</p>">(source);
    return std::move(writer).finish();
}

}  // namespace html
