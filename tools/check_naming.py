#!/usr/bin/env python3
"""Checks names against the house style: check_naming.py [ROOT]

ctags lists what src/ declares, with its kind, scope and access; no header of a library is read, which makes it a matter of
a second. Types are CamelCase, constants kCamelCase, all else is lower_case; what a class keeps to itself ends in `_`.
What the list cannot tell apart from a declaration, such as a macro that looks like one, is left out by name below.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

CTAGS = ["ctags", "--languages=C++", "--langmap=C++:.cpp.h", "--kinds-C++=*", "--fields=+KanSz", "--output-format=json",
         "--sort=no", "-f", "-", "-L", "-"]
CAMEL, LOWER = re.compile(r"[A-Z][A-Za-z0-9]*"), re.compile(r"[a-z][a-z0-9_]*")
CONSTANT = re.compile(r"k[A-Z][A-Za-z0-9]*")
PRIVATE = re.compile(r"[a-z][a-z0-9_]*_")
TYPES = {"struct", "class", "union", "enum", "typedef", "alias"}
IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
IS_CONSTANT = re.compile(r"^/\^\s*(?:inline |static )*(?:constexpr|consteval|const)\b(?![^=]*\*(?! const))")
# Names that others look for: the standard library, the C++ runtime, and macros of Highway.
GIVEN = re.compile(r"hash|is_transparent|CLI|tcp|HWY_\w+|__\w+|(?:value|key|mapped|size|difference)_type")


def declarations(root: Path) -> list[dict]:
    """Of all sources but tests, whose macros make names of their own."""
    files = [str(path.relative_to(root)) for path in sorted(root.glob("src/**/*"))
             if path.suffix in (".h", ".cpp") and not path.stem.endswith("_test")]
    result = subprocess.run(CTAGS, input="\n".join(files), cwd=root, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def wanted(tag: dict) -> re.Pattern | None:
    """What the name of this declaration has to look like; None: anything."""
    kind, constant = tag["kind"], IS_CONSTANT.match(tag["pattern"]) is not None
    if kind in TYPES:
        return LOWER if "namespace" in tag["pattern"] else CAMEL
    if kind in ("function", "prototype"):
        return CAMEL if is_constructor(tag) else LOWER
    if kind == "member" and tag.get("access") in ("private", "protected"):
        return CONSTANT if "static constexpr" in tag["pattern"] else PRIVATE
    if kind in ("variable", "member", "local") and CONSTANT.fullmatch(tag["name"]):
        return None  # its type may stand on the line before, and be one that cannot change
    if kind == "variable":
        return CONSTANT if constant else LOWER
    return LOWER if kind in ("parameter", "member", "local", "enumerator", "namespace") else None


def is_constructor(tag: dict) -> bool:
    return tag["name"].lstrip("~") == tag.get("scope", "").split("::")[-1]


def is_declared(tag: dict, types: set[str]) -> bool:
    """False where the list took something else for a declaration: `struct stat status{}`, or a type without a name behind it."""
    name = tag["name"]
    if not IDENTIFIER.fullmatch(name.lstrip("~")) or GIVEN.fullmatch(name) or name.startswith("operator"):
        return False
    if tag["kind"] in ("struct", "class", "union", "enum") and re.search(rf"\bstruct \w+ {name}\b", tag["pattern"]):
        return False
    if "::*" in tag["pattern"] and tag["kind"] == "prototype":  # the result of a pointer to a member function
        return False
    return not (tag["kind"] == "parameter" and name in types)


def findings(tags: list[dict]) -> list[str]:
    types = {tag["name"] for tag in tags if tag["kind"] in TYPES}
    found = []
    for tag in tags:
        pattern = wanted(tag) if is_declared(tag, types) else None
        if pattern is not None and not pattern.fullmatch(tag["name"].lstrip("~")):
            found.append(f"{tag['path']}:{tag.get('line', 0)}: {tag['kind']} {tag['name']} is not {pattern.pattern}")
    return sorted(set(found))


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    found = findings(declarations(root))
    print("\n".join(found) if found else "Names are in the house style.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
