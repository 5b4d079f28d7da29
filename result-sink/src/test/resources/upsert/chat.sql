INSERT INTO chat (chat_id, source, channel, language, agent_id, agent_name, team, customer_ref, opened_at,
    closed_at, ingested_at, message_count, messages, attributes, revision)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
    source = IF(VALUES(revision) > revision, VALUES(source), source),
    channel = IF(VALUES(revision) > revision, VALUES(channel), channel),
    language = IF(VALUES(revision) > revision, VALUES(language), language),
    agent_id = IF(VALUES(revision) > revision, VALUES(agent_id), agent_id),
    agent_name = IF(VALUES(revision) > revision, VALUES(agent_name), agent_name),
    team = IF(VALUES(revision) > revision, VALUES(team), team),
    customer_ref = IF(VALUES(revision) > revision, VALUES(customer_ref), customer_ref),
    opened_at = IF(VALUES(revision) > revision, VALUES(opened_at), opened_at),
    closed_at = IF(VALUES(revision) > revision, VALUES(closed_at), closed_at),
    ingested_at = IF(VALUES(revision) > revision, VALUES(ingested_at), ingested_at),
    message_count = IF(VALUES(revision) > revision, VALUES(message_count), message_count),
    messages = IF(VALUES(revision) > revision, VALUES(messages), messages),
    attributes = IF(VALUES(revision) > revision, VALUES(attributes), attributes),
    revision = IF(VALUES(revision) > revision, VALUES(revision), revision)
