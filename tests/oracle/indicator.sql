-- The value of every year that the question may need, up to the period; a settlement replaces the reports of its year.
drop table if exists used;
create table used as
with recursive years (year) as (
  select first_year - 1 from plan union all select year + 1 from years, ask where year < this_year
), chosen as (
  select r.*, aggregation, r.numerator is not null and r.denominator is not null as pair from report r join indicator using (code) join years using (year), ask
    where r.month <= case year when this_year then this_month else 13 end
      and (r.month = 13 or (year = this_year and this_month < 13)
        or not exists (select 1 from report s where s.code = r.code and s.year = r.year and s.month = 13))
)
select * from chosen;

drop table if exists year_value;
create table year_value as
with summed as (
  select code, year, max(month) as month, aggregation,
      count(case when numerator is not null and denominator is not null then 1 end) as pairs,
      sum(case when denominator is not null then numerator end) as n, sum(case when numerator is not null then denominator end) as d,
      sum(value) as whole, avg(value) as mean, max(value) as most,
      (select l.value from used l where l.code = used.code and l.year = used.year and l.value is not null order by l.month desc limit 1) as stated
    from used group by code, year
)
select code, year, month, case
    when aggregation = 'ratio' and pairs then n / nullif(d, 0)
    when aggregation = 'sum' then whole when aggregation = 'average' then mean when aggregation = 'max' then most
    else stated
  end as value,
  aggregation = 'ratio' and pairs and d = 0 as no_denominator
  from summed;

-- v and the month of which it speaks, b, and what was due by the period.
drop table if exists measured;
create table measured as
with frame as (
  select *, case scope when 'plan' then first_year else this_year end as first, case scope when 'plan' then last_year else this_year end as last,
      min(12, this_month) as now from ask, plan
), reach as (
  select i.*, frame.*, (this_year * 12 + now - lag) / step * step - 1 as due_at from indicator i, frame
), valued as (
  select reach.*, due_at / 12 as due_year, due_at % 12 + 1 as due_month, due_at / 12 >= first as is_due,
      (select max(y.year) from year_value y where y.code = reach.code and y.year between first and last and value is not null) as v_year,
      (select max(no_denominator) from year_value y where y.code = reach.code and y.year between first and last) as no_denominator
    from reach
)
select valued.*,
    case aggregation when 'sum' then (select sum(y.value) from year_value y where y.code = valued.code and y.year between first and last)
      else (select y.value from year_value y where y.code = valued.code and y.year = v_year) end as v,
    (select month from year_value y where y.code = valued.code and y.year = v_year) as v_month,
    case scope
      when 'plan' then baseline * case aggregation when 'sum' then last_year - first_year + 1 else 1 end
      else coalesce((select y.value from year_value y where y.code = valued.code and y.year = this_year - 1
        -- Of a sum only a year in which nobody was silent.
        and (valued.aggregation <> 'sum' or (select max(month) = 13 or count(distinct (month + step - 1) / step) = 12 / step
          from report r where r.code = valued.code and r.year = this_year - 1 and r.value is not null))), baseline)
    end as b
  from valued;

-- Periods from the scope's first (but for a sum that of the year of the value) to that of the value, and those that were spoken of.
drop table if exists spoken;
create table spoken as
with recursive telling as (
  -- A ratio over pairs speaks of the pairs alone.
  select code, year, month from used u where iif(aggregation = 'ratio' and pair, 1, value is not null
    and not (aggregation = 'ratio' and exists (select 1 from used p where p.code = u.code and p.year = u.year and p.pair)))
), span (code, year, last_part, ends, step) as (
  select code, v_year, (min(12, v_month) + step - 1) / step, v_month, step from measured where v is not null
  union all
  select code, span.year - 1, 12 / span.step, 13, span.step from span join measured using (code) where span.year > first and aggregation = 'sum'
)
select code, sum(last_part) as awaited, sum(coalesce((
    select iif(max(month) = 13, last_part, count(distinct (month + step - 1) / step)) from telling t
      where t.code = span.code and t.year = span.year and month <= ends
  ), 0)) as came
  from span group by code;

