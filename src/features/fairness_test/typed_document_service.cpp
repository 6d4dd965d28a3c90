#include "features/fairness_test/typed_document_service.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "platform/http/forms.h"

namespace fairness_test {
namespace {

using staff_pages::Editing;
using staff_pages::View;

constexpr std::size_t kMostFormFields = http::kMostFields - 10;  // the others travel unseen

View view_of(const http::Request& request) {
    const bool is_text = request.query.text("view") == "text" || request.form.view("view") == "text" ||
                         !request.form.view(kDocumentField).empty();
    return is_text ? View::text : View::fields;
}

ports::NamedTexts shown(View view, DocumentKind kind, const std::string& document, const FormRows& rows) {
    if (view == View::text) return {{std::string{kDocumentField}, document}};
    return fields_of(kind, document, rows);
}

std::size_t rows_in(const http::Request& request, std::string_view field) {
    std::size_t rows = 0;
    const std::string text = request.form.text(field);
    std::from_chars(text.data(), text.data() + text.size(), rows);
    return std::min(rows, kMostRows);
}

}  // namespace

base::Problems problems_of(const DocumentProblems& found) {
    base::Problems problems;
    for (const DocumentProblem& each : found)
        if (std::ranges::find(problems, each.message, &base::Problem::message) == problems.end())
            problems.push_back({std::string{kDocumentField}, each.message});
    return problems;
}

TypedDocument typed_document(const http::Request& request, DocumentKind kind) {
    TypedDocument typed{.view = view_of(request), .seen = request.form.text(ports::kSeenField)};
    if (typed.view == View::text) {
        typed.fields = {{std::string{kDocumentField}, base::tidy_lines(request.form.text(kDocumentField))}};
        return typed;
    }
    typed.rows = {rows_in(request, staff_pages::kFirstRows), rows_in(request, staff_pages::kSecondRows)};
    typed.fields = fields_of(kind, "", typed.rows);
    for (auto& [name, text] : typed.fields) text = base::tidy_lines(request.form.text(name));
    return typed;
}

MergedDocument merge(const TypedDocument& typed, DocumentKind kind, const std::string& stored_text) {
    const auto rows = most_of(typed.rows, rows_for(kind, stored_text));
    MergedDocument found{.merged = {}, .stored = shown(typed.view, kind, stored_text, rows), .rows = rows};
    auto complete = found.stored;
    const auto was_shown = shown(typed.view, kind, stored_text, typed.rows);
    std::string seen;
    for (std::size_t i = 0, at = 0; i < complete.size(); ++i) {
        constexpr std::size_t kDigits = 16;
        const bool is_typed = at < was_shown.size() && was_shown[at].name == complete[i].name;
        const bool has_print = is_typed && typed.seen.size() == was_shown.size() * kDigits;
        seen += has_print  ? typed.seen.substr(at * kDigits, kDigits)
                : is_typed ? std::string(kDigits, '-')
                           : ports::seen({complete[i]});
        if (is_typed) complete[i].text = ports::text_of(typed.fields, complete[i].name), ++at;
    }
    found.merged = ports::merge({.stored = found.stored, .typed = complete, .seen = seen});
    return found;
}

std::string text_of(View view, DocumentKind kind, const ports::NamedTexts& fields, const FormRows& rows) {
    return view == View::text ? ports::text_of(fields, kDocumentField) : text_of_fields(kind, fields, rows);
}

Editing editing_of(const http::Request& request, DocumentKind kind, const std::string& stored) {
    const auto rows = rows_for(kind, stored);
    const bool is_too_long = fields_of(kind, stored, rows).size() > kMostFormFields;
    Editing editing{.view = is_too_long ? View::text : view_of(request), .document = stored};
    if (editing.view == View::fields) editing.rows = rows;
    editing.typed = shown(editing.view, kind, stored, editing.rows);
    editing.seen = ports::seen(editing.typed);
    return editing;
}

Editing editing_again(const TypedDocument& typed, DocumentKind kind, const std::string& stored) {
    const auto found = merge(typed, kind, stored);
    return {.view = typed.view,
            .document = ports::text_of(found.merged.texts, kDocumentField),
            .typed = found.merged.texts,
            .rows = found.rows,
            .seen = ports::seen(found.stored),
            .conflicts = found.merged.conflicts};
}

std::string_view field_of(View view, std::string_view field) { return view == View::text ? kDocumentField : field; }

int status_of(const base::Problems& problems, const Editing& editing) {
    if (problems.empty()) return 200;
    return editing.conflicts.empty() ? 422 : 409;
}

}  // namespace fairness_test
