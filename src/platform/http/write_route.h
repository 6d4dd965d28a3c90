// platform/http/write_route.h - handlers that change something, and how the server calls them without knowing the type
// of their form.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/problem.h"
#include "base/result.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace db {
class Read;
class Write;
}  // namespace db

namespace http {

using WriteResult = base::Result<Response, base::Problems>;

// refuse: the answer to a form with problems, usually the same page with what was typed, status 422. Left out: a plain
// 422 page, or problem+json below /api/.
using RefuseHandler = std::function<Response(const Request&, const base::Problems&, db::Read&)>;

// A handler that changes something, in three steps.
template <class F>
struct Post {
    // Reads and checks the form. No database; all problems at once.
    std::function<base::Result<F, base::Problems>(const Request&)> parse;
    // Writes it: on the writer, together with others in one commit, in a savepoint of its own. May be called twice
    // when that commit has to be tried again. Problems undo what it wrote. The answer leaves after the commit.
    std::function<WriteResult(const F&, db::Write&)> apply;
    RefuseHandler refuse{};
};

// The same for hot paths: one call writes the forms of all requests that share a commit.
template <class F, class Outcome>
struct PostBatch {
    std::function<base::Result<F, base::Problems>(const Request&)> parse;
    // As many outcomes as forms, in their order. When it throws, every form is tried alone.
    std::function<std::vector<Outcome>(db::Write&, std::span<const F>)> apply_all;
    // After the commit, off the writer, on the connection's loop: cheap. Problems go to refuse; they undo nothing.
    std::function<WriteResult(const F&, const Outcome&)> respond;
    RefuseHandler refuse{};
    // Forms whose rows may meet in one unique index have the same key: on PostgreSQL several writers work at once.
    std::function<std::size_t(const F&)> partition{};
};

// One parsed form on its way through the writer.
class WriteCall {
public:
    virtual ~WriteCall() = default;
    // Whether the changes are to be kept.
    virtual bool apply(db::Write& write) = 0;
    // After the commit: the answer, or what the visitor has to put right. Called once.
    virtual WriteResult answer() = 0;
    virtual std::size_t partition() const { return 0; }
};

class WriteRoute {
public:
    virtual ~WriteRoute() = default;
    virtual base::Result<std::unique_ptr<WriteCall>, base::Problems> parse(const Request& request) const = 0;
    virtual const RefuseHandler& refuse() const = 0;
    // Batched calls of one route are written together by apply_all; all of them came from this route's parse.
    virtual bool is_batched() const = 0;
    virtual void apply_all(db::Write& write, std::span<WriteCall* const> calls) const = 0;
};

template <class F>
class SingleWriteRoute final : public WriteRoute {
public:
    explicit SingleWriteRoute(Post<F> handlers) : handlers_(std::move(handlers)) {}

    base::Result<std::unique_ptr<WriteCall>, base::Problems> parse(const Request& request) const override {
        auto form = handlers_.parse(request);
        if (!form) return form.error();
        return std::unique_ptr<WriteCall>{std::make_unique<Call>(handlers_, *std::move(form))};
    }
    const RefuseHandler& refuse() const override { return handlers_.refuse; }
    bool is_batched() const override { return false; }
    void apply_all(db::Write& write, std::span<WriteCall* const> calls) const override {
        for (auto* call : calls) call->apply(write);
    }

private:
    class Call final : public WriteCall {
    public:
        Call(const Post<F>& handlers, F form) : handlers_(handlers), form_(std::move(form)) {}
        bool apply(db::Write& write) override {
            result_.emplace(handlers_.apply(form_, write));
            return static_cast<bool>(*result_);
        }
        WriteResult answer() override {
            CHECK(result_.has_value());
            return *std::move(result_);
        }

    private:
        const Post<F>& handlers_;
        F form_;
        std::optional<WriteResult> result_;
    };

    Post<F> handlers_;
};

template <class F, class Outcome>
class BatchWriteRoute final : public WriteRoute {
public:
    explicit BatchWriteRoute(PostBatch<F, Outcome> handlers) : handlers_(std::move(handlers)) {}

    base::Result<std::unique_ptr<WriteCall>, base::Problems> parse(const Request& request) const override {
        auto form = handlers_.parse(request);
        if (!form) return form.error();
        return std::unique_ptr<WriteCall>{std::make_unique<Call>(handlers_, *std::move(form))};
    }
    const RefuseHandler& refuse() const override { return handlers_.refuse; }
    bool is_batched() const override { return true; }

    void apply_all(db::Write& write, std::span<WriteCall* const> calls) const override {
        const Borrowed forms{calls};
        auto outcomes = handlers_.apply_all(write, forms.all());
        CHECK(outcomes.size() == calls.size());
        for (std::size_t i = 0; i < calls.size(); ++i)
            static_cast<Call*>(calls[i])->outcome_.emplace(std::move(outcomes[i]));
    }

private:
    class Call final : public WriteCall {
    public:
        Call(const PostBatch<F, Outcome>& handlers, F form) : handlers_(handlers), form_(std::move(form)) {}
        bool apply(db::Write& write) override {
            auto outcomes = handlers_.apply_all(write, std::span<const F>{&form_, 1});
            CHECK(outcomes.size() == 1);
            outcome_.emplace(std::move(outcomes.front()));
            return true;
        }
        WriteResult answer() override {
            CHECK(outcome_.has_value());
            return handlers_.respond(form_, *outcome_);
        }
        std::size_t partition() const override { return handlers_.partition ? handlers_.partition(form_) : 0; }

        const PostBatch<F, Outcome>& handlers_;
        F form_;
        std::optional<Outcome> outcome_;
    };

    // The forms side by side while the handler sees them; each goes back to its call, even when the handler throws.
    class Borrowed {
    public:
        explicit Borrowed(std::span<WriteCall* const> calls) : calls_(calls) {
            forms_.reserve(calls.size());
            for (auto* call : calls) forms_.push_back(std::move(static_cast<Call*>(call)->form_));
        }
        ~Borrowed() {
            for (std::size_t i = 0; i < forms_.size(); ++i) static_cast<Call*>(calls_[i])->form_ = std::move(forms_[i]);
        }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        std::span<const F> all() const { return forms_; }

    private:
        std::span<WriteCall* const> calls_;
        std::vector<F> forms_;
    };

    PostBatch<F, Outcome> handlers_;
};

template <class F>
std::unique_ptr<WriteRoute> make_write_route(Post<F> handlers) {
    CHECK(handlers.parse && handlers.apply);
    return std::make_unique<SingleWriteRoute<F>>(std::move(handlers));
}

template <class F, class Outcome>
std::unique_ptr<WriteRoute> make_batch_route(PostBatch<F, Outcome> handlers) {
    CHECK(handlers.parse && handlers.apply_all && handlers.respond);
    return std::make_unique<BatchWriteRoute<F, Outcome>>(std::move(handlers));
}

}  // namespace http