-- The path at the date of the measurement: between the given targets a straight line; of a sum what was to be done up to the date.
drop table if exists pathed;
create table pathed as
with dated as (
  select *, case when v is not null then v_year when is_due then due_year else this_year end as at_year,
      case when v is not null then min(12, v_month) when is_due then due_month else now end as at_month
    from measured
), timed as (
  select *, (at_year - first) * 12 + at_month as t, ((at_year - first) * 12 + at_month) / ((last - first + 1) * 12.0) as e from dated
), aim as (
  select code, (year - first) * 12 + month as t, target.target, first, last, year from target join (select code, first, last from measured) using (code)
    where year between first and last
), yearly as (
  -- A sum: every year of the scope with its whole target, the current part of the measurement's year in its own way.
  select d.code, count(*) as years, count(g.target) as known, sum(g.target) as whole,
      sum(case when y.year < at_year then g.target
        when y.year = at_year then coalesce((select target from target x where x.code = d.code and x.year = at_year and x.month = at_month), g.target * at_month / 12.0) end) as due,
      count(case when y.year < at_year then g.target
        when y.year = at_year then coalesce((select target from target x where x.code = d.code and x.year = at_year and x.month = at_month), g.target) end) as due_known
    from timed d join (with recursive n (year) as (select first_year from plan union all select year + 1 from n, plan where year < last_year) select year from n) y
      on y.year between first and last
    left join target g on g.code = d.code and g.year = y.year and g.month = 12
    group by d.code
), beside as (
  select d.*,
      (select a.t from aim a where a.code = d.code and a.t <= d.t order by a.t desc limit 1) as t0,
      (select a.target from aim a where a.code = d.code and a.t <= d.t order by a.t desc limit 1) as a0,
      (select a.t from aim a where a.code = d.code and a.t > d.t order by a.t limit 1) as t1,
      (select a.target from aim a where a.code = d.code and a.t > d.t order by a.t limit 1) as a1,
      (select a.target from aim a where a.code = d.code order by a.t desc limit 1) as a_last
    from timed d
)
select b.*,
    case aggregation when 'sum' then iif(known = years, whole, null) else a_last end as aim_full,
    case
      when aggregation = 'sum' then iif(due_known = at_year - first + 1, due, null)
      when a1 is null or t0 = t then a0
      else coalesce(a0, b) + (a1 - coalesce(a0, b)) * (t - coalesce(t0, 0)) / (t1 - coalesce(t0, 0))
    end as aim_due,
    coalesce((select x.rowid from target x where x.code = b.code and (x.year, x.month) >= (at_year, at_month) order by x.year, x.month limit 1),
      (select x.rowid from target x where x.code = b.code order by x.year desc, x.month desc limit 1)) as band
  from beside b left join yearly using (code);

-- Attainment, its reason where there is none, and the state of the report.
drop table if exists attained;
create table attained as
with judged as (
  select p.*, g.low, g.high, g.zero_below, g.zero_above,
      case when aggregation = 'sum' then b * e else b end as start,
      case basis when 'due' then aim_due when 'full' then iif(aggregation = 'sum' and direction = 'down', aim_full * e, aim_full) end as aim
    from pathed p left join target g on g.rowid = p.band
), ratio as (
  select *, case
      when v is null or (aggregation = 'sum' and came < awaited) then null
      when direction = 'band' then case
        when low is null or high is null then null
        when v between low and high then 1.0
        when v < low then iif(zero_below is null or zero_below = low, 0.0, max(0.0, (v - zero_below) / (low - zero_below)))
        else iif(zero_above is null or zero_above = high, 0.0, max(0.0, (zero_above - v) / (zero_above - high)))
      end
      when aggregation = 'sum' and direction = 'up' then v / nullif(aim, 0)
      when aim = start then iif(direction = 'up', v >= aim, v <= aim)
      else (v - start) / (aim - start)
    end as raw
    from judged left join spoken using (code)
)
select code, department, direction, weight, v, b, raw, min(1.0, max(0.0, raw)) as held, aim_full as target, aim_due as path, came, awaited,
    case when v is not null then iif(is_due and v_year * 12 + min(12, v_month) - 1 < due_at, 'stale', 'reported')
      when no_denominator then 'reported' when is_due then 'missing' else 'not_due' end as state,
    case
      when raw is not null then null
      when v is null then case when no_denominator then 'no_denominator' when is_due then 'never_reported' else 'not_due' end
      when aggregation = 'sum' and came < awaited then 'partial_sum'
      when direction = 'band' then 'no_target'
      when aggregation = 'sum' and direction = 'up' then iif(aim is null, 'no_target', 'target_zero')
      when b is null then 'no_baseline' else 'no_target'
    end as reason,
    case
      when direction = 'band' or v is null or baseline is null or (aggregation = 'sum' and direction = 'up') then null
      when aggregation = 'sum' then case when came = awaited then v > iif(scope = 'plan', b, baseline) * e end
      when direction = 'up' then v < baseline else v > baseline
    end as worse
  from ratio;
