package dev.dictamen.gateway.signin;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of users. Blocks. */
interface UserRepository extends Repository<StoredUser, String> {
    Optional<StoredUser> findById(String username);

    long count();

    StoredUser save(StoredUser added);

    @Transactional
    @Modifying
    @Query("update StoredUser u set u.passwordHash = :passwordHash where u.username = :username")
    void setPasswordHash(String username, String passwordHash);
}
