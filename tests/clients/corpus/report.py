"""Tables of a comparison, in Markdown."""

import collections

KINDS = ["same", "ours", "theirs", "neither", None]


def table(cells):
    """Cells per notebook and verdict, with the sums."""
    counts = collections.defaultdict(collections.Counter)
    for cell in cells:
        counts[cell["notebook"]][cell["verdict"]] += 1
    lines = ["| Notebook | cells | same | ours better | theirs better | differ without merit |", "|---|--:|--:|--:|--:|--:|"]
    for notebook, count in sorted(counts.items()):
        lines.append(row(notebook, count))
    lines.append(row("**all**", sum(counts.values(), collections.Counter())))
    return "\n".join(lines)


def row(name, count):
    return f"| {name} | {sum(count.values())} | " + " | ".join(str(count[kind]) if count[kind] else "" for kind in KINDS[:-1]) + " |"


def reasons(cells, who):
    return "\n".join(f"| {c['notebook']} | {c['cell']} | {c['why']} |" for c in cells if c["verdict"] == who)


def page(cells, version):
    """The page docs/kernel-comparison.md."""
    sums = collections.Counter(cell["verdict"] for cell in cells)
    notebooks = len({cell["notebook"] for cell in cells})
    return f"""# The course's kernel beside .NET Interactive

{notebooks} small notebooks (`tests/clients/corpus` and `corpus-unchecked` beside it), {len(cells)} cells, each run in the course's kernel and in the tool Microsoft.dotnet-interactive {version} by a
Jupyter client. {sums["same"]} cells are the same, in {sums["ours"]} ours is better, in {sums["theirs"]} theirs, and {sums["neither"]} differ without merit on either side.

This page is written by the program that compares, with the .NET SDK and Debian's python3-nbclient:

```
tests/clients/corpus/compare.py --write docs/kernel-comparison.md
```

Which cells are the same is decided by a rule (`tests/clients/corpus/sameness.py`): what is printed has to be equal, in the same order; a value counts by
what one reads of it, an exception by its type and message, a compiler's finding by its line and number. Each other cell has a verdict with a reason
in `tests/clients/corpus/verdicts.json`, and the program fails where one is missing or out of date. All outputs of both kernels stand in
`artifacts/kernel-comparison.json` afterwards.

{table(cells)}

## What ours lacks

- The engine of .NET Interactive, and with it the classes `Kernel` and `KernelInvocationContext`: an error that names them ends with what to write
  instead. An extension of a package that asks for the engine is told of in one line, and what it registered before that works.
- Other languages in the same notebook.

## Where theirs is better

| Notebook | Cell | Why, and what would mend it |
|---|---|---|
{reasons(cells, "theirs")}

## Where ours is better

| Notebook | Cell | Why |
|---|---|---|
{reasons(cells, "ours")}

## Different without merit

| Notebook | Cell | Why |
|---|---|---|
{reasons(cells, "neither")}
"""
