package dev.dictamen.gateway.signin;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with OWASP's least parameters (19 MiB, 2 passes). Two hashes at a time and 64 waiting, since each takes
 * memory and a core; more are refused. An unknown user costs the same time as a known one.
 */
@Component
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 256;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int THREADS = 2;
    private static final int WAITING = 64;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("argon2-", 0).factory());
    private final String nobodysHash = argon2.encode("nobody's password");

    String hash(String password) {
        return onPool(() -> argon2.encode(password));
    }

    /** @param hash the stored one; empty for an unknown user, who never matches */
    boolean matches(String password, Optional<String> hash) {
        boolean isEqual = onPool(() -> argon2.matches(password, hash.orElse(nobodysHash)));
        return isEqual && hash.isPresent();
    }

    private <T> T onPool(Callable<T> work) {
        try {
            Future<T> answer = pool.submit(work);
            return answer.get();
        } catch (RejectedExecutionException busy) {
            throw new TooManyRequestsException(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while hashing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
