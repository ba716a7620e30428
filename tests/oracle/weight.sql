-- Shares of projects within their scheme (and in scope plan within their year). What has no planned work has no share,
-- and a group whose remaining weights sum to 0 has none either.
drop table if exists project_share;
create table project_share as
with grouped as (
  select leaf.code, node, year, weight,
      case
        when count(weight) over g then coalesce(weight, avg(weight) over g)
        when ask.blank = 'budget' and total(in_force) over g > 0 then coalesce(in_force, 0)
        else 1.0
      end as effective,
      weight is null and count(*) over g > 1 as assumed
    from leaf, ask where bears window g as (partition by node, year)
)
select code, node, year, assumed, 1.0 * effective / nullif(sum(effective) over g, 0) as share from grouped
  window g as (partition by node, year);
delete from project_share where share is null;

-- Which nodes stand in the weights: in scope plan all, else those with a share below; parents are filled level by level.
drop table if exists alive;
create table alive as
select code from node, ask where ask.scope = 'plan' or code in (select node from project_share);
drop table if exists node_share;
create table node_share (code text primary key, share real, assumed integer);

-- Approved budget below each node, for blank weights by budget.
drop table if exists node_budget;
create table node_budget as
select top as code, total(in_force) as in_force from below join leaf on leaf.node = below.code group by top;

-- Strategic shares: what every sibling would have if all stood in the weights.
drop table if exists strategic_share;
create table strategic_share as
with effective as (
  select node.code, parent, case
      when count(weight) over g then coalesce(weight, avg(weight) over g)
      when ask.blank = 'budget' and total(in_force) over g > 0 then coalesce(in_force, 0)
      else 1.0
    end as weight
  from node left join node_budget using (code), ask where parent is not null window g as (partition by parent)
)
select code, parent, 1.0 * weight / sum(weight) over (partition by parent) as share from effective;
