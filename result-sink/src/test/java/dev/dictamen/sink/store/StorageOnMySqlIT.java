package dev.dictamen.sink.store;

import dev.dictamen.sink.testing.RealMySql;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class StorageOnMySqlIT extends StorageContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        var database = RealMySql.available();
        var url = database.emptySchema("storage");
        registry.add("DATABASE_URL", () -> url);
        registry.add("DATABASE_USERNAME", database::username);
        registry.add("DATABASE_PASSWORD", database::password);
        registry.add("DATABASE_DIALECT", database::dialect);
    }
}
