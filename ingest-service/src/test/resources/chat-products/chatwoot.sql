CREATE TABLE accounts (id INT PRIMARY KEY, name VARCHAR(255) NOT NULL, locale INT, created_at DATETIME(6) NOT NULL);
CREATE TABLE inboxes (id INT PRIMARY KEY, channel_id INT NOT NULL, account_id INT NOT NULL, name VARCHAR(255) NOT NULL, channel_type VARCHAR(255),
  greeting_message VARCHAR(255), created_at DATETIME(6) NOT NULL);
CREATE TABLE teams (id BIGINT PRIMARY KEY, name VARCHAR(255) NOT NULL, description TEXT, account_id BIGINT NOT NULL, created_at DATETIME(6) NOT NULL);
CREATE TABLE users (id INT PRIMARY KEY, provider VARCHAR(255) NOT NULL, uid VARCHAR(255) NOT NULL, name VARCHAR(255) NOT NULL, display_name VARCHAR(255),
  email VARCHAR(255), availability INT, created_at DATETIME(6) NOT NULL);
CREATE TABLE contacts (id INT PRIMARY KEY, name VARCHAR(255), email VARCHAR(255), phone_number VARCHAR(255), account_id INT NOT NULL,
  identifier VARCHAR(255), last_activity_at DATETIME(6), created_at DATETIME(6) NOT NULL);
CREATE TABLE conversations (id INT PRIMARY KEY, account_id INT NOT NULL, inbox_id INT NOT NULL, status INT NOT NULL DEFAULT 0, assignee_id INT,
  created_at DATETIME(6) NOT NULL, updated_at DATETIME(6) NOT NULL, contact_id BIGINT, display_id INT NOT NULL, contact_last_seen_at DATETIME(6),
  agent_last_seen_at DATETIME(6), additional_attributes JSON, uuid CHAR(36) NOT NULL, identifier VARCHAR(255), last_activity_at DATETIME(6) NOT NULL,
  team_id BIGINT, snoozed_until DATETIME(6), priority INT, waiting_since DATETIME(6), KEY account (account_id));
CREATE TABLE messages (id INT PRIMARY KEY, content TEXT, account_id INT NOT NULL, inbox_id INT NOT NULL, conversation_id INT NOT NULL,
  message_type INT NOT NULL, created_at DATETIME(6) NOT NULL, updated_at DATETIME(6) NOT NULL, private TINYINT(1) NOT NULL DEFAULT 0,
  status INT DEFAULT 0, source_id VARCHAR(255), content_type INT NOT NULL DEFAULT 0, content_attributes JSON, sender_type VARCHAR(255),
  sender_id BIGINT, KEY conversation (conversation_id));
CREATE TABLE canned_responses (id INT PRIMARY KEY, account_id INT NOT NULL, short_code VARCHAR(255), content TEXT, created_at DATETIME(6) NOT NULL);
CREATE TABLE reporting_events (id BIGINT PRIMARY KEY, name VARCHAR(255), value FLOAT, account_id INT, inbox_id INT, user_id INT, conversation_id INT,
  created_at DATETIME(6) NOT NULL);
CREATE TABLE notes (id BIGINT PRIMARY KEY, content TEXT NOT NULL, account_id BIGINT NOT NULL, contact_id BIGINT NOT NULL, user_id BIGINT, created_at DATETIME(6) NOT NULL);
