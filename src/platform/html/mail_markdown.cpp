#include "platform/html/mail_markdown.h"

#include <utility>
#include <vector>

#include "platform/html/markup_visitor.h"

namespace html {
namespace {

class MailWriter final : public MarkupVisitor {
public:
    [[nodiscard]] size_t written() const override { return MarkupVisitor::written() / kStyleGrowth; }

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

private:
    // Styles make the markup longer than any source deserves; the guard against growth is about the rest.
    static constexpr size_t kStyleGrowth = 8;

    void close_block(MD_BLOCKTYPE type) override {
        if (type == MD_BLOCK_H) return headings_.size() > 1 ? write<"</h3>\n">(out_) : write<"</h2>\n">(out_);
        if (type == MD_BLOCK_CODE) write<"</pre>\n">(out_);
        if (type == MD_BLOCK_TABLE) write<"</table>\n">(out_);
    }

    void open_code() override { write<R"(<code style="font-family:Menlo,Consolas,monospace;font-size:15px">)">(out_); }

    void open_link(const MarkdownLink& link) override {
        write<R"(<a class="link" href="{}" style="color:#8f1a12">)">(out_, link.url);
    }

    void write_address(std::string_view address) override {
        write<R"(<a class="link" href="{}" style="color:#8f1a12">{}</a>)">(out_, address, address);
    }

    void write_picture(const MarkdownPicture& picture) override {
        write<
            R"(<img src="{}" alt="{}" width="536" border="0" style="display:block;width:100%;max-width:536px;height:auto">)">(
            out_, picture.url, picture.description);
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

    std::vector<unsigned> headings_;  // the open one and those it stands below, as written
};

}  // namespace

SafeHtml mail_markdown(std::string_view source) {
    MailWriter writer;
    if (read_markdown(source, writer) == Reading::refused)
        return render<R"(<p class="ink" style="font-size:17px;line-height:1.55;color:#1d1a16">{}</p>)">(source);
    return std::move(writer).finish();
}

}  // namespace html
