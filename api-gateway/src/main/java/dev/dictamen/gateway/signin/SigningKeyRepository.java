package dev.dictamen.gateway.signin;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The table of signing keys. Blocks. */
interface SigningKeyRepository extends Repository<SigningKey, Byte> {
    Optional<SigningKey> findById(Byte slot);

    SigningKey save(SigningKey added);
}
