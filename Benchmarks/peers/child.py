"""Runs a program of its own and tells what it used."""

import os
import subprocess


def run(command, log):
    """Processor seconds and peak memory in kibibytes of a program; its words go to `log`."""
    with open(log, "w") as words:
        child = subprocess.Popen(command, stdout=words, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command[0]} ended with {child.returncode}: see {log}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss
