"""Executes every notebook with nbclient, the library behind nbconvert, papermill and Jupyter Book, in a copy of the notebooks' folder.

Arguments: the notebooks. Each must run to its end and give the kinds of outputs that are committed.
"""

import pathlib
import sys
import time

import nbclient
import nbformat


def kinds(cell):
    found = [(output.output_type, output.get("name"), *sorted(output.get("data", {}))) for output in cell.get("outputs", [])]
    # How a text is cut into messages depends on time, and this client does not join them.
    return [kind for before, kind in zip([None, *found], found) if kind != before or kind[0] != "stream"]


def run(path):
    committed = nbformat.read(path, as_version=4)
    executed = nbformat.read(path, as_version=4)
    for cell in executed.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None

    # No kernel is named: the notebook's own name for it has to find the course's kernel.
    client = nbclient.NotebookClient(executed, timeout=600, resources={"metadata": {"path": str(path.parent)}})
    client.execute()
    for number, (expected, seen) in enumerate(zip(committed.cells, executed.cells)):
        if kinds(expected) != kinds(seen):
            raise AssertionError(f"cell {number}: expected outputs {kinds(expected)}, got {kinds(seen)}")
    if client.kc is not None:
        raise AssertionError("the kernel was not shut down")


def main():
    passed = failed = 0
    for path in map(pathlib.Path, sys.argv[1:]):
        started = time.monotonic()
        try:
            run(path)
            passed += 1
            print(f"nbclient {path.name}: passed, {time.monotonic() - started:.1f} s", flush=True)
        except Exception as error:
            failed += 1
            print(f"nbclient {path.name}: FAILED: {error}", flush=True)
    print(f"{passed} passed, {failed} failed")


if __name__ == "__main__":
    main()
