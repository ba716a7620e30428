-- Sums first, divisions last; a rial sum leaves as text, because it may pass 2^53.
with subjects as (
  select 'node' as kind, code as subject from node union select kind, subject from part
), sums as (
  select kind, subject,
      sum(w) as w, sum(w * p) as a, sum(w * high) as high, sum(w * pp) as d, sum(w * min(p, pp)) as adhered,
      max(known) as known, max(budget is not null and paid) as paid,
      sum(w * pp * (pp_assumed or w_assumed)) as d_assumed, sum(w * w_assumed) as weight_assumed,
      sum(s) as s, sum(budget) as budget, sum(budget * budget_assumed) as budget_assumed,
      sum(case when time = 'now' and l.what = 'project' then w end) as w_now, sum(case when time = 'now' and l.what = 'project' and says_work then w end) as w_says,
      sum(case when time = 'now' then in_force end) as b_now, sum(case when time = 'now' and says_money then in_force end) as b_says,
      count(case when time = 'now' and l.what = 'project' then 1 end) as leaves,
      count(case when time = 'now' and l.what = 'project' and not speaks then 1 end) as silent
    from subjects left join part using (kind, subject) left join scheme_leaf l on l.code = part.leaf group by kind, subject
), gates as (
  select sums.*, complete,
      case when not known then null when ask.basis = 'due' then iif(d > 0, d, null) when w > 0 then w end as physical_base,
      case when paid and complete and budget > 0 then budget end as budget_base
    from sums, ask, completeness
)
select gates.kind, subject, a / physical_base as physical, high / physical_base as high,
    1.0 * s / budget_base as budget,
    1.0 * s / budget_base - a / physical_base as gap,
    case ask.basis when 'due' then adhered / physical_base end as adherence,
    1.0 * coalesce(w_says, 0) / nullif(w_now, 0) as coverage,
    1.0 * coalesce(b_says, 0) / nullif(b_now, 0) as coverage_budget,
    case ask.basis when 'due' then d_assumed / iif(d > 0, d, null) else weight_assumed / nullif(w, 0) end as assumed,
    1.0 * budget_assumed / iif(budget > 0, budget, null) as assumed_budget,
    case when known then a / nullif(w, 0) end as achieved, d / nullif(w, 0) as planned,
    cast(case when paid then s end as text) as spent_rial, cast(iif(complete, budget, null) as text) as budget_rial, silent, leaves,
    active.share as active_weight
  from gates left join active on gates.kind = 'node' and active.code = subject, ask;
