"""The results as a file: one group of interleaved runs for each task and size."""

import json


class Results:
    def __init__(self, path):
        self.path = path
        self.load()

    def load(self):
        """Read anew before each change, so that two runs of different sizes do not undo each other."""
        known = self.path.is_file()
        self.data = json.loads(self.path.read_text()) if known else {"groups": {}, "sweeps": []}

    def group(self, task, size):
        return self.data["groups"].get(f"{task} {size}")

    def replace(self, task, size, group, only_ours):
        """Groups are replaced whole; with `only_ours` the peers' runs of the last time stay beside ours."""
        self.load()
        known = self.group(task, size)
        if only_ours and known:
            group["runs"] += [run for run in known["runs"] if run["peer"] != "lifecircle"]
            group["differences"] = known["differences"]
            group["peers_told"] = known.get("peers_told", known["told"])
        self.data["groups"][f"{task} {size}"] = group
        self.save()

    def replace_sweeps(self, sweeps):
        self.load()
        self.data["sweeps"] = sweeps
        self.save()

    def save(self):
        self.path.write_text(json.dumps(self.data, indent=1, sort_keys=True) + "\n")

    def disagreements(self, sizes, tasks):
        groups = [self.group(task, size) for task in tasks for size in sizes]
        return [found for group in groups if group for found in group["differences"]]
