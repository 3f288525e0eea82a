"""The rules, one a file, in the order in which they are listed."""

from __future__ import annotations

from planctl.rules.abbreviation_conflict import abbreviation_conflict
from planctl.rules.across_break import across_break
from planctl.rules.alignment_loop import alignment_loop
from planctl.rules.already_met import already_met
from planctl.rules.ambiguous_date import ambiguous_date
from planctl.rules.ambiguous_rhythm import ambiguous_rhythm
from planctl.rules.ambiguous_target import ambiguous_target
from planctl.rules.bare_plan import bare_plan
from planctl.rules.baselines_conflict import baselines_conflict
from planctl.rules.budget_mismatch import budget_mismatch
from planctl.rules.budget_overspent import budget_overspent
from planctl.rules.changed_to_itself import changed_to_itself
from planctl.rules.citation_of_another import citation_of_another
from planctl.rules.citation_wording import citation_wording
from planctl.rules.complete_too_early import complete_too_early
from planctl.rules.complete_without_evidence import complete_without_evidence
from planctl.rules.date_without_year import date_without_year
from planctl.rules.dependency_loop import dependency_loop
from planctl.rules.direction_mismatch import direction_mismatch
from planctl.rules.due_after_goal import due_after_goal
from planctl.rules.due_before_baseline import due_before_baseline
from planctl.rules.due_before_dependency import due_before_dependency
from planctl.rules.due_before_start import due_before_start
from planctl.rules.early_end import early_end
from planctl.rules.ended_measure import ended_measure
from planctl.rules.former_id import former_id
from planctl.rules.future_observation import future_observation
from planctl.rules.future_report import future_report
from planctl.rules.grade_span import grade_span
from planctl.rules.half_theory import half_theory
from planctl.rules.hold_without_reason import hold_without_reason
from planctl.rules.impossible_percent import impossible_percent
from planctl.rules.joined_owners import joined_owners
from planctl.rules.ladder_order import ladder_order
from planctl.rules.late_data import late_data
from planctl.rules.listed_twice import listed_twice
from planctl.rules.long_title import long_title
from planctl.rules.many_accountable import many_accountable
from planctl.rules.measure_wording import measure_wording
from planctl.rules.misplaced_id import misplaced_id
from planctl.rules.missed_cycle import missed_cycle
from planctl.rules.missing_expected import missing_expected
from planctl.rules.missing_parts import missing_parts
from planctl.rules.missing_value import missing_value
from planctl.rules.name_spellings import name_spellings
from planctl.rules.never_reported import never_reported
from planctl.rules.no_amount import no_amount
from planctl.rules.no_baseline import no_baseline
from planctl.rules.no_deadline import no_deadline
from planctl.rules.no_direction import no_direction
from planctl.rules.no_interim_date import no_interim_date
from planctl.rules.no_measure import no_measure
from planctl.rules.no_owner import no_owner
from planctl.rules.no_period import no_period
from planctl.rules.no_status import no_status
from planctl.rules.no_target import no_target
from planctl.rules.no_unit import no_unit
from planctl.rules.nobody_accountable import nobody_accountable
from planctl.rules.not_decided import not_decided
from planctl.rules.note_contradicts_status import note_contradicts_status
from planctl.rules.number_in_percent import number_in_percent
from planctl.rules.numbering_restarts import numbering_restarts
from planctl.rules.numbering_skips import numbering_skips
from planctl.rules.open_ended import open_ended
from planctl.rules.open_when_done import open_when_done
from planctl.rules.output_as_outcome import output_as_outcome
from planctl.rules.outside_period import outside_period
from planctl.rules.owner_overload import owner_overload
from planctl.rules.owner_spellings import owner_spellings
from planctl.rules.past_year import past_year
from planctl.rules.percent_mismatch import percent_mismatch
from planctl.rules.range_target import range_target
from planctl.rules.rating_scale import rating_scale
from planctl.rules.rating_without_names import rating_without_names
from planctl.rules.repeated_item import repeated_item
from planctl.rules.repeated_list import repeated_list
from planctl.rules.reported_before_start import reported_before_start
from planctl.rules.reused_id import reused_id
from planctl.rules.rhythm_mismatch import rhythm_mismatch
from planctl.rules.rule import Finding, Review, Rule
from planctl.rules.several_in_one import several_in_one
from planctl.rules.share_for_percent import share_for_percent
from planctl.rules.similar_ids import similar_ids
from planctl.rules.skipped_level import skipped_level
from planctl.rules.small_group import small_group
from planctl.rules.stale_status import stale_status
from planctl.rules.state_apart import state_apart
from planctl.rules.status_goes_back import status_goes_back
from planctl.rules.status_scale import status_scale
from planctl.rules.subgroup_without_data import subgroup_without_data
from planctl.rules.target_after_period import target_after_period
from planctl.rules.targets_conflict import targets_conflict
from planctl.rules.title_contradicts_date import title_contradicts_date
from planctl.rules.title_contradicts_target import title_contradicts_target
from planctl.rules.too_many_goals import too_many_goals
from planctl.rules.twin_items import twin_items
from planctl.rules.two_statuses import two_statuses
from planctl.rules.undated_baseline import undated_baseline
from planctl.rules.unexplained_abbreviations import unexplained_abbreviations
from planctl.rules.unmeasured_target import unmeasured_target
from planctl.rules.unreachable_target import unreachable_target
from planctl.rules.unserved_item import unserved_item
from planctl.rules.unused_measure import unused_measure
from planctl.rules.value_jump import value_jump
from planctl.rules.value_range import value_range
from planctl.rules.word_of_two_states import word_of_two_states

