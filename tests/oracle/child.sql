-- The part of each child in the gap of its parent from sums alone: included leaves give s/B - a/D - p(b/B - d/D).
select n.parent as asked, n.code as child,
    total(case when inside then (g.s - physical_in * g.budget) / budget_in - (g.a - physical_in * g.d) / d_in
      else (g.s - spent_in * g.budget) / all_budget - (g.a - physical_in * g.d) / all_d end) as contribution
  from node n join gap_leaf g on g.subject = n.parent
    join part on part.kind = 'node' and part.subject = n.code and part.leaf = g.code
  group by n.parent, n.code;
