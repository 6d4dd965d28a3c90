-- Who is told that people joined the email list, left it or were erased: kinds of jobs, each of which gets an order for
-- every such step. Empty while nobody wants to know, which is all that a step then costs.
create table person_news_follower (
    job_kind text not null primary key
) strict;
