"""What every peer shares: the flat files of a city as numpy columns, and the measuring of one task.

Time is the processor's, of all threads. Memory is the most that was resident while the task ran; what reading left
behind is given back to the system before. `base_kb` is the bare program with its imports, before anything is read.
"""

import argparse
import ctypes
import json
import sys
import time
from pathlib import Path

import numpy as np

# A walk of 1000 m is one that rounds to 1000 m, to the millimetre (Docs/Methods.md: limits).
ROUNDING = 0.000499
COUNT_LIMITS = (300, 500, 1000)
KINDS = 40


class City:
    """Columns of `make-city`, read when first asked for."""

    TYPES = {
        "node_x": "<f8", "node_y": "<f8", "edge_from": "<i4", "edge_to": "<i4", "edge_length": "<i8",
        "bend_first": "<i4", "bend_x": "<f8", "bend_y": "<f8", "facility_node": "<i4", "facility_kind": "<i4",
        "block_node": "<i4", "place_node": "<i4",
    }  # fmt: skip

    def __init__(self, folder):
        self.folder = Path(folder)

    def __getattr__(self, name):
        if name not in self.TYPES:
            raise AttributeError(name)
        column = np.fromfile(self.folder / name, dtype=self.TYPES[name])
        setattr(self, name, column)
        return column

    @property
    def nodes(self):
        return len(self.node_x)

    @property
    def metres(self):
        return self.edge_length / 1e6

    def facilities(self, kind):
        """The nodes with a facility of a kind, each once."""
        return np.unique(self.facility_node[self.facility_kind == kind])

    def matrix(self):
        """A sparse matrix with both directions of each street."""
        from scipy.sparse import csr_matrix

        ends = (np.concatenate([self.edge_from, self.edge_to]), np.concatenate([self.edge_to, self.edge_from]))
        return csr_matrix((np.tile(self.metres, 2), ends), shape=(self.nodes, self.nodes))

    def line(self, street):
        """The vertices of a street, ends included."""
        a, b = self.edge_from[street], self.edge_to[street]
        bends = slice(self.bend_first[street], self.bend_first[street + 1])
        x = np.concatenate([[self.node_x[a]], self.bend_x[bends], [self.node_x[b]]])
        y = np.concatenate([[self.node_y[a]], self.bend_y[bends], [self.node_y[b]]])
        return np.column_stack([x, y])


class Measurement:
    """One task of one peer: `prepared` after preprocessing, `begin` and `end` around what counts."""

    def __init__(self, peer, task, items=None):
        parser = argparse.ArgumentParser()
        parser.add_argument("city")
        parser.add_argument("--radius", type=float, default=1000.0)
        parser.add_argument("--kinds", type=int, default=KINDS)
        parser.add_argument("--items", type=int, default=items, help="only so many blocks, places or kinds")
        self.options = parser.parse_args()
        self.city = City(self.options.city)
        self.limit = self.options.radius + ROUNDING
        name = self.city.folder.name.removeprefix("city-")
        self.fields = {"peer": peer, "task": task, "size": name, "threads": 1, "radius": self.options.radius,
                       "kinds": self.options.kinds, "base_kb": status("VmRSS")}  # fmt: skip
        self.read = time.process_time()

    def loaded(self):
        """All is read; what follows until `begin` is preprocessing: indices that the peer builds for the task."""
        self.fields["load_cpu_s"] = time.process_time()
        self.read = time.process_time()

    def begin(self):
        self.fields["preparation_cpu_s"] = time.process_time() - self.read
        self.fields["load_peak_kb"] = status("VmHWM")
        forget_peak()
        self.fields["loaded_kb"] = status("VmRSS")
        self.wall = time.perf_counter()
        self.cpu = time.process_time()

    def stop(self):
        """The task is done; what follows only sums up its answers."""
        if "cpu_s" not in self.fields:
            cpu, wall = time.process_time() - self.cpu, time.perf_counter() - self.wall
            self.fields |= {"cpu_s": cpu, "wall_s": wall, "peak_kb": status("VmHWM")}

    def end(self, items, checksum, **more):
        self.stop()
        self.fields |= {"items": items, "checksum": checksum, **more}
        print(json.dumps(self.fields, sort_keys=True))


def status(name):
    """A figure of the process in kibibytes; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name + ":")), 0)


def forget_peak():
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")
