"""What was measured on, and with what."""

import datetime
import json
import os
import platform
import subprocess


def told(python):
    """Machine, versions and date of a run."""
    versions = {
        package["name"]: package["version"]
        for package in json.loads(output([python, "-m", "pip", "list", "--format=json"]))
    }
    shown = ("cityseer", "igraph", "networkx", "numpy", "osmium", "pandana", "pyogrio", "scipy", "shapely")
    return {
        "date": datetime.date.today().isoformat(),
        "processor": processor(), "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "system": platform.platform(), "python": platform.python_version(),
        "swift": output(["swift", "--version"]).splitlines()[0].strip(),
        "other_command": "LIFECIRCLE" in os.environ,
        "commit": output(["git", "rev-parse", "--short", "HEAD"]).strip(),
        "versions": {name: versions[name] for name in shown if name in versions},
    }  # fmt: skip


def processor():
    try:
        lines = open("/proc/cpuinfo").read().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "unknown")


def output(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
