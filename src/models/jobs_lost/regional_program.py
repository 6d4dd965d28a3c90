#!/usr/bin/env python3
"""The estimated multipliers of every province, computed once more and differently: regional_program.py DATA_FOLDER

Reads the packs below DATA_FOLDER, takes Ontario's published figures as they are printed (direct, indirect, induced), and
prints the share of pay that is spent, then for each province and industry its indirect and induced jobs per million
dollars. No library and no LU: Leontief's series I + A + A^2 + ..., and households as one more row and column. The tests
compare it with economy_builder.cpp.
"""
import csv
import math
import sys
from pathlib import Path

DELTA = 0.25
ALL = "Industrial aggregate including unclassified businesses"
FACTORY = "15t16 17t18 19 20 21t22 23 24 25 26 27t28 29 30t33 34t35 36t37".split()
ON_THE_SPOT = set("E F 50 52 H 70 L M N O P".split())
PUBLISHED = {  # whose coefficients a sector gets
    "AtB": ["BS11A"], "C": ["BS210"], "E": ["BS220"], "F": ["BS23A", "BS23B", "BS23C", "BS23D"], "50": ["BS4A0"],
    "51": ["BS410"], "52": ["BS4A0"], "H": ["BS720"], "60": ["BS4B0"], "61": ["BS4B0"], "62": ["BS4B0"], "63": ["BS4B0"],
    "64": ["BS510"], "J": ["BS5B0"], "70": ["BS5B0"], "71t74": ["BS540", "BS560"], "L": ["GS911", "GS912", "GS913"],
    "M": ["GS610"], "N": ["GS620", "BS620"], "O": ["BS710", "BS810"], "P": ["BS810"]} | {f: ["BS3A0"] for f in FACTORY}
EMPLOYED = {
    "C": ["Mining, quarrying, and oil and gas extraction"], "E": ["Utilities"], "F": ["Construction"], "50": ["Trade"],
    "51": ["Trade"], "52": ["Trade"], "H": ["Accommodation and food services"],
    "64": ["Information and cultural industries"], "J": ["Finance and insurance"],
    "70": ["Real estate and rental and leasing"],
    "71t74": ["Professional, scientific and technical services",
              "Administrative and support, waste management and remediation services"],
    "L": ["Public administration"], "M": ["Educational services"], "N": ["Health care and social assistance"],
    "O": ["Arts, entertainment and recreation", "Other services (except public administration)"]}
EMPLOYED |= {c: ["Transportation and warehousing"] for c in ("60", "61", "62", "63")} | {f: ["Manufacturing"] for f in FACTORY}
INPUTS = {  # whose inputs an industry has
    **{c: ["AtB"] for c in ("BS11A", "BS113", "BS114", "BS115")}, "BS210": ["C"], "BS220": ["E"],
    **{f"BS23{x}": ["F"] for x in "ABCDE"}, "BS3A0": FACTORY, "BS410": ["51"], "BS4A0": ["52"],
    "BS4B0": ["60", "61", "62", "63"], "BS510": ["64"], "BS5B0": ["J", "70"], "BS540": ["71t74"], "BS560": ["71t74"],
    "BS610": ["M"], "BS620": ["N"], "BS710": ["O"], "BS720": ["H"], "BS810": ["O"], "GS610": ["M"], "GS620": ["N"],
    **{f"GS91{x}": ["L"] for x in "1234"}, "NP000": ["O"]}


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Packs:
    def __init__(self, folder: Path) -> None:
        table = {row["code"]: row for row in rows(folder / "io/ca_table_2011.csv")}
        self.codes = list(PUBLISHED)
        self.output = {c: float(table[c]["OUTPUT"]) for c in self.codes}
        self.inputs = {(i, j): float(table[i][j]) / self.output[j] for i in self.codes for j in self.codes}
        spending = sum(float(table[c]["CONS_h"]) for c in self.codes) + float(table["IMP"]["CONS_h"])
        self.shopping = {c: float(table[c]["CONS_h"]) / spending for c in self.codes}
        self.ontario = {(row["code"], row["measure"]): row for row in rows(folder / "io/on_multipliers_2022.csv")}
        self.people: dict[tuple[str, str, int], float] = {}
        for row in rows(folder / "employment/by_industry.csv"):
            if row["employees"]:
                self.people[row["province"], row["industry"], int(row["year"])] = float(row["employees"])

    def direct(self, industry: str, measure: str) -> float:
        return float(self.ontario[industry, measure]["direct"])

    def coefficient(self, sector: str, measure: str) -> float:
        parts = PUBLISHED[sector]
        return sum(self.direct(industry, measure) for industry in parts) / len(parts)

    def nation(self, industry: str, year: int) -> float:
        return sum(v for (_, i, y), v in self.people.items() if i == industry and y == year)

    def quotient(self, province: str, sector: str) -> float:
        for year in range(2100, 1990, -1):
            parts = [self.people.get((province, industry, year)) for industry in EMPLOYED.get(sector, [])]
            if not parts or None in parts or (province, ALL, year) not in self.people:
                continue
            nation = sum(self.nation(industry, year) for industry in EMPLOYED[sector])
            return max(0.01, sum(parts) / self.people[province, ALL, year] / (nation / self.nation(ALL, year)))
        return 1.0


