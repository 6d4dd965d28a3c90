#include "platform/html/difference.h"

namespace html {

SafeHtml difference(const i18n::Translator& t, const std::vector<base::Piece>& pieces) {
    Out out;
    for (const base::Piece& piece : pieces) {
        if (piece.kind == base::PieceKind::same)
            write<"{}">(out, piece.text);
        else if (piece.kind == base::PieceKind::removed)
            write<R"(<del><span class="visually-hidden">{}</span>{}</del>)">(out, t("[taken out:] "), piece.text);
        else
            write<R"(<ins><span class="visually-hidden">{}</span>{}</ins>)">(out, t("[put in:] "), piece.text);
    }
    return std::move(out).finish();
}

}  // namespace html
