-- Indicators as they were given. A yearly target stands at month 12 of its year; one row of reports for each month.
create table indicator (
  code text primary key, department text not null, node text, direction text not null, aggregation text not null,
  baseline real, weight real, step integer not null, lag integer not null
);
create table target (code text not null, year integer not null, month integer not null, target real, low real, high real, zero_below real, zero_above real);
create table link (indicator text not null, code text not null, weight real);
create table report (code text not null, year integer not null, month integer not null, value real, numerator real, denominator real);
create index target_of on target (code, year, month);
create index report_of on report (code, year, month);
