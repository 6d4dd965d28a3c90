#include "features/representatives/demo_persons.h"

#include <array>
#include <string_view>

namespace representatives {
namespace {

struct Part {
    std::string_view text, plain;  // as it is written, and as it stands in addresses
};

constexpr std::array kEnglishGiven{Part{"Anna", "anna"},   Part{"Owen", "owen"},   Part{"Harpreet", "harpreet"},
                                   Part{"Joan", "joan"},   Part{"Malik", "malik"}, Part{"Siobhan", "siobhan"},
                                   Part{"Derek", "derek"}, Part{"Wei", "wei"},     Part{"Lorna", "lorna"},
                                   Part{"Tariq", "tariq"}, Part{"Bev", "bev"},     Part{"Nils", "nils"},
                                   Part{"Ruta", "ruta"}};
constexpr std::array kEnglishFamily{
    Part{"Kowalchuk", "kowalchuk"}, Part{"Brightwater", "brightwater"},   Part{"Sandhu-Lee", "sandhu-lee"},
    Part{"MacAskill", "macaskill"}, Part{"Adeyemi", "adeyemi"},           Part{"Thorvald", "thorvald"},
    Part{"Quennell", "quennell"},   Part{"Penner-Wiebe", "penner-wiebe"}, Part{"Osei", "osei"},
    Part{"Redbird", "redbird"},     Part{"Haliburn", "haliburn"}};
constexpr std::array kFrenchGiven{Part{"Maëlle", "maelle"}, Part{"Gilles", "gilles"},     Part{"Noémie", "noemie"},
                                  Part{"Rachid", "rachid"}, Part{"Huguette", "huguette"}, Part{"Étienne", "etienne"},
                                  Part{"Fatou", "fatou"},   Part{"Laurent", "laurent"},   Part{"Solange", "solange"},
                                  Part{"Yvon", "yvon"},     Part{"Mylène", "mylene"}};
constexpr std::array kFrenchFamily{Part{"Beaurivage", "beaurivage"}, Part{"Desrochers-Roy", "desrochers-roy"},
                                   Part{"Kanapé", "kanape"},         Part{"Thériault", "theriault"},
                                   Part{"Benhaddou", "benhaddou"},   Part{"Larrivée", "larrivee"},
                                   Part{"Champoux", "champoux"},     Part{"Gendreau", "gendreau"},
                                   Part{"Diallo", "diallo"}};
// Those of the politicians in the demo of the pledge.
constexpr std::array<std::string_view, 4> kEnglishParties{"Maple Party", "Lighthouse Party", "Wheatland Alliance",
                                                          "Maple Party"};
constexpr std::array<std::string_view, 3> kFrenchParties{"Parti des érables", "Parti du phare", "Parti des érables"};

template <std::size_t Given, std::size_t Family, std::size_t Parties>
InventedPerson person(std::size_t number, const std::array<Part, Given>& given, const std::array<Part, Family>& family,
                      const std::array<std::string_view, Parties>& parties) {
    // Lengths without a common divisor: the pairs repeat late.
    const Part& first = given[number % Given];
    const Part& last = family[number % Family];
    return {std::string{first.text} + " " + std::string{last.text},
            std::string{first.plain} + "." + std::string{last.plain}, std::string{parties[number % Parties]}};
}

}  // namespace

InventedPerson invented_person(std::size_t number, NameOrigin origin) {
    return origin == NameOrigin::french ? person(number, kFrenchGiven, kFrenchFamily, kFrenchParties)
                                        : person(number, kEnglishGiven, kEnglishFamily, kEnglishParties);
}

}  // namespace representatives
