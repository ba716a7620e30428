-- Projects that are leaves of the scope, with B, the budget in force. A merged project is none; credit that was carried
-- into a year is counted once in scope plan.
drop table if exists member;
create table member as
with budgeted as (
  select project.*, case ask.version
      when 'original' then coalesce(first_approved, approved)
      else coalesce((select c.approved from change c where c.project = code and c.at <= ask.this_at order by c.at desc limit 1), approved)
    end as in_force
  from project, ask
), candidate as (
  select budgeted.*,
      in_force - case ask.scope when 'plan' then carried else 0 end as b,
      coalesce(quantity <> 0, true)
        and not (status = 'cancelled' and released and status_at <= ask.this_at and not keep_released) as has_work,
      case when budgeted.year < ask.this_year then 'past' when budgeted.year = ask.this_year then 'now' else 'later' end as time
    from budgeted, ask, plan
    where budgeted.year between first_year and last_year
      and case when ask.scope <> 'plan' then budgeted.year = ask.this_year else ask.basis = 'full' or budgeted.year <= ask.this_year end
      and not (status = 'merged' and status_at <= ask.this_at)
)
-- Carried work finishes a project of this plan; else the project keeps a share of its own.
select candidate.*,
    ask.scope = 'plan' and carried_work
      and exists (select 1 from project target where target.code = candidate.continues) as finishes_other
  from candidate, ask;

-- What was known and planned of a project at the end of the period and, in scope month, before it.
drop table if exists reading;
create table reading as
with moment as (
  select member.code, later, case time when 'past' then 13 when 'later' then 0 else ask.this_month - 1 + later end as month
    from member, ask, (select 1 as later union all select 0)
    where later or ask.scope = 'month'
), said as (
  select moment.*,
      (select cast(value as real) from figure f where f.code = moment.code and f.field = case method when 'quantity' then 'quantity' else 'physical' end
        and f.month <= moment.month order by f.month desc limit 1) as x,
      (select value from figure f where f.code = moment.code and f.field = 'spent_rial' and f.month <= moment.month order by f.month desc limit 1) as cash,
      (select value from figure f where f.code = moment.code and f.field = 'spent_noncash_rial' and f.month <= moment.month order by f.month desc limit 1) as noncash,
      (select value from figure f where f.code = moment.code and f.field = spending || '_rial' and f.month <= moment.month order by f.month desc limit 1) as other,
      (select value from figure f where f.code = moment.code and f.field = 'allocated_rial' and f.month <= moment.month order by f.month desc limit 1) as l,
      (select count(physical_n) from schedule s where s.project = moment.code) as physical_rows,
      (select count(spend) from schedule s where s.project = moment.code) as spend_rows,
      (select physical_n from schedule s where s.project = moment.code and physical_n is not null and s.month <= moment.month order by s.month desc limit 1) as scheduled_n,
      (select physical_d from schedule s where s.project = moment.code and physical_n is not null limit 1) as scheduled_d,
      (select spend from schedule s where s.project = moment.code and spend is not null and s.month <= moment.month order by s.month desc limit 1) as scheduled_spend,
      min(max(moment.month - start_month + 1, 0), end_month - start_month + 1) as linear_n,
      end_month - start_month + 1 as linear_d
    from moment join member using (code), ask
), planned as (
  select said.*,
      case when ask.scope = 'plan' and time = 'past' then 1 when physical_rows then coalesce(scheduled_n, 0) else linear_n end as n,
      case when ask.scope = 'plan' and time = 'past' then 1 when physical_rows then scheduled_d else linear_d end as d
    from said join member using (code), ask
)
select planned.code, later,
    case
      when method = 'quantity' then min(x / nullif(quantity, 0), cap)
      when life then max(0.0, min(1.0, (100.0 * x - opening) / (target - opening)))
      else x
    end as p,
    case time when 'later' then 0.0 else 1.0 * n / d end as pp,
    physical_rows = 0 and not (ask.scope = 'plan' and time <> 'now') as pp_assumed,
    case when spending <> 'spent' then other when cash is null and noncash is null then null else coalesce(cash, 0) + coalesce(noncash, 0) end as s,
    l,
    case
      when ask.scope = 'plan' and time = 'past' then b
      when spend_rows then coalesce(scheduled_spend, 0)
      else b / d * n + (2 * (b % d) * n + d) / (2 * d)
    end as bd,
    spend_rows = 0 and not (ask.scope = 'plan' and time <> 'now') as bd_assumed
  from planned join member using (code), ask;
