-- What a member of staff typed into a mail and did not save yet: kept while they type, gone when they save.
create table mailing_draft (
    mailing_id integer not null,
    variant integer not null,
    account_id integer not null,
    words text not null,                 -- JSON: the fields of the form
    seen text not null,                  -- what the form was shown over
    kept_at integer not null,
    primary key (mailing_id, variant, account_id)
) strict;
