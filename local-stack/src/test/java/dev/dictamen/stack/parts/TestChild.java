package dev.dictamen.stack.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A child of the tests: notes its start in a file, then lives on, or fails when told so. */
final class TestChild {
    private TestChild() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("fail")) {
            System.out.println("ERROR the disk is full");
            System.exit(7);
        }
        Files.writeString(
                Path.of(arguments[0]), Long.toString(ProcessHandle.current().pid()));
        new CountDownLatch(1).await();
    }
}
