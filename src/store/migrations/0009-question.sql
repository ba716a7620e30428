-- A question to a department about a figure that counts. Its events tell what happened; the last one is its state.
create table question (
  id integer primary key,
  department text not null check (department <> ''),
  code text not null check (code <> ''),
  -- Blank = the whole row or sheet.
  field text not null,
  finding_code text not null check (finding_code <> ''),
  -- The month of the figure, or the fiscal year of a state that lasts.
  holds_for text not null check (holds_for <> ''),
  unique (department, code, field, finding_code, holds_for)
) strict;

create table question_event (
  id integer primary key,
  question integer not null references question (id),
  action text not null check (action in ('asked', 'answered', 'rejected', 'acknowledged', 'corrected')),
  period text not null check (period glob '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  finding text check (json_valid(finding)),
  text text,
  by_whom text,
  submission integer references submission (id),
  at text not null check (length(at) = 24 and at like '____-__-__T%Z'),
  check ((action = 'asked') = (finding is not null)),
  check (action not in ('answered', 'rejected', 'acknowledged') or (trim(text) <> '' and trim(by_whom) <> '')),
  -- Nobody accepts or refuses an answer without a name.
  check (action not in ('rejected', 'acknowledged') or submission is null)
) strict;

create index question_event_by_question on question_event (question, id);

create trigger question_keeps_rows before update on question
begin
  select raise(abort, 'questions are append-only');
end;

create trigger question_loses_none before delete on question
begin
  select raise(abort, 'questions are append-only');
end;

create trigger question_event_keeps_rows before update on question_event
begin
  select raise(abort, 'question events are append-only');
end;

create trigger question_event_loses_none before delete on question_event
begin
  select raise(abort, 'question events are append-only');
end;

-- A finding may be a question now. SQLite cannot widen a check, so the table is made anew with the rows it has.
create table finding_with_questions (
  submission integer not null references submission (id),
  position integer not null,
  code text not null check (code <> ''),
  severity text not null check (severity in ('error', 'question', 'warning', 'info')),
  file text,
  -- A text file has no sheet (stated, null); a finding about the whole file states none.
  sheet_stated integer not null check (sheet_stated in (0, 1)),
  sheet text check (sheet is null or sheet_stated = 1),
  row_number integer,
  column_header text,
  cell text,
  params text not null check (json_valid(params)),
  primary key (submission, position)
) strict, without rowid;

insert into finding_with_questions select * from finding;
drop table finding;
alter table finding_with_questions rename to finding;