RULES: tuple[Rule, ...] = (
    abbreviation_conflict,
    across_break,
    alignment_loop,
    already_met,
    ambiguous_date,
    ambiguous_rhythm,
    ambiguous_target,
    bare_plan,
    baselines_conflict,
    budget_mismatch,
    budget_overspent,
    changed_to_itself,
    citation_of_another,
    citation_wording,
    complete_too_early,
    complete_without_evidence,
    date_without_year,
    dependency_loop,
    direction_mismatch,
    due_after_goal,
    due_before_baseline,
    due_before_dependency,
    due_before_start,
    early_end,
    ended_measure,
    former_id,
    future_observation,
    future_report,
    grade_span,
    half_theory,
    hold_without_reason,
    impossible_percent,
    joined_owners,
    ladder_order,
    late_data,
    listed_twice,
    long_title,
    many_accountable,
    measure_wording,
    misplaced_id,
    missed_cycle,
    missing_expected,
    missing_parts,
    missing_value,
    name_spellings,
    never_reported,
    no_amount,
    no_baseline,
    no_deadline,
    no_direction,
    no_interim_date,
    no_measure,
    no_owner,
    no_period,
    no_status,
    no_target,
    no_unit,
    nobody_accountable,
    not_decided,
    note_contradicts_status,
    number_in_percent,
    numbering_restarts,
    numbering_skips,
    open_ended,
    open_when_done,
    output_as_outcome,
    outside_period,
    owner_overload,
    owner_spellings,
    past_year,
    percent_mismatch,
    range_target,
    rating_scale,
    rating_without_names,
    repeated_item,
    repeated_list,
    reported_before_start,
    reused_id,
    rhythm_mismatch,
    several_in_one,
    share_for_percent,
    similar_ids,
    skipped_level,
    small_group,
    stale_status,
    state_apart,
    status_goes_back,
    status_scale,
    subgroup_without_data,
    target_after_period,
    targets_conflict,
    title_contradicts_date,
    title_contradicts_target,
    too_many_goals,
    twin_items,
    two_statuses,
    undated_baseline,
    unexplained_abbreviations,
    unmeasured_target,
    unreachable_target,
    unserved_item,
    unused_measure,
    value_jump,
    value_range,
    word_of_two_states,
)

__all__ = ["RULES", "Finding", "Review", "Rule"]
