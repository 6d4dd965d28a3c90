-- The photo wall: one row holds the picture, the consent, the message, the link to a signature and the withdrawal.
create table voice (
    id integer primary key,
    state integer not null,                 -- 0 not confirmed, 1 waits, 2 shown, 3 refused, 4 taken down, 5 withdrawn
    locale text not null,                   -- the language that it was sent in
    name text not null,                     -- as it is shown; everything personal is '' or 0 once withdrawn
    place text not null,
    province text not null,                 -- "QC"; '' outside Canada
    message text not null,                  -- up to 280 characters, tidied
    alt text not null,                      -- what the picture shows; may be ''
    likeness integer not null,              -- equal for messages that differ in case, accents and blanks only
    email text not null,
    address_hash integer not null,
    consent_id integer not null,            -- voice_wording that was agreed to
    guardian_name text not null default '', -- of whoever is under 18; '' for others
    guardian_email text not null default '',
    guardian_hash integer not null default 0,
    guardian_consent_id integer not null default 0,
    guardian_confirmed_at integer,
    wants_link integer not null default 0,  -- 1: asked for a link to the signature of the same address
    signature_id integer not null default 0,
    petition_id integer not null default 0, -- of that signature
    -- the picture
    picture integer not null,               -- 0 none, 1 being prepared, 2 ready, 3 cannot be used
    picture_reason integer not null default 0,
    original text not null default '',      -- address of the encrypted upload; '' once it is gone
    turns integer not null default 0,       -- quarter turns, clockwise
    crop text not null default '',          -- "0 0 10000 10000" of the turned picture
    width integer not null default 0,
    height integer not null default 0,
    placeholder text not null default '',
    perceptual_hash integer not null default 0,
    file_hash integer not null default 0,   -- keyed hash of the uploaded bytes: the same file again
    -- what became of it
    network text not null default '',
    sent_at integer not null,
    confirmed_at integer,
    approved_at integer,
    decided_at integer,
    withdrawn_at integer,
    decided_by text not null default '',
    reason text not null default '',        -- "insult": why it is refused or was taken down
    saving integer not null default 0,      -- the save of staff that decided last
    seconded_by integer not null default 0, -- staff who said yes first, where two have to
    reports integer not null default 0,     -- by readers, since somebody last decided
    wall_key integer not null default 0     -- its place on the wall, newest approval last; 0: not shown
) strict;
create index voice_wall on voice (wall_key) where wall_key > 0;
create index voice_wall_province on voice (province, wall_key) where wall_key > 0;
create index voice_wall_locale on voice (locale, wall_key) where wall_key > 0;
create index voice_wall_both on voice (province, locale, wall_key) where wall_key > 0;
create index voice_shown on voice (id) where wall_key > 0;
create index voice_queue on voice (state, id);
create index voice_reasons on voice (reason) where state = 3 or state = 4;
create index voice_reported on voice (id) where reports > 0;
create index voice_address on voice (address_hash);
create index voice_guardian on voice (guardian_hash) where guardian_hash <> 0;
create index voice_signature on voice (signature_id) where signature_id <> 0;
create index voice_original on voice (original) where original <> '';
create index voice_file on voice (file_hash) where file_hash <> 0;
create index voice_likeness on voice (likeness) where likeness <> 0;

-- One file that is served while its voice is shown.
create table voice_size (
    voice_id integer not null,
    format integer not null,                -- 0 WebP, 1 JPEG
    width integer not null,
    height integer not null,
    file text not null,                     -- address of its bytes
    bytes integer not null,
    primary key (voice_id, width, format)
) strict;
create index voice_size_file on voice_size (file);

-- A quarter of a perceptual hash, for finding pictures that look alike: those have one quarter in common, or more.
create table voice_band (
    band integer not null,                  -- 0 to 3
    value integer not null,                 -- 16 bits
    voice_id integer not null,
    primary key (band, value, voice_id)
) strict;
create index voice_band_voice on voice_band (voice_id);

-- What is agreed to, word by word; numbered 1, 2, ... for each kind and language. Never changed.
create table voice_wording (
    id integer primary key,
    kind text not null,                     -- "publish", "guardian"
    locale text not null,
    version integer not null,
    words text not null,
    first_used_at integer not null,
    unique (kind, locale, version)
) strict;

-- Every decision of staff, for undoing and for the log. It holds nothing personal of the sender.
create table voice_decision (
    id integer primary key,
    saving integer not null,
    voice_id integer not null,
    state_before integer not null,
    reason_before text not null,
    state_after integer not null,
    reason_after text not null,
    decided_at integer not null,
    decided_by text not null,
    undone_at integer
) strict;
create index voice_decision_saving on voice_decision (saving);

-- How many are shown, kept with every step.
create table voice_tally (
    province text not null,
    locale text not null,
    shown integer not null,
    with_picture integer not null,
    primary key (province, locale)
) strict;

create table voice_setting (
    id integer primary key,                 -- 1
    four_eyes integer not null              -- 1: two people have to say yes
) strict;
