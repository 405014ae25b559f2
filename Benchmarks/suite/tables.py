"""The tables of ratios, on the terminal and in Docs/Performance.md."""

import json

from suite import plan


def group(task, size, found):
    """A table in Markdown: every program at a task, and how many times the cost of ours."""
    runs = {(run["peer"], run["threads"]): run for run in found["runs"]}
    mine = runs["lifecircle", 1]
    lines = [f"**{plan.TASKS[task]}: {size}**", "",
             "| program | CPU | an item | times ours | preparation | memory | memory in all | items |",
             "|---|--:|--:|--:|--:|--:|--:|--:|"]  # fmt: skip
    order = sorted(runs.values(), key=lambda run: (run["peer"] != "lifecircle", run["threads"], each(run)))
    return lines + [row(run, mine) for run in order] + ["", *stages(mine)]


def stages(run):
    """What the command says of its own stages; reading, projecting and snapping are work the searches never do."""
    if "stages" not in run:
        return []
    told = ", ".join(f"{stage['name']} {seconds(stage['cpu_s'])}" for stage in run["stages"]["stages"])
    if "command_cpu_s" in run:
        told += f"; the command in all {seconds(run['command_cpu_s'])}"
    return [f"Stages of lifecircle: {told}.", ""]


def row(run, mine):
    name = run["peer"] if run["threads"] == 1 else f"{run['peer']}, {run['threads']} threads"
    whole = "child_peak_kb" in run
    peak, beyond = run.get("child_peak_kb", run["peak_kb"]), run["peak_kb"] - run["base_kb"]
    cells = [
        name, seconds(run["cpu_s"]), seconds(each(run)), ratio(each(run) / each(mine)),
        preparation(run), "–" if whole else megabytes(beyond), megabytes(peak), sample(run)]
    return "| " + " | ".join(cells) + " |"


def preparation(run):
    """Below a millisecond there was none: only the clock was read twice."""
    spent = run.get("preparation_cpu_s", 0)
    return seconds(spent) if spent >= 0.001 else "–"


def each(run):
    """Processor seconds an item, what was only done for a share of the kinds scaled up."""
    return run["cpu_s"] / run["items"] / run.get("share", 1)


def sample(run):
    share = f" × {run['share']:.0%} of the kinds" if run.get("share", 1) < 1 else ""
    return f"{run['items']:,}{share}"


def seconds(value):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9)):
        if value >= 0.9995 * size or unit == "ns":
            shown = value / size
            return "–" if shown < 0.01 else f"{shown:.3g} {unit}" if shown < 1000 else f"{shown:.0f} {unit}"
    return "–"


def ratio(value):
    return f"{value:.2f}×" if value < 10 else f"{value:.0f}×"


def megabytes(kibibytes):
    return f"{kibibytes * 1024 / 1e6:.0f} MB"


BEGIN, END = "<!-- begin: written by Benchmarks/run --document -->", "<!-- end -->"


def document(docs, kept):
    """Writes machine, tables and results into the document, between its marks."""
    path = docs / "Performance.md"
    before, rest = path.read_text().split(BEGIN)
    after = rest.split(END)[1]
    groups = kept.data["groups"]
    lines = [BEGIN, "", *machines(groups), *short(groups)]
    for task in plan.TASKS:
        for size in measured(task, groups):
            lines += group(task, size, groups[f"{task} {size}"])
    path.write_text(before + "\n".join(lines) + "\n" + END + after)
    (docs / "Performance" / "results.json").write_text(json.dumps(kept.data, indent=1, sort_keys=True) + "\n")


def machines(groups):
    """Once when everything was measured at one place and time."""
    told = {json.dumps(found["told"], sort_keys=True): found["told"] for found in groups.values()}
    newest = max(told.values(), key=lambda one: one["date"])
    versions = ", ".join(f"{name} {version}" for name, version in newest["versions"].items())
    dates = sorted({one["date"] for one in told.values()})
    return [
        f"Measured {' and '.join(dates)} on {newest['processor']}, {newest['cores']} cores, {newest['memory_gb']} GB, "
        f"{newest['system']}; {newest['swift']}; Python {newest['python']}; {versions}.", "", *other_command(groups)]  # fmt: skip


def other_command(groups):
    """A word of warning when the command was not built of the same sources as the searches."""
    if any(found["told"].get("other_command") and name.startswith(("extract", "files")) for name, found in groups.items()):
        return ["T5 and T7 were measured with another build of the command than the searches.", ""]
    return []


def short(groups):
    """One row a task and size: ours, and each peer as a multiple of it."""
    lines = ["| task | nodes | lifecircle, an item | others, times that | two threads, by the clock | rounds |", "|---|---|--:|---|--:|---|"]
    for task in plan.TASKS:
        for size in measured(task, groups):
            lines.append(short_row(task, size, groups[f"{task} {size}"]))
    return lines + [""]


def measured(task, groups):
    """The sizes a task was measured at, made cities in their order and real extracts after them."""
    sizes = [name.removeprefix(task + " ") for name in groups if name.startswith(task + " ")]
    return sorted(sizes, key=lambda size: (plan.SIZES.index(size) if size in plan.SIZES else 99, size))


def short_row(task, size, found):
    runs = {(run["peer"], run["threads"]): run for run in found["runs"]}
    mine, two = runs["lifecircle", 1], runs.get(("lifecircle", 2))
    others = sorted((run for run in found["runs"] if run["peer"] != "lifecircle"), key=each)
    told = ", ".join(f"{run['peer']} {ratio(each(run) / each(mine))}" for run in others)
    rounds = f"{found['rounds']}{', ours apart from the others' if found['apart'] else ''}"
    threads = f"{mine['wall_s'] / two['wall_s']:.2f}×" if two else "–"
    return f"| {plan.TASKS[task].split()[0]} | {size} | {seconds(each(mine))} | {told} | {threads} | {rounds} |"
