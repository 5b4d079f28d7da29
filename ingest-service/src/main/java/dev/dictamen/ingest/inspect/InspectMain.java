package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.draft.Draft;
import dev.dictamen.ingest.inspect.login.DatabaseLogin;
import dev.dictamen.ingest.inspect.login.Reachable;
import dev.dictamen.ingest.mapping.MappingException;
import dev.dictamen.ingest.source.SourceAddress;
import dev.dictamen.ingest.source.SourceDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ./dictamen inspect}: prints what a chat database holds, and a draft of its mapping. */
@Command(
        name = "./dictamen inspect",
        description = "Looks into a chat database (MySQL, MariaDB) and drafts its mapping.",
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a draft was made",
            "2:wrong option",
            "3:the database does not answer or refuses",
            "4:no tables, or none that look like chats"
        })
public final class InspectMain implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int NO_ANSWER = 3;
    private static final int NO_CHATS = 4;

    private final UnaryOperator<String> environment;
    private final PrintStream out;
    private final CommandLine commandLine;

    @Option(names = "--url", paramLabel = "URL", description = "like jdbc:mysql://host:3306/schema; else SOURCE_URL")
    private Optional<String> url = Optional.empty();

    @Option(names = "--username", paramLabel = "NAME", description = "else SOURCE_USERNAME")
    private Optional<String> username = Optional.empty();

    @Option(names = "--password", paramLabel = "PASSWORD", hidden = true)
    private Optional<String> password = Optional.empty();

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            description = "the variable of the environment that holds the password; else SOURCE_PASSWORD")
    private Optional<String> passwordVariable = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "where the draft goes; else it is printed")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--no-presets", description = "guess the mapping of known products too")
    private boolean isWithoutPresets;

    /** @param environment the value of a variable of the environment, "" where it is not set */
    InspectMain(UnaryOperator<String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
        var writer = new PrintWriter(out, true, out.charset());
        var command = CommandSpec.forAnnotatedObject(this)
                .addOption(OptionSpec.builder("--help")
                        .usageHelp(true)
                        .description("print this")
                        .build());
        this.commandLine = new CommandLine(command).setOut(writer).setErr(writer);
    }

    /** Exits with 0 when a draft was made, 2 for a wrong option, 3 when the database does not answer, 4 when it holds no chats. */
    public static void main(String[] args) {
        LoggingSystem.get(InspectMain.class.getClassLoader()).beforeInitialize();
        var environment = new StandardEnvironment();
        System.exit(new InspectMain(variable -> environment.getProperty(variable, ""), System.out).run(args));
    }

    int run(String... arguments) {
        return commandLine.execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            var login = login();
            return inspect(login, address(login));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    DatabaseLogin login() {
        var address = url.orElseGet(() -> environment.apply("SOURCE_URL"));
        if (address.isBlank()) {
            throw new IllegalArgumentException(
                    "inspect needs --url, the database's address, like jdbc:mysql://host:3306/schema");
        }
        var login = DatabaseLogin.in(address)
                .orElse(environment.apply("SOURCE_USERNAME"), environment.apply("SOURCE_PASSWORD"));
        var secret = passwordVariable.map(this::valueOf).or(() -> password).orElse(login.password());
        return new DatabaseLogin(login.url(), username.orElse(login.username()), secret);
    }

    private String valueOf(String variable) {
        var value = environment.apply(variable);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("--password-env is " + variable
                    + ", but the environment has no such variable: export " + variable + " first");
        }
        return value;
    }

    private static SourceAddress address(DatabaseLogin login) {
        try {
            return SourceAddress.of(login.url());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--url is " + login.url() + ", but must be like jdbc:mysql://host:3306/schema", e);
        }
    }

    private int inspect(DatabaseLogin login, SourceAddress address) {
        try {
            Reachable.check(address, login);
        } catch (SQLException e) {
            out.println(Reachable.sentence(e, address, login.username()));
            return NO_ANSWER;
        }
        try (var database = new SourceDatabase(login.url(), login.username(), login.password())) {
            var draft = new Inspection(database.client(), address.schema(), !isWithoutPresets, out).draft();
            draft.ifPresent(this::write);
            return draft.isPresent() ? DONE : NO_CHATS;
        } catch (DataAccessException | MappingException e) {
            out.println(address.schema() + " cannot be read: " + e.getMessage() + "; the user " + login.username()
                    + " needs SELECT on all its tables");
            return NO_ANSWER;
        }
    }

    private void write(Draft draft) {
        if (file.isEmpty()) {
            out.println();
            out.print(draft.yaml());
            return;
        }
        Path target = file.get();
        try {
            Files.writeString(target, draft.yaml());
            out.println("The draft is in " + target + ": read it, edit it, then set SOURCE_MAPPING=" + target + ".");
        } catch (IOException e) {
            throw new IllegalArgumentException("--out is " + target + ", which cannot be written: " + e, e);
        }
    }
}
