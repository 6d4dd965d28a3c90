-- Documents that staff uploaded, to be taken away with an item. Whether one is public follows from the items that it
-- is attached to.
create table news_document (
    id integer primary key,
    path text not null,                 -- its address on this site: "/documents/17325/brief.pdf"
    type text not null,                 -- "pdf", "docx", ...: found in its bytes, not in its name
    size integer not null,              -- bytes
    file text not null,                 -- address in the store of files
    created_at integer not null,
    created_by text not null,
    unique (path)
) strict;
create index news_document_file on news_document (file);
create index news_document_created on news_document (created_at);
create index news_attachment_address on news_attachment (address);

-- Sections whose items are approved by somebody other than their writer before they are published.
alter table news_section add column needs_approval integer not null default 0;

-- Who wrote a revision, as a signed-in account; null: imported, or written before this was kept.
alter table news_revision add column written_by_id integer;

-- What was approved, by whom. It holds for those very words and details.
create table news_approval (
    id integer primary key,
    item_id integer not null references news_item (id),
    seen text not null,                 -- numbers of the revisions that were newest: "12-15"
    details_at integer not null,        -- news_item.changed_at at that moment
    account_id integer not null,
    by_name text not null,
    at integer not null,
    note text not null
) strict;
create index news_approval_item on news_approval (item_id, id);
