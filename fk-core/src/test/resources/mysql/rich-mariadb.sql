CREATE SEQUENCE counter;
CREATE TABLE mariadb_only (
  a int CHECK (a > 0), u uuid, i4 inet4, i6 inet6 DEFAULT '::', n bigint DEFAULT (nextval(counter)), t text DEFAULT 'abc',
  KEY unseen (a) IGNORED
) PAGE_CHECKSUM=1;
CREATE TABLE versions (a int) WITH SYSTEM VERSIONING;
