"""The command line: one command a file; each parses, calls, prints and exits."""

from __future__ import annotations

import typer

from planctl.cli.explain import explain
from planctl.cli.export import export
from planctl.cli.home import home
from planctl.cli.init import init
from planctl.cli.progress import progress
from planctl.cli.report import report
from planctl.cli.schema import schema
from planctl.cli.show import show
from planctl.cli.status import status
from planctl.cli.target import target
from planctl.cli.validate import validate

app = typer.Typer(
    name="planctl",
    help="Improvement plans of school districts as checked text files.",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.callback(invoke_without_command=True)(home)
# A target may begin with a minus, which is no option; `-6 hours` asks for no help.
_WITH_MINUS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
app.command(context_settings=_WITH_MINUS)(target)
for command in (
    validate,
    status,
    progress,
    report,
    show,
    explain,
    init,
    export,
    schema,
):
    app.command()(command)
