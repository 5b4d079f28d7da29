CREATE TABLE uv_user (id INT PRIMARY KEY, email VARCHAR(191), first_name VARCHAR(191) NOT NULL, last_name VARCHAR(191), is_enabled TINYINT(1) NOT NULL, timezone VARCHAR(191));
CREATE TABLE uv_support_group (id INT PRIMARY KEY, name VARCHAR(191) NOT NULL, description LONGTEXT NOT NULL, created_at DATETIME NOT NULL, is_active TINYINT(1) NOT NULL);
CREATE TABLE uv_ticket_status (id INT PRIMARY KEY, code VARCHAR(191) NOT NULL, description VARCHAR(191) NOT NULL, color_code VARCHAR(191), sort_order INT);
CREATE TABLE uv_ticket_priority (id INT PRIMARY KEY, code VARCHAR(191) NOT NULL, description VARCHAR(191), color_code VARCHAR(191));
CREATE TABLE uv_ticket (id INT PRIMARY KEY, status_id INT, priority_id INT, type_id INT, customer_id INT, agent_id INT, group_id INT, source VARCHAR(191) NOT NULL, mailbox_email VARCHAR(191),
  subject LONGTEXT, reference_ids LONGTEXT, is_new TINYINT(1) NOT NULL, is_replied TINYINT(1) NOT NULL, is_starred TINYINT(1) NOT NULL, is_trashed TINYINT(1) NOT NULL,
  is_agent_viewed TINYINT(1) NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL, FOREIGN KEY (status_id) REFERENCES uv_ticket_status (id),
  FOREIGN KEY (priority_id) REFERENCES uv_ticket_priority (id), FOREIGN KEY (customer_id) REFERENCES uv_user (id), FOREIGN KEY (agent_id) REFERENCES uv_user (id),
  FOREIGN KEY (group_id) REFERENCES uv_support_group (id));
CREATE TABLE uv_thread (id INT PRIMARY KEY, ticket_id INT, user_id INT, source VARCHAR(191) NOT NULL, message_id LONGTEXT, thread_type VARCHAR(191) NOT NULL, created_by VARCHAR(191) NOT NULL,
  cc LONGTEXT, is_locked TINYINT(1) NOT NULL, is_bookmarked TINYINT(1) NOT NULL, message LONGTEXT, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL, agent_viewed_at DATETIME,
  customer_viewed_at DATETIME, FOREIGN KEY (ticket_id) REFERENCES uv_ticket (id), FOREIGN KEY (user_id) REFERENCES uv_user (id));
CREATE TABLE uv_saved_replies (id INT PRIMARY KEY, name VARCHAR(191) NOT NULL, message LONGTEXT NOT NULL, template_for VARCHAR(191));
CREATE TABLE uv_email_templates (id INT PRIMARY KEY, name VARCHAR(191) NOT NULL, subject VARCHAR(191) NOT NULL, message LONGTEXT NOT NULL, template_type VARCHAR(191));
CREATE TABLE uv_ticket_rating (id INT PRIMARY KEY, ticket_id INT, customer_id INT, stars INT NOT NULL, feedback LONGTEXT, created_at DATETIME NOT NULL, FOREIGN KEY (ticket_id) REFERENCES uv_ticket (id));
