// platform/http/page_cache.h - public pages kept rendered for under a second, ready to send. One for each loop, so that
// a hit takes no lock and no memory.
#pragma once
#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/http/compression.h"
#include "platform/http/core.h"
#include "platform/http/mailbox.h"
#include "platform/http/request.h"
#include "platform/http/router.h"

namespace http {

// A response in all the encodings that somebody asked for, with its heads but for their variable part.
struct RenderedPage {
    struct Variant {
        std::string fixed_head, body;
    };
    int status = 200;
    std::array<std::unique_ptr<const Variant>, 3> variants;  // by Encoding; identity is always there
    // The tags of this page in all encodings, also those not rendered now, and the heads of a 304 with each.
    std::array<std::string, 3> tags, not_modified_heads;

    const Variant& variant(Encoding wanted) const;
    // The head of a 304 for who has this page already, or nullptr.
    const std::string* not_modified_head(std::string_view if_none_match) const;
};

class PageWaiter {
public:
    virtual ~PageWaiter() = default;
    virtual void page_is_ready(const std::shared_ptr<const RenderedPage>& page) = 0;
};

struct CachedPage {
    using Clock = std::chrono::steady_clock;

    std::string key;  // the path as it was sent
    const Route* route;
    Request sample;  // what the page is rendered from: the first visitor's request without what makes it personal
    std::shared_ptr<const RenderedPage> rendered{};
    Clock::time_point rendered_at{};  // when rendering began: no older than what the page shows
    bool is_being_rendered = false;
    std::array<bool, 3> wanted{true};  // by Encoding
    std::vector<std::shared_ptr<PageWaiter>> waiters{};
};

class PageCache {
public:
    using Clock = CachedPage::Clock;

    PageCache(Core& core, std::shared_ptr<Mailbox> mailbox) : core_(core), mailbox_(std::move(mailbox)) {}

    // The page of this path, or nullptr. Views into nothing of the caller's are kept.
    std::shared_ptr<CachedPage> find(std::string_view path) const;

    // A page that is not there yet, to be asked for with get().
    std::shared_ptr<CachedPage> insert(std::string_view path, const Route& route, Request request);

    // The rendered page when it is fresh enough to be shown (see ServerConfig::page_stale); begins to render it anew,
    // once, when it is no longer fresh. Null: the waiter will be told.
    struct Wish {
        Encoding encoding;
        Clock::time_point now;
    };
    std::shared_ptr<const RenderedPage> get(const std::shared_ptr<CachedPage>& page, const Wish& wish,
                                            const std::shared_ptr<PageWaiter>& waiter);

    // Called on the loop when a page has been rendered.
    void take(const std::shared_ptr<CachedPage>& page, std::shared_ptr<const RenderedPage> rendered,
              Clock::time_point began);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void render(const std::shared_ptr<CachedPage>& page);
    void make_room(Clock::time_point now);

    Core& core_;
    std::shared_ptr<Mailbox> mailbox_;
    std::unordered_map<std::string, std::shared_ptr<CachedPage>, Hash, std::equal_to<>> pages_;
    std::size_t bytes_ = 0;
};

}  // namespace http
