-- The organisation as it was given; `at` is the ordinal of a period (year * 13 + month - 1), months are fiscal, 13 the settlement.
create table plan (first_year integer not null, last_year integer not null);
create table node (code text primary key, parent text, weight real);
create table project (
  code text primary key, node text not null, department text not null, year integer not null, weight real,
  start_month integer not null, end_month integer not null, approved integer, first_approved integer,
  method text not null, quantity real, life integer not null, opening real, target real,
  continues text, carried_work integer not null, carried integer not null,
  status text not null, status_at integer not null, released integer not null
);
-- Planned progress as an exact fraction physical_n / physical_d, because rials are rounded from it.
create table schedule (project text not null, month integer not null, physical_n integer, physical_d integer not null, spend integer);
create table change (project text not null, at integer not null, approved integer not null);
create table year_share (node text not null, year integer not null, percent real not null);
create table figure (code text not null, field text not null, month integer not null, value numeric not null);
create index schedule_of on schedule (project, month);
create index figure_of on figure (code, field, month);
-- The one question: scope, basis and the choices of the measures.
create table ask (
  scope text, basis text, spending text, version text, denominator text, blank text, cap real,
  this_year integer, this_month integer, this_at integer, keep_released integer
);
-- Depth below the total, and who stands below whom (each node below itself).
create view depth as
  with recursive walk (code, depth) as (
    select code, 0 from node where parent is null
    union all
    select node.code, depth + 1 from node join walk on node.parent = walk.code
  )
  select code, depth from walk;
create view below as
  with recursive walk (top, code) as (
    select code, code from node
    union all
    select top, node.code from walk join node on node.parent = walk.code
  )
  select top, code from walk;
create view scheme as
  select code from node where code not in (select parent from node where parent is not null);
