-- One row for each project of the scope: P, PP, S and the denominator of the basis, differences in scope month.
drop table if exists leaf;
create table leaf as
with recursive state as (
  select code,
      exists (select 1 from figure f where f.code = member.code and f.month = ask.this_month
        and f.field = case method when 'quantity' then 'quantity' else 'physical' end) and time = 'now' as says_work,
      exists (select 1 from figure f where f.code = member.code and f.month = ask.this_month
        and (f.field = spending || '_rial' or (spending = 'spent' and f.field = 'spent_noncash_rial'))) and time = 'now' as says_money
    from member, ask
), work as (
  -- The silent of the period's own year may stand where the plan says, at least where last known.
  select m.code, m.continues, finishes_other, coalesce(e.p, 0.0) as p,
      case when time = 'now' and not says_work then max(coalesce(e.p, 0.0), e.pp) else coalesce(e.p, 0.0) end as high
    from member m join state using (code) join reading e on e.code = m.code and e.later
    where has_work
), chain as (
  -- Carried work finishes what it continues: P becomes P + (1 - P) * P_later, along the whole chain.
  select code as head, code as tail, p, high from work where not finishes_other
  union all
  select head, work.code, chain.p + (1 - chain.p) * work.p, chain.high + (1 - chain.high) * work.high
    from chain join work on work.finishes_other and work.continues = chain.tail
), finished as (
  select * from chain where not exists (select 1 from work where finishes_other and continues = chain.tail)
)
select m.code, m.code as project, m.node, m.department, m.year, m.time, m.weight, m.in_force,
    has_work and not finishes_other as bears,
    w.p - coalesce(e0.p, 0.0) as p, w.high - coalesce(e0.p, 0.0) as high,
    case when has_work and not finishes_other then e.pp - coalesce(e0.pp, 0.0) end as pp,
    e.pp_assumed, e.bd_assumed and ask.denominator = 'approved' and ask.basis = 'due' as budget_assumed,
    has_work and case when ask.scope = 'month' then says_work else e.p is not null end as known,
    case when ask.scope = 'month' then says_money else e.s is not null end as paid,
    says_work, says_money,
    case when has_work then says_work else says_money end as speaks,
    coalesce(e.s, 0) - coalesce(e0.s, 0) as s,
    case
      when m.b is null then null
      when ask.denominator = 'allocated' then e.l - case ask.basis when 'due' then coalesce(e0.l, 0) else 0 end
      when ask.basis = 'due' then e.bd - coalesce(e0.bd, 0)
      else m.b
    end as budget
  from member m join state using (code) join reading e on e.code = m.code and e.later
    left join reading e0 on e0.code = m.code and not e0.later
    left join finished w on w.head = m.code, ask;
update leaf set s = null where budget is null;
