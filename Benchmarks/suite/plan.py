"""What is run for each task: which programs, on how many items, how often."""

from dataclasses import dataclass

TASKS = {
    "nearest": "T1 nearest of each of 40 kinds within 1000 m, every node",
    "counts": "T2 counts within 300, 500 and 1000 m and the 5 nearest of each kind, per block",
    "reach": "T3 every node within 1000 m, per place",
    "areas": "T4 areas for 5, 10 and 15 minutes, per place",
    "extract": "T5 OpenStreetMap extract to a network",
    "files": "T7 files to a table of nearest facilities",
}

SIZES = ("10k", "100k", "1m", "10m")
ALL = None


@dataclass(frozen=True)
class Peer:
    """One program at one task.

    `items` says by size how many blocks, places or (in T1) kinds it does, when not all; sizes it is not run at are
    missing from `sizes`. `often` is whether it is run as often as ours, or once because it is slow. `exact` is
    whether its answers are ours to the millimetre; otherwise they may differ by `share`. `slow` are the sizes at which
    it takes many minutes: pandana to prepare, cityseer as its cost a block grows with the network.
    """

    name: str
    task: str
    script: str
    items: dict = None
    sizes: tuple = SIZES
    often: bool = False
    exact: bool = True
    share: float = 1e-4
    venv: str = "venv"
    slow: tuple = ()

    def runs_at(self, size, patiently):
        """Real extracts are sizes of their own; at some sizes a peer is only run when one has patience."""
        return (size in self.sizes or size not in SIZES) and (patiently or size not in self.slow)

    def count(self, size):
        return (self.items or {}).get(size, ALL)


TO_1M = ("10k", "100k", "1m")

PEERS = [
    Peer("scipy", "nearest", "scipy_nearest.py", often=True),
    Peer("networkx", "nearest", "networkx_nearest.py", items={"100k": 8, "1m": 2}, sizes=TO_1M),
    Peer("igraph", "nearest", "igraph_nearest.py", items={"100k": 8, "1m": 2}, sizes=TO_1M),
    Peer("pandana", "nearest", "pandana_nearest.py", items={"100k": 4, "1m": 1}, sizes=TO_1M, exact=False,
         slow=TO_1M[1:]),
    Peer("cityseer", "counts", "cityseer_counts.py", sizes=TO_1M, exact=False, slow=("1m",)),
    Peer("scipy", "counts", "scipy_counts.py", items={"100k": 500, "1m": 100}, sizes=TO_1M),
    Peer("pandana", "counts", "pandana_counts.py", items={"10k": 4, "100k": 2, "1m": 1}, sizes=TO_1M,
         slow=TO_1M[1:]),
    Peer("networkx", "reach", "networkx_reach.py", items={"10k": 2000, "100k": 2000, "1m": 2000}, sizes=TO_1M,
         often=True),
    Peer("scipy", "reach", "scipy_reach.py", items={"10k": 2000, "100k": 1000, "1m": 200}, sizes=TO_1M),
    Peer("shapely", "areas", "shapely_areas.py", items={"10k": 50, "100k": 50, "1m": 50}, sizes=TO_1M, often=True,
         exact=False),
    Peer("valhalla", "areas", "valhalla_areas.py", items={"10k": 200, "100k": 200, "1m": 200}, sizes=TO_1M,
         often=True, venv="venv-valhalla"),
    Peer("libosmium decoding alone", "extract", "osmium_decode.py", sizes=TO_1M, often=True),
    Peer("valhalla", "extract", "valhalla_tiles.py", sizes=TO_1M, venv="venv-valhalla"),
    Peer("GDAL Arrow read", "files", "pyogrio_read.py", sizes=TO_1M, often=True),
]  # fmt: skip

# How many places ours does where all of them would take long.
OURS = {"areas": {"10k": 100, "100k": 100, "1m": 100}}

# What the plots are drawn of: T1 with one measure changed at a time.
SWEEP_SIZE = "100k"
SWEEPS = {"radius": [250, 500, 1000, 2000, 4000], "kinds": [1, 5, 10, 20, 40]}
