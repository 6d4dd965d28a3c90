#include "platform/html/share_links.h"

#include "platform/html/assets.h"

namespace html {

void write_share_links(Out& out, const i18n::Translator& t, const Shared& shared) {
    write<R"(
  <div class="share"><h2 class="share__title">{}</h2>
    <p class="share__link"><label class="visually-hidden" for="share-url">{}</label>
      <input class="share__url" id="share-url" readonly value="{}"></p>
    <ul class="share__list">
      <li><button class="button button--primary share__button" type="button" data-share data-share-title="{}" data-share-url="{}" data-share-copied="{}" hidden>{} {}</button></li>
      <li><a class="button button--quiet share__button" href="mailto:?subject={}&amp;body={}">{} {}</a></li>
      <li><a class="button button--quiet share__button" rel="noopener" href="https://www.facebook.com/sharer/sharer.php?u={}">Facebook</a></li>
      <li><a class="button button--quiet share__button" rel="noopener" href="https://wa.me/?text={}">WhatsApp</a></li>
    </ul><p class="share__status visually-hidden" role="status" data-share-status></p>
  </div>)">(out, shared.heading, shared.address_label, shared.url, shared.title, shared.url, t("Address copied"),
            icon("share"), t("Share"), shared.title, shared.mail, icon("mail"), t("By email"), shared.url, shared.url);
}

}  // namespace html
