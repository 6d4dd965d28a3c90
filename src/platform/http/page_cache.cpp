// platform/http/page_cache.cpp - renders pages on the pool and keeps them a moment.
#include "platform/http/page_cache.h"

#include <utility>

#include "platform/db/database.h"
#include "platform/http/finishing.h"
#include "platform/http/response_writer.h"

namespace http {
namespace {

constexpr std::size_t kMostPages = 4096;

constexpr std::array kEncodings{Encoding::identity, Encoding::gzip, Encoding::brotli};

std::size_t size_of(const RenderedPage& page) {
    constexpr std::size_t kHeads = 4096;
    std::size_t bytes = kHeads;
    for (const auto& variant : page.variants)
        if (variant) bytes += variant->body.size() + variant->fixed_head.size();
    return bytes;
}

// The response without its body, with the headers of a cache.
Response head_of(const Request& request, const Response& response, std::string_view tag) {
    Response head{.status = response.status, .headers = response.headers};
    if (response.status != 200) {
        head.headers.add({"Cache-Control", "no-store"});
        return head;
    }
    head.headers.add({"ETag", tag});
    if (!head.headers.has("cache-control")) head.headers.add({"Cache-Control", "public, no-cache"});
    head.headers.add({"Vary", is_api(request.path) ? "Accept-Encoding" : "Accept-Encoding, Cookie"});
    return head;
}

RenderedPage::Variant make_variant(const Request& request, Response head, const Response& response, Encoding encoding) {
    RenderedPage::Variant variant;
    variant.body = compress(response.body.view(), encoding);
    if (encoding != Encoding::identity) head.headers.add({"Content-Encoding", token(encoding)});
    append_fixed_head(variant.fixed_head, head, request.scheme, variant.body.size());
    return variant;
}

// One rendering: on the pool, then back on the loop.
class Rendering final : public PoolJob, public Message, public std::enable_shared_from_this<Rendering> {
public:
    Rendering(Core& core, PageCache& cache, std::shared_ptr<Mailbox> mailbox, std::shared_ptr<CachedPage> page)
        : core_(core),
          in_flight_(core),
          cache_(cache),
          mailbox_(std::move(mailbox)),
          page_(std::move(page)),
          request_(page_->sample),
          route_(*page_->route),
          wanted_(page_->wanted) {
        request_.received_at = core_.hooks.clock();
    }

    void run_on_pool() noexcept override {
        began_ = PageCache::Clock::now();
        try {
            rendered_ = render();
        } catch (const std::exception& fault) {
            rendered_ = bare(response_to_fault(request_, fault));
        }
        mailbox_->send(shared_from_this());
    }

    // Instead of run_on_pool, on the loop.
    void refuse_for_lack_of_room() {
        rendered_ = bare(unavailable(base::seconds(1)));
        mailbox_->send(shared_from_this());
    }

    void arrive() override { cache_.take(page_, std::move(rendered_), began_); }

private:
    std::shared_ptr<const RenderedPage> render() const {
        Response response;
        if (route_.kind == RouteKind::read)
            core_.database.read([&](db::Read& read) { response = route_.read(request_, read); });
        else
            response = route_.compute(request_);
        response.cookies.clear();
        fill_error(core_, request_, response);
        return in_encodings(response);
    }

    std::shared_ptr<const RenderedPage> in_encodings(const Response& response) const {
        auto page = std::make_shared<RenderedPage>();
        page->status = response.status;
        const bool is_worth = is_compressible(response.headers.view("content-type"));
        for (const auto encoding : kEncodings) {
            const auto position = static_cast<std::size_t>(encoding);
            if (response.status == 200) page->tags[position] = entity_tag(response.body.view(), token(encoding));
            auto head = head_of(request_, response, page->tags[position]);
            if (encoding == Encoding::identity || (wanted_[position] && is_worth))
                page->variants[position] =
                    std::make_unique<const RenderedPage::Variant>(make_variant(request_, head, response, encoding));
            head.status = 304;
            append_fixed_head(page->not_modified_heads[position], head, request_.scheme, std::nullopt);
        }
        return page;
    }

