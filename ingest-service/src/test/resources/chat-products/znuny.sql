CREATE TABLE queue (id INT PRIMARY KEY, name VARCHAR(200) NOT NULL, group_id INT NOT NULL, comments VARCHAR(250), create_time DATETIME NOT NULL);
CREATE TABLE users (id INT PRIMARY KEY, login VARCHAR(200) NOT NULL, pw VARCHAR(128) NOT NULL, first_name VARCHAR(100) NOT NULL, last_name VARCHAR(100) NOT NULL,
  valid_id SMALLINT NOT NULL, create_time DATETIME NOT NULL, change_time DATETIME NOT NULL);
CREATE TABLE ticket_state_type (id SMALLINT PRIMARY KEY, name VARCHAR(200) NOT NULL, comments VARCHAR(250), create_time DATETIME NOT NULL);
CREATE TABLE ticket_state (id SMALLINT PRIMARY KEY, name VARCHAR(200) NOT NULL, comments VARCHAR(250), type_id SMALLINT NOT NULL, valid_id SMALLINT NOT NULL, create_time DATETIME NOT NULL);
CREATE TABLE article_sender_type (id SMALLINT PRIMARY KEY, name VARCHAR(200) NOT NULL, comments VARCHAR(250), valid_id SMALLINT NOT NULL, create_time DATETIME NOT NULL);
CREATE TABLE communication_channel (id BIGINT PRIMARY KEY, name VARCHAR(200) NOT NULL, module VARCHAR(200) NOT NULL, valid_id SMALLINT NOT NULL, create_time DATETIME NOT NULL);
CREATE TABLE ticket (id BIGINT PRIMARY KEY, tn VARCHAR(50) NOT NULL, title VARCHAR(255), queue_id INT NOT NULL, ticket_lock_id SMALLINT NOT NULL, type_id SMALLINT,
  user_id INT NOT NULL, responsible_user_id INT NOT NULL, ticket_priority_id SMALLINT NOT NULL, ticket_state_id SMALLINT NOT NULL, customer_id VARCHAR(150), customer_user_id VARCHAR(250),
  timeout INT NOT NULL, until_time INT NOT NULL, escalation_time INT NOT NULL, archive_flag SMALLINT NOT NULL DEFAULT 0, create_time DATETIME NOT NULL, create_by INT NOT NULL,
  change_time DATETIME NOT NULL, change_by INT NOT NULL);
CREATE TABLE article (id BIGINT PRIMARY KEY, ticket_id BIGINT NOT NULL, article_sender_type_id SMALLINT NOT NULL, communication_channel_id BIGINT NOT NULL, is_visible_for_customer SMALLINT NOT NULL,
  search_index_needs_rebuild SMALLINT NOT NULL DEFAULT 1, create_time DATETIME NOT NULL, create_by INT NOT NULL, change_time DATETIME NOT NULL, change_by INT NOT NULL, KEY ticket_id (ticket_id));
CREATE TABLE article_data_mime (id BIGINT PRIMARY KEY, article_id BIGINT NOT NULL, a_from MEDIUMTEXT, a_reply_to MEDIUMTEXT, a_to MEDIUMTEXT, a_subject TEXT, a_message_id TEXT,
  a_content_type VARCHAR(250), a_body MEDIUMTEXT NOT NULL, incoming_time INT NOT NULL, content_path VARCHAR(250), create_time DATETIME NOT NULL, create_by INT NOT NULL,
  change_time DATETIME NOT NULL, change_by INT NOT NULL, KEY article_id (article_id));
CREATE TABLE article_search_index (id BIGINT PRIMARY KEY, ticket_id BIGINT NOT NULL, article_id BIGINT NOT NULL, article_key VARCHAR(200) NOT NULL, article_value MEDIUMTEXT);
CREATE TABLE ticket_history (id BIGINT PRIMARY KEY, name VARCHAR(200) NOT NULL, history_type_id SMALLINT NOT NULL, ticket_id BIGINT NOT NULL, article_id BIGINT, queue_id INT NOT NULL,
  owner_id INT NOT NULL, state_id SMALLINT NOT NULL, create_time DATETIME NOT NULL);
CREATE TABLE standard_template (id INT PRIMARY KEY, name VARCHAR(200) NOT NULL, text MEDIUMTEXT, template_type VARCHAR(100) NOT NULL, create_time DATETIME NOT NULL);
