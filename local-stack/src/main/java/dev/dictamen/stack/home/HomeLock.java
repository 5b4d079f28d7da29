package dev.dictamen.stack.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held by the one launcher that runs a home. The kernel lets go of it when that process ends, however it ends. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing when another launcher holds it. */
    public static Optional<HomeLock> tryTake(Home home) throws IOException {
        Files.createDirectories(home.run());
        var channel = FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new HomeLock(channel));
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            @Nullable Object lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Whether some launcher runs this home now. */
    public static boolean isHeld(Home home) throws IOException {
        if (!Files.exists(home.run().resolve("lock"))) {
            return false;
        }
        var lock = tryTake(home);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
