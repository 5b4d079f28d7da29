package dev.dictamen.gateway.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM around a secret in the database: base64 of a 12-byte nonce and the sealed bytes. */
class KeyWrapping {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param base64Key 32 bytes */
    KeyWrapping(String base64Key) {
        this.key = new SecretKeySpec(decode(base64Key), "AES");
    }

    private static byte[] decode(String base64Key) {
        byte[] raw;
        try {
            raw = Base64.getDecoder().decode(base64Key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("GATEWAY_KEY_ENCRYPTION_KEY is not base64", e);
        }
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "GATEWAY_KEY_ENCRYPTION_KEY has " + raw.length + " bytes instead of " + KEY_BYTES);
        }
        return raw;
    }

    String wrap(String secret, String name) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, name, secret.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** @throws IllegalStateException when another key wrapped it or somebody changed it */
    String unwrap(String wrapped, String name) {
        byte[] both = Base64.getDecoder().decode(wrapped);
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, name, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String name, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("GATEWAY_KEY_ENCRYPTION_KEY does not open the stored signing key", e);
        }
    }
}
