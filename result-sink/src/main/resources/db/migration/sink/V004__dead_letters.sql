-- What some service could not process, so that the ledger has it: a chat that was set aside has failed.

CREATE TABLE dead_letter (
    place          VARCHAR(190) NOT NULL COMMENT 'topic/partition/offset of the record that was set aside',
    chat_id        VARCHAR(190) NULL COMMENT 'null where the record names none that could be a chat''s',
    revision       BIGINT       NULL COMMENT 'null where the record could not be read',
    consumer_group VARCHAR(190) NULL COMMENT 'who set it aside',
    cause          VARCHAR(500) NULL,
    set_aside_at   DATETIME(3)  NOT NULL,
    PRIMARY KEY (place),
    KEY dead_letter_chat (chat_id, revision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M! COLLATE utf8mb4_nopad_bin */;
