package dev.dictamen.sink.store;

import dev.dictamen.testing.database.EmbeddedMariaDb;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class StorageOnMariaDbIT extends StorageContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        var database = EmbeddedMariaDb.shared();
        var url = database.emptySchema("storage");
        registry.add("DATABASE_URL", () -> url);
        registry.add("DATABASE_USERNAME", database::username);
        registry.add("DATABASE_PASSWORD", database::password);
        registry.add("DATABASE_DIALECT", database::dialect);
    }
}
