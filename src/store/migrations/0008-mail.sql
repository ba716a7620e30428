-- Messages to leave by e-mail, one row for each address. The key says what the message is, so that it is queued once.
create table mail (
  id integer primary key,
  key text not null unique check (key <> ''),
  kind text not null check (kind in ('report', 'reminder', 'alert')),
  period text,
  recipient text not null check (recipient <> ''),
  subject text not null,
  body text not null,
  message_id text not null unique,
  queued_at text not null check (length(queued_at) = 24)
) strict;

create table mail_attachment (
  mail integer not null references mail (id),
  position integer not null,
  name text not null,
  path text not null check (path <> ''),
  sha256 text not null check (length(sha256) = 64),
  primary key (mail, position)
) strict, without rowid;

-- What became of a message; the last event is its state. A `sending` without a later event was in flight when a process died.
create table mail_event (
  id integer primary key,
  mail integer not null references mail (id),
  state text not null check (state in ('sending', 'waiting', 'sent', 'gave_up', 'superseded')),
  at text not null check (length(at) = 24),
  note text
) strict;

create index mail_event_by_mail on mail_event (mail);
