package dev.dictamen.stack.boot;

import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.terminal.Terminal;
import java.time.Duration;
import java.util.Map;

/** What is said when the stack is usable: the address, the user, the password once, and what to try next. */
final class Welcome {
    private final Terminal terminal;

    Welcome(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param given the environment, which may have named the first user's password */
    void say(String address, Secrets secrets, Map<String, String> given, Duration took) {
        terminal.say("");
        terminal.say("Dictamen is ready in %s: %s".formatted(Terminal.seconds(took), address));
        terminal.say("  user      " + secrets.get(Secrets.USERNAME));
        terminal.say("  password  " + password(secrets, given));
        terminal.say("");
        terminal.say("In a second terminal: ./dictamen import FILE.jsonl   judge chats of your own");
        terminal.say("                      ./dictamen status              where every chat is");
        terminal.say("Ctrl-C stops everything; the data stays.");
    }

    private static String password(Secrets secrets, Map<String, String> given) {
        if (!given.getOrDefault(Secrets.PASSWORD, "").isEmpty()) {
            return "as given in " + Secrets.PASSWORD + " when there was no user yet";
        }
        var generated = secrets.get(Secrets.PASSWORD);
        return generated.isEmpty()
                ? "as shown at the first start, or as changed since"
                : generated + "   (shown only now; change it under Settings)";
    }
}
