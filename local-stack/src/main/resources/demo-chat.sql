-- The demo's chat product: made for this project, the shape of no product there is. Statements end with ';' at a line's end.

CREATE TABLE IF NOT EXISTS queue (
    code  VARCHAR(64) NOT NULL PRIMARY KEY,
    title VARCHAR(80) NOT NULL
);

CREATE TABLE IF NOT EXISTS operator (
    ref       VARCHAR(64)  NOT NULL PRIMARY KEY,
    full_name VARCHAR(120) NOT NULL
);

CREATE TABLE IF NOT EXISTS conversation (
    id             VARCHAR(64)                       NOT NULL PRIMARY KEY,
    state          ENUM ('waiting', 'live', 'closed') NOT NULL,
    opened_at      TIMESTAMP(3)                      NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    closed_at      TIMESTAMP(3)                      NULL     DEFAULT NULL,
    touched_at     TIMESTAMP(3)                      NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    agent_ref      VARCHAR(64)                       NULL,
    queue_code     VARCHAR(64)                       NOT NULL,
    channel        VARCHAR(32)                       NOT NULL,
    lang           VARCHAR(16)                       NOT NULL,
    customer_alias VARCHAR(80)                       NOT NULL,
    topic          VARCHAR(120)                      NOT NULL,
    KEY conversation_by_touch (touched_at),
    KEY conversation_by_state (state, touched_at),
    CONSTRAINT conversation_operator FOREIGN KEY (agent_ref) REFERENCES operator (ref),
    CONSTRAINT conversation_queue FOREIGN KEY (queue_code) REFERENCES queue (code)
);

CREATE TABLE IF NOT EXISTS conversation_line (
    id              BIGINT                                               NOT NULL AUTO_INCREMENT PRIMARY KEY,
    conversation_id VARCHAR(64)                                          NOT NULL,
    position        INT                                                  NOT NULL,
    author          ENUM ('client', 'operator', 'robot', 'event', 'memo') NOT NULL,
    body            TEXT                                                 NOT NULL,
    sent_at         TIMESTAMP(3)                                         NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    UNIQUE KEY line_in_conversation (conversation_id, position),
    CONSTRAINT line_conversation FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
