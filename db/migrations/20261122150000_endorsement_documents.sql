-- The document of a proclamation or a resolution, as staff received it: the bytes lie in the store of files.
create table endorsement_document (
    endorsement_id integer primary key,
    file text not null,                 -- address in the store of files
    name text not null,                 -- as visitors save it
    type text not null,                 -- "pdf", "jpeg", "png"
    bytes integer not null,
    added_at integer not null,
    added_by text not null
) strict;
create index endorsement_document_file on endorsement_document (file);
