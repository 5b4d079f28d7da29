package dev.dictamen.bench.rig;

import dev.dictamen.testing.process.ServiceJar;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time by part since a moment: the services and the database are processes; broker and simulator run in this one and
 * are told apart by their threads' names.
 */
public final class CpuTimes {
    private static final String SIMULATOR = "vllm-simulator";

    private final Map<String, ServiceJar> services;
    private final Map<String, Duration> begun;

    private CpuTimes(Map<String, ServiceJar> services) {
        this.services = services;
        this.begun = now();
    }

    /** From now on. */
    public static CpuTimes of(Map<String, ServiceJar> services) {
        return new CpuTimes(services);
    }

    /** Milliseconds a chat and part, for so many chats. */
    public Map<String, Double> millisPerChat(int chats) {
        var millis = new LinkedHashMap<String, Double>();
        now().forEach((part, until) -> {
            double spent = until.minus(begun.getOrDefault(part, Duration.ZERO)).toNanos() / 1e6;
            millis.put(part, Math.round(1_000 * spent / chats) / 1e3);
        });
        return millis;
    }

    private Map<String, Duration> now() {
        var times = new LinkedHashMap<String, Duration>();
        services.forEach((name, service) -> times.put(name, service.cpu()));
        times.put("database", database());
        var simulator = simulator();
        times.put("simulator", simulator);
        times.put("brokerAndLoad", cpuOf(ProcessHandle.current()).minus(simulator));
        return times;
    }

    private static Duration database() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").matches(".*/(mariadbd|mysqld)"))
                .map(CpuTimes::cpuOf)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpuOf(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration simulator() {
        var threads = ManagementFactory.getThreadMXBean();
        long nanos = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith(SIMULATOR))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
        return Duration.ofNanos(nanos);
    }
}
