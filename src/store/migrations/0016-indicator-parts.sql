-- Of how many measurements the value of an indicator speaks; empty in runs that did not count them yet.
alter table indicator_figure add column measured_parts integer;
alter table indicator_figure add column expected_parts integer;
