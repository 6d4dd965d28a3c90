#include "app/static_site.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <set>
#include <unordered_set>

#include "platform/html/assets.h"
#include "platform/html/links.h"
#include "platform/http/forms.h"
#include "platform/i18n/negotiation.h"
#include "platform/i18n/translator.h"

namespace app {
namespace {

bool is_file_path(std::string_view path) {
    return path.starts_with("/assets/") || path.starts_with("/pictures/") || path.starts_with("/documents/");
}

std::string_view without(std::string_view text, char from) { return text.substr(0, text.find(from)); }

class Writer {
public:
    Writer(const StaticSite& site, db::Read& read, const std::function<void()>& on_file)
        : site_(site), read_(read), on_file_(on_file) {}

    StaticSiteReport write() && {
        for (const auto& start : site_.starts) want(start);
        while (!waiting_.empty()) {
            const auto address = std::move(waiting_.front());
            waiting_.pop_front();
            take(address);
        }
        write_choice();
        return std::move(report_);
    }

private:
    void want(const std::string& address) {
        if (known_.insert(address).second) waiting_.push_back(address);
    }

    http::Response ask(const std::string& address) {
        http::Request request;
        request.path = std::string{without(address, '?')};
        if (const auto question = address.find('?'); question != std::string::npos)
            request.query_string = address.substr(question + 1);
        request.query = http::read_urlencoded(request.query_string).value_or(http::Form{});
        request.locale = i18n::locale_of_path(request.path).value_or(base::Locale::english);
        request.received_at = site_.now;
        request.headers.add({"Accept-Encoding", "identity"});
        const auto match = site_.router.match(http::Method::get, request.path);
        if (!match.route) return http::not_found();
        request.parameters = match.parameters;
        if (match.route->kind == http::RouteKind::read) return match.route->read(request, read_);
        if (match.route->kind == http::RouteKind::compute) return match.route->compute(request);
        return http::not_found();
    }

    void take(const std::string& address) {
        const auto response = ask(address);
        if (response.status != 200) return report_.missing.push_back(address);
        const auto file = file_of(address);
        if (!response.headers.view("Content-Type").starts_with("text/html")) {
            if (response.headers.view("Content-Type").starts_with("text/css")) want_urls_of(response.body.view());
            save(file, response.body.view());
            ++report_.files;
        } else {
            save(file, document(file, response.body.view()));
            ++report_.pages;
        }
        on_file_();
    }

    // What a stylesheet names lies beside it.
    void want_urls_of(std::string_view css) {
        constexpr std::string_view kUrl = "url(";
        for (auto at = css.find(kUrl); at != std::string_view::npos; at = css.find(kUrl, at)) {
            at += kUrl.size();
            const auto name = without(css.substr(at), ')');
            if (!name.starts_with("data:") && !name.contains(':')) want("/assets/" + std::string{name});
        }
    }

    std::string document(const std::string& file, std::string_view markup) {
        std::set<std::string> symbols;
        const auto change = [&](std::string_view url) { return changed(file, url, symbols); };
        auto text = html::with_links(without_scripts(markup), change);
        return with_symbols(std::move(text), {symbols.begin(), symbols.end()});
    }

    std::string changed(const std::string& file, std::string_view url, std::set<std::string>& symbols) {
        if (!url.starts_with('/') || url.starts_with("//")) return std::string{url};
        const auto sprite = html::asset_url("icons.svg").view();
        if (url.starts_with(sprite) && url.substr(sprite.size()).starts_with('#')) {
            symbols.insert(std::string{url.substr(sprite.size() + 1)});
            return std::string{url.substr(sprite.size())};
        }
        const std::string address{without(url, '#')};
        const auto path = without(address, '?');
        if (!is_file_path(path) && !site_.belongs(path)) return site_.public_url + std::string{url};
        want(address);
        return relative_way({file, file_of(address)}) + std::string{url.substr(address.size())};
    }

    void write_choice() {
        std::vector<LanguageChoice> choices;
        for (const base::Locale locale : base::kLocales) {
            const auto prefix = "/" + std::string{base::code(locale)} + "/";
            const auto first =
                std::ranges::find_if(site_.starts, [&](const auto& each) { return each.starts_with(prefix); });
            if (first == site_.starts.end()) continue;
            choices.push_back({std::string{base::code(locale)}, std::string{i18n::own_name(locale)}, file_of(*first)});
        }
        save("index.html", choice_document(choices, file_of(html::asset_url("site.css").view())));
        ++report_.pages;
    }

    void save(const std::string& file, std::string_view bytes) const {
        const auto path = site_.folder / file;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream out(path, std::ios::binary);
        out.exceptions(std::ios::badbit | std::ios::failbit);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
    }

    const StaticSite& site_;
    db::Read& read_;
    const std::function<void()>& on_file_;
    std::deque<std::string> waiting_;
    std::unordered_set<std::string> known_;
    StaticSiteReport report_;
};

}  // namespace

StaticSiteReport write_static_site(const StaticSite& site, db::Read& read, const std::function<void()>& on_file) {
    return Writer{site, read, on_file}.write();
}

std::string file_of(std::string_view address) {
    const auto path = without(address, '?');
    std::string file{path.substr(path.starts_with('/') ? 1 : 0)};
    if (is_file_path(path)) return file;
    if (path.size() < address.size()) {
        auto query = std::string{address.substr(path.size() + 1)};
        for (char& c : query)
            if (c == '=' || c == '&' || c == '%' || c == '/' || c == '#') c = '-';
        file += "~" + query;
    }
    return file + ".html";
}

std::string relative_way(const Way& way) {
    auto from = way.from, to = way.to;
    for (auto slash = from.find('/'); slash != std::string_view::npos; slash = from.find('/')) {
        if (to.substr(0, slash + 1) != from.substr(0, slash + 1)) break;
        from.remove_prefix(slash + 1);
        to.remove_prefix(slash + 1);
    }
    std::string relative;
    for (const char c : from)
        if (c == '/') relative += "../";
    return relative + std::string{to};
}

}  // namespace app
