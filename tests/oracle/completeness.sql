-- Scope plan, basis full speaks of the budgets of all plan years: while a later year has none, no budget figure stands.
drop table if exists completeness;
create table completeness as
with recursive later_year (year) as (
  select ask.this_year + 1 from ask, plan where ask.this_year < last_year
  union all
  select later_year.year + 1 from later_year, plan where later_year.year < last_year
)
select not (ask.scope = 'plan' and ask.basis = 'full' and ask.denominator = 'approved'
    and exists (select 1 from later_year where year not in (select year from leaf where in_force is not null))) as complete
  from ask;

-- The strategic share of each node that has projects at all.
drop table if exists active;
create table active as
with recursive walk (top, code, share) as (
  select code, code, 1.0 from node
  union all
  select top, s.code, walk.share * s.share from walk join strategic_share s on s.parent = walk.code
)
select top as code, total(case when walk.code in (select node from leaf) then share end) as share from walk group by top;
