// bench/made_up_news.h - news of invented places, made from a number: the same number gives the same item, in both
// languages.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "features/newsroom/bulk_store.h"
#include "made_up_people.h"

namespace bench {

struct Phrase {
    std::string_view english, french;
    std::string_view in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
};

inline constexpr std::array<Phrase, 10> kWho{{{"Nurses", "Les infirmières"},
                                              {"School cleaners", "Le personnel d’entretien des écoles"},
                                              {"Bus drivers", "Les chauffeurs d’autobus"},
                                              {"Librarians", "Les bibliothécaires"},
                                              {"Water workers", "Les équipes de l’aqueduc"},
                                              {"Home-care workers", "Les préposées aux soins à domicile"},
                                              {"Teachers", "Le personnel enseignant"},
                                              {"Port inspectors", "Les inspecteurs du port"},
                                              {"Paramedics", "Les paramédics"},
                                              {"Food-bank volunteers", "Les bénévoles de la banque alimentaire"}}};
inline constexpr std::array<Phrase, 10> kDid{
    {{"win back the night shift", "regagnent le quart de nuit"},
     {"keep their clinic open", "gardent leur clinique ouverte"},
     {"march for a fair budget", "marchent pour un budget équitable"},
     {"sign with the whole town", "signent avec toute la ville"},
     {"say no to a second year of cuts", "refusent une deuxième année de compressions"},
     {"open their books to the public", "ouvrent leurs livres au public"},
     {"welcome colleagues from five countries", "accueillent des collègues de cinq pays"},
     {"send the minister 3,000 letters", "envoient 3 000 lettres au ministre"},
     {"reach an agreement after eleven weeks", "s’entendent après onze semaines"},
     {"ask who pays", "demandent qui paie"}}};
inline constexpr std::array<std::string_view, 10> kWhere{
    "Val-Clair", "Port Ellery", "Larch River", "Two Creeks",    "Cap-aux-Oies",
    "Bogotá",    "Lagos",       "Manila",      "North Harbour", "Saint-Alban-du-Lac"};
inline constexpr std::array<Phrase, 6> kThen{
    {{"The vote was seven to two, in a gym, because the hall was too small.",
      "Le vote a été de sept contre deux, dans un gymnase, parce que la salle était trop petite."},
     {"“Nobody gave us this,” says Odile Tremblay, who has worked there since 1998. “We counted the beds ourselves.”",
      "« Personne ne nous l’a donné, dit Odile Tremblay, qui y travaille depuis 1998. Nous avons compté les lits "
      "nous-mêmes. »"},
     {"The service goes on six days a week, as before; the letters are kept at the front desk.",
      "Le service continue six jours par semaine, comme avant ; les lettres sont gardées au comptoir."},
     {"It took a winter, four meetings and one very long list read aloud.",
      "Il aura fallu un hiver, quatre assemblées et une très longue liste lue à voix haute."},
     {"Colleagues in three other countries had asked for the same thing in the same week.",
      "Des collègues de trois autres pays avaient demandé la même chose la même semaine."},
     {"What is still missing is a date. The campaign has asked for one in writing.",
      "Ce qui manque encore, c’est une date. La campagne en a demandé une par écrit."}}};

template <std::size_t Size, class T>
const T& picked(const std::array<T, Size>& from, std::int64_t number, std::uint64_t salt) {
    return from[mixed(static_cast<std::uint64_t>(number) * 31 + salt) % Size];
}

inline newsroom::ItemWords made_up_words(std::int64_t number, base::Locale locale) {
    const bool english = locale == base::Locale::english;
    const auto sentence = [&](std::uint64_t salt) { return std::string{picked(kThen, number, salt).in(locale)}; };
    newsroom::ItemWords words;
    words.title = std::string{picked(kWho, number, 1).in(locale)} + (english ? " in " : ", à ") +
                  std::string{picked(kWhere, number, 2)} + (english ? " " : ", ") +
                  std::string{picked(kDid, number, 3).in(locale)};
    if (mixed(static_cast<std::uint64_t>(number)) % 9 == 0) words.title.clear();  // as many have none
    words.teaser = sentence(4) + " " + sentence(9);
    words.body = words.teaser + "\n\n" + sentence(5) + " " + sentence(6) + "\n\n" + sentence(7) + "\n\n" + sentence(8);
    return words;
}

// One item a day or so, going back from `newest`; every five hundredth has no date.
inline newsroom::store::ImportedItem made_up_item(std::int64_t number, newsroom::Day newest,
                                                  newsroom::SectionId section) {
    newsroom::store::ImportedItem item{.key = std::to_string(number), .words = {}, .sections = {section}};
    if (number % 500 != 499) item.day = newest - std::chrono::days{number % 9'000};
    for (const base::Locale locale : base::kLocales) item.words.push_back({locale, made_up_words(number, locale), ""});
    if (number % 4 == 0) item.tags.push_back({base::Locale::english, std::string{picked(kWhere, number, 2)}});
    return item;
}

}  // namespace bench
