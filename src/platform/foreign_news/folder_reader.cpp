// A folder of pages with one item each.
#include <algorithm>
#include <fstream>
#include <map>

#include "base/text.h"
#include "platform/foreign_news/clean_words.h"
#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/listing.h"
#include "platform/foreign_news/page_reader.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/reader.h"

namespace foreign_news {
namespace {

std::string read_whole(std::ifstream& in, std::uint64_t size) {
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

void report_broken(const DecodedText& decoded, NewsSink& sink, const std::string& file) {
    if (decoded.broken > 0)
        sink.oddity({decoded.first_broken, OddityKind::broken_characters, {}, std::to_string(decoded.broken), file});
}

// The lines between two of "---" at the top of a Markdown file, which say what its page has elsewhere.
struct FrontMatter {
    std::map<std::string, std::string> values{};  // by small letters; of lists, the parts with commas between
    std::size_t length = 0;                       // bytes with both lines of dashes; 0: there is none

    std::string value(std::initializer_list<std::string_view> names) const {
        for (const auto name : names)
            if (const auto found = values.find(std::string{name}); found != values.end()) return found->second;
        return {};
    }
};

// A value without the brackets and quotation marks around it.
std::string bare(std::string_view value) {
    auto text = shown_words(value);
    for (const std::string_view pair : {"[]", "\"\"", "''"})
        if (text.size() >= 2 && text.front() == pair[0] && text.back() == pair[1])
            text = shown_words(std::string_view{text}.substr(1, text.size() - 2));
    return text;
}

FrontMatter front_matter_of(std::string_view text) {
    constexpr std::size_t kLongest = 16'384;
    FrontMatter found;
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return found;
    std::string last;
    for (auto at = text.find('\n') + 1; at < std::min(text.size(), kLongest);) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = shown_words(text.substr(at, end - at));
        at = end + 1;
        const auto colon = line.find(':');
        if (line == "---" || line == "...") {
            found.length = std::min(at, text.size());
            return found;
        }
        if (line.starts_with("- ") && !last.empty()) {
            auto& list = found.values[last];
            list += (list.empty() ? "" : ", ") + bare(std::string_view{line}.substr(2));
        } else if (colon != std::string::npos) {
            last = base::lower_ascii(std::string_view{line}.substr(0, colon));
            found.values[last] = bare(std::string_view{line}.substr(colon + 1));
        }
    }
    return {};
}

void take_front_matter(const FrontMatter& front, NewsItem& item) {
    if (auto title = front.value({"title", "titre"}); !title.empty()) item.title = std::move(title);
    if (const auto date = named_date(front.value({"date", "published", "publishdate", "pubdate"})); date.day)
        item.date = date.day;
    if (auto teaser = front.value({"description", "excerpt", "summary", "teaser", "chapo"}); !teaser.empty())
        item.teaser = std::move(teaser);
    item.author = front.value({"author", "auteur"});
    item.language = said_language(front.value({"lang", "language", "langue"}));
    const auto tags = front.value({"tags", "keywords"});
    for (std::string_view rest = tags; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        if (auto tag = bare(rest.substr(0, end)); !tag.empty()) item.tags.push_back(std::move(tag));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

bool is_markdown_file(const std::filesystem::path& path) {
    const auto extension = base::lower_ascii(path.extension().string());
    return extension == ".md" || extension == ".markdown";
}

// The day of a page that holds one item: its first date, else one in the name of its file, 2013-03-12-strike.html.
NewsItem item_of_page(const std::string& text, const std::filesystem::path& file) {
    NewsItem item{.file = file.filename().string()};
    const auto document = document_from(text, is_markdown_file(file) ? TextKind::markdown : TextKind::unknown);
    auto listing = listing_of(document, {.today = base::Day{std::chrono::days{200'000}}});
    item.title = listing.title;
    for (const auto& block : document.blocks) {
        for (const auto& picture : block.pictures) item.pictures.push_back({picture.address, picture.description});
        if (block.is_outside || block.role == BlockRole::rule || block.role == BlockRole::more) continue;
        if (block.role == BlockRole::date) {
            if (!item.date) item.date = block.date->day;
            if (item.line == 0) item.line = block.line;
            continue;
        }
        if (block.text == item.title || is_pager(block.text) || is_end_matter(block.text)) continue;
        if (block.face == Face::link && block.text.size() < 60) continue;
        item.body +=
            (item.body.empty() ? "" : "\n\n") +
            (block.face == Face::heading ? std::string(static_cast<std::size_t>(std::max(block.level, 2)), '#') + " "
                                         : std::string{}) +
            block.markdown;
        if (item.teaser.empty() && block.face == Face::plain) item.teaser = block.text;
    }
    if (!item.date) {
        const auto name = file.stem().string().substr(0, 10);
        if (const auto named = named_date(name); named.day && named.doubt == DateDoubt::none) item.date = named.day;
    }
    return item;
}

bool is_page_file(const std::filesystem::path& path) {
    const auto extension = base::lower_ascii(path.extension().string());
    return extension == ".html" || extension == ".htm" || extension == ".xhtml" || extension == ".txt" ||
           extension == ".text" || is_markdown_file(path);
}

// Whether it is below the folder wherever links lead: nobody's other files become news.
bool is_within(const std::filesystem::path& file, const std::filesystem::path& folder) {
    std::error_code fault;
    const auto target = std::filesystem::canonical(file, fault);
    if (fault) return false;
    const auto whole = std::filesystem::canonical(folder);
    return std::ranges::mismatch(whole, target).in1 == whole.end();
}

void report_left_out(NewsSink& sink, const std::string& name, base::Message reason) {
    sink.oddity({0, OddityKind::unreadable_file, reason.key(), {}, name});
}

// One file of the folder; throws UnreadableSource for one that cannot be read as a page.
void read_file_of_folder(const std::filesystem::path& file, const std::string& name, const ReadSettings& settings,
                         NewsSink& sink) {
    std::ifstream in(file, std::ios::binary);
    const auto size = std::filesystem::file_size(file);
    sink.advance(size);
    if (size > kLargestPage)
        throw UnreadableSource{base::message("The page is larger than 32 MB. Save it in parts."), name};
    const auto decoded = decoded_text(read_whole(in, size));
    if (!decoded) throw UnreadableSource{decoded.error(), name};
    report_broken(*decoded, sink, name);
    const auto front = front_matter_of(decoded->text);
    // Its lines stay, empty, so that those behind them keep their numbers.
    const auto text =
        std::string(
            static_cast<std::size_t>(std::count(
                decoded->text.begin(), decoded->text.begin() + static_cast<std::ptrdiff_t>(front.length), '\n')),
            '\n') +
        decoded->text.substr(front.length);
    auto item = item_of_page(text, file);
    take_front_matter(front, item);
    if (front.value({"draft"}) == "true") return sink.oddity({0, OddityKind::not_published, item.title, {}, name});
    if (item.title.empty() && item.body.empty())
        throw UnreadableSource{base::message("There are no words in it."), name};
    item.key = name;
    item.file = name;
    if (settings.language || !item.language)
        item.language = settings.language ? settings.language : guessed_language(item.body);
    if (!item.date)
        sink.oddity({1,
                     OddityKind::no_date,
                     std::string{base::first_characters(item.title.empty() ? item.teaser : item.title, 80)},
                     {},
                     name});
    if (item.teaser.empty()) sink.oddity({1, OddityKind::no_text, {}, {}, name});
    sink.item(std::move(item));
}

}  // namespace

std::optional<std::filesystem::path> only_source(const std::filesystem::path& folder) {
    std::optional<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto extension = base::lower_ascii(entry.path().extension().string());
        const bool is_source = entry.is_regular_file() && is_within(entry.path(), folder) &&
                               (is_page_file(entry.path()) || extension == ".xml" || extension == ".csv" ||
                                extension == ".rss" || extension == ".atom" || extension == ".tsv");
        if (!is_source) continue;
        if (found) return std::nullopt;
        found = entry.path();
    }
    if (!found || !is_page_file(*found)) return found;
    // Browsers save what belongs to a page in a folder beside it, named after it in their language.
    for (const auto* const ending : {"_files", "_fichiers"})
        if (std::filesystem::is_directory(folder / (found->stem().string() + ending))) return found;
    return std::nullopt;
}

void read_folder(const std::filesystem::path& folder, const ReadSettings& settings, NewsSink& sink) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             folder, std::filesystem::directory_options::skip_permission_denied))
        if (entry.is_regular_file() && is_page_file(entry.path())) files.push_back(entry.path());
    std::ranges::sort(files);
    sink.section({.source = folder.filename().string()});
    for (const auto& file : files) {
        const auto name = file.lexically_relative(folder).string();
        try {
            if (!is_within(file, folder))
                report_left_out(sink, name, base::message("It is a link that leads out of the folder."));
            else
                read_file_of_folder(file, name, settings, sink);
        } catch (const UnreadableSource& fault) {
            report_left_out(sink, name, fault.message);
        }
    }
    if (files.empty()) sink.oddity({0, OddityKind::no_item});
}

}  // namespace foreign_news