class Province:
    def __init__(self, packs: Packs, name: str) -> None:
        self.packs, codes = packs, packs.codes
        year = max(y for p, i, y in packs.people if p == name and i == ALL)
        lam = math.log2(1 + packs.people[name, ALL, year] / packs.nation(ALL, year)) ** DELTA
        lq = {c: packs.quotient(name, c) for c in codes}
        self.inputs = {(i, j): packs.inputs[i, j] * min(1.0, lq[i] if i in ON_THE_SPOT else
                                                        lam * (lq[i] if i == j else lq[i] / lq[j]))
                       for i in codes for j in codes}
        self.shopping = {i: packs.shopping[i] * min(1.0, lq[i] if i in ON_THE_SPOT else lq[i] * lam) for i in codes}
        self.jobs = {c: packs.coefficient(c, "jobs") for c in codes}
        self.pay = {c: packs.coefficient(c, "labour_income") for c in codes}

    def bought(self, industry: str) -> dict[str, float]:
        packs, sectors = self.packs, INPUTS[industry]
        weight = sum(packs.output[s] for s in sectors)
        return {i: sum(packs.output[s] / weight * self.inputs[i, s] for s in sectors) for i in packs.codes}

    def rounds(self, demand: dict[str, float], spent: float) -> tuple[float, float]:
        """Jobs and pay that a demand brings about, round by round; of pay the share spent comes back as demand."""
        jobs = pay = 0.0
        while sum(demand.values()) > 1e-13:
            jobs += sum(self.jobs[i] * demand[i] for i in demand)
            earned = sum(self.pay[i] * demand[i] for i in demand)
            pay += earned
            demand = {i: sum(self.inputs[i, j] * demand[j] for j in demand) + spent * earned * self.shopping[i]
                      for i in demand}
        return jobs, pay


def share_spent(packs: Packs) -> float:
    """So that Ontario's induced jobs come out right in sum: found by halving."""
    ontario = Province(packs, "ON")
    jobs = sum(float(packs.ontario[i, "jobs"]["induced"]) for i in INPUTS)
    pay = sum(packs.direct(i, "labour_income") + ontario.rounds(ontario.bought(i), 0.0)[1] for i in INPUTS)
    low, high = 0.0, 1.0
    for _ in range(45):
        middle = (low + high) / 2
        per_pay = ontario.rounds({i: middle * s for i, s in ontario.shopping.items()}, middle)[0]
        low, high = (middle, high) if per_pay < jobs / pay else (low, middle)
    return (low + high) / 2


def main() -> None:
    packs = Packs(Path(sys.argv[1]))
    spent = share_spent(packs)
    print(repr(spent))
    for name in sys.argv[2:]:
        province = Province(packs, name)
        for industry in INPUTS:
            bought = province.bought(industry)
            indirect = province.rounds(bought, 0.0)[0]
            first = spent * packs.direct(industry, "labour_income")
            everything = province.rounds({i: bought[i] + first * province.shopping[i] for i in bought}, spent)[0]
            print(name, industry, repr(indirect), repr(everything - indirect))


if __name__ == "__main__":
    main()
