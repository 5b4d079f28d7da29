package dev.dictamen.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** .env.example, the application.yml files and the properties records say the same. */
class ConfigurationAgreementTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)(:[^}]*)?}");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z][A-Z0-9_]*)=(.*)");
    private static final Pattern ENDPOINT = Pattern.compile("https?://|wss?://|jdbc:|127\\.0\\.0\\.1|localhost");
    private static final Pattern DASHBOARD_KEY = Pattern.compile("\\bDASHBOARD_[A-Z0-9][A-Z0-9_]*");

    @Test
    void everyKeyThatAServiceReadsIsDocumentedAndEveryDocumentedKeyIsRead() throws IOException {
        var read = new TreeSet<String>();
        read.addAll(keysOfServices().keySet());
        read.addAll(keysOfDashboard());

        assertThat(documentedKeys()).isEqualTo(read);
    }

    @Test
    void everyKeyHasACommentAboveIt() throws IOException {
        var lines = Files.readAllLines(example());
        for (int i = 0; i < lines.size(); i++) {
            if (ASSIGNMENT.matcher(lines.get(i)).matches()) {
                assertThat(i).as(lines.get(i)).isPositive();
                assertThat(lines.get(i - 1)).as("above " + lines.get(i)).startsWith("#");
            }
        }
    }

    @Test
    void theFileCanBeReadBySystemdSpringAndViteAlike() throws IOException {
        for (var line : Files.readAllLines(example())) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var assignment = ASSIGNMENT.matcher(line);
            assertThat(assignment.matches()).as("'%s' is KEY=value", line).isTrue();
            assertThat(assignment.group(2)).as(line).doesNotContain("\"", "'", " ", "${");
        }
    }

    @Test
    void noEndpointHasADefault() throws IOException {
        for (var defaults : keysOfServices().entrySet()) {
            assertThat(defaults.getValue())
                    .as("default of " + defaults.getKey())
                    .noneMatch(value -> ENDPOINT.matcher(value).find());
        }
    }

    @Test
    void everyPropertyInTheFilesIsReadByAPropertiesRecordOrByTheFramework() throws IOException {
        for (var service : Modules.SERVICES) {
            var prefixes = recordPrefixes(service);
            for (var property : ownRoots(service)) {
                assertThat(prefixes)
                        .as("properties record for '%s:' of %s", property, service)
                        .contains(property);
            }
        }
    }

    private static Path example() {
        return Project.root().resolve(".env.example");
    }

    private static Set<String> documentedKeys() throws IOException {
        return Files.readAllLines(example()).stream()
                .map(ASSIGNMENT::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> keysOfServices() throws IOException {
        var keys = new TreeMap<String, List<String>>();
        for (var file : settingsFiles()) {
            var matcher = PLACEHOLDER.matcher(Files.readString(file));
            while (matcher.find()) {
                var value = matcher.group(2) == null ? "" : matcher.group(2);
                keys.computeIfAbsent(matcher.group(1), key -> new ArrayList<>()).add(value);
            }
        }
        return keys;
    }

    private static List<Path> settingsFiles() {
        var files = new ArrayList<Path>();
        files.add(Project.root().resolve("kafka-config/src/main/resources/topics.yml"));
        for (var service : Modules.SERVICES) {
            files.add(Project.root().resolve(service).resolve("src/main/resources/application.yml"));
        }
        return files;
    }

    private static Set<String> keysOfDashboard() throws IOException {
        var keys = new TreeSet<String>();
        var dashboard = Project.root().resolve("dashboard-js");
        var sources = new ArrayList<Path>(List.of(dashboard.resolve("vite.config.js")));
        try (var files = Files.walk(dashboard.resolve("src"))) {
            files.filter(file -> file.toString().matches(".*\\.(js|vue)")).forEach(sources::add);
        }
        for (var source : sources) {
            var matcher = DASHBOARD_KEY.matcher(Files.readString(source));
            while (matcher.find()) {
                keys.add(matcher.group());
            }
        }
        return keys;
    }

    /** Root properties of a service's file that belong neither to Spring nor to the shared topics.yml. */
    private static Set<String> ownRoots(String service) throws IOException {
        var file = Project.root().resolve(service).resolve("src/main/resources/application.yml");
        return Files.readAllLines(file).stream()
                .filter(line -> line.matches("[a-z][a-z-]*:.*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .filter(root ->
                        !Set.of("spring", "server", "management", "logging").contains(root))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> recordPrefixes(String service) throws IOException {
        var annotation = Pattern.compile("@ConfigurationProperties\\(\\s*(?:prefix\\s*=\\s*)?\"([a-z][a-z.-]*)\"");
        var prefixes = new TreeSet<String>();
        try (var files = Files.walk(Project.root().resolve(service).resolve("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var matcher = annotation.matcher(Files.readString(file));
                while (matcher.find()) {
                    prefixes.add(matcher.group(1).split("\\.")[0]);
                }
            }
        }
        return prefixes;
    }
}
