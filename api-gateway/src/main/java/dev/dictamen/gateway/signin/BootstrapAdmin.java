package dev.dictamen.gateway.signin;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the first admin when there is no user at all. */
@Component
class BootstrapAdmin implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(BootstrapAdmin.class);

    private final FirstUserProperties properties;
    private final UserRepository users;
    private final Passwords passwords;

    BootstrapAdmin(FirstUserProperties properties, UserRepository users, Passwords passwords) {
        this.properties = properties;
        this.users = users;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String username = properties.bootstrapUsername().strip().toLowerCase(Locale.ROOT);
        if (username.isEmpty() || !users.isEmpty()) {
            return;
        }
        if (properties.bootstrapPassword().length() < Passwords.SHORTEST) {
            throw new IllegalStateException(
                    "GATEWAY_BOOTSTRAP_PASSWORD has fewer than " + Passwords.SHORTEST + " characters");
        }
        users.add(
                new User(username, properties.bootstrapUsername().strip(), User.Role.admin, List.of()),
                passwords.hash(properties.bootstrapPassword()));
        log.info("event=first-admin-made username={}", username);
    }
}
