package dev.dictamen.gateway.replay;

import java.io.IOException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/replays/chat-ids}: which chats a JSONL file names. Nothing of the file is kept. */
@RestController
class ChatIdController {
    private static final int MOST_BYTES = 32 << 20;
    private static final int LONGEST_LINE = 4 << 20;
    private static final int BUFFERS_AHEAD = 4;

    @PostMapping("/api/replays/chat-ids")
    ChatIdFile.Found chatIds(ServerHttpRequest request) throws IOException {
        try (var file = DataBufferUtils.subscriberInputStream(request.getBody(), BUFFERS_AHEAD)) {
            return new ChatIdFile(MOST_BYTES, LONGEST_LINE).read(file);
        }
    }
}
