-- How many mails of each kind came back, by day; one row for each writer.
create table mail_return_day (
    day integer not null,             -- since 1970-01-01, UTC
    kind integer not null,            -- ReportKind of platform/inbound_mail/report.h
    lane integer not null,
    count integer not null,
    primary key (day, kind, lane)
) strict;

-- Mails at the address for returns that no program understands: somebody may have written. Kept for thirty days.
create table returned_mail (
    id integer primary key,
    received_at integer not null,
    recipient text not null,          -- of the envelope
    subject text not null,
    text text not null                -- its beginning
) strict;
create index returned_mail_received on returned_mail (received_at);
