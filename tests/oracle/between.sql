-- Mix between years: each year's budget share less its share of the work, times how far the year is from the mean.
with years as (
  select subject, year, sum(budget) / budget_in as b, sum(d) / d_in as w, sum(a) / nullif(sum(d), 0) as p, physical_in
    from gap_leaf where inside group by subject, year
)
select subject, sum((b - w) * (p - physical_in)) as mix_between_years from years group by subject;
