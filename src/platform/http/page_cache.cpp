// platform/http/page_cache.cpp - renders pages on the pool and keeps them a moment.
#include "platform/http/page_cache.h"

#include <utility>

#include "platform/db/database.h"
#include "platform/http/finishing.h"
#include "platform/http/response_writer.h"

namespace http {
namespace {

constexpr std::size_t kMostPages = 4096;

std::size_t size_of(const RenderedPage& page) {
    std::size_t bytes = 0;
    for (const auto& variant : page.variants)
        if (variant) bytes += variant->body.size() + variant->fixed_head.size() + variant->not_modified_head.size();
    return bytes;
}

std::unique_ptr<const RenderedPage::Variant> make_variant(const Request& request, const Response& response,
                                                          Encoding encoding) {
    RenderedPage::Variant variant;
    variant.body = compress(response.body.view(), encoding);
    auto copy = response;
    copy.body = {};
    if (response.status == 200) {
        variant.tag = entity_tag(response.body.view(), token(encoding));
        copy.headers.add({"ETag", variant.tag});
        copy.headers.add({"Cache-Control", "public, no-cache"});
        copy.headers.add({"Vary", is_api(request.path) ? "Accept-Encoding" : "Accept-Encoding, Cookie"});
    } else {
        copy.headers.add({"Cache-Control", "no-store"});
    }
    if (encoding != Encoding::identity) copy.headers.add({"Content-Encoding", token(encoding)});
    append_fixed_head(variant.fixed_head, copy, request.scheme, variant.body.size());
    copy.status = 304;
    append_fixed_head(variant.not_modified_head, copy, request.scheme, std::nullopt);
    return std::make_unique<const RenderedPage::Variant>(std::move(variant));
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
        for (const auto encoding : {Encoding::identity, Encoding::gzip, Encoding::brotli}) {
            const auto position = static_cast<std::size_t>(encoding);
            if (encoding == Encoding::identity || (wanted_[position] && is_worth))
                page->variants[position] = make_variant(request_, response, encoding);
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
    if (core_.pool->take(rendering)) return;
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
