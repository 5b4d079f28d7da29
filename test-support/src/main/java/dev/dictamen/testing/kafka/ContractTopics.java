package dev.dictamen.testing.kafka;

import dev.dictamen.contract.Groups;
import dev.dictamen.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** The names of topics and groups as {@code topics.yml} has them, for whoever talks to a broker without a service. */
public final class ContractTopics {
    public static final Topics ALL = bind("topics", Topics.class);
    public static final Groups GROUPS = bind("groups", Groups.class);

    private ContractTopics() {}

    private static <T> T bind(String name, Class<T> type) {
        var sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("topics", new ClassPathResource("topics.yml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind(name, type)
                .get();
    }
}
