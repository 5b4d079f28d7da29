-- Replays as they are wished: who asked first, who changed them last. What exists is what their topic holds.
CREATE TABLE replay (
    id         VARCHAR(64)  NOT NULL,
    name       VARCHAR(200) NOT NULL,
    number     BIGINT       NOT NULL,
    wish       LONGTEXT     NOT NULL COMMENT 'the order as it stands, JSON',
    created_by VARCHAR(100) NOT NULL,
    created_at DATETIME(3)  NOT NULL,
    changed_by VARCHAR(100) NOT NULL,
    changed_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
