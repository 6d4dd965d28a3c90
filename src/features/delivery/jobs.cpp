#include "features/delivery/jobs.h"

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/delivery/content_service.h"
#include "features/delivery/delivery_csv.h"
#include "features/delivery/document_store.h"
#include "features/delivery/part_file.h"
#include "platform/runtime/log.h"

namespace delivery {
namespace {

constexpr auto kKept = base::days(30);
constexpr auto kForgotten = base::days(1);
constexpr std::int64_t kNamesAtOnce = 5'000;
constexpr std::int64_t kMostAttempts = 3;

// Every name that may be shown, page by page out of the snapshot into the sorter.
void read_names(const Services& services, db::Read& read, ports::PetitionId petition, NameSorter& sorter) {
    ports::NamePage page{.limit = kNamesAtOnce};
    while (true) {
        auto names = services.petitions.names(read, petition, page);
        if (names.empty()) return;
        page.after = names.back().signature;
        const auto count = std::ssize(names);
        for (auto& name : names) sorter.add({std::move(name.name), std::move(name.place), name.confirmed_at});
        if (count < page.limit) return;
    }
}

std::optional<ports::SignedHead> head_of(const Bench& bench) {
    const auto& proof = bench.services.proof;
    if (proof.sign_now) return proof.sign_now();
    if (!proof.newest) return std::nullopt;
    return bench.database.read([&](db::Read& read) { return proof.newest(read); });
}

store::Made draw(const Content& content, NameSorter& sorter, files::FileStore& files) {
    const bool has_names = content.order.names != NameOrder::none;
    const Names names{has_names ? sorter.size() : 0,
                      has_names ? NameSource{[&](const auto& visit) { sorter.each(visit); }} : NameSource{}};
    PartFile part;
    const auto sink = [&](std::string_view bytes) { part.append(bytes); };
    std::int64_t pages = 0;
    if (content.order.kind == DocumentKind::pdf)
        pages = draw_delivery(content, names, sink).pages;
    else
        write_csv(content, names, sink);
    return part.with_bytes([&](std::string_view bytes) {
        return store::Made{files.put(bytes).hex(), std::ssize(bytes), pages, names.count};
    });
}

// One snapshot gives the words, the figures and the names.
std::optional<store::Made> made(const Bench& bench, const OrderedDocument& document, base::Instant now) {
    const auto head = head_of(bench);
    const auto& services = bench.services;
    NameSorter sorter{document.order.languages.front(), document.order.names};
    const auto content = bench.database.read([&](db::Read& read) -> std::optional<Content> {
        const auto petition = services.petitions.find_by_id(read, document.petition, document.order.languages.front());
        if (!petition) return std::nullopt;
        if (document.order.names != NameOrder::none) read_names(services, read, petition->id, sorter);
        return gather(services, read, {*petition, document.order, now, head});
    });
    if (!content) return std::nullopt;
    return draw(*content, sorter, services.files);
}

void run(const Bench& bench, const jobs::Job& job) {
    const auto id = base::id_from<DocumentId>(job.payload);
    if (!id) return;
    try {
        make_document(bench, *id, job.now);
    } catch (const std::exception& fault) {
        if (job.attempts < kMostAttempts) throw;
        runtime::log_error("a document could not be made", {{"document", job.payload}, {"reason", fault.what()}});
        bench.database.write([&](db::Write& write) { store::give_up(write, *id); });
    }
}

// Within the writer's transaction, so that no row comes to need the file between the look and the removal.
void remove_unneeded(const Bench& bench, const files::Address& address) {
    bench.database.write([&](db::Write& write) {
        if (!store::is_file_needed(write, address.hex())) bench.services.files.remove(address);
    });
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Bench& bench) {
    handlers.add(kDocumentJob, [bench](const jobs::Job& job) { run(bench, job); });
    handlers.add(kForgetJob, [bench](const jobs::Job& job) {
        if (const auto address = files::Address::parse(job.payload)) remove_unneeded(bench, *address);
    });
    handlers.daily("delivery.files", base::hours(9), [bench](const jobs::Job& job) { sweep(bench, job.now); });
}

void forget_names(db::Write& write) {
    for (const auto& document : store::documents_with_names(write)) {
        store::remove_document(write, document.id);
        if (!document.file.empty()) jobs::queue(write, {std::string{kForgetJob}, document.file});
    }
}

void make_document(const Bench& bench, DocumentId id, base::Instant now) {
    const auto document = bench.database.read([&](db::Read& read) { return store::find_document(read, id); });
    if (!document || document->state != DocumentState::ordered) return;
    const auto file = made(bench, *document, now);
    bench.database.write([&](db::Write& write) {
        if (file)
            store::save_made(write, id, *file);
        else
            store::give_up(write, id);
    });
}

void sweep(const Bench& bench, base::Instant now) {
    bench.database.write([&](db::Write& write) {
        for (const auto id : store::documents_before(write, now - kKept)) store::remove_document(write, id);
    });
    std::vector<files::Address> old;
    bench.services.files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address);
    });
    for (const auto& address : old) remove_unneeded(bench, address);
}

ports::Check files_check(const files::FileStore& files) {
    return {"delivery.files", [&files](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& [what, file] : store::needed_files(read)) {
                    const auto address = files::Address::parse(file);
                    if (!address || !files.exists(*address))
                        findings.push_back({fmt::format("{}: its file {} is missing", what, file)});
                }
                return findings;
            }};
}

}  // namespace delivery
