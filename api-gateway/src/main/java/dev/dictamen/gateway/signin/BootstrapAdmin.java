package dev.dictamen.gateway.signin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes the first admin when there is no user at all. */
@Component
class BootstrapAdmin implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(BootstrapAdmin.class);

    private final FirstUserProperties properties;
    private final UserRepository users;
    private final Passwords passwords;
    private final Clock clock;

    BootstrapAdmin(FirstUserProperties properties, UserRepository users, Passwords passwords, Clock clock) {
        this.properties = properties;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String username = properties.bootstrapUsername().strip().toLowerCase(Locale.ROOT);
        if (username.isEmpty() || users.count() > 0) {
            return;
        }
        if (properties.bootstrapPassword().length() < Passwords.SHORTEST) {
            throw new IllegalStateException(
                    "GATEWAY_BOOTSTRAP_PASSWORD has fewer than " + Passwords.SHORTEST + " characters");
        }
        var admin = new User(username, properties.bootstrapUsername().strip(), User.Role.ADMIN, List.of());
        try {
            users.save(new StoredUser(admin, passwords.hash(properties.bootstrapPassword()), clock.instant()));
            log.info("event=first-admin-made username={}", username);
        } catch (DataIntegrityViolationException anotherGatewayWasFirst) {
            log.info("event=first-admin-exists username={}", username);
        }
    }
}
