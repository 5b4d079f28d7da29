package dev.dictamen.stack.replicas;

import dev.dictamen.simulator.VllmSimulator;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.parts.Part;
import dev.dictamen.stack.parts.PartFailedException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Simulators of the model server inside this process, one a port; what they are asked goes to one journal each. */
public final class SimulatedReplicas implements Part {
    private final StackSettings settings;
    private final List<Integer> ports;
    private final Path state;
    private final List<VllmSimulator> running = new ArrayList<>();

    /** @param state the folder of the journals */
    public SimulatedReplicas(StackSettings settings, List<Integer> ports, Path state) {
        this.settings = settings;
        this.ports = List.copyOf(ports);
        this.state = state;
    }

    @Override
    public String name() {
        return "simulated replicas";
    }

    @Override
    public synchronized void start() {
        for (int i = 0; i < ports.size(); i++) {
            running.add(replica(i));
        }
    }

    private VllmSimulator replica(int number) {
        var flags = new ArrayList<>(settings.words("replicas.flags"));
        flags.add("--host=" + settings.text("host"));
        flags.add("--port=" + ports.get(number));
        flags.add("--seed=" + number);
        flags.add("--journal-file=" + state.resolve("judge-journal-%d.jsonl".formatted(number)));
        try {
            return VllmSimulator.start(SimulatorOptions.of(flags.toArray(String[]::new)));
        } catch (UncheckedIOException e) {
            throw new PartFailedException(
                    name(), String.valueOf(e.getMessage()), "read logs/stack.log, then start again", e);
        }
    }

    @Override
    public synchronized void stop() {
        running.forEach(VllmSimulator::close);
        running.clear();
    }

    /** Nothing to do: they live and die with this process. */
    @Override
    public void kill() {}
}
