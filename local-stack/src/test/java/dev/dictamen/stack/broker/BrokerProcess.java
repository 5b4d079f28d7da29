package dev.dictamen.stack.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, to be killed: folder, port, controller port. */
final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var address = new BrokerAddress("127.0.0.1", Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        new LocalBroker(Path.of(arguments[0]), address).start();
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
