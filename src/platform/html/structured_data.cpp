#include "platform/html/structured_data.h"

#include <boost/json.hpp>

#include "platform/i18n/translator.h"

namespace html {
namespace {

namespace json = boost::json;

// JSON that means the same and holds nothing that ends a script or begins markup (HTML standard, 4.12.1.3), nor the
// line separators U+2028 and U+2029.
std::string harmless(std::string_view json) {
    std::string text;
    text.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto separator = json.substr(i, 3);
        if (separator == "\u2028" || separator == "\u2029") {
            text += separator == "\u2028" ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (json[i] == '<' || json[i] == '>' || json[i] == '&') {
            text += json[i] == '<' ? "\\u003c" : json[i] == '>' ? "\\u003e" : "\\u0026";
        } else {
            text += json[i];
        }
    }
    return text;
}

SafeHtml data_block(const json::object& object) {
    Out out;
    auto& text = writing::Access::text(out);
    text += R"(<script type="application/ld+json">)";
    text += harmless(json::serialize(object));
    text += "</script>";
    return std::move(out).finish();
}

json::object organisation(const NewsArticle& article) {
    return {{"@type", "Organization"}, {"name", article.publisher}, {"url", article.publisher_url}};
}

}  // namespace

SafeHtml news_article(const NewsArticle& shown) {
    const auto& article = shown.article;
    json::object object{{"@context", "https://schema.org"},
                        {"@type", "NewsArticle"},
                        {"headline", shown.headline},
                        {"description", shown.description},
                        {"mainEntityOfPage", shown.url},
                        {"url", shown.url},
                        {"datePublished", i18n::machine_time(article.published_at)},
                        {"dateModified", i18n::machine_time(article.changed_at)},
                        {"inLanguage", shown.locale == base::Locale::english ? "en-CA" : "fr-CA"},
                        {"publisher", organisation(shown)}};
    if (article.author.empty())
        object["author"] = organisation(shown);
    else
        object["author"] = json::object{{"@type", "Person"}, {"name", article.author}};
    if (!shown.picture_url.empty()) object["image"] = json::array{shown.picture_url};
    if (!article.section.empty()) object["articleSection"] = article.section;
    if (!article.tags.empty()) object["keywords"] = json::array(article.tags.begin(), article.tags.end());
    return data_block(object);
}

SafeHtml breadcrumb_list(const std::vector<Crumb>& crumbs) {
    json::array items;
    for (const auto& crumb : crumbs)
        items.push_back(json::object{
            {"@type", "ListItem"}, {"position", items.size() + 1}, {"name", crumb.name}, {"item", crumb.url}});
    return data_block({{"@context", "https://schema.org"}, {"@type", "BreadcrumbList"}, {"itemListElement", items}});
}

}  // namespace html
