package dev.dictamen.gateway.auth;

import dev.dictamen.gateway.testing.Browser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds people for tests; the component scan finds it only where tests run. */
@Component
public class TestUsers {
    private final UserRepository users;
    private final Passwords passwords;

    TestUsers(UserRepository users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** A supervisor of these teams, with {@link Browser#PASSWORD}. */
    public void addSupervisor(String username, List<String> teams) {
        users.add(new User(username, username, User.Role.supervisor, teams), passwords.hash(Browser.PASSWORD));
    }
}
