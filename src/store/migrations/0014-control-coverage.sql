-- How much of BAC each figure of earned value speaks of; empty in runs that did not measure it yet.
alter table earned_value add column earned_share real;
alter table earned_value add column paid_share real;
alter table earned_value add column cost_share real;
alter table earned_value add column time_share real;
alter table work_forecast add column cost_share real;
