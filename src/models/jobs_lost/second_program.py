#!/usr/bin/env python3
"""The multipliers of an input-output table, computed once more and differently: second_program.py TABLE [--coefficients]

Reads the format of table_file.h and prints, for each sector, output simple and total, then for jobs and labour income
direct, simple and total ("-" for what is not there). No library: the whole inverse of the closed matrix by Gauss and
Jordan. The tests compare it with multipliers.cpp, which solves and borders instead.
"""
import csv
import sys


def inverse(matrix: list[list[float]]) -> list[list[float]]:
    size = len(matrix)
    rows = [row[:] + [float(i == j) for j in range(size)] for i, row in enumerate(matrix)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(rows[i][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        divisor = rows[column][column]
        rows[column] = [value / divisor for value in rows[column]]
        for i in range(size):
            factor = rows[i][column]
            if i != column and factor != 0.0:
                rows[i] = [value - factor * other for value, other in zip(rows[i], rows[column])]
    return [row[size:] for row in rows]


def read(path: str, coefficients: bool) -> tuple[list[str], list[list[float]], dict[str, list[float]]]:
    """Codes, the coefficient matrix (with households last, where there are any), and the rows per unit of output."""
    with open(path, encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    by_name = {row[0]: [float(cell or 0) for cell in row[1:]] for row in rows}
    codes = [code for code in header[1:] if code != "household"]
    columns = list(header[1:])
    output = by_name.get("output", [1.0] * len(columns))
    if "household" in columns and not coefficients and output[-1] == 0.0:
        output[-1] = sum(by_name["labour_income"])
    names = codes + (["labour_income"] if "household" in columns else [])
    matrix = [[cell / (out or 1.0) for cell, out in zip(by_name[name], output)] for name in names]
    factors = {name: [cell / (out or 1.0) for cell, out in zip(by_name[name], output)][:len(codes)]
               for name in ("jobs", "labour_income") if name in by_name}
    return codes, matrix, factors


def leontief(matrix: list[list[float]], size: int) -> list[list[float]]:
    return inverse([[float(i == j) - matrix[i][j] for j in range(size)] for i in range(size)])


def main() -> None:
    codes, matrix, factors = read(sys.argv[1], "--coefficients" in sys.argv)
    size = len(codes)
    open_model = leontief(matrix, size)
    closed = leontief(matrix, size + 1) if len(matrix) > size else None

    def summed(weights: list[float], model: list[list[float]] | None, sector: int) -> str:
        return "-" if model is None else repr(sum(weights[i] * model[i][sector] for i in range(size)))

    for j, code in enumerate(codes):
        words = [code, summed([1.0] * size, open_model, j), summed([1.0] * size, closed, j)]
        for name in ("jobs", "labour_income"):
            weights = factors.get(name)
            words += ["-"] * 3 if weights is None else [repr(weights[j]), summed(weights, open_model, j),
                                                        summed(weights, closed, j)]
        print(*words)


if __name__ == "__main__":
    main()
