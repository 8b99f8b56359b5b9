"""Why a command or a build stops, by who must act. The message says what is wrong and what to do.

The branches are who must act, and the classes below them what it is about. `cli.exit_code` gives each its exit code.
Mistakes in an article are no exceptions until a command has to stop for them: see `problems.Problem`.
"""


class PressError(Exception):
    """A command or a build has to stop. Each argument is one message for whoever ran it."""


class EditorError(PressError):
    """An editor can put it right: in an article, or in the words of the command."""


class ArticleErrors(EditorError):
    """The check found errors in articles or pages, and they have been printed."""


class CommandRefused(EditorError):
    """The command does not do what was asked; nothing has been changed.

    `at_desk` says the same to an editor at the desk, who sees titles and buttons; without it the words serve both.
    """

    def __init__(self, *words: str, at_desk: str = "") -> None:
        super().__init__(*words)
        self.at_desk = at_desk or "\n".join(words)


class MaintainerError(PressError):
    """A maintainer can put it right: in what is installed and set, or in the code of the build."""


class SetupError(MaintainerError):
    """Something is not installed, or a setting is absent or wrong."""


class BuildError(MaintainerError):
    """A step of the build failed, or found something other than what it was written for."""
