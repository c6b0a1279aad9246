-- Up Migration

-- Chinese words of product texts and how they are typed with Latin letters: 冰箱 sounds bingxiang, its initials are bx.
-- Words stay when the last product with them goes: what they find then is nothing.
create table search.terms (
  word text collate "C" primary key,
  sound text collate "C" not null,
  initials text collate "C" not null,
  is_label boolean not null
);
create index terms_sound on search.terms (sound);
create index terms_initials on search.terms (initials);
