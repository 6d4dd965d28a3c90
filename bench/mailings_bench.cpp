// bench/mailings_bench.cpp - what one copy of a mail to many costs on one thread, and reading its Markdown.
//
//     ninja -C build/release bench_mailings_bench && build/release/bench_mailings_bench
//
// The mail is the demo's, in French, with a name, a count, a button and a quotation: about 9 KB of HTML, 2 KB of text.
#include <benchmark/benchmark.h>

#include "features/mailings/copy_service.h"
#include "features/mailings/demo_texts.h"

namespace {

const mailings::Facts kFacts{
    .public_url = "https://campaign.example",
    .campaign = "Tous ensemble",
    .organisation = "Personnel public",
    .postal_address = "12, rue Principale, Ottawa ON  K1A 0B1",
    .from_name = "Tous ensemble",
    .contact = "info@campaign.example",
    .archive_path = "/fr/mails/17",
    .actions = {{"pledge", {.title = "Engagement", .path = "/fr/petitions/pledge", .figure = "48 213"}}}};

mailings::MailWords words() { return mailings::demo_mails({"pledge"})[0].variants[0].french; }

mailings::LaidOut laid_out() { return mailings::lay_out(i18n::Translator{base::Locale::french}, words(), kFacts); }

void BM_LayOut(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(laid_out());
}
BENCHMARK(BM_LayOut);

void BM_Copy(benchmark::State& state) {
    const mailings::CopyMaker maker{laid_out(), kFacts, base::Locale::french};
    const ports::AudienceMember person{.id = people::PersonId{7},
                                       .address_hash = 1,
                                       .email = "zoe@example.org",
                                       .name = {"Zoë", "Okafor"},
                                       .locale = base::Locale::french,
                                       .postal_code = "E1C 1A1",
                                       .place = "Moncton",
                                       .province = people::Province::nb};
    const ports::PersonalLinks links{"https://campaign.example/fr/list/AAYW2fA0AAYW2fA0AAYW2fA0AAYW2fA0",
                                     "https://campaign.example/fr/list/leave/AAYW2fA0AAYW2fA0AAYW2fA0AAYW2fA0", ""};
    std::size_t bytes = 0;
    for (auto _ : state) {
        const auto copy = maker.copy_for(person, links);
        bytes = copy.html.view().size() + copy.text.size();
        benchmark::DoNotOptimize(copy.html.view().data());
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(BM_Copy);

}  // namespace