    std::shared_ptr<const RenderedPage> bare(Response response) const noexcept {
        try {
            fill_error(core_, request_, response);
        } catch (const std::exception&) {
            response = text("Internal Server Error\n", 500);
        }
        return in_encodings(response);
    }

    Core& core_;
    InFlight in_flight_;
    PageCache& cache_;
    std::shared_ptr<Mailbox> mailbox_;
    std::shared_ptr<CachedPage> page_;
    Request request_;
    const Route& route_;
    std::array<bool, 3> wanted_;
    PageCache::Clock::time_point began_{};
    std::shared_ptr<const RenderedPage> rendered_;
};

}  // namespace

const RenderedPage::Variant& RenderedPage::variant(Encoding wanted) const {
    const auto& found = variants[static_cast<std::size_t>(wanted)];
    return found ? *found : *variants[0];
}

const std::string* RenderedPage::not_modified_head(std::string_view if_none_match) const {
    if (if_none_match.empty()) return nullptr;
    for (std::size_t i = 0; i < tags.size(); ++i)
        if (names_tag(if_none_match, tags[i])) return &not_modified_heads[i];
    return nullptr;
}

std::shared_ptr<CachedPage> PageCache::find(std::string_view path) const {
    const auto found = pages_.find(path);
    return found == pages_.end() ? nullptr : found->second;
}

std::shared_ptr<CachedPage> PageCache::insert(std::string_view path, const Route& route, Request request) {
    make_room(Clock::now());
    request.cookies.clear();
    request.body.clear();
    auto page = std::make_shared<CachedPage>(
        CachedPage{.key = std::string{path}, .route = &route, .sample = std::move(request)});
    if (pages_.size() < kMostPages && bytes_ < core_.config.page_cache_bytes)
        pages_.emplace(path, page);  // else it is rendered for this visitor alone
    return page;
}

std::shared_ptr<const RenderedPage> PageCache::get(const std::shared_ptr<CachedPage>& page, const Wish& wish,
                                                   const std::shared_ptr<PageWaiter>& waiter) {
    page->wanted[static_cast<std::size_t>(wish.encoding)] = true;
    const auto age = wish.now - page->rendered_at;
    if (page->rendered && age < core_.config.page_stale) {
        if (age >= core_.config.page_fresh && !page->is_being_rendered) render(page);
        return page->rendered;
    }
    page->waiters.push_back(waiter);
    if (!page->is_being_rendered) render(page);
    return nullptr;
}

void PageCache::render(const std::shared_ptr<CachedPage>& page) {
    page->is_being_rendered = true;
    auto rendering = std::make_shared<Rendering>(core_, *this, mailbox_, page);
    if (core_.pool_of(*page->route).take(rendering)) return;
    // The queue is full. Who has an older page keeps it for now; who waits is told, by the same way as always.
    page->is_being_rendered = false;
    if (page->waiters.empty()) return;
    page->is_being_rendered = true;
    rendering->refuse_for_lack_of_room();
}

void PageCache::take(const std::shared_ptr<CachedPage>& page, std::shared_ptr<const RenderedPage> rendered,
                     Clock::time_point began) {
    page->is_being_rendered = false;
    const auto found = pages_.find(page->key);
    const bool is_kept = found != pages_.end() && found->second == page;
    if (is_kept) bytes_ -= page->rendered ? size_of(*page->rendered) : 0;
    page->rendered = rendered;
    page->rendered_at = began;
    if (is_kept && rendered->status == 200)
        bytes_ += size_of(*rendered);
    else if (is_kept)
        pages_.erase(found);
    for (const auto& waiter : std::exchange(page->waiters, {})) waiter->page_is_ready(rendered);
}

// Forgets pages too old to be shown.
void PageCache::make_room(Clock::time_point now) {
    if (pages_.size() < kMostPages / 2 && bytes_ < core_.config.page_cache_bytes / 2) return;
    std::erase_if(pages_, [&](const auto& entry) {
        const auto& page = *entry.second;
        const bool is_old = !page.is_being_rendered && now - page.rendered_at > core_.config.page_stale;
        if (is_old && page.rendered) bytes_ -= size_of(*page.rendered);
        return is_old;
    });
}

}  // namespace http
