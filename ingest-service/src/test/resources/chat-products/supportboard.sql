CREATE TABLE sb_users (id INT PRIMARY KEY, first_name VARCHAR(100) NOT NULL, last_name VARCHAR(100), email VARCHAR(255), user_type VARCHAR(10) NOT NULL, creation_time DATETIME NOT NULL,
  token VARCHAR(50) NOT NULL, last_activity DATETIME, typing INT DEFAULT -1, department TINYINT);
CREATE TABLE sb_users_data (id INT PRIMARY KEY, user_id INT NOT NULL, slug VARCHAR(191) NOT NULL, name VARCHAR(191) NOT NULL, value TEXT NOT NULL, FOREIGN KEY (user_id) REFERENCES sb_users (id));
CREATE TABLE sb_conversations (id INT PRIMARY KEY, user_id INT NOT NULL, title VARCHAR(191), creation_time DATETIME NOT NULL, status_code TINYINT DEFAULT 0, department TINYINT, agent_id INT,
  source VARCHAR(2), extra VARCHAR(191), tags VARCHAR(191), FOREIGN KEY (agent_id) REFERENCES sb_users (id), FOREIGN KEY (user_id) REFERENCES sb_users (id));
CREATE TABLE sb_messages (id INT PRIMARY KEY, user_id INT NOT NULL, message TEXT NOT NULL, creation_time DATETIME NOT NULL, status_code TINYINT DEFAULT 0, attachments TEXT, payload TEXT,
  conversation_id INT NOT NULL, FOREIGN KEY (user_id) REFERENCES sb_users (id), FOREIGN KEY (conversation_id) REFERENCES sb_conversations (id));
CREATE TABLE sb_settings (name VARCHAR(191) PRIMARY KEY, value LONGTEXT);
CREATE TABLE sb_reports (id INT PRIMARY KEY, name VARCHAR(191) NOT NULL, value TEXT NOT NULL, creation_time DATE NOT NULL, external_id INT);
