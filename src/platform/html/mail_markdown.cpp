#include "platform/html/mail_markdown.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "platform/html/bare_address.h"
#include "platform/html/markdown_reader.h"

namespace html {
namespace {

class MailWriter final : public MarkdownVisitor {
public:
    [[nodiscard]] SafeHtml finish() && { return std::move(out_).finish(); }
    [[nodiscard]] size_t written() const override { return out_.size() / kStyleGrowth + picture_words_.size(); }

    void enter_block(MD_BLOCKTYPE type, const void* detail) override {
        switch (type) {
            case MD_BLOCK_QUOTE:
                return write<
                    R"(<blockquote class="soft line" style="margin:0 0 20px;padding:2px 0 2px 16px;border-left:4px solid #c8251b;color:#4a443c">)">(
                    out_);
            case MD_BLOCK_UL:
                return write<R"(<ul style="margin:0 0 18px;padding:0 0 0 24px">)">(out_);
            case MD_BLOCK_OL:
                return open_numbered_list(*static_cast<const MD_BLOCK_OL_DETAIL*>(detail));
            case MD_BLOCK_LI:
                return write<
                    R"(<li class="ink" style="margin:0 0 8px;font-size:17px;line-height:1.55;color:#1d1a16">)">(out_);
            case MD_BLOCK_HR:
                return write<
                    R"(<hr class="line" style="margin:28px 0;border:0;border-top:1px solid #d8d0c0;height:0">)">(out_);
            case MD_BLOCK_H:
                return open_heading(*static_cast<const MD_BLOCK_H_DETAIL*>(detail));
            case MD_BLOCK_CODE:
                return write<
                    R"(<pre class="ink" style="margin:0 0 18px;font-family:Menlo,Consolas,monospace;font-size:14px;line-height:1.5;white-space:pre-wrap;color:#1d1a16">)">(
                    out_);
            case MD_BLOCK_P:
                return write<
                    R"(<p class="ink" style="margin:0 0 18px;font-size:17px;line-height:1.55;color:#1d1a16">)">(out_);
            case MD_BLOCK_TABLE:
                return write<
                    R"(<table cellpadding="0" cellspacing="0" border="0" width="100%" style="margin:0 0 20px;border-collapse:collapse">)">(
                    out_);
            case MD_BLOCK_TR:
                return write<"<tr>">(out_);
            case MD_BLOCK_TH:
                return open_heading_cell(*static_cast<const MD_BLOCK_TD_DETAIL*>(detail));
            case MD_BLOCK_TD:
                return open_cell(*static_cast<const MD_BLOCK_TD_DETAIL*>(detail));
            default:
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
                return headings_.size() > 1 ? write<"</h3>\n">(out_) : write<"</h2>\n">(out_);
            case MD_BLOCK_CODE:
                return write<"</pre>\n">(out_);
            case MD_BLOCK_P:
                return write<"</p>\n">(out_);
            case MD_BLOCK_TABLE:
                return write<"</table>\n">(out_);
            case MD_BLOCK_TR:
                return write<"</tr>\n">(out_);
            case MD_BLOCK_TH:
                return write<"</th>">(out_);
            case MD_BLOCK_TD:
                return write<"</td>">(out_);
            default:
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
                return write<R"(<code style="font-family:Menlo,Consolas,monospace;font-size:15px">)">(out_);
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
    // Styles make the markup longer than any source deserves; the guard against growth is about the rest.
    static constexpr size_t kStyleGrowth = 8;

    [[nodiscard]] bool is_inside_link() const { return std::ranges::find(links_open_, true) != links_open_.end(); }

    void write_words(std::string_view words) {
        size_t written = 0;
        for (auto found = find_bare_address(words, 0); found; found = find_bare_address(words, found->end)) {
            const auto address = words.substr(found->begin, found->end - found->begin);
            write<R"({}<a class="link" href="{}" style="color:#8f1a12">{}</a>)">(
                out_, words.substr(written, found->begin - written), address, address);
            written = found->end;
        }
        write<"{}">(out_, words.substr(written));
    }

    // Two sizes are enough for a mail: that of the largest heading, and that of those below it.
    void open_heading(const MD_BLOCK_H_DETAIL& heading) {
        while (!headings_.empty() && headings_.back() >= heading.level) headings_.pop_back();
        headings_.push_back(heading.level);
        if (headings_.size() > 1)
            write<
                R"(<h3 class="ink" style="margin:24px 0 10px;font-size:19px;line-height:1.3;font-weight:700;color:#1d1a16">)">(
                out_);
        else
            write<
                R"(<h2 class="ink" style="margin:28px 0 12px;font-size:23px;line-height:1.25;font-weight:700;color:#1d1a16">)">(
                out_);
    }

    void open_numbered_list(const MD_BLOCK_OL_DETAIL& list) {
        write<R"(<ol start="{}" style="margin:0 0 18px;padding:0 0 0 28px">)">(out_, list.start);
    }

    static std::string_view alignment(const MD_BLOCK_TD_DETAIL& cell) {
        return cell.align == MD_ALIGN_RIGHT ? "right" : "left";
    }
    void open_heading_cell(const MD_BLOCK_TD_DETAIL& cell) {
        write<
            R"(<th scope="col" align="{}" class="ink line" style="padding:8px 10px 8px 0;border-bottom:2px solid #1d1a16;font-size:15px;color:#1d1a16">)">(
            out_, alignment(cell));
    }
    void open_cell(const MD_BLOCK_TD_DETAIL& cell) {
        write<
            R"(<td align="{}" class="ink line" style="padding:8px 10px 8px 0;border-bottom:1px solid #d8d0c0;font-size:15px;color:#1d1a16">)">(
            out_, alignment(cell));
    }

    // A link that may not be followed stays as its words, and so does an address within the words of a link.
    void open_link(const MD_SPAN_A_DETAIL& link) {
        const auto url = decoded(link.href);
        links_open_.push_back(is_allowed_url(url) && !is_inside_link());
        if (links_open_.back()) write<R"(<a class="link" href="{}" style="color:#8f1a12">)">(out_, url);
    }

    void close_link() {
        if (links_open_.back()) write<"</a>">(out_);
        links_open_.pop_back();
    }

    void write_picture(const MD_SPAN_IMG_DETAIL& picture) {
        const auto words = std::exchange(picture_words_, {});
        const auto url = decoded(picture.src);
        if (!is_allowed_url(url)) return write<"{}">(out_, words);
        write<
            R"(<img src="{}" alt="{}" width="536" border="0" style="display:block;width:100%;max-width:536px;height:auto">)">(
            out_, url, words);
    }

    Out out_;
    std::vector<unsigned> headings_;  // the open one and those it stands below, as written
    std::vector<bool> links_open_;
    int picture_depth_ = 0;
    std::string picture_words_;
};

}  // namespace

SafeHtml mail_markdown(std::string_view source) {
    MailWriter writer;
    if (read_markdown(source, writer) == Reading::refused)
        return render<R"(<p class="ink" style="font-size:17px;line-height:1.55;color:#1d1a16">{}</p>)">(source);
    return std::move(writer).finish();
}

}  // namespace html
