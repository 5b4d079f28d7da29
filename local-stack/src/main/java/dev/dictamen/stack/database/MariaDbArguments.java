package dev.dictamen.stack.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's command line. */
final class MariaDbArguments {
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
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--user=root");
        }
        return arguments;
    }
}
