"""An editor in the browser (Sveltia CMS), served by the site itself under /edit/ when the site's owner asks for it.

Its fields are made from the list that the check reads, so the two cannot differ.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from ..content.closed_lists import Lists
from ..content.front_matter import FIELDS, FrontMatterField
from ..reading.errors import SetupError

FOLDER = "edit"
PACKAGES = "@sveltia/cms@0.221.1 @fontsource-variable/material-symbols-outlined@5.3.7"
_PROGRAM = "sveltia-cms.js"
_ICON_FONT = "signs.woff2"
# Each file with its package and its SHA-256. The program runs with the editor's right to write to the repository,
# so no other bytes are served.
PARTS = {
    _PROGRAM: (
        "@sveltia/cms/dist/sveltia-cms.js",
        "2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a",
    ),
    "chunks/react-dom.js": (
        "@sveltia/cms/dist/chunks/react-dom.js",
        "e6834ea4cc69293d31245d76953c635ea37783aa5598eb375ea41845cb5e7af6",
    ),
    _ICON_FONT: (
        "@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2",
        "98db9feefa170bf76e9c19d19af6dd62054165efc89c4b506c361e069719e884",
    ),
}
# Its icons are letters of a font; without the font they are shown as words such as expand_more.
ICON_FONT_ON_CDN = (
    b"https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2"
)

# The program would fetch other fonts, its newest version and more from other hosts. Only the repository's host is
# allowed.
_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    "img-src 'self' data: blob: https://avatars.githubusercontent.com; "
    "connect-src 'self' blob: data: https://api.github.com https://github.com"
)
_PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>Edit</title>
<link href="config.yml" type="text/yaml" rel="cms-config-url">
</head>
<body>
<script src="{_PROGRAM}"></script>
</body>
</html>
"""


def browser_editor(lists: Lists, repository: str, node_modules: Path) -> dict[str, bytes]:
    """The files of /edit/ by their address. Raises SetupError."""
    if not repository:
        raise SetupError("The browser editor needs the repository: set PRESS_EDIT_REPOSITORY to owner/name.")
    config = yaml.safe_dump(editor_config(lists, repository), sort_keys=False, allow_unicode=True)
    files = {"index.html": _PAGE.encode(), "config.yml": config.encode()}
    files |= {name: _part(node_modules / path, digest) for name, (path, digest) in PARTS.items()}
    files[_PROGRAM] = files[_PROGRAM].replace(ICON_FONT_ON_CDN, _ICON_FONT.encode())
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def _part(file: Path, digest: str) -> bytes:
    install = f"run: npm install --no-save {PACKAGES}"
    if not file.is_file():
        raise SetupError(f"The browser editor is not installed; {install}")
    content = file.read_bytes()
    if sha256(content).hexdigest() != digest:
        raise SetupError(f"{file.name} of the browser editor is not the one that this site was made for; {install}")
    return content


def editor_config(lists: Lists, repository: str) -> dict[str, Any]:
    """The program's settings: where articles lie and which fields they have."""
    return {
        "backend": {"name": "github", "repo": repository, "branch": "main"},
        "media_folder": "content/images/articles",
        "public_folder": "/images/articles",
        # A field left empty is left out: the check takes an empty one for a mistake.
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": [
            {
                "name": "articles",
                "label": "Articles",
                "label_singular": "Article",
                "folder": "content/articles",
                "create": True,
                "delete": False,  # an article is withdrawn, so that its address can say why
                "slug": "{{fields.slug}}",
                "extension": "md",
                "format": "yaml-frontmatter",
                "fields": [*(_field(field, lists) for field in FIELDS), _BODY],
            }
        ],
    }


# Raw Markdown alone: a rich text editor would write the whole article anew.
_BODY: dict[str, Any] = {
    "name": "body",
    "label": "Text",
    "widget": "markdown",
    "modes": ["raw"],
    "editor_components": [],
}


def _field(field: FrontMatterField, lists: Lists) -> dict[str, Any]:
    common = {"name": field.name, "label": field.name, "hint": f"{field.says}.", "required": field.required}
    return common | field.kind.widget(lists)
