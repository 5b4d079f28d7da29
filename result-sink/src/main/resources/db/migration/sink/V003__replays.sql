-- Replays: what decides a verdict besides the chat has a name; where a replay's verdict takes the place of the current
-- one (finality 2 in the run that it replaces), that one is kept.

ALTER TABLE evaluation
    ADD COLUMN asked_hash CHAR(64) NULL COMMENT 'SHA-256 of prompt hash, model and parameters; null for rules',
    MODIFY COLUMN finality TINYINT NOT NULL DEFAULT 1
        COMMENT '0: a final outcome of this revision is still to come; 2: a replay''s verdict took its place';

CREATE TABLE evaluation_history (
    chat_id        VARCHAR(190) NOT NULL,
    run_id         VARCHAR(64)  NOT NULL,
    revision       BIGINT       NOT NULL,
    evaluated_at   DATETIME(3)  NOT NULL,
    replaced_by    VARCHAR(64)  NOT NULL COMMENT 'the run whose verdict took its place',
    replaced_at    DATETIME(3)  NOT NULL COMMENT 'when that verdict was given',
    evaluation_id  CHAR(32)     NOT NULL,
    outcome        VARCHAR(8)   NOT NULL,
    outcome_reason VARCHAR(64)  NULL,
    provisional    BOOLEAN      NOT NULL,
    score          VARCHAR(8)   NULL,
    score_value    TINYINT      NULL,
    reason         VARCHAR(500) NULL,
    improvement    VARCHAR(800) NULL,
    key_messages   LONGTEXT     NULL COMMENT 'JSON array of message indices',
    flags          TEXT         NULL COMMENT 'JSON array of words',
    judge_kind     VARCHAR(8)   NULL,
    model          VARCHAR(255) NULL,
    prompt_version VARCHAR(64)  NULL,
    prompt_hash    VARCHAR(64)  NULL,
    asked_hash     CHAR(64)     NULL,
    simulated      BOOLEAN      NOT NULL,
    PRIMARY KEY (chat_id, run_id, revision, evaluated_at, replaced_by)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M! COLLATE utf8mb4_nopad_bin */;
