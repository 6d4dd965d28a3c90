#include "features/delivery/document_order.h"

#include "base/text.h"

namespace delivery {

std::vector<base::Locale> languages_of(std::string_view text) {
    using enum base::Locale;
    if (text == "en") return {english};
    if (text == "fr") return {french};
    if (text == "en,fr") return {english, french};
    if (text == "fr,en") return {french, english};
    return {};
}

std::string text_of(const std::vector<base::Locale>& languages) {
    std::string text;
    for (const auto locale : languages) text.append(text.empty() ? "" : ",").append(base::code(locale));
    return text;
}

base::Result<DocumentOrder, base::Problems> read_order(const OrderForm& form) {
    base::Problems problems;
    DocumentOrder order{.languages = languages_of(form.languages), .recipient = base::collapse_spaces(form.recipient)};
    if (form.kind == "csv") order.kind = DocumentKind::csv;
    if (form.paper == "a4") order.paper = documents::Paper::a4;
    if (form.names == "none") order.names = NameOrder::none;
    if (form.names == "place") order.names = NameOrder::by_place;
    if (order.languages.empty()) problems.push_back({"languages", base::message("Please choose the language.")});
    if (base::count_characters(order.recipient) > 200)
        problems.push_back({"recipient", base::message("This is too long.")});
    if (!problems.empty()) return problems;
    return order;
}

OrderForm form_of(const DocumentOrder& order) {
    const auto names = order.names == NameOrder::none ? "none" : order.names == NameOrder::by_place ? "place" : "name";
    return {order.kind == DocumentKind::csv ? "csv" : "pdf", text_of(order.languages),
            std::string{documents::name_of(order.paper)}, names, order.recipient};
}

}  // namespace delivery
