-- Up Migration

create schema media;

-- A picture that somebody uploaded, drawn anew by us. `path` lies under the media folder. The same person's same
-- picture is one row; `uploaded_at` is when he sent it last. A demo picture is drawn when it is first asked for: until
-- then it has no hash, no size and no placeholder.
create table media.images (
  id bigint generated always as identity primary key,
  path text not null unique,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  original_name text not null check (length(original_name) <= 255),
  content_type text not null check (length(content_type) <= 100),
  size_bytes integer not null check (size_bytes >= 0),
  width_px integer not null check (width_px > 0),
  height_px integer not null check (height_px > 0),
  -- a data: address of a WebP of at most 16 pixels, shown until the picture is there
  placeholder text not null default '',
  uploaded_by bigint not null references accounts.users (id),
  uploaded_at timestamptz not null,
  created_at timestamptz not null,
  unique (uploaded_by, sha256)
);
create index images_newest on media.images (created_at desc, id desc);
create index images_uploaded_at on media.images (uploaded_at);
