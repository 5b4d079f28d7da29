package dev.dictamen.simulator;

import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.options.SimulatorOptions;
import java.util.List;

/** The simulator as a program; see the package page. SIGTERM and Ctrl-C stop it as {@link VllmSimulator#close()} says. */
public final class SimulatorMain {
    private static final String LOGBACK = "logback.configurationFile";

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println("vllm-simulator: an OpenAI-compatible stand-in for vLLM\n\n" + Flag.helpText());
            return;
        }
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(LOGBACK, "vllm-simulator-logback.xml");
        }
        try {
            run(SimulatorOptions.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("vllm-simulator: " + e.getMessage() + " (--help lists the flags)");
            System.exit(2);
        }
    }

    private static void run(SimulatorOptions options) throws InterruptedException {
        var simulator = VllmSimulator.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "vllm-simulator-stop"));
        System.out.println("port=" + simulator.port());
        Thread.currentThread().join();
    }
}
