-- Where each indicator stands: its links in this plan, else its own node; what stands nowhere here is not measured.
drop table if exists place;
create table place as
with here as (
  select code from node union select code from project
), stands as (
  select link.indicator, link.code, link.weight from link join here using (code)
  union all
  select i.code, i.node, null from indicator i join here on here.code = i.node where i.code not in (select indicator from link)
), lambda as (
  select indicator, code, coalesce(weight, avg(weight) over w, 1.0) as part from stands window w as (partition by indicator)
), omega as (
  select code as indicator, coalesce(weight, avg(weight) over (), 1.0) as omega from indicator where code in (select indicator from stands)
), up as (
  select top, code from below union all select below.top, project.code from project join below on below.code = project.node
  union all select code, code from project
)
select up.top as place, lambda.indicator, sum(coalesce(omega * part / nullif(whole, 0), 0.0)) as w
  from lambda join (select indicator, sum(part) as whole from lambda group by indicator) using (indicator) join omega using (indicator)
    join up on up.code = lambda.code
  group by up.top, lambda.indicator;

with subjects as (
  select 'place' as kind, place as subject, indicator, w from place
  union all
  select 'department', a.department, p.indicator, w from place p join node on node.code = p.place and node.parent is null join attained a on a.code = p.indicator
)
select kind, subject,
    sum(case when raw is not null then w * held end) / nullif(sum(case when raw is not null then w end), 0) as attainment,
    count(raw) as defined, count(case when raw is null and state not in ('missing', 'not_due') then 1 end) as undefined,
    count(case when worse then 1 end) as worse, count(case when state = 'missing' then 1 end) as missing,
    count(case when state = 'not_due' then 1 end) as notDue
  from subjects join attained on attained.code = subjects.indicator group by kind, subject;
