"""The fixture with which tests look at pages."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

from tests.browser.browser import Browser
from tests.browser.setup_browser import CACHE, Missing, ensure


@pytest.fixture(scope="session")
def browser() -> Browser:
    """Give a browser, or skip where something that it needs cannot be had."""
    try:
        return Browser(ensure(CACHE))
    except Missing as missing:
        do_without(missing)


def do_without(missing: Missing) -> NoReturn:
    """Skip, naming what is missing; fail where PLANCTL_NO_SKIP=1 forbids it."""
    if os.environ.get("PLANCTL_NO_SKIP") == "1":
        pytest.fail(str(missing), pytrace=False)
    pytest.skip(str(missing))
