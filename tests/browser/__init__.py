"""Looking at HTML pages in a real browser, and the tests of what does it."""
