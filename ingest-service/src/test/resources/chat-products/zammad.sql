CREATE TABLE `groups` (id INT PRIMARY KEY, name VARCHAR(160) NOT NULL, active TINYINT(1) NOT NULL, created_at DATETIME(3) NOT NULL);
CREATE TABLE users (id INT PRIMARY KEY, login VARCHAR(255) NOT NULL, firstname VARCHAR(100), lastname VARCHAR(100), email VARCHAR(255),
  active TINYINT(1) NOT NULL, last_login DATETIME(3), created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL);
CREATE TABLE ticket_state_types (id INT PRIMARY KEY, name VARCHAR(250) NOT NULL, note VARCHAR(250), created_at DATETIME(3) NOT NULL);
CREATE TABLE ticket_states (id INT PRIMARY KEY, state_type_id INT NOT NULL, name VARCHAR(250) NOT NULL, active TINYINT(1) NOT NULL,
  created_at DATETIME(3) NOT NULL, FOREIGN KEY (state_type_id) REFERENCES ticket_state_types (id));
CREATE TABLE ticket_article_types (id INT PRIMARY KEY, name VARCHAR(250) NOT NULL, communication TINYINT(1) NOT NULL, created_at DATETIME(3) NOT NULL);
CREATE TABLE ticket_article_senders (id INT PRIMARY KEY, name VARCHAR(250) NOT NULL, note VARCHAR(250), created_at DATETIME(3) NOT NULL);
CREATE TABLE tickets (id INT PRIMARY KEY, group_id INT NOT NULL, priority_id INT NOT NULL, state_id INT NOT NULL, number VARCHAR(60) NOT NULL,
  title VARCHAR(250) NOT NULL, owner_id INT NOT NULL, customer_id INT NOT NULL, first_response_at DATETIME(3), close_at DATETIME(3),
  last_contact_at DATETIME(3), last_contact_agent_at DATETIME(3), last_contact_customer_at DATETIME(3), article_count INT,
  escalation_at DATETIME(3), pending_time DATETIME(3), created_by_id INT NOT NULL, updated_by_id INT NOT NULL,
  created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL, FOREIGN KEY (group_id) REFERENCES `groups` (id),
  FOREIGN KEY (state_id) REFERENCES ticket_states (id), FOREIGN KEY (owner_id) REFERENCES users (id),
  FOREIGN KEY (customer_id) REFERENCES users (id));
CREATE TABLE ticket_articles (id INT PRIMARY KEY, ticket_id INT NOT NULL, type_id INT NOT NULL, sender_id INT NOT NULL, `from` VARCHAR(3000),
  `to` VARCHAR(3000), cc VARCHAR(3000), subject VARCHAR(3000), message_id VARCHAR(3000), content_type VARCHAR(20) NOT NULL, body LONGTEXT NOT NULL,
  internal TINYINT(1) NOT NULL, preferences TEXT, created_by_id INT NOT NULL, updated_by_id INT NOT NULL, created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL, FOREIGN KEY (ticket_id) REFERENCES tickets (id), FOREIGN KEY (type_id) REFERENCES ticket_article_types (id),
  FOREIGN KEY (sender_id) REFERENCES ticket_article_senders (id));
CREATE TABLE histories (id INT PRIMARY KEY, history_type_id INT NOT NULL, o_id INT NOT NULL, value_from TEXT, value_to TEXT, created_by_id INT NOT NULL,
  created_at DATETIME(3) NOT NULL);
CREATE TABLE text_modules (id INT PRIMARY KEY, name VARCHAR(250), keywords VARCHAR(500), content TEXT NOT NULL, active TINYINT(1) NOT NULL, created_at DATETIME(3) NOT NULL);
