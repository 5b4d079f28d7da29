package dev.dictamen.sink.store;

import dev.dictamen.testing.database.RealMySql;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@EnabledIf(
        value = "dev.dictamen.testing.database.RealMySql#isAvailable",
        disabledReason = "no real MySQL: set DICTAMEN_MYSQL_URL to a server's JDBC address ending in '/'")
class StorageOnMySqlIT extends StorageContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        var database = RealMySql.shared();
        var url = database.emptySchema("storage");
        registry.add("DATABASE_URL", () -> url);
        registry.add("DATABASE_USERNAME", database::username);
        registry.add("DATABASE_PASSWORD", database::password);
        registry.add("DATABASE_DIALECT", database::dialect);
    }
}
