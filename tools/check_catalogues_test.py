#!/usr/bin/env python3
"""A missing, fuzzy or careless translation must be found; --update must bring texts in and let unused ones go."""
import tempfile
import unittest
from pathlib import Path

from check_catalogues import findings, update

SOURCE = '''
auto a = t("Sign now");
auto b = t.plural("{count} signature", "{count} signatures", n);
auto c = base::message("Your name is missing.");
auto d = t("{count} of {goal}", {{"count", 1}});
auto e = t("Did you sign?");
auto f = print("Not a text for people");
'''
HEADER = ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n')
GOOD = {
    "Sign now": "Signer maintenant",
    "Your name is missing.": "Votre nom manque.",
    "{count} of {goal}": "{count} sur {goal}",
    "Did you sign?": "Avez-vous signé\u202f?",
}
PLURAL = ('msgid "{count} signature"\nmsgid_plural "{count} signatures"\n'
          'msgstr[0] "Une signature"\nmsgstr[1] "{count} signatures"\n\n')


class Catalogues(unittest.TestCase):
    def setUp(self) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.root = Path(self.place.name)
        for folder in ("src/app", "locale/fr"):
            (self.root / folder).mkdir(parents=True)
        (self.root / "src/app/pages.cpp").write_text(SOURCE)

    def tearDown(self) -> None:
        self.place.cleanup()

    def write(self, translations: dict[str, str], plural: str = PLURAL, name: str = "alltogether.po") -> None:
        entries = "".join(f'msgid "{text}"\nmsgstr "{french}"\n\n' for text, french in translations.items())
        (self.root / "locale/fr" / name).write_text(HEADER + entries + plural, encoding="utf-8")

    def assert_one_fault(self, part: str) -> None:
        found = findings(self.root)
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0])

    def test_a_complete_catalogue_passes(self) -> None:
        self.write(GOOD)
        self.assertEqual(findings(self.root), [])

    def test_a_missing_translation_is_found(self) -> None:
        self.write({text: french for text, french in GOOD.items() if text != "Sign now"})
        self.assert_one_fault("is not translated")

    def test_a_text_that_two_files_translate_in_two_ways_is_found(self) -> None:
        self.write(GOOD)
        self.write({"Sign now": "Signez"}, plural="", name="petitions.po")
        self.assert_one_fault("is translated in two ways, in alltogether.po and in petitions.po")

    def test_a_text_that_two_files_translate_alike_passes(self) -> None:
        self.write(GOOD)
        self.write({"Sign now": "Signer maintenant"}, plural="", name="petitions.po")
        self.assertEqual(findings(self.root), [])

    def test_a_fuzzy_translation_is_found(self) -> None:
        self.write(GOOD, "#, fuzzy\n" + PLURAL)
        self.assert_one_fault("is fuzzy")

    def test_a_lost_placeholder_is_found(self) -> None:
        self.write(GOOD | {"{count} of {goal}": "{count} sur tous"})
        self.assert_one_fault("placeholders")

    def test_a_plain_space_before_a_question_mark_is_found(self) -> None:
        self.write(GOOD | {"Did you sign?": "Avez-vous signé ?"})
        self.assert_one_fault("U+202F")

    def test_a_missing_space_before_a_question_mark_is_found(self) -> None:
        self.write(GOOD | {"Did you sign?": "Avez-vous signé?"})
        self.assert_one_fault("U+202F")

    def test_an_update_brings_texts_in_and_folds_files_into_one(self) -> None:
        self.write({"Sign now": "Signer maintenant", "No longer used": "Inutile"}, "")
        self.write({"Your name is missing.": "Votre nom manque."}, PLURAL, "petitions.po")
        update(self.root)
        text = (self.root / "locale/fr/alltogether.po").read_text(encoding="utf-8")
        self.assertEqual([path.name for path in (self.root / "locale/fr").iterdir()], ["alltogether.po"])
        for part in ("Signer maintenant", "Votre nom manque.", "Une signature", 'msgid "Did you sign?"'):
            self.assertIn(part, text)
        self.assertNotIn("No longer used", text)
        self.assertEqual(len(findings(self.root)), 2)


if __name__ == "__main__":
    unittest.main()
