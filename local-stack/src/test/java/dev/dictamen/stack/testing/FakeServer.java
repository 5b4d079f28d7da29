package dev.dictamen.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A service of the product as a test wants it to be: an HTTP server on loopback, one request at a time. */
abstract class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final String path;

    FakeServer(String path) throws IOException {
        this.path = path;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, this::send);
        server.start();
    }

    /** What is said to a request. */
    record Answer(int status, String body) {}

    abstract Answer answer(HttpExchange request) throws IOException;

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private synchronized void send(HttpExchange request) throws IOException {
        var answer = answer(request);
        var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
