#include "platform/html/mail_layout.h"

namespace html {
namespace {

void write_paragraphs(Out& out, const std::vector<std::string>& paragraphs) {
    for (const std::string& paragraph : paragraphs)
        write<R"(<p style="margin:0 0 16px;font-size:17px;line-height:1.55;color:#1d1a16">{}</p>)">(out, paragraph);
}

void write_button(Out& out, const MailButton& button) {
    if (button.url.empty()) return;
    write<
        R"(<p style="margin:24px 0 28px"><a href="{}" style="display:inline-block;background:#c8251b;color:#ffffff;font-weight:700;font-size:18px;text-decoration:none;padding:14px 26px;border-radius:4px">{}</a></p>
<p style="margin:0 0 16px;font-size:14px;line-height:1.5;color:#5a544b;word-break:break-all">{}</p>)">(
        out, button.url, button.label, button.url);
}

void write_links(Out& out, const std::vector<MailButton>& links) {
    for (const MailButton& link : links)
        write<R"(<p style="margin:0 0 10px;font-size:14px"><a href="{}" style="color:#8f1a12">{}</a></p>)">(
            out, link.url, link.label);
}

}  // namespace

SafeHtml mail_layout(const MailWords& words) {
    Out out;
    write<R"(<!doctype html>
<html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title></head>
<body style="margin:0;padding:0;background:#f4f0e8">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#fffdf8;border-top:6px solid #c8251b">
<tr><td style="padding:28px 28px 12px;font-family:Georgia,'Times New Roman',serif">
<p style="margin:0 0 18px;font-size:15px;font-weight:700;color:#8f1a12">{}</p>
<h1 style="margin:0 0 18px;font-size:28px;line-height:1.2;color:#1d1a16">{}</h1>)">(
        out, base::code(words.translator.locale()), words.title, words.campaign, words.title);
    write_paragraphs(out, words.paragraphs);
    write_button(out, words.button);
    write_paragraphs(out, words.after);
    write_links(out, words.links);
    write<
        R"(</td></tr><tr><td style="padding:14px 28px 24px;border-top:1px solid #e2dbcd;font-family:Georgia,serif;font-size:13px;line-height:1.5;color:#5a544b">{}</td></tr>
</table></td></tr></table></body></html>)">(out, words.sender);
    return std::move(out).finish();
}

std::string mail_text(const MailWords& words) {
    const auto& t = words.translator;
    const auto above_link = [&](const std::string& label) { return t("{label}:", {{"label", label}}); };
    std::string text = words.campaign + "\n\n" + words.title + "\n";
    for (const std::string& paragraph : words.paragraphs) text += "\n" + paragraph + "\n";
    if (!words.button.url.empty()) text += "\n" + above_link(words.button.label) + "\n" + words.button.url + "\n";
    for (const std::string& paragraph : words.after) text += "\n" + paragraph + "\n";
    for (const MailButton& link : words.links) text += "\n" + above_link(link.label) + "\n" + link.url + "\n";
    return text + "\n-- \n" + words.sender + "\n";
}

}  // namespace html
