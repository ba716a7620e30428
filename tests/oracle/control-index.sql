-- Sums first, then divided, and never by what others said: a cost is compared with work where both were reported, work with a month-by-month
-- plan where it was reported. Each group of figures has its share of the budget; a denominator of 0 or less gives nothing.
with subjects as (
  select 'node' as kind, code as subject from node union select kind, subject from control_member
), side as (
  select kind, subject, code, bac, counts, pv, ev, ac, says_work,
      counts and ev is not null as earned, counts and ac is not null as paid,
      counts and ev is not null and ac is not null as costed, counts and scheduled as timed
    from subjects left join control_member using (kind, subject) left join control_leaf using (code)
), sums as (
  select kind, subject, sum(bac) as any_bac, count(case when counts then 1 end) as projects, count(case when not counts then 1 end) as left_out,
      sum(bac) filter (where counts) as counted_bac, sum(pv) filter (where counts) as pv,
      sum(ev) filter (where earned) as ev, sum(pv) filter (where earned) as earned_pv, total(bac) filter (where earned) as earned_bac,
      sum(ac) filter (where paid) as ac, total(bac) filter (where paid) as paid_bac,
      sum(bac) filter (where costed) as cost_bac, sum(ev) filter (where costed) as cost_ev, sum(ac) filter (where costed) as cost_ac,
      sum(pv) filter (where timed and earned) as time_pv, sum(ev) filter (where timed and earned) as time_ev,
      total(bac) filter (where timed) as timed_bac, total(bac) filter (where timed and earned) as time_bac,
      total(bac) filter (where counts and says_work) as said_bac
    from side group by kind, subject
), indexed as (
  select *, iif(projects, counted_bac, any_bac) as bac, nullif(counted_bac, 0) as all_bac, cost_bac - cost_ev as rest,
      iif(cost_ac > 0, cost_ev / cost_ac, null) as cpi, iif(time_pv > 0, time_ev / time_pv, null) as spi
    from sums
), estimated as (
  -- BAC/CPI is AC · BAC/EV: written so, nothing is divided twice.
  select *, iif(cpi > 0, 1.0 * cost_ac * cost_bac / cost_ev, null) as eac, rest > 1e-9 * cost_bac as unfinished from indexed
)
select e.kind, e.subject, cast(bac as text) as BAC, pv as PV, ev as EV, cast(ac as text) as AC,
    ev - earned_pv as SV, cost_ev - cost_ac as CV, spi as SPI, cpi as CPI, eac as EAC, cost_ac + rest as EAC_atypical,
    iif(cpi > 0 and spi > 0, cost_ac + rest / (cpi * spi), null) as EAC_spi,
    eac - cost_ac as ETC, cost_bac - eac as VAC, iif(cost_bac > cost_ac, rest / (cost_bac - cost_ac), null) as TCPI,
    iif(unfinished and eac is not null, cpi, null) as TCPI_EAC,
    t.es as ES, t.at as AT, iif(t.at > 0, t.es / t.at, null) as SPI_t,
    timed_bac / all_bac as scheduled_share, earned_bac / all_bac as earned_share, paid_bac / all_bac as paid_share,
    iif(all_bac > 0, ifnull(1.0 * cost_bac, 0) / all_bac, null) as cost_share, time_bac / all_bac as time_share, said_bac / all_bac as coverage,
    projects, left_out
  from estimated e left join control_time t on t.kind = e.kind and t.subject = e.subject
  order by e.kind, e.subject;
