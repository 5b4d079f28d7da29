package dev.dictamen.stack.boot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, SIGTERM and a closed terminal: the first asks for an ordered stop, the second ends everything at once. The JDK's
 * only door to signals is {@code sun.misc.Signal}, reached by reflection since the compiler warns of it.
 */
final class Signals {
    private final AtomicInteger received = new AtomicInteger();
    private final Runnable onFirst;
    private final Runnable onSecond;

    Signals(Runnable onFirst, Runnable onSecond) {
        this.onFirst = onFirst;
        this.onSecond = onSecond;
    }

    void install() {
        for (var name : List.of("INT", "TERM", "HUP")) {
            try {
                handle(name);
            } catch (ReflectiveOperationException | IllegalArgumentException notHere) {
                Runtime.getRuntime().addShutdownHook(new Thread(onFirst, "stop"));
                return;
            }
        }
    }

    private void handle(String name) throws ReflectiveOperationException {
        var signal = Class.forName("sun.misc.Signal");
        var handler = Class.forName("sun.misc.SignalHandler");
        InvocationHandler receive = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                receive();
            }
            return method.getName().equals("hashCode") ? (Object) 0 : null;
        };
        var proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, receive);
        var received = signal.getConstructor(String.class).newInstance(name);
        var handle = signal.getMethod("handle", signal, handler);
        var before = handle.invoke(null, received, proxy);
        var ignored = handler.getField("SIG_IGN").get(null);
        if (name.equals("HUP") && ignored.equals(before)) {
            // nohup: the closed terminal is to be survived
            handle.invoke(null, received, ignored);
        }
    }

    void receive() {
        if (received.incrementAndGet() == 1) {
            onFirst.run();
        } else {
            onSecond.run();
        }
    }
}
