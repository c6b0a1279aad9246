-- Up Migration

-- The transaction that wrote a product's words last. Every change of a product or its SKUs writes them; so whoever holds
-- in memory what a word finds can ask which products changed since.
alter table search.product_words add column written_in xid8 not null default pg_current_xact_id();
create index product_words_written_in on search.product_words (written_in);
