-- Sums first, then divided. A set in which nobody ever reported is unknown; a denominator of 0 or less gives nothing.
with subjects as (
  select 'node' as kind, code as subject from node union select kind, subject from control_member
), sums as (
  select kind, subject,
      sum(case when counts then bac end) as counted_bac, sum(bac) as any_bac,
      sum(case when counts then pv end) as pv, sum(case when counts then ev end) as ev, sum(case when counts then ac end) as ac,
      sum(case when counts and scheduled then pv end) as spv, sum(case when counts and scheduled then ev end) as sev,
      total(case when counts and scheduled then bac end) as sbac, total(case when counts and says_work then bac end) as rbac,
      count(case when counts then 1 end) as projects, count(case when not counts then 1 end) as left_out
    from subjects left join control_member using (kind, subject) left join control_leaf using (code) group by kind, subject
), known as (
  select *, iif(projects, counted_bac, any_bac) as bac, counted_bac - ev as rest from sums
), indexed as (
  select *, iif(ac > 0, ev / ac, null) as cpi, iif(spv > 0, sev / spv, null) as spi, rest > 1e-9 * bac as unfinished from known
), estimated as (
  -- BAC/CPI is AC · BAC/EV: written so, nothing is divided twice.
  select *, iif(cpi > 0, 1.0 * ac * bac / ev, null) as eac from indexed
)
select e.kind, e.subject, cast(bac as text) as BAC, pv as PV, ev as EV, cast(ac as text) as AC,
    ev - pv as SV, ev - ac as CV, spi as SPI, cpi as CPI, eac as EAC, ac + rest as EAC_atypical,
    iif(cpi > 0 and spi > 0, ac + rest / (cpi * spi), null) as EAC_spi,
    eac - ac as ETC, bac - eac as VAC, iif(bac > ac, rest / (bac - ac), null) as TCPI,
    iif(unfinished and eac is not null, cpi, null) as TCPI_EAC,
    t.es as ES, t.at as AT, iif(t.at > 0, t.es / t.at, null) as SPI_t,
    iif(counted_bac > 0, sbac / counted_bac, null) as scheduled_share, iif(counted_bac > 0, rbac / counted_bac, null) as coverage,
    projects, left_out
  from estimated e left join control_time t on t.kind = e.kind and t.subject = e.subject and t.known > 0
  order by e.kind, e.subject;
