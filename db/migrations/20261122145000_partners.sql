-- Organisations on whose websites the sign-on form stands.
create table partner (
    id integer primary key,
    code text not null unique,          -- the source of the signatures that come through it: 'cupe-on'
    name_en text not null,
    name_fr text not null,
    origins text not null,              -- websites that may frame the form: 'https://a.example https://b.example'
    created_at integer not null,
    created_by integer not null,        -- staff
    paused_at integer                   -- null: its forms are shown
) strict;

-- What people are asked to agree to. A changed line is a new version; the newest one is shown.
create table partner_wording (
    id integer primary key,
    partner_id integer not null references partner (id),
    version integer not null,           -- 1, 2, ...
    line_en text not null,              -- both empty: nothing is asked
    line_fr text not null,
    written_at integer not null,
    written_by integer not null,        -- staff
    unique (partner_id, version)
) strict;

-- Who agreed to be passed on to a partner: ticked the line, and confirmed the address. The proof itself stands in the log
-- of consents.
create table partner_consent (
    id integer primary key,             -- grows with time
    partner_id integer not null references partner (id),
    wording_id integer not null references partner_wording (id),
    petition_id integer not null,
    signature_id integer not null unique,
    person_id integer not null,
    address_hash integer not null,      -- 0 once erased
    locale text not null,               -- in which they read the line
    on_behalf_of text not null,         -- the partner's name, as it stood
    network text not null,              -- '' where not known
    ticked_at integer not null,
    confirmed_at integer not null,
    is_counted integer not null,        -- 0 while the signature is taken out of the count: nothing is passed on
    ended_at integer                    -- taken back, or the signature withdrawn
) strict;
create index partner_consent_partner on partner_consent (partner_id, id);
create index partner_consent_address on partner_consent (address_hash);

-- How many count by source, added up in the transaction of each step; one row for each writer, so that none waits for
-- another.
create table source_tally (
    petition_id integer not null,
    source text not null,
    lane integer not null,
    counted integer not null,
    primary key (petition_id, source, lane)
) strict;
insert into source_tally (petition_id, source, lane, counted)
select petition_id, source, 0, count(*) from signature where state = 1 and source <> '' group by petition_id, source;
create index source_tally_source on source_tally (source);

-- The line that a signer ticked; the agreement follows when the address is confirmed.
alter table signature add column partner_wording integer;
