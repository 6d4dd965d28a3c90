#include "features/mailings/demo_texts.h"

#include <fmt/format.h>

namespace mailings {
namespace {

// The lines of a paragraph as one: here they end where the page of the source does.
std::string unwrapped(std::string text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        const bool is_within = at > 0 && at + 1 < text.size() && text[at - 1] != '\n' && text[at - 1] != '\\' &&
                               std::string_view{"\n-{#"}.find(text[at + 1]) == std::string_view::npos;
        if (is_within) text[at] = ' ';
    }
    return text;
}

MailWords words_of(std::string subject, std::string preheader, std::string body) {
    return {std::move(subject), std::move(preheader), unwrapped(std::move(body)), "", 0};
}

// A card of the event, after the words that lead to it; nothing where there is none.
std::string invitation(std::string_view words, const DemoSubjects& subjects) {
    return subjects.event ? fmt::format("{}\n\n{{{{event: {}}}}}\n\n", words, subjects.event->value) : std::string{};
}

std::string week_english(const DemoSubjects& subjects) {
    return fmt::format(R"(Dear {{{{given_name|friend}}}},

A year ago, a care aide in Larch River counted how many hours of her week went to work that two people used to do. It was
eleven. She told her local, her local told us, and this autumn that number stands on a wall in the lobby of the town hall.

**{{{{count: {0}}}}} people** have now put their name under the Equality Pledge. Every one of them did it for somebody
like her.

{{{{petition: {0}}}}}

## What happens next

- On Tuesday the council of Larch River votes on the pledge. Come at seven; the gallery holds sixty.
- On Thursday we hand the first book of names to the committee on public services.
- From Friday on, the count of each riding stands on its own page.

{1}{{{{quotation: Nobody asked me for a speech. They asked me for a number, and I had one. | Josée Haché | Care aide, Larch River}}}}

If you have signed already: thank you. Send this mail to one person who has not.

In solidarity,\
Noor Haddad\
All Together Now)",
                       subjects.action, invitation("No time on Tuesday? There is another evening:", subjects));
}

std::string week_french(const DemoSubjects& subjects) {
    return fmt::format(R"(Bonjour {{{{given_name|à vous}}}},

Il y a un an, une préposée aux soins de Larch River a compté les heures de sa semaine passées à faire le travail que deux
personnes faisaient avant. Il y en avait onze. Elle l’a dit à sa section locale, sa section nous l’a dit, et cet automne,
ce nombre est affiché dans le hall de l’hôtel de ville.

**{{{{count: {0}}}}} personnes** ont maintenant signé l’Engagement pour l’égalité. Chacune l’a fait pour quelqu’un comme
elle.

{{{{petition: {0}}}}}

## La suite

- Mardi, le conseil de Larch River vote sur l’engagement. Venez à dix-neuf heures, la galerie compte soixante places.
- Jeudi, nous remettons le premier livre de noms au comité des services publics.
- Dès vendredi, le compte de chaque circonscription aura sa propre page.

{1}{{{{quotation: Personne ne m’a demandé de discours. On m’a demandé un nombre, et j’en avais un. | Josée Haché | Préposée aux soins, Larch River}}}}

Vous avez déjà signé ? Merci. Transmettez ce courriel à une personne qui ne l’a pas fait.

Solidairement,\
Noor Haddad\
Tous ensemble)",
                       subjects.action, invitation("Pas libre mardi ? Il y a une autre soirée :", subjects));
}

std::string numbers_english(std::string_view key) {
    return fmt::format(R"(Hello {{{{given_name|there}}}},

Here is one figure for the kitchen table in {{{{place|your town}}}}: for every job that a program of cuts takes out of
public services, most of another one goes with it in the shops and trades around.

You need not take our word for it. The calculator shows its working, and you can change every number in it.

{{{{button: Look up your province | /en/jobs-lost}}}}

{{{{button: Sign the Equality Pledge | /en/petitions/{0}}}}}

See you soon,\
Ruth Okafor\
All Together Now)",
                       key);
}

std::string numbers_french(std::string_view key) {
    return fmt::format(R"(Bonjour {{{{given_name|à vous}}}},

Voici un chiffre à partager autour de la table à {{{{place|la maison}}}} : pour chaque emploi que des compressions retirent
des services publics, presque un autre disparaît dans les commerces et les métiers des environs.

Ne nous croyez pas sur parole. Le calculateur montre son calcul, et vous pouvez en changer chaque nombre.

{{{{button: Voir votre province | /fr/jobs-lost}}}}

{{{{button: Signer l’Engagement pour l’égalité | /fr/petitions/{0}}}}}

À bientôt,\
Ruth Okafor\
Tous ensemble)",
                       key);
}

}  // namespace

std::vector<DemoMail> demo_mails(const DemoSubjects& subjects) {
    const auto week_en = week_english(subjects), week_fr = week_french(subjects);
    return {
        {"Larch River, novembre",
         {{words_of("Eleven hours, and a vote on Tuesday", "What Josée counted, and where to be on Tuesday evening.",
                    week_en),
           words_of("Onze heures, et un vote mardi", "Ce que Josée a compté, et où être mardi soir.", week_fr)},
          {words_of("{{given_name|Friend}}, the gallery holds sixty", "Larch River votes on Tuesday. Bring somebody.",
                    week_en),
           words_of("{{given_name|Bonjour}}, la galerie compte soixante places",
                    "Larch River vote mardi. Amenez quelqu’un.", week_fr)}}},
        {"Info-emplois",
         {{words_of("A figure for the kitchen table", "What one lost job takes with it, with all the working shown.",
                    numbers_english(subjects.action)),
           words_of("Un chiffre à partager à table", "Ce qu’un emploi perdu emporte avec lui, calcul à l’appui.",
                    numbers_french(subjects.action))}}}};
}

}  // namespace mailings
