CREATE TABLE wp_users (ID BIGINT UNSIGNED PRIMARY KEY, user_login VARCHAR(60) NOT NULL, user_email VARCHAR(100) NOT NULL, user_registered DATETIME NOT NULL, display_name VARCHAR(250) NOT NULL);
CREATE TABLE wp_posts (ID BIGINT UNSIGNED PRIMARY KEY, post_author BIGINT UNSIGNED NOT NULL, post_date DATETIME NOT NULL, post_content LONGTEXT NOT NULL, post_title TEXT NOT NULL,
  post_status VARCHAR(20) NOT NULL, comment_status VARCHAR(20) NOT NULL, post_modified DATETIME NOT NULL, post_type VARCHAR(20) NOT NULL, comment_count BIGINT NOT NULL DEFAULT 0);
CREATE TABLE wp_comments (comment_ID BIGINT UNSIGNED PRIMARY KEY, comment_post_ID BIGINT UNSIGNED NOT NULL, comment_author TINYTEXT NOT NULL, comment_author_email VARCHAR(100) NOT NULL,
  comment_date DATETIME NOT NULL, comment_content TEXT NOT NULL, comment_approved VARCHAR(20) NOT NULL, comment_type VARCHAR(20) NOT NULL, comment_parent BIGINT UNSIGNED NOT NULL,
  user_id BIGINT UNSIGNED NOT NULL, KEY comment_post_ID (comment_post_ID));
CREATE TABLE wp_options (option_id BIGINT UNSIGNED PRIMARY KEY, option_name VARCHAR(191) NOT NULL, option_value LONGTEXT NOT NULL, autoload VARCHAR(20) NOT NULL);
CREATE TABLE wp_wplc_chat_sessions (id INT PRIMARY KEY, timestamp DATETIME NOT NULL, name VARCHAR(700) NOT NULL, email VARCHAR(700) NOT NULL, ip VARCHAR(700) NOT NULL, status INT NOT NULL,
  session VARCHAR(100) NOT NULL, url VARCHAR(700) NOT NULL, last_active_timestamp DATETIME NOT NULL, agent_id INT NOT NULL, other LONGTEXT NOT NULL, rel VARCHAR(40) NOT NULL, tag_id INT NOT NULL);
CREATE TABLE wp_wplc_chat_msgs (id INT PRIMARY KEY, chat_sess_id INT NOT NULL, msgfrom VARCHAR(150) NOT NULL, msg LONGTEXT NOT NULL, timestamp DATETIME NOT NULL, status INT NOT NULL,
  originates INT NOT NULL, other LONGTEXT NOT NULL, afrom INT NOT NULL, ato INT NOT NULL, KEY sess (chat_sess_id));
CREATE TABLE wp_wplc_offline_messages (id INT PRIMARY KEY, timestamp DATETIME NOT NULL, name VARCHAR(700) NOT NULL, email VARCHAR(700) NOT NULL, message LONGTEXT NOT NULL, ip VARCHAR(700) NOT NULL);
