// The page of the demo that says how to reach the campaign, and where each page stands.
#include "features/site/demo_texts.h"

namespace site {

DemoPage demo_contact_page() {
    return {"contact",
            {"Contact", "A person reads what you write, and a person answers. Usually within two working days.",
             R"(# Write to us

- **About the campaign:** [hello@alltogether.example](mailto:hello@alltogether.example)
- **About your signature or your data:** [privacy@alltogether.example](mailto:privacy@alltogether.example), which our privacy officer, Amélie Roy, reads
- **Something on this site is in your way:** [access@alltogether.example](mailto:access@alltogether.example)
- **Journalists:** [press@alltogether.example](mailto:press@alltogether.example), or ask for Tom Baptiste by phone

# Call

555-0142, Monday to Friday, nine to five Eastern time, in English and in French. Outside these hours, leave a number and we call you back the next working day. Calls through a relay service are welcome.

# Come by

Your local is closer than we are: [find it](/en/levels). They have the sheets, the buttons and the coffee.

# If you write in anger

Do. We answer that too.

*This is a demonstration: the people, addresses and the number are invented.*)"},
            {"Nous joindre",
             "Une personne lit ce que vous écrivez, et une personne répond. D’ordinaire en deux jours ouvrables.",
             R"(# Écrivez-nous

- **Au sujet de la campagne :** [bonjour@alltogether.example](mailto:bonjour@alltogether.example)
- **Au sujet de votre signature ou de vos données :** [privacy@alltogether.example](mailto:privacy@alltogether.example), que lit notre responsable de la protection de la vie privée, Amélie Roy
- **Quelque chose vous bloque sur ce site :** [access@alltogether.example](mailto:access@alltogether.example)
- **Journalistes :** [press@alltogether.example](mailto:press@alltogether.example), ou demandez Tom Baptiste au téléphone

# Téléphonez

555-0142, du lundi au vendredi, de neuf à dix-sept heures, heure de l’Est, en français et en anglais. En dehors de ces heures, laissez un numéro et nous vous rappelons le jour ouvrable suivant. Les appels par service de relais sont les bienvenus.

# Passez nous voir

Votre section locale est plus proche que nous : [trouvez-la](/fr/levels). Elle a les feuilles, les macarons et le café.

# Si vous écrivez sous le coup de la colère

Faites-le. Nous répondons à cela aussi.

*Ceci est une démonstration : les personnes, les adresses et le numéro sont inventés.*)"}};
}

std::vector<DemoPlace> demo_places() {
    const auto in_menu = [](Menu menu, std::string english, std::string french) {
        return std::vector<MenuMark>{{base::Locale::english, menu, std::move(english)},
                                     {base::Locale::french, menu, std::move(french)}};
    };
    auto about = in_menu(Menu::header, "About", "À propos");
    for (auto& mark : in_menu(Menu::footer, "", "")) about.push_back(std::move(mark));
    return {{"about", "", {.place = 10, .marks = std::move(about)}},
            {"contact", "about", {.place = 20, .marks = in_menu(Menu::footer, "", "")}},
            {"privacy", "", {.place = 30, .marks = in_menu(Menu::footer, "", "")}},
            {"accessibility", "", {.place = 40, .marks = in_menu(Menu::footer, "", "")}},
            {"port-ellery-library", "about", {.place = 50}}};
}

}  // namespace site
