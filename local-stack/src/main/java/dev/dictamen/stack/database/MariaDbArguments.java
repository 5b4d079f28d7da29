package dev.dictamen.stack.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's command line. */
final class MariaDbArguments {
    /**
     * The binlog that ingest-service follows. It is always on, so that its sequence has no gap where the stack ran without the
     * demo; since it takes the changes of the demo's schema only, nothing is written to it then and Dictamen's own tables
     * never pay for it. The demo's few transactions a second are synced one by one: a follower's place in the binlog stays
     * valid after a power cut.
     */
    private static final List<String> BINLOG = List.of(
            "--log-bin=binlog",
            "--server-id=1",
            "--binlog-format=ROW",
            "--binlog-row-image=FULL",
            "--binlog-do-db=demo_chat",
            "--binlog-expire-logs-seconds=259200",
            "--max-binlog-size=32M",
            // a day and more of the demo; a server of this version deletes nothing while no follower is connected
            "--max-binlog-total-size=512M",
            "--binlog-annotate-row-events=OFF",
            "--sync-binlog=1");

    private MariaDbArguments() {}

    static List<String> of(MariaDbFiles files, DatabaseAddress address, Path initFile) {
        var arguments = new ArrayList<>(List.of(
                "--no-defaults",
                "--basedir=" + files.server(),
                "--datadir=" + files.data(),
                "--init-file=" + initFile,
                "--bind-address=" + address.host(),
                "--port=" + address.port(),
                // inside the data folder: the path of a socket may have 107 characters only
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                // a key pair generated at each start would cost seconds
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--max-connections=100",
                "--innodb-buffer-pool-size=64M"));
        arguments.addAll(BINLOG);
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--user=root");
        }
        return arguments;
    }
}
