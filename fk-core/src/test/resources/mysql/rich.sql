-- Everything both servers have, as people write it; statements end with a semicolon at the end of a line.
CREATE TABLE parent (
  id int(11) NOT NULL AUTO_INCREMENT,
  a int unsigned, b varchar(20) COLLATE utf8mb4_bin NOT NULL,
  code char(3) CHARACTER SET latin1 NOT NULL DEFAULT 'DE',
  PRIMARY KEY (id), UNIQUE KEY a_b (a, b), UNIQUE KEY code (code)
) ENGINE=InnoDB AUTO_INCREMENT=42 COMMENT='it''s a \\ parent';

CREATE TABLE numbers (
  t1 tinyint(1), t2 tinyint(2), t3 tinyint unsigned, b boolean NOT NULL DEFAULT true, s smallint, m mediumint unsigned,
  i integer(5) zerofill, ii int zerofill DEFAULT 7, bi bigint unsigned DEFAULT 18446744073709551615,
  d decimal, d2 decimal(5,2) unsigned DEFAULT 1.5, n numeric(4), f float, f2 float(7,3), f53 float(53), r real,
  db double precision unsigned DEFAULT 1e3, bt bit, bt3 bit(3) DEFAULT b'101', y year DEFAULT 2020
);

CREATE TABLE texts (
  c char, u char(36) BINARY, v varchar(45) DEFAULT 'it''s \\ "x"', e varchar(9) DEFAULT '', nul varchar(9) DEFAULT 'NULL',
  tt tinytext, t text, mt mediumtext, lt longtext, ascii varchar(9) CHARACTER SET ascii COLLATE ascii_bin,
  en enum('a', 'it''s', 'b\\c', 'x,y') DEFAULT 'it''s', st set('x', 'y') DEFAULT 'x,y', nl varchar(9) DEFAULT 'a\nb',
  bn binary(4) DEFAULT 'ab', vb varbinary(20) DEFAULT 0x4142, bl blob, lb longblob, j json,
  FULLTEXT KEY words (t, mt), KEY prefix (t(10), v(3)), UNIQUE KEY prefixed (v(5))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;

CREATE TABLE moments (
  d date DEFAULT '2020-01-01', t time DEFAULT '10:00', t3 time(3), dt datetime DEFAULT now(),
  up datetime(6) DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6), ts timestamp NOT NULL DEFAULT current_timestamp,
  tn timestamp NULL, d0 datetime(3) DEFAULT '2020-01-01 01:02:03'
);

CREATE TABLE computed (
  a int, v int AS (a + 1) VIRTUAL, s int GENERATED ALWAYS AS (a * 2) STORED, x varchar(40) DEFAULT (uuid()),
  up varchar(30) AS (concat('it''s ', upper(x))) VIRTUAL COMMENT 'shout', n int DEFAULT (1 + 2), hidden int INVISIBLE,
  CONSTRAINT positive CHECK (a > 0), CHECK (a < 100 AND x <> 'it''s')
);

CREATE TABLE child (
  id bigint PRIMARY KEY, parent_id int, pa int unsigned, pb varchar(20) COLLATE utf8mb4_bin, code char(3) CHARACTER SET latin1,
  self bigint, other int,
  KEY explicit (other), KEY downwards (other DESC, id), KEY commented (id, other) COMMENT 'why',
  FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE SET NULL,
  CONSTRAINT composite FOREIGN KEY (pa, pb) REFERENCES parent (a, b) ON DELETE SET NULL,
  CONSTRAINT by_code FOREIGN KEY (code) REFERENCES parent (code) ON DELETE RESTRICT ON UPDATE NO ACTION,
  CONSTRAINT selfish FOREIGN KEY (self) REFERENCES child (id),
  FOREIGN KEY (other) REFERENCES parent (id)
);

CREATE TABLE isam (a int, KEY (a), FOREIGN KEY (a) REFERENCES parent (id)) ENGINE=MyISAM;
CREATE TABLE `odd ``name` (`a``b` int, `select` int, PRIMARY KEY (`select`, `a``b`));
CREATE TABLE places (p point NOT NULL, g geometry, SPATIAL KEY (p));
CREATE TABLE by_year (id int, d date, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (
  PARTITION old VALUES LESS THAN (2020), PARTITION `new` VALUES LESS THAN MAXVALUE COMMENT 'rest');
CREATE TABLE by_hash (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 3;
CREATE TABLE by_list (a int, b int) PARTITION BY LIST COLUMNS (a, b) (PARTITION p0 VALUES IN ((1,2),(3,4)), PARTITION p1 VALUES IN ((5,6)));
CREATE TABLE by_both (a int, d date) PARTITION BY RANGE COLUMNS (d) SUBPARTITION BY HASH (a) SUBPARTITIONS 2 (
  PARTITION p0 VALUES LESS THAN ('2020-01-01'), PARTITION p1 VALUES LESS THAN (MAXVALUE));
CREATE TABLE prefix_key (v varchar(20), PRIMARY KEY (v(5)));
CREATE TABLE by_reserved (`order` int, `Key` date, `from` int) PARTITION BY RANGE COLUMNS (`Key`, `order`) SUBPARTITION BY HASH (`from` + 1) SUBPARTITIONS 2 (
  PARTITION `select` VALUES LESS THAN ('2020-01-01', 7), PARTITION `Table` VALUES LESS THAN (MAXVALUE, MAXVALUE));
CREATE TABLE by_key (id int PRIMARY KEY, b int) PARTITION BY KEY () PARTITIONS 2;
CREATE TABLE by_linear_key (a varchar(5), b int) PARTITION BY LINEAR KEY (a, b) (PARTITION one, PARTITION two);
CREATE TABLE by_words (a varchar(20), n int) PARTITION BY LIST COLUMNS (a) SUBPARTITION BY LINEAR KEY (n) SUBPARTITIONS 2 (
  PARTITION p0 VALUES IN ('It''s', 'b\\c', 'VALUES IN (x)'), PARTITION p1 VALUES IN (NULL, ''));
CREATE TABLE by_list_of_numbers (a int) PARTITION BY LIST (a MOD 4) (PARTITION p0 VALUES IN (0, 2), PARTITION p1 VALUES IN (1, 3, NULL, -1));
CREATE TABLE by_moment (t timestamp NOT NULL) PARTITION BY RANGE (unix_timestamp(t)) (
  PARTITION p0 VALUES LESS THAN (1600000000), PARTITION p1 VALUES LESS THAN (MAXVALUE));
CREATE TABLE in_memory (a int, b varchar(20), c int, KEY hashed USING HASH (a), KEY sorted USING BTREE (b), KEY usual (c)) ENGINE=MEMORY;
