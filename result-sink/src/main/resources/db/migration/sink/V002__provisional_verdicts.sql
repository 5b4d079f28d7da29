-- Verdicts that rules gave while no model answered: shown at once, replaced by the final outcome of the same revision.
-- What the model answered, unread, is kept for audit.

ALTER TABLE evaluation
    ADD COLUMN provisional BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the verdict shown is by rules, for want of a model',
    ADD COLUMN raw_answer  TEXT    NULL COMMENT 'what the model answered, unread, cut at 8000 characters',
    ADD COLUMN finality    TINYINT NOT NULL DEFAULT 1 COMMENT '0: a final outcome of this revision is still to come';

-- covers the scan for chats that wait too long as well as the ledger's, so that neither reads a transcript
ALTER TABLE chat
    DROP KEY chat_ledger,
    ADD KEY chat_ledger (ingested_at, revision, closed_at);
