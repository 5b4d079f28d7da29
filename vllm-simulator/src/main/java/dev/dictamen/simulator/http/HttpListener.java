package dev.dictamen.simulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The listening socket and its connections. */
public final class HttpListener {
    private static final int MOST_BODY_BYTES = 16 * 1024 * 1024;
    private static final int BACKLOG = 2048;

    private final Channel server;
    private final ChannelGroup connections;
    private final AtomicReference<Supplier<ChannelHandler>> handlers;

    private HttpListener(Channel server, ChannelGroup connections, AtomicReference<Supplier<ChannelHandler>> handlers) {
        this.server = server;
        this.connections = connections;
        this.handlers = handlers;
    }

    /**
     * Takes the address; clients wait until {@link #serve}.
     *
     * @throws IOException the address cannot be bound
     */
    public static HttpListener bind(InetSocketAddress address, EventLoopGroup group) throws IOException {
        var connections = new DefaultChannelGroup(group.next());
        var handlers = new AtomicReference<Supplier<ChannelHandler>>();
        var bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Pipeline(connections, handlers))
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on " + address, bound.cause());
        }
        return new HttpListener(bound.channel(), connections, handlers);
    }

    /** Begins to accept clients; each gets a handler of its own. */
    public void serve(Supplier<ChannelHandler> handlerPerConnection) {
        handlers.set(handlerPerConnection);
        server.config().setAutoRead(true);
    }

    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Closes the socket and every connection, after what was already written. */
    public void close() {
        server.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
    }

    /** HTTP/1.1 with whole messages. */
    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final ChannelGroup connections;
        private final AtomicReference<Supplier<ChannelHandler>> handlers;

        private Pipeline(ChannelGroup connections, AtomicReference<Supplier<ChannelHandler>> handlers) {
            this.connections = connections;
            this.handlers = handlers;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            connections.add(channel);
            channel.pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(MOST_BODY_BYTES))
                    .addLast(handlers.get().get());
        }
    }
}
