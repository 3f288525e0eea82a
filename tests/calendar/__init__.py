"""Tests of the calendar: times as districts print them, and reporting cycles."""
