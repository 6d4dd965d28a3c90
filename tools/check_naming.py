#!/usr/bin/env python3
"""Checks names with clang-tidy (settings in .clang-tidy): check_naming.py BUILD_FOLDER [ROOT]

Reads BUILD_FOLDER/compile_commands.json. What takes long is reading the standard headers again and again, so dozens of
sources are read as one: those that do not seem to name two things alike in their unnamed namespaces. Where the guess was
wrong, the files that the compiler stumbled over are read again, each alone. Tests are left out: their macros make names
of their own.
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SETTINGS = Path(__file__).resolve().parent.parent / ".clang-tidy"
MOST_TOGETHER = 80  # files
FINDING = re.compile(r"^(\S+):(\d+):\d+: (?:warning|error): (.*)$", re.MULTILINE)
UNNAMED = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.MULTILINE | re.DOTALL)
# What stands at the left margin: types, aliases, functions and constants.
NAMED = re.compile(r"^(?:(?:struct|class|enum class|enum) (\w+)|using (\w+) =|[\w:].*?[ &*](\w+)(?:\(|\{|;| =))", re.MULTILINE)


def sources_of(database: list[dict], root: Path) -> dict[Path, list[str]]:
    """Each source below src/ with its compiler flags."""
    entries = ((Path(entry["file"]).resolve(), entry["command"]) for entry in database)
    return {path: wanted_flags(command.split()) for path, command in entries
            if path.is_relative_to(root / "src") and not path.stem.endswith("_test")}


def wanted_flags(command: list[str]) -> list[str]:
    """Includes, macros and the language of a compile command; no sanitizers, no warnings, no precompiled header."""
    kept = [part for part in command if part.startswith(("-I", "-D", "-std="))]
    kept += [f"-isystem{command[i + 1]}" for i, word in enumerate(command[:-1]) if word == "-isystem"]
    return [part.replace("\\\"", '"') for part in kept]


def own_names(path: Path) -> set[tuple[Path, str]]:
    """What two files of one folder, and so of one namespace, must not both have to be read as one."""
    unnamed = "".join(UNNAMED.findall(path.read_text(encoding="utf-8")))
    return {(path.parent, name) for match in NAMED.finditer(unnamed) for name in match.groups() if name}


def groups_of(paths: list[Path]) -> list[list[Path]]:
    """Every file in the first group that has room and none of its names; those with most names first."""
    names = {path: own_names(path) for path in paths}
    groups: list[tuple[set, list[Path]]] = []
    for path in sorted(paths, key=lambda path: (-len(names[path]), path)):
        fits = (group for group in groups if len(group[1]) < MOST_TOGETHER and not group[0] & names[path])
        group = next(fits, None)
        if group is None:
            groups.append(group := (set(), []))
        group[0].update(names[path])
        group[1].append(path)
    return [sorted(members) for _, members in groups]


def check(group: list[Path], flags: dict[Path, list[str]], root: Path) -> set[str]:
    found = read_together(group, flags, root)
    if len(group) > 1 and any("clang-tidy failed" in finding for finding in found):  # it may crash on code that is wrong
        half = len(group) // 2
        return check(group[:half], flags, root) | check(group[half:], flags, root)
    stumbled = {place(finding) for finding in found if "clang-diagnostic-error" in finding}
    again = [path for path in group if os.path.relpath(path, root) in stumbled]  # headers are not to be blamed on others
    if len(group) == 1 or not again:
        return found
    kept = {finding for finding in found if place(finding) not in {os.path.relpath(path, root) for path in again}}
    return kept.union(*(read_together([path], flags, root) for path in again))


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
