#include "platform/foreign_news/table.h"

#include <algorithm>
#include <array>

#include "platform/foreign_news/fold.h"

namespace foreign_news {
namespace {

struct ColumnName {
    std::string_view name;
    Column column;
};
// Folded, letters and digits only.
constexpr auto kNames = std::to_array<ColumnName>({
    {"date", Column::date},
    {"postdate", Column::date},
    {"datepublished", Column::date},
    {"created", Column::date},
    {"createddate", Column::date},
    {"datecreated", Column::date},
    {"publishdate", Column::date},
    {"publicationdate", Column::date},
    {"pubdate", Column::date},
    {"published", Column::date},
    {"publishedon", Column::date},
    {"publishedat", Column::date},
    {"postedon", Column::date},
    {"posted", Column::date},
    {"eventdate", Column::date},
    {"datedepublication", Column::date},
    {"publiele", Column::date},
    {"datedecreation", Column::date},
    {"cree", Column::date},
    {"creele", Column::date},
    {"dateevenement", Column::date},
    {"jour", Column::date},
    {"authoredon", Column::date},
    {"nodecreated", Column::date},
    {"fielddate", Column::date},
    {"newsdate", Column::date},
    {"articledate", Column::date},
    {"title", Column::title},
    {"titre", Column::title},
    {"headline", Column::title},
    {"posttitle", Column::title},
    {"nodetitle", Column::title},
    {"subject", Column::title},
    {"heading", Column::title},
    {"manchette", Column::title},
    {"name", Column::title},
    {"teaser", Column::teaser},
    {"summary", Column::teaser},
    {"excerpt", Column::teaser},
    {"resume", Column::teaser},
    {"extrait", Column::teaser},
    {"abstract", Column::teaser},
    {"lead", Column::teaser},
    {"chapeau", Column::teaser},
    {"accroche", Column::teaser},
    {"bodysummary", Column::teaser},
    {"description", Column::teaser},
    {"intro", Column::teaser},
    {"introduction", Column::teaser},
    {"sommaire", Column::teaser},
    {"shortdescription", Column::teaser},
    {"postexcerpt", Column::teaser},
    {"blurb", Column::teaser},
    {"apercu", Column::teaser},
    {"body", Column::body},
    {"bodyvalue", Column::body},
    {"content", Column::body},
    {"text", Column::body},
    {"texte", Column::body},
    {"corps", Column::body},
    {"contenu", Column::body},
    {"postcontent", Column::body},
    {"article", Column::body},
    {"fulltext", Column::body},
    {"html", Column::body},
    {"bodytext", Column::body},
    {"story", Column::body},
    {"message", Column::body},
    {"id", Column::key},
    {"nid", Column::key},
    {"nodeid", Column::key},
    {"postid", Column::key},
    {"guid", Column::key},
    {"uuid", Column::key},
    {"key", Column::key},
    {"identifiant", Column::key},
    {"numero", Column::key},
    {"author", Column::author},
    {"auteur", Column::author},
    {"auteure", Column::author},
    {"authoredby", Column::author},
    {"byline", Column::author},
    {"by", Column::author},
    {"postauthor", Column::author},
    {"creator", Column::author},
    {"signature", Column::author},
    {"tags", Column::tags},
    {"tag", Column::tags},
    {"categories", Column::tags},
    {"category", Column::tags},
    {"categorie", Column::tags},
    {"etiquettes", Column::tags},
    {"motscles", Column::tags},
    {"keywords", Column::tags},
    {"topics", Column::tags},
    {"themes", Column::tags},
    {"fieldtags", Column::tags},
    {"sujets", Column::tags},
    {"image", Column::picture},
    {"picture", Column::picture},
    {"photo", Column::picture},
    {"fieldimage", Column::picture},
    {"featuredimage", Column::picture},
    {"imageurl", Column::picture},
    {"language", Column::language},
    {"langue", Column::language},
    {"lang", Column::language},
    {"langcode", Column::language},
    {"locale", Column::language},
    {"status", Column::status},
    {"state", Column::status},
    {"statut", Column::status},
    {"etat", Column::status},
    {"poststatus", Column::status},
    {"publie", Column::status},
    {"link", Column::link},
    {"url", Column::link},
    {"path", Column::link},
    {"lien", Column::link},
    {"adresse", Column::link},
    {"permalink", Column::link},
});

}  // namespace

bool TableRecords::read(std::string_view piece, const Take& take) {
    for (const char c : piece) {
        take_character(c, take);
        if (size_ > kLongestRecord) return false;
    }
    return true;
}

void TableRecords::finish(const Take& take) {
    if (!field_.empty() || !fields_.empty() || state_ == State::after_mark) end_record(take);
}

void TableRecords::take_character(char c, const Take& take) {
    ++size_;
    // CR LF and a lone CR end a line as LF does.
    const bool is_second = c == '\n' && was_return_;
    was_return_ = c == '\r';
    if (is_second) {
        if (state_ == State::quoted) return;
        record_line_ = line_;
        return;
    }
    if (c == '\r') c = '\n';
    if (c == '\n') ++line_;
    if (state_ == State::quoted) {
        if (c == '"')
            state_ = State::after_mark;
        else
            field_ += c;
        return;
    }
    if (c == '"' && state_ == State::after_mark) {
        field_ += '"';
        state_ = State::quoted;
    } else if (c == '"' && state_ == State::field_start) {
        state_ = State::quoted;
    } else if (c == delimiter_) {
        end_field();
    } else if (c == '\n') {
        end_record(take);
    } else if (c != ' ' || state_ != State::field_start) {
        field_ += c;
        state_ = State::plain;
    }
}

void TableRecords::end_field() {
    fields_.push_back(std::move(field_));
    field_.clear();
    state_ = State::field_start;
}

void TableRecords::end_record(const Take& take) {
    end_field();
    const bool is_empty = std::ranges::all_of(fields_, [](const std::string& field) { return field.empty(); });
    if (!is_empty) take({record_line_, std::move(fields_)});
    fields_.clear();
    size_ = 0;
    record_line_ = line_;
}

char delimiter_of(std::string_view start) {
    const auto line = start.substr(0, start.find_first_of("\r\n"));
    char best = ',';
    for (const char mark : {';', '\t', '|'})
        if (std::ranges::count(line, mark) > std::ranges::count(line, best)) best = mark;
    return best;
}

Column column_of(std::string_view name) {
    std::string plain;
    for (const char c : folded(name).text)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    const auto* const found = std::ranges::find(kNames, plain, &ColumnName::name);
    if (found != kNames.end()) return found->column;
    // "Title (en)", "Body [fr]", "field_summary_value"
    for (const std::string_view ending : {"en", "fr", "value", "english", "french", "anglais", "francais"}) {
        if (!plain.ends_with(ending)) continue;
        const auto stem = std::string_view{plain}.substr(0, plain.size() - ending.size());
        const auto* const again = std::ranges::find(kNames, stem, &ColumnName::name);
        if (again != kNames.end()) return again->column;
    }
    if (plain.starts_with("field") && plain.size() > 5) return column_of(plain.substr(5));
    return Column::other;
}

std::optional<std::vector<Column>> columns_of(std::span<const std::string> header) {
    std::vector<Column> columns;
    for (const auto& name : header) {
        const auto column = column_of(name);
        const bool is_second = column != Column::other && std::ranges::find(columns, column) != columns.end();
        columns.push_back(is_second ? Column::other : column);
    }
    const bool has_words = std::ranges::any_of(columns, [](Column column) {
        return column == Column::title || column == Column::teaser || column == Column::body;
    });
    return has_words ? std::optional{columns} : std::nullopt;
}

}  // namespace foreign_news
