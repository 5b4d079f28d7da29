CREATE TABLE mibew_opgroup (groupid INT PRIMARY KEY, parent INT, vcemail VARCHAR(64), vclocalname VARCHAR(64) NOT NULL,
  vccommonname VARCHAR(64) NOT NULL, vclocaldescription VARCHAR(1024) NOT NULL, iweight INT NOT NULL DEFAULT 0);
CREATE TABLE mibew_operator (operatorid INT PRIMARY KEY, vclogin VARCHAR(64) NOT NULL, vclocalename VARCHAR(64) NOT NULL,
  vccommonname VARCHAR(64) NOT NULL, vcemail VARCHAR(64), dtmlastvisited INT NOT NULL DEFAULT 0, istatus INT DEFAULT 0, iperm INT DEFAULT 0);
CREATE TABLE mibew_thread (threadid INT PRIMARY KEY, username VARCHAR(64) NOT NULL, userid VARCHAR(255), agentname VARCHAR(64),
  agentid INT NOT NULL DEFAULT 0, dtmcreated INT NOT NULL DEFAULT 0, dtmchatstarted INT NOT NULL DEFAULT 0, dtmmodified INT NOT NULL DEFAULT 0,
  dtmclosed INT NOT NULL DEFAULT 0, lrevision INT NOT NULL DEFAULT 0, istate INT NOT NULL DEFAULT 0, invitationstate INT NOT NULL DEFAULT 0,
  ltoken INT NOT NULL, remote VARCHAR(255), referer TEXT, nextagent INT NOT NULL DEFAULT 0, locale VARCHAR(8),
  lastpinguser INT NOT NULL DEFAULT 0, usertyping INT DEFAULT 0, useragent VARCHAR(255), messagecount VARCHAR(16), groupid INT);
CREATE TABLE mibew_message (messageid INT PRIMARY KEY, threadid INT NOT NULL, ikind INT NOT NULL, agentid INT NOT NULL DEFAULT 0,
  tmessage TEXT NOT NULL, plugin VARCHAR(256) NOT NULL DEFAULT '', data TEXT, dtmcreated INT NOT NULL DEFAULT 0, tname VARCHAR(64),
  KEY idx_threadid (threadid), KEY idx_agentid (agentid));
CREATE TABLE mibew_sitevisitor (visitorid INT PRIMARY KEY, userid VARCHAR(255) NOT NULL, username VARCHAR(64), firsttime INT NOT NULL DEFAULT 0,
  lasttime INT NOT NULL DEFAULT 0, entry TEXT NOT NULL, details TEXT NOT NULL, threadid INT);
CREATE TABLE mibew_visitedpage (pageid INT PRIMARY KEY, address VARCHAR(1024), visittime INT NOT NULL DEFAULT 0, visitorid INT);
CREATE TABLE mibew_cannedmessage (id INT PRIMARY KEY, locale VARCHAR(8), groupid INT, vctitle VARCHAR(100) NOT NULL, vcvalue VARCHAR(1024) NOT NULL);
CREATE TABLE mibew_translation (translationid INT PRIMARY KEY, locale VARCHAR(5) NOT NULL, context VARCHAR(256) NOT NULL, source TEXT, translation TEXT);
