// features/fairness_test/typed_document_service.h - a budget or a rubric between what is stored and what staff typed,
// in fields or as one text.
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "features/fairness_test/document.h"
#include "features/fairness_test/document_form.h"
#include "features/fairness_test/staff_pages.h"
#include "platform/http/request.h"
#include "ports/editing.h"

namespace fairness_test {

inline constexpr std::string_view kDocumentField = "document";

// What was typed, in fields or as one text, and what had been shown.
struct TypedDocument {
    staff_pages::View view = staff_pages::View::fields;
    ports::NamedTexts fields{};  // of View::text one: the document
    FormRows rows{};
    std::string seen{};
};

TypedDocument typed_document(const http::Request& request, DocumentKind kind);

// The typed fields against the stored text. Rows that somebody added meanwhile were neither shown nor typed.
struct MergedDocument {
    ports::Merged merged;
    ports::NamedTexts stored;
    FormRows rows;
};
MergedDocument merge(const TypedDocument& typed, DocumentKind kind, const std::string& stored_text);

// The document's text: what was typed, or what the fields make.
std::string text_of(staff_pages::View view, DocumentKind kind, const ports::NamedTexts& fields, const FormRows& rows);

// The lines of these problems stand beside the field as a list that the page reads again from the text; here each kind
// of problem once.
base::Problems problems_of(const DocumentProblems& found);

// The document that was typed, read by `read`: what it is, or what is wrong under the names of the fields.
template <class Document>
struct Understood {
    std::string text;
    Document document;
};
template <class Document>
base::Result<Understood<Document>, base::Problems> understand(
    const TypedDocument& typed, DocumentKind kind, base::Result<Document, DocumentProblems> (*read)(std::string_view)) {
    auto text = text_of(typed.view, kind, typed.fields, typed.rows);
    auto document = read(text);
    if (document) return Understood<Document>{std::move(text), *std::move(document)};
    if (typed.view == staff_pages::View::text) return problems_of(document.error());
    return problems_of_fields(document.error(), kind, typed.fields, typed.rows);
}

// How an editor begins: with the stored text. One with more rows than a form may carry is written as one text.
staff_pages::Editing editing_of(const http::Request& request, DocumentKind kind, const std::string& stored);

// How it comes back: with what was typed, and what was saved meanwhile.
staff_pages::Editing editing_again(const TypedDocument& typed, DocumentKind kind, const std::string& stored);

// The name of the field in a form, or of the one text.
std::string_view field_of(staff_pages::View view, std::string_view field);

// 200; 422 with problems; 409 where somebody saved meanwhile.
int status_of(const base::Problems& problems, const staff_pages::Editing& editing);

}  // namespace fairness_test
