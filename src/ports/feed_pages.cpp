// The feeds that are XML: markup like that of pages, so that it is written and escaped by the same templates.
#include <fmt/format.h>

#include "platform/http/response_writer.h"
#include "platform/i18n/translator.h"
#include "ports/feed.h"

namespace ports {
namespace {

using html::Out;
using html::write;

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

// Without the characters that XML 1.0 has no way to write: control characters but tab and line ends, U+FFFE, U+FFFF.
std::string xml_text(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto character = text.substr(i, 3);
        if (character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF")
            i += 2;
        else if (byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r')
            kept += text[i];
    }
    return kept;
}

std::string_view language_of(base::Locale locale) { return locale == base::Locale::english ? "en-CA" : "fr-CA"; }

void write_rss_entry(Out& out, const FeedEntry& entry) {
    write<"<item>">(out);
    if (!entry.title.empty()) write<"<title>{}</title>">(out, xml_text(entry.title));
    write<R"(<link>{}</link><guid isPermaLink="false">{}</guid><pubDate>{}</pubDate><description>{}</description>)">(
        out, entry.url, entry.id, http::http_date(entry.published_at), xml_text(entry.summary));
    write<"<content:encoded>{}</content:encoded>">(out, xml_text(entry.content));
    if (!entry.author.empty()) write<"<dc:creator>{}</dc:creator>">(out, xml_text(entry.author));
    for (const auto& tag : entry.tags) write<"<category>{}</category>">(out, xml_text(tag));
    if (!entry.enclosures.empty()) {
        const auto& first = entry.enclosures.front();
        write<R"(<enclosure url="{}" length="{}" type="{}"/>)">(out, first.url, first.bytes, first.type);
    }
    write<"</item>">(out);
}

// Atom asks for a title: an item without one is called by its first words.
std::string atom_title(const FeedEntry& entry) { return entry.title.empty() ? entry.summary : entry.title; }

void write_atom_entry(Out& out, const FeedEntry& entry) {
    write<
        R"(<entry><title>{}</title><id>{}</id><link rel="alternate" type="text/html" href="{}"/><published>{}</published><updated>{}</updated><summary>{}</summary><content type="html">{}</content>)">(
        out, xml_text(atom_title(entry)), entry.id, entry.url, i18n::machine_time(entry.published_at),
        i18n::machine_time(entry.changed_at), xml_text(entry.summary), xml_text(entry.content));
    if (!entry.author.empty()) write<"<author><name>{}</name></author>">(out, xml_text(entry.author));
    for (const auto& tag : entry.tags) write<R"(<category term="{}"/>)">(out, xml_text(tag));
    for (const auto& enclosure : entry.enclosures)
        write<R"(<link rel="enclosure" href="{}" length="{}" type="{}"/>)">(out, enclosure.url, enclosure.bytes,
                                                                            enclosure.type);
    write<"</entry>">(out);
}

std::string document(Out out) { return std::string{kDeclaration} + std::move(out).finish().take(); }

}  // namespace

std::string rss(const Feed& feed) {
    Out out;
    write<
        R"(<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{}</title><link>{}</link><description>{}</description><language>{}</language><atom:link href="{}" rel="self" type="application/rss+xml"/>)">(
        out, xml_text(feed.title), feed.page_url, xml_text(feed.description), language_of(feed.locale), feed.url);
    if (!feed.entries.empty()) write<"<lastBuildDate>{}</lastBuildDate>">(out, http::http_date(changed_at(feed)));
    for (const auto& entry : feed.entries) write_rss_entry(out, entry);
    write<"</channel></rss>">(out);
    return document(std::move(out));
}

std::string atom(const Feed& feed) {
    Out out;
    write<
        R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}"><title>{}</title><subtitle>{}</subtitle><id>{}</id><link rel="self" type="application/atom+xml" href="{}"/><link rel="alternate" type="text/html" href="{}"/><updated>{}</updated><author><name>{}</name></author>)">(
        out, language_of(feed.locale), xml_text(feed.title), xml_text(feed.description), feed.id, feed.url,
        feed.page_url, i18n::machine_time(changed_at(feed)), xml_text(feed.title));
    for (const auto& entry : feed.entries) write_atom_entry(out, entry);
    write<"</feed>">(out);
    return document(std::move(out));
}

}  // namespace ports
