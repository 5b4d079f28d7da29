package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A chat product: its tables in {@code chat-products/}, how a conversation becomes rows, and what a person edits in the draft. */
public interface Product {
    /** All of them, the most different first. */
    static List<Product> all() {
        return List.of(
                new OsTicket(),
                new Mibew(),
                new Zammad(),
                new Chatwoot(),
                new FreeScout(),
                new Znuny(),
                new RocketChat(),
                new UvDesk(),
                new SupportBoard(),
                new WpLiveChat());
    }

    /** The name of its SQL file. */
    String name();

    /** Whose messages its tables can tell. */
    Set<Role> roles();

    /** Adds a conversation's rows. */
    void write(Talk talk, Inserts rows);

    /** Adds the rows that stand there from the start. */
    void setUp(Inserts rows);

    /** The chat's id as it must be read. */
    default String chatId(Talk talk) {
        return Integer.toString(talk.number());
    }

    /** The tables of chats and messages. */
    String chatTable();

    /** The table of messages. */
    String messageTable();

    /** Whether a column tells when a chat was closed, or changed last. */
    default boolean hasClosingTime() {
        return true;
    }

    /** What a person who knows the product changes in the draft. */
    List<Edit> edits();

    /** Its whole schema with these conversations. */
    default String sql(List<Talk> talks) {
        var rows = new Inserts();
        setUp(rows);
        talks.forEach(talk -> write(talk, rows));
        return tables() + rows.sql();
    }

    private String tables() {
        try (var file = Product.class.getResourceAsStream("/chat-products/" + name() + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("there is no chat-products/" + name() + ".sql");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
