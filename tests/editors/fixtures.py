"""The fixture with which tests ask the language server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.fixtures import do_without
from tests.browser.setup_browser import Missing
from tests.editors.language_server import LanguageServer, command

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Run the language server, or skip where it cannot be had."""
    try:
        words = command()
    except Missing as missing:
        do_without(missing)
    with LanguageServer(words, tmp_path_factory.mktemp("workspace")) as server:
        yield server
