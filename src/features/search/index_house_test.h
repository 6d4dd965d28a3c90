// features/search/index_house_test.h - a small bilingual campaign to be searched, around a test's own database.
#pragma once
#include <map>

#include <gtest/gtest.h>

#include "features/search/finder_service.h"
#include "features/search/index_service.h"
#include "tests/support/databases.h"

namespace search {

inline constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15

// Documents that a test can change at will: by key.
struct Shelf {
    std::map<std::string, ports::SearchDocument> documents;

    void put(std::string key, base::Locale locale, std::string title, std::string text, int days_old = 0) {
        const std::string path = "/" + std::string{base::code(locale)} + "/news/" + key;
        ports::SearchDocument document{.key = key,
                                       .locale = locale,
                                       .path = path,
                                       .title = std::move(title),
                                       .text = std::move(text),
                                       .changed_at = kNow - base::days(days_old)};
        documents[key] = std::move(document);
    }

    ports::DocumentProvider provider() const {
        return [this](db::Read&, const ports::DocumentPage& page) {
            std::vector<ports::SearchDocument> found;
            for (auto each = documents.upper_bound(page.after); each != documents.end(); ++each) {
                if (found.size() == page.limit) break;
                found.push_back(each->second);
            }
            return found;
        };
    }
};

// Fourteen pages of an invented campaign.
inline void put_campaign(Shelf& shelf) {
    using base::Locale;
    shelf.put("equity/en", Locale::english, "Tax fairness for everyone", "Fair taxes pay for nurses and libraries.",
              10);
    shelf.put("equity/fr", Locale::french, "L’équité fiscale pour tous",
              "L'impôt juste paie les infirmières et les bibliothèques.", 10);
    shelf.put("nurses/en", Locale::english, "Nurses speak up",
              "In the hospital of Rivière-aux-Pins, nurses work sixteen hours. Solidarity wins.", 40);
    shelf.put("nurses/fr", Locale::french, "Des infirmières parlent",
              "À l’hôpital de Rivière-aux-Pins, les infirmières travaillent seize heures. La solidarité gagne.", 40);
    shelf.put("solidarity/en", Locale::english, "International solidarity",
              "Workers of three countries met for fair trade.", 400);
    shelf.put("solidarity/fr", Locale::french, "Solidarité internationale",
              "Les travailleuses de trois pays se sont rencontrées pour un commerce équitable.", 400);
    shelf.put("library/en", Locale::english, "The library stays open",
              "After the petition, O'Brien's library stays open until 2030.", 900);
    shelf.put("library/fr", Locale::french, "La bibliothèque reste ouverte",
              "Après la pétition, la bibliothèque reste ouverte jusqu'en 2030.", 900);
    shelf.put("budget/en", Locale::english, "A budget of cuts",
              "The budget cuts public services: schools, water, transit.", 100);
    shelf.put("budget/fr", Locale::french, "Un budget de compressions",
              "Le budget comprime les services publics : écoles, eau, transports.", 100);
    shelf.put("water/en", Locale::english, "Public water",
              "Water is a public service. Services in public hands cost less.", 60);
    shelf.put("water/fr", Locale::french, "L'eau publique",
              "L'eau est un service public. Les services en mains publiques coûtent moins.", 60);
    shelf.put("strike/en", Locale::english, "Right to strike", "The right to strike is older than the law.", 1'500);
    shelf.put("strike/fr", Locale::french, "Le droit de grève",
              "Le droit de grève est plus vieux que la loi. La fiscalité attendra.", 1'500);
}

// Its index on one database.
class IndexHouse {
public:
    explicit IndexHouse(test_support::Kind kind) : database(kind) {
        documents.add({"news", base::message("Pages")}, shelf.provider());
        put_campaign(shelf);
        indexer.rebuild();
    }
    IndexHouse(const IndexHouse&) = delete;
    IndexHouse& operator=(const IndexHouse&) = delete;

    Answer find(Question question) {
        question.now = kNow;
        return database->read([&](db::Read& read) { return finder.find(read, question); });
    }
    Answer find_in(base::Locale locale, std::string words) { return find({.words = std::move(words), .own = locale}); }
    Answer find_english(std::string words) { return find_in(base::Locale::english, std::move(words)); }
    Answer find_french(std::string words) { return find_in(base::Locale::french, std::move(words)); }

    // The keys of the hits, in their order.
    static std::vector<std::string> keys(const Answer& answer) {
        std::vector<std::string> found;
        for (const Hit& hit : answer.hits) found.push_back(hit.content.key);
        return found;
    }
    std::vector<ports::Finding> findings() {
        return database->read([&](db::Read& read) { return index_check(documents).run(read); });
    }

    test_support::TestDatabase database;
    Shelf shelf;
    ports::SearchDocuments documents;
    Indexer indexer{*database, documents};
    Vocabularies vocabularies{std::chrono::seconds{0}};
    Finder finder{vocabularies};
};

}  // namespace search
