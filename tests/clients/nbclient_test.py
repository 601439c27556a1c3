"""Executes every notebook with nbclient, the library behind nbconvert, papermill and Jupyter Book, in a copy of the notebooks' folder.

Arguments: the notebooks. Each must run to its end and give the kinds of outputs that are committed. With --kernel NAME they run in that
kernel, which may put its outputs another way: then a cell has to show something where the committed one does.
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


def run(path, kernel):
    committed = nbformat.read(path, as_version=4)
    executed = nbformat.read(path, as_version=4)
    for cell in executed.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None

    # Where no kernel is named, the notebook's own name for it has to find the course's kernel.
    named = {"kernel_name": kernel} if kernel else {}
    client = nbclient.NotebookClient(executed, timeout=600, resources={"metadata": {"path": str(path.parent)}}, **named)
    client.execute()
    for number, (expected, seen) in enumerate(zip(committed.cells, executed.cells)):
        if kernel and bool(kinds(expected)) > bool(kinds(seen)):
            raise AssertionError(f"cell {number}: expected an output, got none")
        if not kernel and kinds(expected) != kinds(seen):
            raise AssertionError(f"cell {number}: expected outputs {kinds(expected)}, got {kinds(seen)}")
    if client.kc is not None:
        raise AssertionError("the kernel was not shut down")


def main():
    passed = failed = 0
    arguments = sys.argv[1:]
    kernel = arguments[1] if arguments[:1] == ["--kernel"] else None
    for path in map(pathlib.Path, arguments[2:] if kernel else arguments):
        started = time.monotonic()
        try:
            run(path, kernel)
            passed += 1
            print(f"nbclient{' ' + kernel if kernel else ''} {path.name}: passed, {time.monotonic() - started:.1f} s", flush=True)
        except Exception as error:
            failed += 1
            print(f"nbclient{' ' + kernel if kernel else ''} {path.name}: FAILED: {error}", flush=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
