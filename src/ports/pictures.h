// ports/pictures.h - the pictures that staff uploaded, for every slice: choose one in an editor, show it on a page.
//
// A slice keeps a PictureId. To show it:
//
//     const auto found = services.pictures.find(read, item.picture);
//     if (found) out.append(ports::picture_figure(t, *found, {.display_width = "(min-width: 60rem) 40rem, 100vw"}));
//
// To choose it in an editor, by the field "picture":
//
//     // GET: what is stored, or what was chosen on the way back from the library
//     const auto chosen = ports::picture_chosen(request, {"picture"}).value_or(item.picture);
//     out.append(ports::picture_field(t, problems, {.label = t("Picture"), .value = chosen},
//                                     services.pictures.offered(read, chosen)));
//     // POST, in parse
//     form.picture = ports::read_picture(request.form, {"picture"});
//     form.choose = ports::wants_library(request.form, {"picture"});
//     // in apply, when all is saved
//     if (form.choose) return http::see_other(ports::library_path(locale, {.back = editor_path, .field = "picture"}));
//
// The field is a list of the newest pictures, and a button that saves what was typed and leads to the library: there
// staff search, or upload, and come back to `back?picture=ID`. All of it works without a script.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "platform/db/transaction.h"
#include "platform/html/forms.h"
#include "platform/html/picture.h"
#include "platform/html/template.h"
#include "platform/http/request.h"
#include "platform/i18n/translator.h"

namespace ports {

// 0: no picture.
using PictureId = base::Id<struct PictureTag>;
inline constexpr PictureId kNoPicture{0};

// preparing: uploaded a moment ago, its sizes are being made. refused: it turned out to be no picture that can be
// shown.
enum class PictureState : unsigned char { preparing = 0, ready = 1, refused = 2 };

struct Picture {
    PictureId id = kNoPicture;
    PictureState state = PictureState::preparing;
    int width = 0, height = 0;                      // pixels of the largest size
    std::string alt_en{}, alt_fr{};                 // what it shows; both empty: decoration
    std::string credit{};                           // whose it is: "Photo: Noor Haddad"
    std::string source{};                           // where it is from, an address or a few words
    std::string placeholder{};                      // a data: address of a few pixels
    std::vector<html::PictureFile> webp{}, jpeg{};  // its public addresses, by growing width; empty until it is ready

    // In this language, else in the other one.
    const std::string& alt(base::Locale locale) const;
    // The address of the JPEG that is at least this wide, else of the largest: for mails, feeds, Open Graph. "" until
    // it is ready.
    std::string_view jpeg_path(int at_least) const;
};

// How it stands on its page.
struct PictureView {
    std::string_view alt{};      // in place of the picture's own
    std::string_view caption{};  // below it, before the credit
    html::DisplayWidth display_width = "(min-width: 72rem) 68rem, 100vw";
    html::Loading loading = html::Loading::lazy;
};

// The picture alone. Nothing until it is ready.
html::SafeHtml picture(const i18n::Translator& t, const Picture& picture, const PictureView& view = {});

// <figure class="picture"> with the picture, its caption and its credit. Nothing until it is ready.
html::SafeHtml picture_figure(const i18n::Translator& t, const Picture& picture, const PictureView& view = {});

// A place where a picture stands: "Campaign hub of Canada", "/en/staff/hubs/canada".
struct PictureUse {
    std::string label, path;
};

// A picture that another slice brings into the library, such as one of an import.
struct NewPicture {
    std::string file;  // where Pictures::keep() put its bytes
    std::string alt_en{}, alt_fr{}, source{};
    std::string by;  // who brings it
};

// What the slice with the library answers.
struct PictureLibrary {
    std::function<std::vector<Picture>(db::Read&, std::span<const PictureId>)> find;
    std::function<std::vector<Picture>(db::Read&, std::size_t limit)> newest;  // ready or preparing
    std::function<std::optional<Picture>(db::Read&, std::string_view file_name)> find_file;
    std::function<std::optional<std::string>(std::string_view bytes)> keep{};
    std::function<PictureId(db::Write&, const NewPicture&)> add{};
    std::function<void(db::Write&, PictureId)> remove{};
};

// Where a slice shows this picture, in words of this language.
using PictureUses = std::function<std::vector<PictureUse>(db::Read&, const Picture&, base::Locale)>;

class Pictures {
public:
    // By the slice that keeps them, once. Without it there are no pictures.
    void keep_in(PictureLibrary library);
    // By every slice that shows pictures: staff learn where one stands before they take it away.
    void add_uses(PictureUses uses) { uses_.push_back(std::move(uses)); }

    // nullopt for kNoPicture and for one that is gone.
    std::optional<Picture> find(db::Read& read, PictureId picture) const;
    // Those of them that there are, in no particular order: one statement for a whole page.
    std::vector<Picture> find_all(db::Read& read, std::span<const PictureId> pictures) const;
    // What the address of one of its files belongs to: "/pictures/HASH-960.jpg", as Markdown has it.
    std::optional<Picture> find_by_path(db::Read& read, std::string_view path) const;
    // For a field: the chosen one first, then the newest.
    std::vector<Picture> offered(db::Read& read, PictureId chosen) const;
    std::vector<PictureUse> uses(db::Read& read, const Picture& picture, base::Locale locale) const;

    // Keeps the bytes of a picture on the disk, outside any transaction, and says where; equal bytes have one place.
    // nullopt for what does not begin like a picture that is taken, or is too large. What no picture needs a day later
    // goes.
    std::optional<std::string> keep(std::string_view bytes) const;
    // A new picture of the library, made of kept bytes by a worker later; words that are too long are cut.
    PictureId add(db::Write& write, const NewPicture& picture) const;
    // Takes a picture out of the library, such as the photo of somebody who is erased; its files go within a day.
    void remove(db::Write& write, PictureId picture) const;

private:
    PictureLibrary library_{};
    std::vector<PictureUses> uses_;
};

// --- in an editor

// The name of the form's field; a slice may have several.
struct PictureFieldName {
    std::string_view name = "picture";
};

struct PictureField {
    std::string name = "picture";
    std::string label;
    PictureId value = kNoPicture;
    std::string hint{};
    html::Required required = html::Required::no;
};
// Radio buttons with small pictures, and the button that leads to the library. A problem with the field stands above.
html::SafeHtml picture_field(const i18n::Translator& t, const base::Problems& problems, const PictureField& field,
                             const std::vector<Picture>& offered);

// What was chosen in the form; kNoPicture for nothing and for what is no number.
PictureId read_picture(const http::Form& form, PictureFieldName field);
// Whether the form was sent by this field's button "Search or upload a picture": save what was typed, then go there.
bool wants_library(const http::Form& form, PictureFieldName field);

// The library, from where staff come back to `back` (a path of this site) with ?FIELD=ID, or without when they chose
// none.
struct WayBack {
    std::string back;
    std::string field = "picture";
};
std::string library_path(base::Locale locale, const WayBack& way);
// On that way back: the picture in the editor's address. nullopt where there is none.
std::optional<PictureId> picture_chosen(const http::Request& request, PictureFieldName field);

}  // namespace ports
