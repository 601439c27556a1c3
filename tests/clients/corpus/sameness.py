"""What of a cell's outputs counts when two kernels are compared: the rule by which two cells are the same.

- The same standard output and the same values in the same order; the same error output. Spaces at line ends do not count.
- A value with HTML or text only counts by what one reads: a plain value by its text, a value with parts (a list, a table, a tree of
  members) by its words, whatever their order and the marks between them; headings that are not the value's, such as row numbers, do
  not count.
  Elements that say something (headings, links, pictures, scripts, emphasis) have to be there in the same order, those that lay out do not.
- Other MIME types (Markdown, drawings, JSON …) count by the type and its contents.
- What .NET Interactive adds whatever the cell does (a script in the first cell, warning CS1701 wherever HTML is called) does not count.
- An exception counts by its type's name and the first line of its message, a compiler's finding by its line and number.
"""

import html
import json
import re

PROBE = "dotnet-interactive-this-cell"
LAYOUT = {"table", "thead", "tbody", "tr", "th", "td", "div", "span", "pre", "code", "details", "summary"}
RICH = ["text/markdown", "text/latex", "image/svg+xml", "image/png", "application/javascript", "application/json"]
FINDING = re.compile(r"(?:line (\d+)|\((\d+),\d+\)): (error|warning) ([A-Z]{2,3}\d+)")
NOISE = re.compile(r"\s*warning CS1701: [^\n]*")
NUMBER = re.compile(r"\d+(?:\.\d+)? *")
WORD = re.compile(r"-?\d+(?:\.\d+)?(?:E[-+]\d+)?|\w+")
# What .NET Interactive adds to lists, dictionaries, tuples and types of cells: numbers of rows, "index", "key", "value", Item1,
# Submission#2+
ROW_NUMBERS = re.compile(r"<tr><td>\d+</td>")
HEADINGS = re.compile(r"<th><i>(?:index|key)</i></th>(?:<th>value</th>)?|<td>Item\d+</td>|<i>\(values\)</i>|Submission#\d+\+")


def facts(outcome, volatile=False):
    """The facts of a cell that are compared, as a dictionary of plain values."""
    outputs = [o for o in outcome["outputs"] if PROBE not in str(o.get("data", ""))]
    failed = outcome["status"] == "error"
    told = "\n".join(o["text"] for o in outputs if o["kind"] == "stream" and o["name"] == "stderr")
    told = NOISE.sub("", told)
    errors = [o for o in outputs if o["kind"] == "error"]
    findings = found_in("\n".join([told, *("\n".join([e["value"], *e["trace"]]) for e in errors)]))
    # How much a kernel gets said while it dies is a matter of time.
    if findings or outcome["status"] == "died":
        told = ""
    seen = []
    for output in outputs:
        if output["kind"] == "stream" and output["name"] == "stdout":
            if seen and seen[-1][0] == "stdout":
                seen[-1][1] += output["text"]
            else:
                seen.append(["stdout", output["text"]])
        elif output["kind"] == "shown":
            seen.append(shown(output["data"]))
    for item in seen:
        if item[0] == "stdout":
            item[1] = trimmed(item[1])
    result = {
        "status": outcome["status"],
        "seen": seen,
        "stderr": trimmed(told),
        "findings": findings,
        "errors": [] if failed and findings else [exception(e) for e in errors],
    }
    return without_numbers(result) if volatile else result


def without_numbers(value):
    if isinstance(value, dict):
        return {key: without_numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [without_numbers(part) for part in value]
    # A time may be written with or without a space before its unit.
    return NUMBER.sub("#", value) if isinstance(value, str) else value


def same(ours, theirs):
    """Whether two cells' facts say the same."""
    rest = [{key: value for key, value in facts.items() if key != "seen"} for facts in (ours, theirs)]
    if rest[0] != rest[1] or len(ours["seen"]) != len(theirs["seen"]):
        return False
    return all(same_output(one, other) for one, other in zip(ours["seen"], theirs["seen"]))


def same_output(one, other):
    if one[0] != "value" or other[0] != "value":
        return one == other
    (_, text, elements, has_parts), (_, other_text, other_elements, other_has_parts) = one, other
    if elements != other_elements:
        return False
    return text == other_text or ((has_parts or other_has_parts) and set(WORD.findall(text)) == set(WORD.findall(other_text)))


def shown(data):
    for kind in [*RICH, *sorted(key for key in data if not key.startswith("text/"))]:
        if kind in data:
            content = data[kind]
            if kind.endswith("json"):
                return [kind, json.loads(content) if isinstance(content, str) else content]
            return [kind, trimmed(content)]
    if "text/html" not in data:
        text = data.get("text/plain", "")
        return ["value", " ".join(text.split()), [], text.lstrip()[:1] in ("[", "{", "(") or "{" in text]
    markup = re.sub(r"<style>.*?</style>", "", data["text/html"], flags=re.S)
    if "<i>index</i>" in markup:
        markup = ROW_NUMBERS.sub("<tr>", markup)
    markup = HEADINGS.sub("", markup)
    elements = [name.lower() for name in re.findall(r"<(\w+)", markup)]
    text = html.unescape(re.sub(r"<[^>]*>", " ", markup))
    has_parts = "<table" in markup or "<details" in markup or text.lstrip()[:1] in ("[", "{", "(")
    return ["value", " ".join(text.split()), [name for name in elements if name not in LAYOUT], has_parts]


def exception(error):
    """The type's name and the first line of the message; .NET Interactive puts both into the value."""
    name, value = error["name"], error["value"]
    if name == "Error" and (match := re.match(r"[\w.+#]*?(\w+)(?:`\d+)?(?:\[.*?\])?: (.*)", value)):
        name, value = match.groups()
    return [name, value.split("\n")[0].strip()]


def found_in(text):
    """The compiler's findings: the line, error or warning, and the number; each once."""
    findings = {(int(a or b), kind, number) for a, b, kind, number in FINDING.findall(text)}
    return [list(finding) for finding in sorted(findings)]


def trimmed(text):
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).rstrip()
