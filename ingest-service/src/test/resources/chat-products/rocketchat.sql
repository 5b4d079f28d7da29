CREATE TABLE users (_id VARCHAR(24) PRIMARY KEY, username VARCHAR(80), name VARCHAR(160), type VARCHAR(20), status VARCHAR(20), createdAt DATETIME(3) NOT NULL);
CREATE TABLE rocketchat_livechat_department (_id VARCHAR(24) PRIMARY KEY, name VARCHAR(120) NOT NULL, enabled TINYINT(1) NOT NULL, email VARCHAR(160));
CREATE TABLE rocketchat_room (_id VARCHAR(24) PRIMARY KEY, t CHAR(1) NOT NULL, name VARCHAR(120), fname VARCHAR(160), msgs INT NOT NULL, usersCount INT NOT NULL,
  open TINYINT(1), ts DATETIME(3) NOT NULL, lm DATETIME(3), _updatedAt DATETIME(3) NOT NULL, closedAt DATETIME(3), closer VARCHAR(20), servedBy_id VARCHAR(24), servedBy_username VARCHAR(80),
  v_id VARCHAR(24), v_username VARCHAR(80), v_token VARCHAR(64), departmentId VARCHAR(24), source_type VARCHAR(20));
CREATE TABLE rocketchat_message (_id VARCHAR(24) PRIMARY KEY, rid VARCHAR(24) NOT NULL, msg TEXT NOT NULL, ts DATETIME(3) NOT NULL, u_id VARCHAR(24) NOT NULL, u_username VARCHAR(80),
  t VARCHAR(40), token VARCHAR(64), urls TEXT, _updatedAt DATETIME(3) NOT NULL, KEY rid_ts (rid, ts));
CREATE TABLE rocketchat_subscription (_id VARCHAR(24) PRIMARY KEY, rid VARCHAR(24) NOT NULL, u_id VARCHAR(24) NOT NULL, unread INT NOT NULL, ls DATETIME(3), ts DATETIME(3));
CREATE TABLE rocketchat_settings (_id VARCHAR(120) PRIMARY KEY, value TEXT, i18nDescription VARCHAR(200), ts DATETIME(3));
CREATE TABLE rocketchat_uploads (_id VARCHAR(24) PRIMARY KEY, name VARCHAR(200), size INT, rid VARCHAR(24), userId VARCHAR(24), uploadedAt DATETIME(3));
