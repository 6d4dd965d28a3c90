#!/usr/bin/env python3
"""Checks that every text of the program is translated in every catalogue of locale/, and well.

  check_catalogues.py [ROOT]            lists what is missing, fuzzy, or wrong; writes nothing
  check_catalogues.py --update [ROOT]   refreshes the catalogues: new texts come in empty, unused ones go

Texts are what xgettext finds as t("..."), plural("...", "...") and message("...") below src/. A language may
have several files (locale/fr/*.po); --update folds them into alltogether.po. A text has one translation in a language: two
files that say it differently would mislead one of their readers. A translation must keep {placeholders} of its text (one
plural form may do without the number), and French keeps its spaces: a narrow no-break space before ; ! ? and a no-break
space before : and inside « ».
"""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from cpp_text import cpp_files

KEYWORDS = ["--keyword", "--keyword=t", "--keyword=t_", "--keyword=plural:1,2", "--keyword=message"]
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
ENTITY_OR_ADDRESS = re.compile(r"&\w+;|\w+://\S*|\{[^}]*\}|`[^`]*`|\d+:\d+")
FRENCH_SPACING = [
    (re.compile(r"(?<=[\w»)\]])[;!?]|[ \u00a0][;!?]"), "a narrow no-break space (U+202F) stands before ; ! ?"),
    (re.compile(r" :"), "a no-break space (U+00A0) stands before :"),
    (re.compile(r"« |[^\u00a0\u202f]»|«[^\u00a0\u202f]"), "no-break spaces stand inside « »"),
    (re.compile(r'"[^"<>=]*\w[^"<>=]*"'), 'quotations stand in « », not in "'),
]


class Entry(NamedTuple):
    texts: list[str]         # msgid, msgid_plural
    translations: list[str]  # msgstr, or one for each plural form
    fuzzy: bool


def run(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def extract(root: Path, template: Path) -> None:
    sources = [str(path.relative_to(root)) for path in cpp_files(root, "src") if not path.stem.endswith("_test")]
    run("xgettext", "--language=C++", "--from-code=UTF-8", *KEYWORDS, "--force-po", "--add-location=file",
        "--sort-by-file", "--no-wrap", "--package-name=Alltogether", f"--directory={root}", f"--output={template}", *sources)
    text = template.read_text(encoding="utf-8").replace("charset=CHARSET", "charset=UTF-8")
    # xgettext takes some texts with % for C formats; ours are never.
    template.write_text(re.sub(r"^#, (?:no-)?c-format\n", "", text, flags=re.MULTILINE), encoding="utf-8")


def read_catalogue(path: Path) -> list[Entry]:
    """The entries in use, without the header."""
    entries = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if not line.startswith("#~")]
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        strings = re.findall(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)', "\n".join(lines), re.MULTILINE)
        texts = [unquoted(value) for kind, value in strings if kind.startswith("msgid")]
        translations = [unquoted(value) for kind, value in strings if kind.startswith("msgstr")]
        if texts and texts[0]:
            entries.append(Entry(texts, translations, fuzzy))
    return entries


def unquoted(value: str) -> str:
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', value)
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), "".join(parts))


def faults_of(entry: Entry, language: str) -> list[str]:
    if entry.fuzzy:
        return ["is fuzzy"]
    if not all(entry.translations) or not entry.translations:
        return ["is not translated"]
    return placeholder_faults(entry) + (spacing_faults(entry) if language == "fr" else [])


def placeholder_faults(entry: Entry) -> list[str]:
    wanted = sorted(PLACEHOLDER.findall(entry.texts[-1]))
    faults = []
    for form, translation in enumerate(entry.translations):
        given = sorted(PLACEHOLDER.findall(translation))
        may_lack_number = len(entry.texts) == 2 and form == 0 and set(given) <= set(wanted)
        if given != wanted and not may_lack_number:
            faults.append(f"has placeholders {' '.join(given) or 'none'} instead of {' '.join(wanted) or 'none'}")
    return faults


def spacing_faults(entry: Entry) -> list[str]:
    bare = [ENTITY_OR_ADDRESS.sub("x", translation) for translation in entry.translations]
    return [f"{message}: {text!r}" for text in bare for rule, message in FRENCH_SPACING if rule.search(text)]


def merged_catalogue(language: Path, template: Path, folder: Path) -> Path:
    """All files of a language as one, with every text of the program, and no others."""
    together, merged = folder / "together.po", folder / "merged.po"
    run("msgcat", "--use-first", "--force-po", "--output-file", together, *sorted(language.glob("*.po")))
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "--force-po", "--no-wrap", "--sort-by-file", "--add-location=file",
        "--output-file", merged, together, template)
    return merged


def said_in_two_ways(language: Path) -> list[str]:
    ways: dict[str, dict[tuple[str, ...], str]] = {}
    for path in sorted(language.glob("*.po")):
        for entry in read_catalogue(path):
            ways.setdefault(entry.texts[0], {}).setdefault(tuple(entry.translations), path.name)
    return [f"locale/{language.name}: {text!r} is translated in two ways, in {' and in '.join(said.values())}"
            for text, said in ways.items() if len(said) > 1]


def languages(root: Path) -> list[Path]:
    return sorted({path.parent for path in root.glob("locale/*/*.po")})


def findings(root: Path) -> list[str]:
    found = []
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "texts.pot")
        extract(root, template)
        for language in languages(root):
            found += said_in_two_ways(language)
            for entry in read_catalogue(merged_catalogue(language, template, Path(folder))):
                found += [f"locale/{language.name}: {entry.texts[0]!r} {fault}" for fault in faults_of(entry, language.name)]
    return found


def update(root: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "texts.pot")
        extract(root, template)
        for language in languages(root):
            merged = merged_catalogue(language, template, Path(folder))
            text = run("msgattrib", "--no-obsolete", "--force-po", "--no-wrap", "--sort-by-file", merged)
            (language / "alltogether.po").write_text(text, encoding="utf-8")
            for other in language.glob("*.po"):
                if other.name != "alltogether.po":
                    other.unlink()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="refresh the catalogues")
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).parent.parent)
    arguments = parser.parse_args()
    if arguments.update:
        update(arguments.root)
    found = findings(arguments.root)
    print("\n".join(found) if found else "Every text is translated.")
    return 1 if found and not arguments.update else 0


if __name__ == "__main__":
    sys.exit(main())
