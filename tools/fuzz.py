"""Give each reader damaged texts for as long as asked: `make fuzz seconds=600 only="SVG YAML" seed=7`.

A text that a reader did not withstand is kept in .cache/fuzz/, and its turn is said: it belongs into a test of its own.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from support.fuzzing.readers import READERS, Reader  # noqa: E402  # the tests' own modules

KEPT = ROOT / ".cache" / "fuzz"


def main() -> int:
    """1 when a reader did not withstand a text."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("only", nargs="*", help="names of readers; all when none is given")
    given.add_argument("--seconds", type=float, default=600, help="for each reader")
    given.add_argument("--seed", type=int, default=1)
    told = given.parse_args()
    chosen = [reader for reader in READERS if not told.only or reader.name in told.only]
    return min(1, sum(_fails(reader, told.seconds, told.seed) for reader in chosen))


def _fails(reader: Reader, seconds: float, seed: int) -> int:
    end, turn, failures, slowest = time.monotonic() + seconds, 0, 0, 0.0
    while time.monotonic() < end:
        text = reader.text(seed, turn)
        begun = time.process_time()
        try:
            reader.check(text)
        except Exception as fault:  # whatever escapes a reader is a finding
            failures += 1
            KEPT.mkdir(parents=True, exist_ok=True)
            kept = KEPT / f"{reader.name.replace(' ', '-')}-{seed}-{turn}.txt"
            kept.write_bytes(text.encode("utf-8", "surrogatepass"))
            print(f"{reader.name}: seed {seed}, turn {turn}: {type(fault).__name__}: {str(fault)[:300]}", flush=True)
        slowest = max(slowest, time.process_time() - begun)
        turn += 1
    print(
        f"{reader.name}: {turn:,} texts in {seconds:g} s, {failures} not withstood, slowest {slowest:.2f} s", flush=True
    )
    return failures


if __name__ == "__main__":
    sys.exit(main())
