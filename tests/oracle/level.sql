-- Shares of the living siblings of one depth.
insert into node_share
with effective as (
  select node.code, parent, case
      when count(weight) over g then coalesce(weight, avg(weight) over g)
      when ask.blank = 'budget' and total(in_force) over g > 0 then coalesce(in_force, 0)
      else 1.0
    end as weight,
    weight is null and count(*) over g > 1 as assumed
  from node join alive using (code) join depth using (code) left join node_budget using (code), ask
  where depth = ? window g as (partition by parent)
), shared as (
  select code, 1.0 * weight / nullif(sum(weight) over (partition by parent), 0) as share, assumed from effective
)
select code, share, assumed from shared where share is not null;
