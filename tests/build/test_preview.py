"""`press preview`: what an editor saves is on the page at once, with whatever is wrong with it."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError

import pytest

from support.building import PROJECT, copy_of_project
from support.extra_articles import article


@dataclass
class Preview:
    """A running preview of one draft."""

    address: str
    file: Path

    def page(self) -> str:
        return self.get("articles/in-work/")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=60) as answer:
            return str(answer.read().decode())

    def save(self, text: str) -> str:
        """Save the draft, wait until the browser would be told, and return the page as it then is."""
        return self.save_file(self.file, article("in-work", "In work", text, more="draft: true\n"))

    def save_file(self, file: Path, text: str) -> str:
        """Save any file, wait until the browser would be told, and return the draft's page as it then is."""
        epoch = re.search(r"livereload\((\d+), \d+\)", self.page())
        assert epoch is not None
        file.write_text(text, "utf-8")
        with urllib.request.urlopen(f"{self.address}livereload/{epoch[1]}/{epoch[1]}", timeout=60) as answer:
            assert answer.read().decode() != epoch[1]
        return self.page()


@pytest.fixture(scope="module")
def preview(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    assert site.is_dir()  # its scripts are made by now, and the preview takes them over
    project = copy_of_project(tmp_path_factory.mktemp("preview") / "project")
    file = project / "content" / "articles" / "in-work.md"
    file.write_text(article("in-work", "In work", "First words.", more="draft: true\n"), "utf-8")
    with socket.socket() as held:
        # The port stays taken, so that nothing else gets it, and free to be listened on, while the preview starts.
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        with running_preview(project, held.getsockname()[1]) as address:
            yield Preview(address, file)


@contextmanager
def running_preview(project: Path, port: int) -> Iterator[str]:
    """The address of a preview of the draft. The command waits for MkDocs, its child; as Ctrl-C does, both are ended."""
    command = [sys.executable, "-m", "press.cli", "preview", "in-work", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as running:
        assert running.stdout is not None
        said = list(takewhile(lambda line: "Serving on" not in line, running.stdout))
        if running.poll() is not None:
            pytest.fail(f"The preview does not start:\n{''.join(said)}", pytrace=False)
        # It goes on talking, and must not have to wait for somebody who listens.
        Thread(target=running.stdout.read, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            os.killpg(running.pid, signal.SIGTERM)
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


def test_a_changed_template_is_on_the_page(preview: Preview) -> None:
    template = preview.file.parents[2] / "docs" / "overrides" / "main.html"
    old = template.read_text("utf-8")
    assert '<meta name="new">' in preview.save_file(
        template, old.replace("{% block site_meta %}", '{% block site_meta %}<meta name="new">', 1)
    )
    assert '<meta name="new">' not in preview.save_file(template, old)


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
