package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.mapping.MappingException;
import dev.dictamen.ingest.read.SourceAddress;
import dev.dictamen.ingest.read.SourceDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessException;

/** {@code inspect}: prints what a chat database holds, and a draft of its mapping. */
public final class InspectCommand {
    private static final int DONE = 0;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int NO_ANSWER = 3;
    private static final int NO_CHATS = 4;

    private final UnaryOperator<String> environment;

    /** @param environment the value of a variable of the environment, "" where it is not set */
    public InspectCommand(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** The exit code: 0 a draft was made, 2 wrong arguments, 3 the database does not answer, 4 it holds no chats. */
    public int run(List<String> arguments, PrintStream out) {
        try {
            var options = InspectOptions.of(arguments, environment);
            return inspect(options, address(options), out);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return WRONG_ARGUMENTS;
        }
    }

    private static SourceAddress address(InspectOptions options) {
        try {
            return SourceAddress.of(options.url());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--url is " + options.url() + ", but must be like jdbc:mysql://host:3306/schema", e);
        }
    }

    private static int inspect(InspectOptions options, SourceAddress address, PrintStream out) {
        try {
            Reachable.check(address, options);
        } catch (SQLException e) {
            out.println(Reachable.sentence(e, address, options.username()));
            return NO_ANSWER;
        }
        try (var database = new SourceDatabase(options.url(), options.username(), options.password())) {
            var draft = new Inspection(database.client(), address.schema(), options.isWithPresets(), out).draft();
            draft.ifPresent(found -> write(found, options, out));
            return draft.isPresent() ? DONE : NO_CHATS;
        } catch (DataAccessException | MappingException e) {
            out.println(address.schema() + " cannot be read: " + e.getMessage() + "; the user " + options.username()
                    + " needs SELECT on all its tables");
            return NO_ANSWER;
        }
    }

    private static void write(Draft draft, InspectOptions options, PrintStream out) {
        if (options.out().isEmpty()) {
            out.println();
            out.print(draft.yaml());
            return;
        }
        Path file = options.out().get();
        try {
            Files.writeString(file, draft.yaml());
            out.println("The draft is in " + file + ": read it, edit it, then set SOURCE_MAPPING=" + file + ".");
        } catch (IOException e) {
            throw new IllegalArgumentException("--out is " + file + ", which cannot be written: " + e, e);
        }
    }
}
