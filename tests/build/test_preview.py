"""`press preview`: what an editor saves is on the page at once, with whatever is wrong with it."""

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

import pytest

from support.build_tree import PROJECT, article, copy_of_project


@dataclass
class Preview:
    """A running preview of one draft."""

    address: str
    file: Path

    def page(self) -> str:
        with urllib.request.urlopen(f"{self.address}articles/in-work/", timeout=60) as answer:
            return str(answer.read().decode())

    def save(self, text: str) -> str:
        """Save the draft, wait until the browser would be told, and return the page as it then is."""
        epoch = re.search(r"livereload\((\d+), \d+\)", self.page())
        assert epoch is not None
        self.file.write_text(article("in-work", "In work", text, more="draft: true\n"), "utf-8")
        with urllib.request.urlopen(f"{self.address}livereload/{epoch[1]}/{epoch[1]}", timeout=60) as answer:
            assert answer.read().decode() != epoch[1]
        return self.page()


@pytest.fixture(scope="module")
def preview(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    assert site.is_dir()  # its scripts are made by now, and the preview takes them over
    project = copy_of_project(tmp_path_factory.mktemp("preview") / "project")
    file = project / "content" / "articles" / "in-work.md"
    file.write_text(article("in-work", "In work", "First words.", more="draft: true\n"), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "press.cli", "preview", "in-work", "--port", str(port)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        assert running.stdout is not None
        said = []
        for line in running.stdout:
            said.append(line)
            if "Serving on" in line:
                break
        else:
            pytest.fail(f"The preview does not start:\n{''.join(said)}", pytrace=False)
        try:
            yield Preview(f"http://127.0.0.1:{port}/", file)
        finally:
            _end(running)


def _end(running: subprocess.Popen[str]) -> None:
    # The command waits for MkDocs, its child; as Ctrl-C does, both are told.
    children = subprocess.run(["pgrep", "-P", str(running.pid)], capture_output=True, text=True, check=False)
    for child in children.stdout.split():
        subprocess.run(["kill", child], check=False)
    running.terminate()
    running.wait(timeout=30)


def test_a_draft_is_shown_and_marked_as_unseen_by_readers(preview: Preview) -> None:
    page = preview.page()
    assert "First words." in page
    assert "<strong>Not published.</strong> Readers do not see this page yet." in page


def test_a_save_is_on_the_page_when_the_browser_is_told(preview: Preview) -> None:
    assert "Second words." in preview.save("Second words.")
    assert "Third words." in preview.save("Third words.")


def test_what_is_wrong_stands_on_the_page_with_its_line(preview: Preview) -> None:
    page = preview.save("Give .5 mg <script>alert(1)</script>")
    assert "content/articles/in-work.md:16:6: naked-decimal" in page
    assert "content/articles/in-work.md:16:12: raw-html" in page
    assert "<script>alert(1)</script>" not in page
    assert "naked-decimal" not in preview.save("Give 0.5 mg")


def test_deleting_the_article_leaves_the_preview_running(preview: Preview) -> None:
    words = preview.save("Last words.")
    epoch = re.search(r"livereload\((\d+), \d+\)", words)
    assert epoch is not None
    text = preview.file.read_text("utf-8")
    preview.file.unlink()
    with urllib.request.urlopen(f"{preview.address}livereload/{epoch[1]}/{epoch[1]}", timeout=60) as answer:
        assert answer.read().decode() != epoch[1]
    with pytest.raises(HTTPError, match="404"):
        preview.page()
    preview.file.write_text(text, "utf-8")


def test_a_port_in_use_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "press.cli", "preview", "--port", port]
        run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (
        2,
        f"press: Something else is on 127.0.0.1:{port} already. Stop it, or choose another with --port.\n",
    )
