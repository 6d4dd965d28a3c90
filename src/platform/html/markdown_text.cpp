// Markdown as plain text (markdown.h: plain_text).
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "platform/html/markdown.h"
#include "platform/html/markdown_reader.h"

namespace html {
namespace {

// Writes words, and before them the line ends and list marks that have fallen due.
class TextWriter final : public MarkdownVisitor {
public:
    explicit TextWriter(const LinkChange* change) : change_(change) {}
    [[nodiscard]] std::string finish() && {
        out_.resize(out_.find_last_not_of('\n') + 1);
        return std::move(out_);
    }
    [[nodiscard]] size_t written() const override { return out_.size(); }

    void enter_block(MD_BLOCKTYPE type, const void* detail) override {
        switch (type) {
            case MD_BLOCK_UL:
            case MD_BLOCK_OL:
                return open_list(type, detail);
            case MD_BLOCK_LI:
                return open_item();
            case MD_BLOCK_TR:
                is_first_cell_ = true;
                return need_line_ends(1);
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                return open_cell();
            case MD_BLOCK_P:
            case MD_BLOCK_H:
            case MD_BLOCK_CODE:
            case MD_BLOCK_QUOTE:
            case MD_BLOCK_TABLE:
                return need_line_ends(lists_.empty() ? 2 : 1);
            default:
                return;
        }
    }

    void leave_block(MD_BLOCKTYPE type, const void*) override {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
        if (type == MD_BLOCK_LI) mark_.clear();
        if (lists_.empty() && !is_part_of_table(type)) need_line_ends(2);
    }

    void enter_span(MD_SPANTYPE type, const void*) override {
        if (type == MD_SPAN_A) link_start_ = put("");
    }

    void leave_span(MD_SPANTYPE type, const void* detail) override {
        if (type == MD_SPAN_A) append_address(decoded(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
    }

    void text(MD_TEXTTYPE type, std::string_view words) override {
        if (type == MD_TEXT_SOFTBR)
            put(" ");
        else if (type == MD_TEXT_BR)
            need_line_ends(1);
        else
            put(words);
    }

private:
    static bool is_part_of_table(MD_BLOCKTYPE type) {
        return type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY || type == MD_BLOCK_TR || type == MD_BLOCK_TH ||
               type == MD_BLOCK_TD;
    }

    void need_line_ends(size_t count) { line_ends_ = std::max(line_ends_, count); }

    void open_list(MD_BLOCKTYPE type, const void* detail) {
        need_line_ends(lists_.empty() ? 2 : 1);
        lists_.push_back(type == MD_BLOCK_OL ? static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start : kBullets);
    }

    void open_item() {
        need_line_ends(1);
        auto& number = lists_.back();
        mark_.assign(2 * (lists_.size() - 1), ' ');
        mark_ += number == kBullets ? std::string{"- "} : std::to_string(number) + ". ";
        if (number != kBullets) ++number;
    }

    void open_cell() {
        if (!std::exchange(is_first_cell_, false)) put(" | ");
    }

    // Appends what is due and then the words; gives the place where the words begin.
    size_t put(std::string_view words) {
        end_lines();
        out_ += std::exchange(mark_, {});
        out_ += words;
        return out_.size() - words.size();
    }

    // Code brings its own line ends; those count.
    void end_lines() {
        const auto due = std::exchange(line_ends_, 0);
        const auto there = out_.size() - std::min(out_.find_last_not_of('\n') + 1, out_.size());
        if (!out_.empty() && there < due) out_.append(due - there, '\n');
    }

    // A link whose words are its address needs it only once.
    void append_address(std::string_view address) {
        const auto words = std::string_view{out_}.substr(std::min(link_start_, out_.size()));
        constexpr std::string_view kMail = "mailto:";
        const auto shown = address.starts_with(kMail) ? address.substr(kMail.size()) : address;
        if (words == address || words == shown || !is_allowed_url(address)) return;
        const std::string bracketed = " (" + (change_ != nullptr ? (*change_)(address) : std::string{shown}) + ")";
        put(bracketed);
    }

    static constexpr unsigned kBullets = 0xffffffff;

    const LinkChange* change_;
    std::string out_;
    size_t line_ends_ = 0;         // due before the next words
    std::string mark_;             // of the list item that the next words begin
    std::vector<unsigned> lists_;  // the open ones: kBullets, or the number of the next item
    size_t link_start_ = 0;
    bool is_first_cell_ = true;
};

}  // namespace

namespace {

std::string read_as_text(std::string_view source, const LinkChange* change) {
    TextWriter writer{change};
    if (read_markdown(source, writer) == Reading::refused) return std::string{source};
    return std::move(writer).finish();
}

}  // namespace

std::string plain_text(std::string_view source) { return read_as_text(source, nullptr); }
std::string plain_text(std::string_view source, const LinkChange& change) { return read_as_text(source, &change); }

}  // namespace html
