package dev.dictamen.stack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path folder;

    @Test
    void oneLauncherAtATimeRunsAHome() throws Exception {
        var home = new Home(folder);
        assertThat(HomeLock.isHeld(home)).isFalse();

        try (var held = HomeLock.tryTake(home).orElseThrow()) {
            assertThat(HomeLock.tryTake(home)).isEmpty();
            assertThat(HomeLock.isHeld(home)).isTrue();
        }

        assertThat(HomeLock.isHeld(home)).isFalse();
    }
}
