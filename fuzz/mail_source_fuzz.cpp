// fuzz/mail_source_fuzz.cpp - whatever staff type into a mail: slots within bounds, troubles with lines that are there,
// a bounded document without scripts, and copies without anything of another person's.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "features/mailings/copy_service.h"
#include "features/mailings/mails.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 20'000) return 0;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto lines = 1 + static_cast<std::size_t>(std::ranges::count(text, '\n'));
    const mailings::MailWords words{.subject = text.substr(0, 100), .preheader = "", .body = text, .text = ""};
    const mailings::Facts facts{.public_url = "https://campaign.example",
                                .campaign = "C",
                                .organisation = "O",
                                .postal_address = "A",
                                .from_name = "F",
                                .contact = "c@example.org",
                                .archive_path = "",
                                .actions = {{"a", {"Title", "Lead", "Call", "/en/a", "7", "names"}}},
                                .pictures = {{1, {"/pictures/a.jpg", "", 10, 10}}}};
    const auto mail = mailings::lay_out(i18n::Translator{base::Locale::english}, words, facts);
    CHECK(mail.slots.all().size() <= html::kMostHoles);
    for (const auto& trouble : mail.troubles) CHECK(trouble.line >= 1 && trouble.line <= lines);
    const mailings::CopyMaker maker{mail, facts, base::Locale::english};
    const auto copy = maker.copy_for(
        {people::PersonId{1}, 1, "a@example.org", {"<script>", "\"onload=x"}, base::Locale::english, "", "", {}},
        {"https://campaign.example/p", "https://campaign.example/u", ""});
    const auto html = copy.html.view();
    CHECK(html.size() <= 200 * size + 64 * 1024);
    CHECK(html.find("<script") == std::string_view::npos);
    CHECK(html.find("\"javascript:") == std::string_view::npos);
    CHECK(html.find("\"onload") == std::string_view::npos);
    CHECK(copy.subject.text().find('\n') == std::string::npos);
    return 0;
}
