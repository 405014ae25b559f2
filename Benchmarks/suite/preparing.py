"""Environments, cities and builds, made on first use and kept in `.data`."""

import shutil
import subprocess
import sys
from pathlib import Path

DATA = Path(".data")
VENV, VALHALLA = DATA / "venv" / "bin" / "python", DATA / "venv-valhalla" / "bin" / "python"


def environments():
    make_environment("python3.11", VENV, "requirements.txt")
    try:
        make_environment("python3.12", VALHALLA, "requirements-valhalla.txt")
    except (FileNotFoundError, subprocess.CalledProcessError):
        print("no Valhalla: its wheels need python3.12", file=sys.stderr)


def make_environment(wanted, python, requirements):
    """A virtual environment with what is pinned; made again when the pins change."""
    folder, done = python.parent.parent, python.parent.parent / requirements
    pins = Path(requirements).read_text()
    if done.is_file() and done.read_text() == pins:
        return
    if not python.is_file():
        subprocess.run([shutil.which(wanted) or wanted, "-m", "venv", folder], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", "--only-binary", ":all:", "-r", requirements], check=True)
    done.write_text(pins)


def build(with_command):
    """The release of what measures, and of the command where files are read."""
    subprocess.run(["swift", "build", "-c", "release"], check=True, stdout=sys.stderr)
    if with_command:
        subprocess.run(["swift", "build", "-c", "release", "--product", "lifecircle"], check=True, cwd="..",
                       stdout=sys.stderr)  # fmt: skip


def folder(size):
    return DATA / f"city-{size}"


def city(size, with_files):
    if not (folder(size) / "city.json").is_file():
        subprocess.run([VENV, "make-city", size, folder(size)], check=True, stdout=sys.stderr)
    if with_files and not (folder(size) / "city.osm.pbf").is_file():
        subprocess.run([VENV, "make-files", folder(size)], check=True)


def tiles(size):
    """The tiles that Valhalla finds areas on."""
    if VALHALLA.is_file() and not (folder(size) / "valhalla" / "valhalla.json").is_file():
        subprocess.run([VALHALLA, "peers/valhalla_tiles.py", folder(size)], check=True, stdout=sys.stderr)


def extract(path):
    """A size of its own for a real extract, named after the file."""
    name = path.name.removesuffix(".osm.pbf")
    folder(name).mkdir(exist_ok=True)
    link = folder(name) / "city.osm.pbf"
    link.unlink(missing_ok=True)
    link.symlink_to(path)
    return name


def draw(results, to):
    to.mkdir(parents=True, exist_ok=True)
    subprocess.run([VENV, "-m", "suite.plots", results, to], check=True)
