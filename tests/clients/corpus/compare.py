#!/usr/bin/python3
"""Runs every notebook of the corpus in the course's kernel and in the real .NET Interactive, and compares them cell by cell.

A cell that differs needs a verdict in verdicts.json, with its reason; a verdict for a cell that does not differ is out of date. Both are
failures. The last line reads: N passed, N failed. Needs python3-nbclient (Debian's name) and the .NET SDK.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import report
import sameness
from session import Session

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[2]
TOOL = ROOT / "artifacts" / "peers" / "dotnet-interactive"
TOOL_VERSION = "1.0.712001"
# Beside the corpus lies what `course run --check` cannot check.
NOTEBOOKS = {path.stem: path for path in sorted([*FOLDER.glob("*.ipynb"), *(FOLDER.parent / "corpus-unchecked").glob("*.ipynb")],
                                                key=lambda path: path.name)}
VERDICTS = FOLDER / "verdicts.json"
KERNELS = {"ours": "lstm-course", "theirs": ".net-csharp"}


def main():
    options = arguments()
    # What an earlier run has seen of other notebooks is judged too, so that a changed notebook can be run alone.
    outcomes = json.loads(options.json.read_text(encoding="utf-8")) if options.json.exists() else {}
    if not options.judge:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        for name, cells in run_all(options.notebooks, options.parallel, options.cell_seconds):
            outcomes[name] = cells
            options.json.write_text(json.dumps(outcomes, indent=1, ensure_ascii=False), encoding="utf-8")
    outcomes = {name: runs for name, runs in outcomes.items() if name in NOTEBOOKS}

    verdicts = json.loads(VERDICTS.read_text(encoding="utf-8"))
    cells, problems = judge(outcomes, verdicts)
    for problem in problems:
        print(problem)
    table = report.table(cells)
    print(table)
    if options.write:
        options.write.write_text(report.page(cells, TOOL_VERSION), encoding="utf-8")
    print(f"{len(cells) - sum(cell['verdict'] is None for cell in cells)} passed, {len(problems)} failed")
    return 1 if problems else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("notebooks", nargs="*", type=pathlib.Path, default=list(NOTEBOOKS.values()), help="default: all")
    parser.add_argument("--write", type=pathlib.Path, metavar="FILE", help="write the page with the table to this file")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", default=ROOT / "artifacts" / "kernel-comparison.json",
                        help="where all outputs go; default: artifacts/kernel-comparison.json")
    parser.add_argument("--judge", action="store_true", help="run nothing: judge the outputs of earlier runs again")
    parser.add_argument("--parallel", type=int, default=2, help="how many notebooks run at a time; default: 2")
    parser.add_argument("--cell-seconds", type=float, default=60, help="the longest a cell may run; default: 60")
    return parser.parse_args()


def run_all(notebooks, parallel, cell_seconds):
    """The outcomes of all cells, notebook by notebook."""
    with tempfile.TemporaryDirectory() as home:
        kernels, environment = install(pathlib.Path(home))
        jobs = [(path, who, kernels[who], environment, cell_seconds) for path in notebooks for who in KERNELS]
        outcomes = collections.defaultdict(dict)
        with concurrent.futures.ProcessPoolExecutor(parallel) as pool:
            for path, who, cells in pool.map(run_one, jobs):
                outcomes[path.stem][who] = cells
                print(f"{path.stem} in {KERNELS[who]}: {dict(collections.Counter(c['status'] for c in cells.values()))}", flush=True)
                if len(outcomes[path.stem]) == len(KERNELS):
                    yield path.stem, outcomes[path.stem]


def install(home):
    """Installs both kernels for this run only."""
    environment = dict(
        os.environ, PATH=f"{TOOL}{os.pathsep}{os.environ['PATH']}", JUPYTER_PATH="", JUPYTER_DATA_DIR=str(home / "ours"),
        JUPYTER_RUNTIME_DIR=str(home / "runtime"), JUPYTER_CONFIG_DIR=str(home / "config"),
        DOTNET_TRY_CLI_TELEMETRY_OPTOUT="1", DOTNET_CLI_TELEMETRY_OPTOUT="1")
    # Where connection files go is read from this process's own environment.
    os.environ["JUPYTER_RUNTIME_DIR"] = environment["JUPYTER_RUNTIME_DIR"]
    if not (TOOL / "dotnet-interactive").exists():
        call(["dotnet", "tool", "install", "Microsoft.dotnet-interactive", "--version", TOOL_VERSION, "--tool-path", str(TOOL)],
             environment)
    (home / "theirs").mkdir()
    call([str(ROOT / "course"), "kernel", "install"], environment)
    call(["dotnet-interactive", "jupyter", "install", "--path", str(home / "theirs")], environment)
    for spec in (home / "theirs").glob("*/kernel.json"):
        without_http(spec)
    return {"ours": home / "ours" / "kernels", "theirs": home / "theirs"}, environment


def without_http(path):
    """Takes the web server out of a kernelspec: kernels that start at a time race for its port, and it listens to the whole network."""
    spec = json.loads(path.read_text(encoding="utf-8"))
    if "--http-port-range" in spec["argv"]:
        place = spec["argv"].index("--http-port-range")
        del spec["argv"][place:place + 2]
    path.write_text(json.dumps(spec), encoding="utf-8")


def call(command, environment):
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}")


def run_one(job):
    path, who, kernels, environment, cell_seconds = job
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    session = Session(kernels, KERNELS[who], path.resolve().parent, environment)
    outcomes = session.run(["".join(cell["source"]) for cell in cells], cell_seconds)
    return path, who, {cell["id"]: {"status": o.status, "outputs": o.outputs} for cell, o in zip(cells, outcomes)}


def judge(outcomes, verdicts):
    """Each cell with its verdict, and what is wrong with the verdicts."""
    told = {(v["notebook"], v["cell"]): v for v in verdicts}
    problems = [f"{v['notebook']} {v['cell']}: expected who = ours, theirs or neither, and a reason" for v in verdicts
                if v.get("who") not in ("ours", "theirs", "neither") or not v.get("why")]
    if len(told) < len(verdicts):
        problems.append("a cell has two verdicts")
    cells = []
    for notebook, runs in sorted(outcomes.items()):
        volatile = volatile_cells(notebook)
        for cell in runs["ours"]:
            ours, theirs = (sameness.facts(runs[who][cell], cell in volatile) for who in KERNELS)
            verdict = told.pop((notebook, cell), None)
            if sameness.same(ours, theirs):
                if verdict:
                    problems.append(f"{notebook} {cell}: is the same in both kernels, its verdict is out of date")
                cells.append({"notebook": notebook, "cell": cell, "verdict": "same", "why": ""})
                continue
            if verdict is None:
                problems.append(f"{notebook} {cell}: differs and has no verdict\n  ours:   {brief(ours)}\n  theirs: {brief(theirs)}")
            who, why = (verdict["who"], verdict["why"]) if verdict else (None, "")
            cells.append({"notebook": notebook, "cell": cell, "verdict": who, "why": why})
    problems += [f"{notebook} {cell}: a verdict for a cell that is not there" for notebook, cell in told
                 if notebook in outcomes or notebook not in NOTEBOOKS]
    return cells, problems


def volatile_cells(notebook):
    cells = json.loads(NOTEBOOKS[notebook].read_text(encoding="utf-8"))["cells"]
    return {cell["id"] for cell in cells if "volatile" in cell["metadata"].get("tags", [])}


def brief(facts):
    text = json.dumps({key: value for key, value in facts.items() if value}, ensure_ascii=False)
    return text if len(text) < 600 else text[:600] + " …"


if __name__ == "__main__":
    sys.exit(main())
