-- Leaves with their share in their scheme. In scope plan years weigh too, and a year of a scheme without projects is a leaf.
drop table if exists scheme_leaf;
create table scheme_leaf as
with recursive all_years (year) as (
  select first_year from plan union all select year + 1 from all_years, plan where year < last_year
), year_weight as (
  select scheme.code as node, all_years.year,
      case when count(percent) over g then coalesce(percent, 0) / sum(percent) over g else 1.0 / count(*) over g end as share,
      count(percent) over g = 0 and count(*) over g > 1 as assumed
    from scheme cross join all_years
      left join year_share on year_share.node = scheme.code and year_share.year = all_years.year
    window g as (partition by scheme.code)
)
select leaf.*, 'project' as what,
    coalesce(project_share.share, 0) * case ask.scope when 'plan' then coalesce(year_weight.share, 0) else 1 end as own_w,
    coalesce(project_share.assumed, 0) or (ask.scope = 'plan' and coalesce(year_weight.assumed, 0)) as own_assumed
  from leaf left join project_share using (code) left join year_weight on year_weight.node = leaf.node and year_weight.year = leaf.year, ask
union all
select y.node || ' ' || y.year, null, y.node, null, y.year, case when y.year < ask.this_year then 'past' when y.year = ask.this_year then 'now' else 'later' end,
    null, null, 1, 0.0, 0.0, case when y.year < ask.this_year then 1.0 else 0.0 end, 0, 0, 0, 0, 0, 0, 0, null, null, 'empty_year', y.share, y.assumed
  from year_weight y, ask
  where ask.scope = 'plan' and not exists (select 1 from project_share p where p.node = y.node and p.year = y.year);

-- Weights down the tree, from every node as the one that was asked.
drop table if exists path;
create table path as
with recursive walk (top, code, w, assumed) as (
  select code, code, 1.0, 0 from node
  union all
  select top, node.code, w * coalesce(s.share, 0), walk.assumed or coalesce(s.assumed, 0)
    from walk join node on node.parent = walk.code left join node_share s on s.code = node.code
)
select * from walk;

-- Who is asked: every node, department and project; `w` is the leaf's weight there, `w_assumed` whether it rests on an assumption.
drop table if exists part;
create table part as
select 'node' as kind, path.top as subject, l.code as leaf, path.w * l.own_w as w, path.assumed or l.own_assumed as w_assumed
  from path join scheme_leaf l on l.node = path.code
union all
select 'department', department, l.code, path.w * l.own_w, path.assumed or l.own_assumed
  from path join node on node.code = path.top and node.parent is null join scheme_leaf l on l.node = path.code where l.what = 'project'
union all
select 'project', l.code, l.code, bears, 0 from scheme_leaf l where l.what = 'project' and l.time <> 'later';
