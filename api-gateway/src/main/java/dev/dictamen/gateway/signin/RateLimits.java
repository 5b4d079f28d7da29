package dev.dictamen.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Buckets against guessing, per gateway. A whole contact centre may share one address, so the address bucket counts
 * failures only; the user bucket counts every sign-in.
 */
@Component
class RateLimits {
    private static final int PER_ADDRESS_AN_HOUR = 100;
    private static final int PER_USER_A_MINUTE = 20;
    private static final int BUCKETS = 100_000;

    private final Cache<String, Bucket> addresses = cache(Duration.ofHours(2));
    private final Cache<String, Bucket> users = cache(Duration.ofMinutes(10));

    /** Refuses an address that failed too often. */
    void checkAddress(String address) {
        if (addressBucket(address).getAvailableTokens() == 0) {
            throw new TooManyRequestsException(
                    Duration.ofHours(1).dividedBy(PER_ADDRESS_AN_HOUR).toSeconds());
        }
    }

    /** Counts a failure of this address. */
    void failed(String address) {
        addressBucket(address).tryConsume(1);
    }

    /** Counts a sign-in of this user, whoever asks for it. */
    void takeForUser(String username) {
        var bucket = users.get(username, key -> bucket(PER_USER_A_MINUTE, Duration.ofMinutes(1)));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        }
    }

    private Bucket addressBucket(String address) {
        return addresses.get(address, key -> bucket(PER_ADDRESS_AN_HOUR, Duration.ofHours(1)));
    }

    private static Bucket bucket(int capacity, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                .build();
    }

    private static Cache<String, Bucket> cache(Duration idle) {
        return Caffeine.newBuilder()
                .maximumSize(BUCKETS)
                .expireAfterAccess(idle)
                .build();
    }
}
