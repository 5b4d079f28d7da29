package dev.dictamen.stack.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What a person types, if there is one. */
public interface Keyboard {
    /** Set by the launcher when somebody can be asked: standard input and standard error are a terminal. */
    String ATTENDED = "dictamen.keyboard";

    /** Nobody is there. */
    Keyboard NOBODY = new Keyboard() {
        @Override
        public boolean isAttended() {
            return false;
        }

        @Override
        public String line() {
            return "";
        }
    };

    /** Whether somebody can be asked. */
    boolean isAttended();

    /** The next line that is typed, without blanks around it; empty when there is no more. */
    String line() throws IOException;

    /** Standard input. */
    static Keyboard standard() {
        if (!Boolean.getBoolean(ATTENDED)) {
            return NOBODY;
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Keyboard() {
            @Override
            public boolean isAttended() {
                return true;
            }

            @Override
            public String line() throws IOException {
                var line = in.readLine();
                return line == null ? "" : line.strip();
            }
        };
    }
}
