"""Draws cost against size, radius, kinds and threads as small SVG files: `python -m suite.plots RESULTS FOLDER`."""

import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.hashsalt": "lifecircle", "svg.fonttype": "none", "font.size": 9})

from matplotlib import pyplot  # noqa: E402

NODES = {"10k": 1e4, "100k": 1e5, "1m": 1e6, "10m": 1e7}
COLOURS = {"lifecircle": "#b2182b", "scipy": "#2166ac", "networkx": "#878787", "igraph": "#4d9221", "pandana": "#8c510a"}


def main(results, folder):
    data = json.loads(Path(results).read_text())
    size_plot(data["groups"], Path(folder) / "size.svg")
    memory_plot(data["groups"], Path(folder) / "memory.svg")
    threads_plot(data["groups"], Path(folder) / "threads.svg")
    for measure, label in (("radius", "metres"), ("kinds", "kinds")):
        sweep_plot([row for row in data["sweeps"] if row["measure"] == measure], label, Path(folder) / f"{measure}.svg")


def runs(groups, task):
    for size, nodes in NODES.items():
        for run in groups.get(f"{task} {size}", {"runs": []})["runs"]:
            yield nodes, run


def size_plot(groups, path):
    lines = {}
    for nodes, run in runs(groups, "nearest"):
        if run["threads"] == 1:
            lines.setdefault(run["peer"], []).append((run["items"], run["cpu_s"] / run.get("share", 1)))
    draw(lines, path, "nodes", "CPU seconds, T1", "log")


def memory_plot(groups, path):
    lines = {}
    for nodes, run in runs(groups, "nearest"):
        if run["threads"] == 1:
            beyond = (run["peak_kb"] - run["base_kb"]) * 1024
            lines.setdefault(run["peer"], []).append((run["items"], beyond / 1e6))
    draw(lines, path, "nodes", "MB beyond the program, T1", "log")


def threads_plot(groups, path):
    lines = {}
    for task in ("nearest", "counts", "reach", "areas"):
        by_size = {size: groups.get(f"{task} {size}") for size in NODES}
        found = [group for group in by_size.values() if group]
        if found:
            mine = {run["threads"]: run for run in found[-1]["runs"] if run["peer"] == "lifecircle"}
            lines[task] = [(threads, mine[1]["wall_s"] / run["wall_s"]) for threads, run in sorted(mine.items())]
    draw(lines, path, "threads", "times as fast, by the clock", "linear")


def sweep_plot(rows, label, path):
    lines = {}
    for row in rows:
        lines.setdefault(row["peer"], []).append((row["value"], row["cpu_s"]))
    draw(lines, path, label, "CPU seconds, T1, 100,000 nodes", "linear")


def draw(lines, path, x, y, scale):
    if not any(lines.values()):
        return
    figure, axes = pyplot.subplots(figsize=(4.2, 3))
    for name, points in lines.items():
        axes.plot(*zip(*sorted(points)), marker="o", markersize=3, linewidth=1.2, label=name, color=COLOURS.get(name))
    axes.set(xlabel=x, ylabel=y, xscale=scale, yscale=scale)
    axes.grid(alpha=0.3)
    axes.legend(frameon=False, fontsize=7)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


if __name__ == "__main__":
    main(*sys.argv[1:])
