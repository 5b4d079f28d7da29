package dev.dictamen.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: requests one after the other, closed when idle for the keep-alive time. A client that goes is
 * noticed while its call waits, runs or drips.
 */
public final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final int DROPS = 60;

    private final Consumer<Exchange> handler;
    private final Duration keepAlive;
    private final Clock clock;
    private final Deque<Request> pipelined = new ArrayDeque<>();
    private @Nullable OneExchange current;
    private @Nullable Future<?> idleClose;

    public Connection(Consumer<Exchange> handler, Duration keepAlive, Clock clock) {
        this.handler = handler;
        this.keepAlive = keepAlive;
        this.clock = clock;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        if (message.decoderResult().isFailure()) {
            context.close();
            return;
        }
        pipelined.addLast(Request.of(message, clock.instant()));
        next(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopIdleClose();
        pipelined.clear();
        var interrupted = current;
        current = null;
        if (interrupted != null) {
            interrupted.disconnected.run();
        }
    }

    /** A reset by the client arrives here; its call ends in {@link #channelInactive}. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void next(ChannelHandlerContext context) {
        if (current == null && !pipelined.isEmpty()) {
            stopIdleClose();
            current = new OneExchange(context, pipelined.removeFirst());
            handler.accept(current);
        }
    }

    private void stopIdleClose() {
        if (idleClose != null) {
            idleClose.cancel(false);
            idleClose = null;
        }
    }

    private void answered(ChannelHandlerContext context, OneExchange exchange) {
        current = null;
        if (!exchange.request().keepAlive()) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> context.close());
            return;
        }
        idleClose = context.executor().schedule(() -> context.close(), keepAlive.toNanos(), TimeUnit.NANOSECONDS);
        next(context);
    }

    /** A request on this connection, until it is answered. */
    private final class OneExchange implements Exchange {
        private final ChannelHandlerContext context;
        private final Request request;
        private Runnable disconnected = () -> {};

        private OneExchange(ChannelHandlerContext context, Request request) {
            this.context = context;
            this.request = request;
        }

        @Override
        public Request request() {
            return request;
        }

        @Override
        public void answer(Response response) {
            if (current != this) {
                return;
            }
            var message = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(response.status()),
                    Unpooled.copiedBuffer(response.body(), StandardCharsets.UTF_8));
            writeHead(response, message.content().readableBytes(), message.headers());
            context.writeAndFlush(message);
            answered(context, this);
        }

        @Override
        public void answerInDrops(Response response, Duration time, Runnable sent) {
            var body = Unpooled.copiedBuffer(response.body(), StandardCharsets.UTF_8);
            var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
            writeHead(response, body.readableBytes(), head.headers());
            context.writeAndFlush(head);
            drip(body, body.readableBytes(), time.dividedBy(DROPS), sent);
        }

        @Override
        public void answerHalf(Response response) {
            if (current != this) {
                return;
            }
            current = null;
            var body = Unpooled.copiedBuffer(response.body(), StandardCharsets.UTF_8);
            var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
            writeHead(response, body.readableBytes(), head.headers());
            context.write(head);
            context.writeAndFlush(new DefaultHttpContent(body.readSlice(body.readableBytes() / 2)))
                    .addListener(flushed -> context.close());
        }

        @Override
        public void reset() {
            current = null;
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }

        @Override
        public void onDisconnect(Runnable task) {
            disconnected = task;
        }

        private void drip(ByteBuf left, int total, Duration pause, Runnable sent) {
            if (current != this) {
                return;
            }
            if (!left.isReadable()) {
                sent.run();
                context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
                answered(context, this);
                return;
            }
            int drop = Math.min(left.readableBytes(), total / DROPS + 1);
            context.writeAndFlush(new DefaultHttpContent(Unpooled.copiedBuffer(left.readSlice(drop))));
            context.executor().schedule(() -> drip(left, total, pause, sent), pause.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void writeHead(Response response, int length, HttpHeaders headers) {
            headers.set(HttpHeaderNames.SERVER, "uvicorn");
            headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
            if (!response.contentType().isEmpty()) {
                headers.set(HttpHeaderNames.CONTENT_TYPE, response.contentType());
            }
            response.headers().forEach(headers::set);
            if (!request.keepAlive()) {
                headers.set(HttpHeaderNames.CONNECTION, "close");
            }
        }
    }
}
