#include "features/mailing_list/seed.h"

#include <array>

#include "people/mail_standing.h"

namespace mailing_list {

void seed_demo(db::Write& write) {
    if (!people::topics(write).empty()) return;
    const std::array topics{
        people::Topic{.bit = {0},
                      .slug = "act-now",
                      .name_en = "Things to do now",
                      .name_fr = "Gestes à poser maintenant",
                      .summary_en = "A pledge to sign, a letter to write, a meeting to fill.",
                      .summary_fr = "Un engagement à signer, une lettre à écrire, une salle à remplir.",
                      .position = 0},
        people::Topic{.bit = {0},
                      .slug = "budgets",
                      .name_en = "Budgets and taxes",
                      .name_fr = "Budgets et impôts",
                      .summary_en = "What a budget gives and takes, worked out for your province.",
                      .summary_fr = "Ce qu’un budget donne et enlève, calculé pour votre province.",
                      .position = 1},
        people::Topic{.bit = {0},
                      .slug = "near-you",
                      .name_en = "Near you",
                      .name_fr = "Près de chez vous",
                      .summary_en = "Presentations, actions and decisions in your town.",
                      .summary_fr = "Présentations, actions et décisions dans votre ville.",
                      .position = 2}};
    for (const auto& topic : topics) people::insert_topic(write, topic);
}

}  // namespace mailing_list
