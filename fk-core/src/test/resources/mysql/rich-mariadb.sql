CREATE SEQUENCE counter;
CREATE TABLE mariadb_only (
  a int CHECK (a > 0), u uuid, i4 inet4, i6 inet6 DEFAULT '::', n bigint DEFAULT (nextval(counter)), t text DEFAULT 'abc',
  KEY unseen (a) IGNORED
) PAGE_CHECKSUM=1;
CREATE TABLE versions (a int) WITH SYSTEM VERSIONING;
CREATE TABLE stays (
  id int, room varchar(20) NOT NULL, arrival date, departure date NOT NULL, paid date NOT NULL, price int CHECK (price > 0), PERIOD FOR stay (arrival, departure),
  PRIMARY KEY (id, stay WITHOUT OVERLAPS), UNIQUE room_once (room, stay WITHOUT OVERLAPS), KEY rooms (room), UNIQUE (id, price),
  CONSTRAINT paid_before CHECK (arrival < paid), CONSTRAINT sane CHECK (departure > arrival)
);
CREATE TABLE `odd (per``iods` (
  `we``ird` int, `a,(` datetime(3), b datetime(3), PERIOD FOR `p, "q` (`a,(`, b), UNIQUE KEY `un (``x` (`we``ird`, `p, "q` WITHOUT OVERLAPS)
) COMMENT 'PARTITION BY nothing';
CREATE TABLE versions_named (
  id int PRIMARY KEY, n int COMMENT 'of today' WITHOUT SYSTEM VERSIONING, m int UNIQUE, since timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE,
  till timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (since, till)
) WITH SYSTEM VERSIONING;
CREATE TABLE versions_of_some (id int PRIMARY KEY, a int WITH SYSTEM VERSIONING, b int);
CREATE TABLE versions_by_number (a int) COMMENT 'it''s PARTITION BY' WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 1000 (
  PARTITION p0 HISTORY, PARTITION p1 HISTORY, PARTITION pc CURRENT);
CREATE TABLE versions_by_week (a int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 WEEK STARTS '2024-01-01 00:00:00' AUTO PARTITIONS 4;
CREATE TABLE versions_by_hour (a int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL '1 6' DAY_HOUR STARTS '2024-01-01 00:00:00'
  SUBPARTITION BY KEY (a) SUBPARTITIONS 2 (PARTITION ver0 HISTORY, PARTITION pn CURRENT);
CREATE TABLE versions_in_two (a int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME;
CREATE TABLE compressed (id int PRIMARY KEY, t text COMPRESSED NOT NULL, v varchar(200) COMPRESSED CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'x', b blob COMPRESSED);
