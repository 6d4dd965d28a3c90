#!/usr/bin/env python3
"""Checks that some things stay in their homes: check_homes.py [ROOT]. Tests may look at everything.

  SQL                 store*.cpp, and src/platform/db
  HTML tags           pages*.cpp and mails*.cpp, and src/platform/html
  Boost.Asio, Beast   src/platform/http and src/platform/mail, in files that are included nowhere else
  sqlite3, libpq      src/platform/db
A word may come first: staff_pages.cpp is a pages file.
"""
import re
import sys
from pathlib import Path

from cpp_text import cpp_files, includes, literals

# Statements are written in one case, sentences for people are not: "Select a province from the list" is no SQL.
SQL = re.compile(r"""\s*(?:--[^\n]*\n\s*)*(?:
    with\s+\w+.*\bselect\b | select\s+(?:.*\bfrom\b|\d|\w+\() | insert\s+(?:or\s+\w+\s+)?into\b | update\s+\w+\s+set\b |
    delete\s+from\b | create\s+(?:temp\s+|virtual\s+)?(?:table|(?:unique\s+)?index|view|trigger)\b | pragma\s+\w+ |
    drop\s+(?:table|index|view)\b | alter\s+table\b | savepoint\s+\w+ | begin\s+immediate)""", re.VERBOSE | re.DOTALL)
TAGS = ("html|head|body|div|span|p|a|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|form|fieldset|legend|input|button|select|"
        "option|textarea|label|h[1-6]|img|picture|svg|path|rect|section|article|main|nav|header|footer|aside|figure|"
        "strong|em|br|hr|script|style|link|meta|title|details|summary|blockquote|progress|output|small|time")
HTML = re.compile(rf"<!doctype|</?(?:{TAGS})(?:\s[^<>]*)?/?>|<(?:{TAGS})\s+[a-z-]+=", re.IGNORECASE)


def has_role(path: Path, *roles: str) -> bool:
    return path.suffix == ".cpp" and bool(set(path.stem.split("_")) & set(roles))


def is_sql(text: str) -> bool:
    return bool(SQL.match(text) or (text.lstrip()[:2].isupper() and SQL.match(text.lower())))


def text_findings(path: Path, text: str) -> list[str]:
    sql_home = path.parts[:3] == ("src", "platform", "db") or has_role(path, "store")
    html_home = path.parts[:3] == ("src", "platform", "html") or has_role(path, "pages", "mails")
    found = []
    for literal in literals(text):
        if not sql_home and is_sql(literal.text):
            found.append(f"{path}:{literal.line}: SQL belongs in store.cpp")
        if not html_home and HTML.search(literal.text):
            found.append(f"{path}:{literal.line}: HTML belongs in pages.cpp or mails.cpp")
    return found


def include_findings(path: Path, text: str, seen_by: dict[str, set[Path]]) -> list[str]:
    driver_home = path.parts[1:3] == ("platform", "db")
    found = []
    for include in includes(text):
        if include.path.startswith(("boost/asio", "boost/beast")) and not is_asio_home(path, seen_by):
            found.append(f"{path}:{include.line}: Asio and Beast belong inside platform/http and platform/mail")
        if include.path in ("sqlite3.h", "libpq-fe.h") and not driver_home:
            found.append(f"{path}:{include.line}: database drivers belong in platform/db")
    return found


def is_asio_home(path: Path, seen_by: dict[str, set[Path]]) -> bool:
    """A file of the two folders which, if a header, reaches no other folder, not even by way of further headers."""
    if path.parts[1:3] not in (("platform", "http"), ("platform", "mail")):
        return False
    reached, waiting = set(), [path]
    while waiting:
        header = waiting.pop()
        readers = seen_by.get("/".join(header.parts[1:]), set()) - reached
        reached |= readers
        waiting += [reader for reader in readers if reader.suffix == ".h"]
    return all(reader.parent == path.parent for reader in reached)


def includers(texts: dict[Path, str]) -> dict[str, set[Path]]:
    """Which files include a header, by the header's path from src/."""
    seen_by: dict[str, set[Path]] = {}
    for path, text in texts.items():
        for include in includes(text):
            seen_by.setdefault(include.path, set()).add(path)
    return seen_by


def findings(root: Path) -> list[str]:
    texts = {path.relative_to(root): path.read_text(encoding="utf-8") for path in cpp_files(root, "src")}
    seen_by = includers(texts)
    found = []
    for path, text in texts.items():
        if not path.stem.endswith("_test"):
            found += text_findings(path, text) + include_findings(path, text, seen_by)
    return found


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)
    found = findings(root)
    print("\n".join(found) if found else "SQL, HTML, sockets and drivers are at home.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
