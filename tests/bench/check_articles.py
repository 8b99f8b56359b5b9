"""How long an editor waits for `press check`: one article, and three hundred. Part of `make bench`.

The articles are copies of the house protocol, the longest article there is, so a real site of the same size is no slower.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "treatment-resistant-depression-protocols"
MANY = 300


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-check-") as folder:
        desk = Path(folder)
        for part in ("content", "docs"):
            shutil.copytree(ROOT / part, desk / part)
        # With the locks, since pages lead to the lists that are made of them.
        for part in ("mkdocs.yml", "CHANGELOG.md", "requirements.txt", "package-lock.json"):
            shutil.copy(ROOT / part, desk)
        print(
            f"press check of one article: {seconds(desk, f'content/articles/{ARTICLE}.md'):.1f} s (wanted: at most 1)"
        )
        source = (desk / "content" / "articles" / f"{ARTICLE}.md").read_text("utf-8")
        for number in range(MANY):
            copy = source.replace(f'slug: "{ARTICLE}"', f'slug: "copy-{number}"')
            (desk / "content" / "articles" / f"copy-{number}.md").write_text(copy, "utf-8")
        print(f"press check of {MANY} more: {seconds(desk):.1f} s (wanted: under 15)")
        print(f"press check of all of them again: {seconds(desk):.1f} s")


def seconds(desk: Path, *paths: str) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "press.cli", "check", *paths]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"press check found problems in the copies:\n{done.stdout[-2000:]}")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
