-- Files that travel in a backup, beside the rows that name them. Empty in every database that serves.
create table stored_file (
    store text not null,                -- "pictures"
    name text not null,                 -- as the store has it
    bytes blob not null,
    primary key (store, name)
) strict;
