-- Projects of the year as project control sees them: BAC, PV, EV, AC, and whether the work was planned month by month.
-- Only those with a budget and planned work count; rials stay integers, PV and EV are reals.
drop table if exists control_leaf;
create table control_leaf as
with said as (
  -- What each report said: all of the work, or not. Done counts from the month after which no report said otherwise.
  select f.code, f.month,
      case
        when method = 'quantity' then f.value >= quantity
        when life then round(f.value * 10000) >= round(target * 100)
        else f.value >= 1
      end as all_done
    from figure f join member m using (code), ask
    where f.month <= ask.this_month and f.field = case method when 'quantity' then 'quantity' else 'physical' end
)
select m.code, m.node, m.department, m.b as bac,
    m.b is not null and m.has_work as counts,
    m.b * r.pp as pv, m.b * r.p as ev, r.s as ac,
    not r.pp_assumed as scheduled,
    exists (select 1 from figure f, ask where f.code = m.code and f.month = ask.this_month
      and f.field = case method when 'quantity' then 'quantity' else 'physical' end) as says_work,
    coalesce(r.p >= 1, 0) as done,
    (select min(now.month) from said now where now.code = m.code and now.all_done
      and not exists (select 1 from said later where later.code = m.code and later.month > now.month and not later.all_done)) as done_month
  from member m join reading r using (code) where r.later;

-- Planned value of the explicitly scheduled whose progress is known, at the end of each fiscal month.
drop table if exists control_curve;
create table control_curve as
with recursive months (month) as (select 1 union all select month + 1 from months where month < 12)
select l.code, months.month,
    l.bac * coalesce((select 1.0 * s.physical_n / s.physical_d from schedule s
      where s.project = l.code and s.physical_n is not null and s.month <= months.month order by s.month desc limit 1), 0.0) as pv,
    coalesce((select s.physical_n >= s.physical_d from schedule s
      where s.project = l.code and s.physical_n is not null and s.month <= months.month order by s.month desc limit 1), 0) as over,
    coalesce((select s.physical_n > 0 from schedule s
      where s.project = l.code and s.physical_n is not null and s.month <= months.month order by s.month desc limit 1), 0) as begun
  from control_leaf l, months where l.counts and l.scheduled and l.ev is not null;

-- Who belongs to whom: every node holds what stands below it, the plan all.
drop table if exists control_member;
create table control_member as
select 'node' as kind, below.top as subject, l.code from below join control_leaf l on l.node = below.code
union all select 'department', department, code from control_leaf
union all select 'project', code, code from control_leaf;

-- Earned schedule of each set over the months from its first planned month to its last.
drop table if exists control_time;
create table control_time as
with span as (
  select kind, subject,
      (select min(month) from control_curve c join control_member m2 using (code) where m2.kind = m.kind and m2.subject = m.subject and begun) as first,
      (select max(first_over) from (select min(month) as first_over from control_curve c join control_member m2 using (code)
        where m2.kind = m.kind and m2.subject = m.subject and over group by c.code)) as last
    from control_member m group by kind, subject
), earned as (
  select kind, subject, first, last, total(ev) as ev, min(done) as done, max(done_month) as done_month
    from span join control_member using (kind, subject) join control_leaf l using (code)
    where l.counts and l.scheduled and l.ev is not null group by kind, subject
), points as (
  select kind, subject, 0 as n, 0.0 as pv from earned
  union all
  select kind, subject, month - first + 1, total(pv) from earned join control_member using (kind, subject) join control_curve using (code)
    where month between first and last group by kind, subject, month
), reached as (
  select e.*, (select max(p.n) from points p where p.kind = e.kind and p.subject = e.subject and p.pv <= e.ev) as n from earned e
)
select reached.kind, reached.subject,
    reached.n + coalesce((ev - a.pv) / (b.pv - a.pv), 0.0) as es,
    max(0, min(12, case when done then done_month else ask.this_month end) - first + 1) as at
  from reached join points a on a.kind = reached.kind and a.subject = reached.subject and a.n = reached.n
    left join points b on b.kind = reached.kind and b.subject = reached.subject and b.n = reached.n + 1, ask;
