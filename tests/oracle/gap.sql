-- What each leaf adds to the gap of each node that was asked, by the definition's own terms.
drop table if exists gap_leaf;
create table gap_leaf as
with weighed as (
  select subject, l.code, l.what, l.year, w * p as a, s, budget,
      case ask.basis when 'due' then pp else 1.0 end as planned,
      p / nullif(case ask.basis when 'due' then pp else 1.0 end, 0) as ratio,
      w * case ask.basis when 'due' then pp else 1.0 end as d,
      l.what = 'project' and bears and budget > 0 and (ask.basis = 'full' or pp > 0) as inside,
      case when not bears then 'money_without_work' when ask.basis = 'due' and pp <= 0 then 'not_due' when coalesce(budget, 0) <= 0 then iif(coalesce(in_force, 0) > 0, 'not_due', 'work_without_budget') else 'money_without_work' end as kind
    from part join scheme_leaf l on l.code = part.leaf, ask where part.kind = 'node'
), totals as (
  select subject, total(d) as all_d, total(budget) as all_budget,
      total(case when inside then d end) as d_in, total(case when inside then a end) as a_in,
      total(case when inside then s end) as s_in, total(case when inside then budget end) as budget_in
    from weighed group by subject
)
-- Where the included weigh nothing there is nothing to compare with: the whole gap is outside.
select subject, code, year, inside and d_in > 0 as inside, kind, coalesce(d, 0) as d, coalesce(a, 0) as a, coalesce(s, 0) as s, coalesce(budget, 0) as budget, ratio,
    all_d, all_budget, d_in, nullif(budget_in, 0) as budget_in,
    case when d_in > 0 then a_in / d_in else 0 end as physical_in, case when d_in > 0 then s_in / budget_in else 0 end as spent_in
  from weighed join totals using (subject);

drop table if exists cause;
create table cause as
select subject, code, iif(inside, null, kind) as kind,
    case when inside then s / budget_in - budget / budget_in * ratio else 0 end as paid_ahead,
    case when inside then (budget / budget_in - d / d_in) * (ratio - physical_in) else 0 end as mix,
    case when inside then 0 else (s - spent_in * budget) / all_budget - (a - physical_in * d) / all_d end as outside
  from gap_leaf;
