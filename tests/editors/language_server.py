"""The language server behind editors' YAML support, driven over its pipes."""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tests.browser.setup_browser import confined, find_node, install_packages

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

HERE = Path(__file__).resolve().parent
PACKAGE_JSON = HERE / "package.json"
CACHE = HERE.parent.parent / ".cache" / "editors"
SECONDS = 60

Message = dict[str, Any]

# As an editor has them, except that no schema is looked up on the network.
SETTINGS: Message = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
        "schemas": {},
    }
}
CAPABILITIES: Message = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"relatedInformation": True},
    },
}


def command(cache: Path = CACHE) -> list[str]:
    """Find or install the server under `cache`, and say how to run it.

    Raises:
        Missing: Node or the package cannot be had.
    """
    (cache / "tmp").mkdir(parents=True, exist_ok=True)
    node, npm = find_node()
    home = install_packages(cache, npm, PACKAGE_JSON)
    server = home / "node_modules" / "yaml-language-server" / "bin"
    return [str(node), str(server / "yaml-language-server"), "--stdio"]


class LanguageServer:
    """A running server, as an editor sees it; positions count from 0."""

    def __init__(self, words: list[str], root: Path, scratch: Path = CACHE) -> None:
        self._root = root
        self._process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=confined(scratch / "tmp"),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout
        self._inbox: queue.Queue[Message] = queue.Queue()
        self._ids = itertools.count(1)
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        folder = {"uri": self._root.as_uri(), "name": "plans"}
        self._ask(
            "initialize",
            processId=None,
            rootUri=folder["uri"],
            workspaceFolders=[folder],
            capabilities=CAPABILITIES,
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=SETTINGS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self._to.close()
        self._from.close()

    def open(self, path: Path, text: str) -> list[str]:
        """Open a file with a text, and give what the server marks in it."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        published = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
            )
        )
        return [
            f"{one['range']['start']['line']}: {one['message']}"
            for one in published["params"]["diagnostics"]
        ]

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What the server offers at a place of an open file, with explanations."""
        answer = self._ask("textDocument/completion", **_place(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: _plain(item.get("documentation")) for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What the server says of a place of an open file."""
        answer = self._ask("textDocument/hover", **_place(path, line, column))
        return _plain(answer["contents"]) if answer else ""

    def _ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - as the protocol has it
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(
            lambda message: message.get("id") == number and "method" not in message
        )
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()

    def _wait(self, is_wanted: Callable[[Message], bool]) -> Message:
        """The first message that is wanted; what the server asks is answered."""
        while True:
            message = self._inbox.get(timeout=SECONDS)
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": _answer(message)})
            elif is_wanted(message):
                return message

    def _read(self) -> None:
        """Put the server's messages into the inbox until it ends."""
        while head := self._from.readline():
            length = 0
            while head.strip():
                name, _, value = head.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                head = self._from.readline()
            self._inbox.put(json.loads(self._from.read(length)))


def _answer(request: Message) -> object:
    if request["method"] != "workspace/configuration":
        return None
    return [SETTINGS.get(one.get("section"), {}) for one in request["params"]["items"]]


def _place(path: Path, line: int, column: int) -> Message:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": column},
    }


def _plain(content: Any) -> str:  # noqa: ANN401 - text, or text with its kind
    return str(content["value"] if isinstance(content, dict) else content or "")
