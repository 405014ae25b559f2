"""Runs programs in turn and keeps the least of each."""

import json
import os
import subprocess
import sys
from pathlib import Path

from suite import agreement, machine, plan, preparing

WALKBENCH = Path(".build/release/walkbench")
# Another build of the command may be measured by the variable LIFECIRCLE.
COMMAND = Path("../.build/release/lifecircle")


def group(task, size, rounds, only_ours=False, patiently=False):
    """One task at one size: ours on one thread and two, and every peer, interleaved."""
    city = preparing.folder(size)
    runs = {("lifecircle", 1): (ours(task, size, 1), True)}
    if task not in ("extract", "files"):
        runs["lifecircle", 2] = ours(task, size, 2), True
    peers = [peer for peer in plan.PEERS if peer.task == task and peer.runs_at(size, patiently) and is_there(peer)]
    for peer in [] if only_ours else peers:
        runs[peer.name, 1] = theirs(peer, size), peer.often
    least = {}
    for turn in range(rounds):
        for key, (command, often) in runs.items():
            if turn == 0 or often:
                keep_least(least, key, run(command))
    disagree = [] if only_ours else [
        f"{peer.name} {found}" for peer in peers for found in checked(peer, size, city, least)]
    for found in disagree:
        print(f"answers differ: {task} {size}: {found}", file=sys.stderr)
    return {"told": machine.told(preparing.VENV), "runs": list(least.values()), "differences": disagree,
            "rounds": rounds, "apart": only_ours}  # fmt: skip


def is_there(peer):
    return (preparing.DATA / peer.venv / "bin" / "python").is_file()


def ours(task, size, threads, *more):
    city = preparing.folder(size)
    if task in ("extract", "files"):
        return [preparing.VENV, "peers/lifecircle_files.py", task, city]
    items = plan.OURS.get(task, {}).get(size)
    return [WALKBENCH, task, city, "--threads", threads, *(["--items", items] if items else []), *more]


def theirs(peer, size, *more):
    items = peer.count(size)
    python = preparing.DATA / peer.venv / "bin" / "python"
    return [python, f"peers/{peer.script}", preparing.folder(size), *(["--items", items] if items else []), *more]


def run(command):
    """The one line of JSON a program prints; its processor time may be that of a child."""
    environment = os.environ | {
        "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "LIFECIRCLE": os.environ.get("LIFECIRCLE", str(COMMAND)),
        "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
    words = [str(word) for word in command]
    print("…", *words, file=sys.stderr, flush=True)
    done = subprocess.run(words, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    fields = json.loads([line for line in done.stdout.splitlines() if line.startswith("{")][-1])
    fields["cpu_s"] = fields.get("child_cpu_s", fields["cpu_s"])
    return fields


def keep_least(least, key, fields):
    known = least.get(key)
    if known is None:
        least[key] = fields
    else:
        if known["checksum"] != fields["checksum"]:
            raise SystemExit(f"{key}: another answer the second time")
        # Stages and the command in all belong to the round that counts.
        of_round = ("stages", "command_cpu_s") if fields["cpu_s"] < known["cpu_s"] else ()
        known.update({name: fields[name] for name in of_round if name in fields})
        for name in ("cpu_s", "wall_s", "peak_kb"):
            known[name] = min(known[name], fields[name])


def checked(peer, size, city, least):
    """Where a peer's answers differ from ours to the same questions."""
    if peer.task in ("extract", "files") or (peer.name, 1) not in least:
        return []
    count = peer.count(size)
    option = "--kinds" if peer.task == "nearest" else "--items"
    same = run([WALKBENCH, peer.task, city, *([option, count] if count else [])])
    answer = least[peer.name, 1]["checksum"]
    return [] if "every_node" in answer else agreement.differences(
        same["checksum"], answer, peer.exact, peer.share)


def sweeps(rounds):
    """T1 of the middle size with one measure changed at a time, ours and scipy's."""
    city, least = preparing.folder(plan.SWEEP_SIZE), {}
    for measure, values in plan.SWEEPS.items():
        for _ in range(rounds):
            for value in values:
                more = [f"--{measure}", value]
                keep_least(least, (measure, value, "lifecircle"), run([WALKBENCH, "nearest", city, *more]))
                keep_least(least, (measure, value, "scipy"),
                           run([preparing.VENV, "peers/scipy_nearest.py", city, *more]))  # fmt: skip
    return [{"measure": measure, "value": value, "peer": peer, "cpu_s": fields["cpu_s"]}
            for (measure, value, peer), fields in least.items()]  # fmt: skip
