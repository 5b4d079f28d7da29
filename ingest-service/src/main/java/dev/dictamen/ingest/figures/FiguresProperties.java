package dev.dictamen.ingest.figures;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The figures of a replay.
 *
 * @param intents path of a YAML file of intents, from {@code REPLAY_INTENTS}; empty for those that come with the service
 */
@ConfigurationProperties("figures")
record FiguresProperties(@DefaultValue("") String intents) {}
