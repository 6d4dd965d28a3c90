-- Pages of text stand in a tree: which page a page lies below, and its order among its neighbours.
alter table content_page add column parent_id integer references content_page (id);
alter table content_page add column place integer not null default 100;

-- In which menus a page stands, for each language: those of its level, which the levels below it have too.
create table content_page_menu (
    page_id integer not null references content_page (id),
    locale text not null,
    menu text not null,                 -- "header" or "footer"
    label text not null,                -- what the link says; '': the title of the page
    primary key (page_id, locale, menu)
) strict;

-- The links that every page had until now.
insert into content_page_menu (page_id, locale, menu, label)
    select id, 'en', 'footer', '' from content_page where slug in ('about', 'privacy', 'accessibility', 'contact');
insert into content_page_menu (page_id, locale, menu, label)
    select id, 'fr', 'footer', '' from content_page where slug in ('about', 'privacy', 'accessibility', 'contact');
insert into content_page_menu (page_id, locale, menu, label)
    select id, 'en', 'header', 'About' from content_page where slug = 'about';
insert into content_page_menu (page_id, locale, menu, label)
    select id, 'fr', 'header', 'À propos' from content_page where slug = 'about';
