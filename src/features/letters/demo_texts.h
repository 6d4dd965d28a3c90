// features/letters/demo_texts.h - what the letters of the demo say, in both languages. Ours, and invented.
#pragma once
#include <array>
#include <string_view>

#include "base/locale.h"
#include "features/letters/campaign.h"

namespace letters {

Content demo_letter();  // public mail delivery
Content demo_draft();   // child care

// What an invented supporter wrote.
struct DemoWriter {
    std::string_view given, family, place, words;
    base::Locale locale;
};
inline constexpr std::array kDemoWriters{
    DemoWriter{"Hanneke", "Vos", "Larch River",
               "My mother is eighty-four and gets her pills by post. Twice last winter they came four days late. I "
               "would like to hear from you what you will do about it.",
               base::Locale::english},
    DemoWriter{"Réjean", "Thibodeau", "Val-Clair",
               "Notre bureau de poste est le dernier comptoir public du village. Quand il ferme à midi, ceux qui "
               "travaillent ne peuvent plus rien envoyer.",
               base::Locale::french},
    DemoWriter{"Priya", "Nair", "Port Amity",
               "I run a small bindery. Every parcel I send goes by the public post, because nobody else comes out "
               "here. Please vote for service on every route.",
               base::Locale::english},
    DemoWriter{"Maëlle", "Cormier", "Anse-aux-Pins",
               "Je suis factrice depuis onze ans. Nous connaissons chaque porte, et parfois nous sommes les seuls à "
               "frapper. Cela aussi, c’est un service public.",
               base::Locale::french},
    DemoWriter{"Duncan", "Reyes", "Larch River",
               "When the road washed out in May, the post office was where people found out who needed what.",
               base::Locale::english}};

}  // namespace letters
