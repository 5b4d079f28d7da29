-- A help desk in the manner of osTicket: statuses are data, entries hang on a thread, the thread on a ticket or a task.
CREATE TABLE hd_status (
  id int unsigned NOT NULL AUTO_INCREMENT,
  name varchar(60) NOT NULL,
  state varchar(16) DEFAULT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;

CREATE TABLE hd_department (
  id int unsigned NOT NULL AUTO_INCREMENT,
  name varchar(128) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;

CREATE TABLE hd_staff (
  staff_id int unsigned NOT NULL AUTO_INCREMENT,
  firstname varchar(32) DEFAULT NULL,
  lastname varchar(32) DEFAULT NULL,
  PRIMARY KEY (staff_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;

CREATE TABLE hd_ticket (
  ticket_id int unsigned NOT NULL AUTO_INCREMENT,
  number varchar(20) DEFAULT NULL,
  user_id int unsigned NOT NULL DEFAULT 0,
  status_id int unsigned NOT NULL DEFAULT 0,
  dept_id int unsigned NOT NULL DEFAULT 0,
  staff_id int unsigned NOT NULL DEFAULT 0,
  source enum('Web','Email','Phone','API','Other') NOT NULL DEFAULT 'Other',
  viewed int unsigned NOT NULL DEFAULT 0,
  created datetime NOT NULL,
  closed datetime DEFAULT NULL,
  PRIMARY KEY (ticket_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;

-- object_type: T ticket, A task; both count their ids from 1
CREATE TABLE hd_thread (
  id int unsigned NOT NULL AUTO_INCREMENT,
  object_id int unsigned NOT NULL,
  object_type char(1) NOT NULL,
  PRIMARY KEY (id),
  KEY object_id (object_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;

-- type: M message, R response, N note; flags: 1 was edited into another, 4 hidden, 64 by e-mail, 128 written by the system
CREATE TABLE hd_thread_entry (
  id int unsigned NOT NULL AUTO_INCREMENT,
  pid int unsigned NOT NULL DEFAULT 0,
  thread_id int unsigned NOT NULL DEFAULT 0,
  staff_id int unsigned NOT NULL DEFAULT 0,
  user_id int unsigned NOT NULL DEFAULT 0,
  type char(1) NOT NULL DEFAULT '',
  flags int unsigned NOT NULL DEFAULT 0,
  poster varchar(128) NOT NULL DEFAULT '',
  body text NOT NULL,
  format varchar(16) NOT NULL DEFAULT 'html',
  created datetime NOT NULL,
  PRIMARY KEY (id),
  KEY thread_id (thread_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;
