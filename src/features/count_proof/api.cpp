#include "features/count_proof/api.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/count_proof/proof_service.h"

namespace count_proof {
namespace {

constexpr std::int64_t kMostEntries = 65'536;  // of one answer: 2.8 MB

http::Response note_of(const std::optional<store::StoredHead>& head) {
    return head ? http::text(head->note) : http::not_found();
}

http::Response problem(const http::Request& request, const char* field, base::Message message) {
    return http::problem_json(
        {.status = 422, .title = "Unprocessable Content", .locale = request.locale, .problems = {{field, message}}});
}

std::string json_of(const Growth& growth, const std::vector<Hash>& proof) {
    std::string hashes;
    for (const Hash& hash : proof) hashes += fmt::format("{}\"{}\"", hashes.empty() ? "" : ",", hex(hash.view()));
    return fmt::format(R"({{"old":{},"new":{},"proof":[{}]}})", growth.old_size, growth.new_size, hashes);
}

ports::ApiField number(const char* name, const char* description, ports::Presence presence) {
    return {.name = name, .type = ports::JsonType::integer, .presence = presence, .description = description};
}

ports::ApiOperation text_operation(const char* path, const char* id, const char* summary) {
    return {.method = http::Method::get,
            .path = path,
            .id = id,
            .summary = summary,
            .answers = {{.status = 200, .description = "Text", .content_type = "text/plain"},
                        ports::problem_answer(404, "Not yet, or not there")}};
}

}  // namespace

http::Response Api::head(const http::Request&, db::Read& read) const { return note_of(store::newest_head(read)); }

http::Response Api::head_of_size(const http::Request& request, db::Read& read) const {
    const auto size = decimal(request.parameter("size"));
    return size ? note_of(store::head_of(read, *size)) : http::not_found();
}

http::Response Api::keys(const http::Request&, db::Read& read) const {
    std::string text;
    for (const store::Key& key : store::keys(read)) text += key.key.text() + "\n";
    return text.empty() ? http::not_found() : http::text(text);
}

http::Response Api::consistency(const http::Request& request, db::Read& read) const {
    const auto newest = store::newest_head(read);
    if (!newest) return http::not_found();
    const auto old_size = decimal(request.query.text("old"));
    const std::string wanted = request.query.text("new");
    const auto new_size = wanted.empty() ? newest->size : decimal(wanted);
    if (!old_size) return problem(request, "old", base::message("Give the sizes of two heads."));
    if (!new_size || *new_size > newest->size || *old_size > *new_size)
        return problem(request, "new",
                       base::message("The log has no two heads of these sizes, the smaller one first."));
    const Growth growth{*old_size, *new_size};
    return http::json(json_of(growth, consistency_proof(read, growth)));
}

http::Response Api::entries(const http::Request& request, db::Read& read) const {
    const auto newest = store::newest_head(read);
    if (!newest) return http::not_found();
    const std::string wanted_from = request.query.text("from"), wanted_to = request.query.text("to");
    const auto from = wanted_from.empty() ? std::int64_t{0} : decimal(wanted_from);
    if (!from || *from > newest->size) return problem(request, "from", base::message("The log has no such entry."));
    const auto to = wanted_to.empty() ? newest->size : decimal(wanted_to);
    if (!to || *to < *from) return problem(request, "to", base::message("The log has no such entry."));
    const std::int64_t end = std::min({*to, newest->size, *from + kMostEntries});
    std::string bytes;
    write_entries(read, {*from, end}, [&](std::string_view part) { bytes += part; });
    return http::download({fmt::format("entries-{}.bin", *from), "application/octet-stream", std::move(bytes)});
}

// In a snapshot of its own, which may hold a newer head than this one.
http::Response Api::log(const http::Request&, db::Read& read) const {
    if (!store::newest_head(read)) return http::not_found();
    return http::made_download({"count.log", "application/octet-stream"},
                               [](db::Read& snapshot, const http::PartWriter& write) {
                                   const auto file = log_file(snapshot).value();
                                   write(file.beginning);
                                   write_entries(snapshot, {0, file.size}, write);
                               });
}

std::vector<ports::ApiOperation> api_operations() {
    using ports::Presence;
    auto of_size = text_operation("/api/v1/count-proof/heads/{size}", "headOfSize", "A signed head of the log");
    of_size.parameters = {number("size", "entries that the head covers", Presence::required)};
    auto entries = text_operation("/api/v1/count-proof/entries", "logEntries", "A stretch of the log");
    entries.description = "43 bytes for each entry, at most 65,536 entries.";
    entries.query = {number("from", "position of the first entry; 0", Presence::optional),
                     number("to", "position behind the last one; that of the newest head", Presence::optional)};
    entries.answers = {{.status = 200, .description = "Bytes", .content_type = "application/octet-stream"},
                       ports::problem_answer(404, "There is no head yet"),
                       ports::problem_answer(422, "The log has no such entry")};
    auto log = text_operation("/api/v1/count-proof/log", "wholeLog", "The whole log as one file");
    log.answers.front().content_type = "application/octet-stream";
    return {text_operation("/api/v1/count-proof/head", "newestHead", "The newest signed head of the log"),
            of_size,
            text_operation("/api/v1/count-proof/keys", "logKeys", "The keys that sign heads, oldest first"),
            {.method = http::Method::get,
             .path = "/api/v1/count-proof/consistency",
             .id = "proveConsistency",
             .summary = "The proof that the log of one size begins with that of another",
             .query = {number("old", "the smaller size", Presence::required),
                       number("new", "the larger size; that of the newest head", Presence::optional)},
             .answers = {{.status = 200,
                          .description = "The proof of RFC 9162, 2.1.4",
                          .fields = {{.name = "old", .type = ports::JsonType::integer},
                                     {.name = "new", .type = ports::JsonType::integer},
                                     {.name = "proof", .type = ports::JsonType::list, .description = "hexadecimal"}}},
                         ports::problem_answer(404, "There is no head yet"),
                         ports::problem_answer(422, "The log has no two heads of these sizes")}},
            entries,
            log};
}

}  // namespace count_proof
