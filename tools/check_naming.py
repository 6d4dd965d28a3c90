#!/usr/bin/env python3
"""Checks names with clang-tidy (settings in .clang-tidy): check_naming.py BUILD_FOLDER [ROOT]

Reads BUILD_FOLDER/compile_commands.json. What takes long is reading the standard headers and looking at their names again
and again, so about a hundred sources are read as one: those that have no names of their own in common
(cmake/unity_groups.py). Where one still hides what another means, the files that the compiler stumbled over are read again,
each alone. Tests are left out: their macros make names of their own.
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cmake"))
from unity_groups import Source  # noqa: E402

SETTINGS = Path(__file__).resolve().parent.parent / ".clang-tidy"
TOGETHER = 100  # files
INCLUDED = re.compile(r'^#include "(.*)"$', re.MULTILINE)
FINDING = re.compile(r"^(\S+):(\d+):\d+: (?:warning|error): (.*)$", re.MULTILINE)


def sources_of(database: list[dict], root: Path) -> dict[Path, list[str]]:
    """Each source below src/ with its compiler flags."""
    entries = ((path, entry["command"]) for entry in database for path in read_by(Path(entry["file"]).resolve()))
    return {path: wanted_flags(command.split()) for path, command in entries
            if path.is_relative_to(root / "src") and not path.stem.endswith("_test")}


def read_by(unit: Path) -> list[Path]:
    """The sources that are compiled with this file: itself, or those of which CMake made it."""
    if unit.parent.name != "Unity":
        return [unit]
    return [Path(path) for path in INCLUDED.findall(unit.read_text(encoding="utf-8"))]


def wanted_flags(command: list[str]) -> list[str]:
    """Includes, macros and the language of a compile command; no sanitizers, no warnings, no precompiled header."""
    kept = [part for part in command if part.startswith(("-I", "-D", "-std="))]
    kept += [f"-isystem{command[i + 1]}" for i, word in enumerate(command[:-1]) if word == "-isystem"]
    return [part.replace("\\\"", '"') for part in kept]


def groups_of(paths: list[Path]) -> list[list[Path]]:
    """Groups of about one size; those with most names are placed first."""
    sources = [Source(path) for path in paths]
    groups: list[list[Source]] = [[] for _ in range(-(-len(sources) // TOGETHER))]
    for source in sorted(sources, key=lambda source: (source.alone, -len(source.own), source.path)):
        places = [group for group in groups if get_on(source, group)]
        if not places:
            groups.append([])
            places = groups[-1:]
        min(places, key=len).append(source)
    return [sorted(source.path for source in group) for group in groups if group]


def get_on(source: Source, group: list[Source]) -> bool:
    neighbours = (other for other in group if other.path.parent == source.path.parent)  # one folder is one namespace
    return not source.alone and not any(source.own & other.own for other in neighbours)


def check(group: list[Path], flags: dict[Path, list[str]], root: Path) -> set[str]:
    found = read_together(group, flags, root)
    if len(group) > 1 and any(is_torn(finding) for finding in found):
        half = len(group) // 2
        return check(group[:half], flags, root) | check(group[half:], flags, root)
    stumbled = {place(finding) for finding in found if "clang-diagnostic-error" in finding}
    again = [path for path in group if os.path.relpath(path, root) in stumbled]  # headers are not to be blamed on others
    if len(group) == 1 or not again:
        return found
    kept = {finding for finding in found if place(finding) not in {os.path.relpath(path, root) for path in again}}
    return kept.union(*(read_together([path], flags, root) for path in again))


def is_torn(finding: str) -> bool:
    """The tool crashed on code that is wrong, or one source left the whole unit open at its end: nothing behind it was read."""
    return "clang-tidy failed" in finding or place(finding).endswith("together.cpp")


def place(finding: str) -> str:
    return finding.split(":")[0]


def stands_alone(header: Path) -> bool:
    """Not what is read once for each instruction set, by its source alone; nor the helpers of tests."""
    return not header.stem.endswith(("_test", "-inl"))


def read_together(group: list[Path], flags: dict[Path, list[str]], root: Path) -> set[str]:
    all_flags = list(dict.fromkeys(flag for path in group for flag in flags[path]))
    with tempfile.TemporaryDirectory() as folder:
        unit = Path(folder, "together.cpp")
        headers = sorted({path for source in group for path in source.parent.glob("*.h") if stands_alone(path)})
        unit.write_text("".join(f'#include "{path}"\n' for path in headers + group))
        result = subprocess.run(
            ["clang-tidy-19", "--quiet", f"--config-file={SETTINGS}", f"--header-filter=^{root}/src/.*",
             str(unit), "--", *all_flags, "-ferror-limit=0"], capture_output=True, text=True)
    found = {f"{os.path.relpath(path, root)}:{line}: {message}" for path, line, message in FINDING.findall(result.stdout)}
    if result.returncode != 0 and not found:
        found = {f"{os.path.relpath(group[0].parent, root)}: clang-tidy failed: {result.stdout}{result.stderr}"}
    return found


def main() -> int:
    root = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parent.parent).resolve()
    flags = sources_of(json.loads(Path(sys.argv[1], "compile_commands.json").read_text(encoding="utf-8")), root)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        parts = pool.map(lambda group: check(group, flags, root), groups_of(list(flags)))
        found = sorted(set().union(*parts))
    print("\n".join(found) if found else "Names are in the house style.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
