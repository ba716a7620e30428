-- Whether being late rests on an assumed plan, and the silence between reports of a stop; empty in runs that did not say.
alter table critical add column planned_assumed integer check (planned_assumed in (0, 1));
alter table critical add column silent_periods integer;
