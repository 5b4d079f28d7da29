package dev.dictamen.simulator.options;

import dev.dictamen.rules.RulesJudge;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names what answers: this simulator, its version, and a hash of what its verdicts depend on. */
public final class SimulatorVersion {
    /** The vLLM whose HTTP is spoken. */
    private static final String VLLM = "0.33.0";

    private static final String OWN = ownVersion();
    private static final int HASH_BYTES = 4;

    private SimulatorVersion() {}

    /** {@code GET /version}: the vLLM version spoken, the simulator as its local part. */
    public static String vllm() {
        return VLLM + "+simulator." + OWN;
    }

    /** {@code vllm-simulator-<version>-<hash8>}; the same for every replica with the same model and window. */
    public static String fingerprint(SimulatorOptions options) {
        var basis = String.join(
                "|", OWN, RulesJudge.VERSION, options.get(Flag.SERVED_MODEL_NAME), options.get(Flag.MAX_MODEL_LEN));
        return "vllm-simulator-" + OWN + "-" + HexFormat.of().formatHex(sha256(basis), 0, HASH_BYTES);
    }

    private static String ownVersion() {
        var version = SimulatorVersion.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
