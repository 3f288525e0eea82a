"""Charts of the fictional Lakeshore, ordinary and odd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planctl.report.chart.views import (
    Baseline,
    Break,
    Chart,
    Kind,
    Panel,
    Point,
    Stop,
    TargetLine,
    Year,
)
from planctl.report.target_words import level_text
from planctl.targets import Side


def year(begins: int) -> str:
    """Name a school year."""
    return f"{begins}-{(begins + 1) % 100:02d}"


def end(begins: int) -> date:
    """Give the last day of a school year."""
    return date(begins + 1, 6, 30)


def years(first: int, last: int) -> tuple[Year, ...]:
    """Give the school years from one to another."""
    return tuple(Year(year(one), end(one)) for one in range(first, last + 1))


def point(
    begins: int, value: str, kind: Kind = Kind.FINAL, unit: str | None = "percent"
) -> Point:
    """Give a value of a school year."""
    number = Decimal(value)
    text = level_text(number, unit)
    return Point(end(begins), year(begins), text, number, number, kind)


def missing(begins: int, why: str) -> Point:
    """Give a value that is none."""
    return Point(end(begins), year(begins), why, kind=Kind.MISSING)


def start(begins: int, value: str, unit: str | None = "percent") -> Baseline:
    """Give a baseline of a school year."""
    number = Decimal(value)
    return Baseline(level_text(number, unit), number, end(begins), year(begins))


def stop(  # noqa: PLR0913 - what is said of a step
    begins: int,
    low: str | None,
    high: str | None = "",
    *,
    text: str = "",
    unit: str | None = "percent",
    is_step: bool = True,
) -> Stop:
    """Give a step of a target; without an upper end it is one value."""
    bottom = None if low is None else Decimal(low)
    top = bottom if high == "" else None if high is None else Decimal(high)
    one = bottom if bottom is not None else top
    assert one is not None
    said = text or level_text(one, unit)
    return Stop(end(begins), year(begins), said, bottom, top, is_step)


def line(*stops: Stop, name: str = "Target", side: Side = Side.ABOVE) -> TargetLine:
    """Give a target with a road."""
    return TargetLine(name, stops, side)


def level(*stops: Stop, name: str = "Target", side: Side = Side.ABOVE) -> TargetLine:
    """Give a target without a road."""
    return TargetLine(name, stops, side, has_road=False)


def chart(  # noqa: PLR0913 - what is said of a chart
    *panels: Panel,
    title: str = "Third graders who read at grade level",
    finding: str = "Up 1.5 points since 2022-23; 6 more are asked for by 2024-25.",
    unit: str | None = "percent",
    direction: str | None = "increase",
    span: tuple[int, int] = (2022, 2026),
    breaks: tuple[Break, ...] = (),
    words: tuple[str, ...] = (),
    name: str = "chart-1",
) -> Chart:
    """Give a chart of some panels."""
    return Chart(
        name,
        title,
        finding,
        unit,
        direction,
        years(*span),
        panels,
        breaks,
        words,
    )


AMBIGUOUS = chart(
    Panel(
        baseline=start(2022, "22.1"),
        points=(
            point(2022, "22.1"),
            point(2023, "22.2"),
            point(2024, "24.8", Kind.PROVISIONAL),
        ),
        targets=(
            line(
                stop(2023, "27.6", is_step=False),
                stop(2024, "33.1", is_step=False),
                stop(2026, "44.1"),
                name="Target, read as 22 points",
            ),
            line(
                stop(2023, "23.3", is_step=False),
                stop(2024, "24.5", is_step=False),
                stop(2026, "26.96"),
                name="Target, read as 22 percent of the baseline",
            ),
        ),
    ),
    finding="24.8% in 2024-25: behind one reading, ahead of the other.",
)
LADDER = chart(
    Panel(
        baseline=start(2021, "25.3"),
        points=(
            point(2021, "25.3"),
            point(2022, "25.4"),
            missing(2023, "not collected"),
            point(2024, "23.9"),
            Point(
                date(2026, 2, 28),
                "Mid-year 2025-26",
                "12.6%",
                Decimal("12.6"),
                Decimal("12.6"),
                Kind.YEAR_TO_DATE,
            ),
        ),
        targets=(
            line(
                stop(2023, "22"),
                stop(2025, "20"),
                stop(2027, "18.3"),
                side=Side.BELOW,
            ),
        ),
        forecast=Point(
            end(2027),
            year(2027),
            "21% to 23%",
            Decimal(21),
            Decimal(23),
            Kind.PROJECTED,
        ),
    ),
    title="Students chronically absent",
    finding="23.9% in 2024-25, down 1.4 points; 20% is asked for by 2025-26.",
    direction="decrease",
    span=(2021, 2027),
)
FLOOR = chart(
    Panel(
        baseline=start(2022, "88"),
        points=(point(2022, "88"), point(2023, "91.5"), point(2024, "90.2")),
        targets=(level(stop(2026, "90", None, text="at least 90%")),),
    ),
    title="Families who feel welcome",
    finding="90.2% in 2024-25, above the floor of 90%.",
)
CEILING_AND_BOUNDS = chart(
    Panel(
        points=(
            Point(end(2022), year(2022), "<5%", None, Decimal(5)),
            Point(end(2023), year(2023), "6% to 8%", Decimal(6), Decimal(8)),
            point(2024, "7.2", Kind.DISPUTED),
            point(2025, "6.5", Kind.PROJECTED),
        ),
        targets=(level(stop(2026, None, "6", text="at most 6%"), side=Side.BELOW),),
    ),
    title="Students suspended",
    finding="7.2% in 2024-25, above the ceiling of 6%.",
    direction="decrease",
)
BAND = chart(
    Panel(
        baseline=start(2022, "1.05", "ratio"),
        points=(point(2022, "1.05", unit="ratio"), point(2023, "0.97", unit="ratio")),
        targets=(
            level(
                stop(2025, "0.9", "1.1", text="0.9 to 1.1", unit="ratio"),
                side=Side.INSIDE,
            ),
        ),
    ),
    title="Discipline ratio",
    finding="0.97 in 2023-24, inside the band of 0.9 to 1.1.",
    unit="ratio",
    direction="within",
    span=(2022, 2025),
)
BREAKS = chart(
    Panel(
        baseline=start(2012, "48"),
        points=(
            *(point(2012 + place, str(48 + place)) for place in range(3)),
            *(point(2015 + place, str(39 + 2 * place)) for place in range(5)),
            missing(2020, "not collected"),
            point(2021, "42"),
        ),
        targets=(line(stop(2024, "55", "60", text="55% to 60%")),),
    ),
    breaks=(
        Break(date(2015, 7, 1), "2015-16", "the state changed the test"),
        Break(date(2021, 7, 1), "2021-22", ""),
    ),
    span=(2012, 2024),
    finding="42% in 2021-22; not compared with years before.",
)
GROUPS = chart(
    *(
        Panel(
            name=name,
            baseline=start(2022, first),
            points=(point(2022, first), point(2023, then)),
            targets=(
                level(stop(2024, "60", None, text="at least 60%")),
                line(stop(2024, str(Decimal(first) + 6)), name="6 points more"),
            ),
        )
        for name, first, then in (
            ("English learners", "41", "44"),
            ("Students with disabilities", "30.5", "29.1"),
            ("Hispanic or Latino students", "48", "55.2"),
        )
    ),
    Panel(name="Pacific Islanders", remark="Withheld: fewer than 10 students"),
    Panel(name="Migrant students"),
    finding="2 of 3 student groups rose; 2 are not shown.",
    span=(2022, 2024),
)
WORDS = chart(
    Panel(
        points=(
            Point(end(2022), year(2022), "beginning", Decimal(0), Decimal(0)),
            Point(end(2023), year(2023), "developing", Decimal(1), Decimal(1)),
        ),
        targets=(level(stop(2025, "2", None, text="at least proficient")),),
    ),
    title="Quality of coaching",
    finding="Developing in 2023-24; proficient is asked for by 2025-26.",
    unit=None,
    words=("beginning", "developing", "proficient", "exemplary in every classroom"),
    span=(2022, 2025),
)
YES_NO = chart(
    Panel(
        points=(
            Point(end(2022), year(2022), "no", Decimal(0), Decimal(0)),
            Point(end(2023), year(2023), "yes", Decimal(1), Decimal(1)),
        ),
        targets=(level(stop(2024, "1", "1", text="yes"), side=Side.INSIDE),),
    ),
    title="Every school has a family council",
    finding="Yes since 2023-24.",
    unit="yes_no",
    words=("no", "yes"),
    span=(2022, 2024),
)
MONEY = chart(
    Panel(
        baseline=start(2022, "12400000", "USD"),
        points=(
            point(2022, "12400000", unit="USD"),
            point(2023, "11875250.50", unit="USD"),
        ),
        targets=(line(stop(2025, "10000000", unit="USD"), side=Side.BELOW),),
    ),
    title="Spent on buses",
    finding="$11,875,250.50 in 2023-24, down from $12,400,000.",
    unit="USD",
    direction="decrease",
    span=(2022, 2025),
)
COUNT = chart(
    Panel(
        points=(
            point(2022, "1250300", unit="count"),
            point(2023, "1301200", unit="count"),
        ),
    ),
    title="Books lent",
    finding="1,301,200 in 2023-24, up from 1,250,300.",
    unit="count",
    span=(2022, 2023),
)
NEGATIVE = chart(
    Panel(
        baseline=start(2022, "-14.5", "points"),
        points=(point(2022, "-14.5", unit="points"), point(2023, "-9", unit="points")),
        targets=(line(stop(2025, "3", unit="points")),),
    ),
    title="Growth against the state",
    finding="9 points below the state in 2023-24; 14.5 below in 2022-23.",
    unit="points",
    span=(2022, 2025),
)
SIXTY_YEARS = chart(
    Panel(points=tuple(point(1965 + n, str(40 + n * 7 % 13)) for n in range(60))),
    title="Graduates",
    finding="Between 40% and 52% in sixty years.",
    span=(1965, 2024),
)
MANY_TARGETS = chart(
    Panel(
        baseline=start(2022, "22.1"),
        points=(point(2022, "22.1"), point(2023, "22.2")),
        targets=(
            *(
                line(stop(2024 + n % 3, str(24 + 3 * n)), name=f"Target of office {n}")
                for n in range(8)
            ),
        ),
    ),
    finding="22.2% in 2023-24; eight offices each have a target.",
)
MANY_GROUPS = chart(
    *(
        Panel(
            name=f"Lakeshore school number {n}",
            points=(point(2022, str(20 + n % 50)), point(2023, str(25 + n % 47))),
        )
        for n in range(300)
    ),
    span=(2022, 2023),
    finding="300 schools, from 20% to 71%.",
)
NOTHING = chart(Panel(), finding="Nothing was measured yet.", span=(2022, 2023))
ONE_VALUE = chart(
    Panel(points=(point(2023, "54.5"),)), span=(2023, 2023), finding="54.5% in 2023-24."
)
ALL_EQUAL = chart(
    Panel(
        baseline=start(2022, "100"),
        points=tuple(point(2022 + n, "100") for n in range(4)),
        targets=(level(stop(2026, "100", text="100%")),),
    ),
    finding="100% in every year.",
)
ONLY_A_TARGET = chart(
    Panel(targets=(line(stop(2025, "95")),)),
    span=(2025, 2025),
    finding="Nothing was measured yet; 95% is asked for by 2025-26.",
)
BASELINE_WITHOUT_A_YEAR = chart(
    Panel(
        baseline=Baseline("52%", Decimal(52)),
        points=(point(2023, "54.5"),),
        targets=(line(stop(2025, "58")),),
    ),
    span=(2023, 2025),
    finding="54.5% in 2023-24, up from 52%.",
)
HOSTILE = chart(
    Panel(
        points=(
            Point(
                end(2022),
                '</text><script>alert("1")</script>',
                "<b>&lt;1\x1b[31m%\ud800\ufffe",
                Decimal("1E-30"),
                Decimal("1E-30"),
            ),
            Point(
                end(2023),
                "\u202e2023",
                "W" * 10_000,
                Decimal("9" * 40),
                Decimal("9" * 40),
            ),
        ),
        targets=(
            line(
                stop(2024, "1" + "0" * 60, text="{{ 7*7 }}"), name="]]><script>" * 500
            ),
        ),
        remark="",
    ),
    title='"><svg onload="alert(1)">\x00 \u05d0\u05d1\u05d2 e\u0301 \U0001f600',
    finding="--> ]]> %s {0} ${x}",
    unit=None,
    direction=None,
    breaks=(Break(date(2023, 7, 1), "<&>'\"", "\ufffe'\"<&>"),),
    name="chart-\"'<&>",
)

CASES = {
    "ambiguous": AMBIGUOUS,
    "ladder": LADDER,
    "floor": FLOOR,
    "ceiling-and-bounds": CEILING_AND_BOUNDS,
    "band": BAND,
    "breaks": BREAKS,
    "groups": GROUPS,
    "words": WORDS,
    "yes-no": YES_NO,
    "money": MONEY,
    "count": COUNT,
    "negative": NEGATIVE,
    "sixty-years": SIXTY_YEARS,
    "many-targets": MANY_TARGETS,
    "many-groups": MANY_GROUPS,
    "nothing": NOTHING,
    "one-value": ONE_VALUE,
    "all-equal": ALL_EQUAL,
    "only-a-target": ONLY_A_TARGET,
    "baseline-without-a-year": BASELINE_WITHOUT_A_YEAR,
    "hostile": HOSTILE,
}
