"""Narrative made safe, and text that Markdown shows as it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planctl.render.markup import bare_text, escape_markdown, markdown_to_html


def test_markdown_is_rendered_and_nothing_in_it_runs() -> None:
    html = markdown_to_html(
        "**bold** <script>x</script> [a](javascript:x) [b](https://example.org) "
        "![c](https://example.org/c.png)\n\n# Heading\n\n- one"
    )
    assert "<strong>bold</strong>" in html
    assert "<script>" not in html
    assert "javascript:" not in html.replace("[a](javascript:x)", "")
    assert '<a href="https://example.org">b</a>' in html
    assert "<img" not in html
    assert "<h1>" not in html


def test_bare_text_has_no_marks() -> None:
    text = (
        "**All** done,\nsee [here](https://example.org)\n\n- one\n- two\n\n    code\n"
    )
    assert bare_text(text) == "All done, see here one two code"


def test_plain_text_is_shown_as_it_is() -> None:
    assert escape_markdown("1. *a* | b_c #1 <x> @all & [y]") == (
        "1\\. \\*a\\* \\| b\\_c \\#1 &lt;x&gt; @\u200ball & \\[y\\]"
    )
    assert escape_markdown("2.4.1 and &amp; - dash") == "2.4.1 and &amp;amp; - dash"


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="ab *_`[]()<>#|~@&;-+=1.!\\\n", max_size=40))
def test_escaped_text_comes_back_from_a_markdown_reader(text: str) -> None:
    escaped = escape_markdown(text)
    tokens = MarkdownIt("commonmark").parse(escaped)
    inline = [child.content for token in tokens for child in token.children or ()]
    assert {token.type for token in tokens} <= {
        "paragraph_open",
        "inline",
        "paragraph_close",
    }
    assert "".join(inline).replace("\u200b", "") == " ".join(text.split())
