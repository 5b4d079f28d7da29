package dev.dictamen.gateway.replicas;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaCommand.Action;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.gateway.auth.AuditLog;
import dev.dictamen.gateway.auth.ClientAddress;
import dev.dictamen.gateway.auth.Reader;
import dev.dictamen.gateway.pipeline.StatusBoard;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/replicas}. An order is answered once the brokers have it; that the workers obey shows in the list, some
 * seconds later.
 */
@RestController
class ReplicaController {
    private final StatusBoard<ReplicaStatus> board;
    private final ReplicaOrders orders;
    private final AuditLog audit;

    ReplicaController(StatusBoard<ReplicaStatus> board, ReplicaOrders orders, AuditLog audit) {
        this.board = board;
        this.orders = orders;
        this.audit = audit;
    }

    @GetMapping("/api/replicas")
    List<Replica> replicas() {
        return Replica.merge(board.current());
    }

    /** Lets what is under way end and sends nothing new. */
    @PostMapping("/api/replicas/{replica}/drain")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplicaCommand drain(@PathVariable String replica, Authentication authentication, ServerHttpRequest request) {
        return order(replica, Action.DRAIN, authentication, request);
    }

    /** Sends calls again. */
    @PostMapping("/api/replicas/{replica}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplicaCommand resume(@PathVariable String replica, Authentication authentication, ServerHttpRequest request) {
        return order(replica, Action.RESUME, authentication, request);
    }

    private ReplicaCommand order(
            String replica, Action action, Authentication authentication, ServerHttpRequest request) {
        requireReported(replica);
        String username = Reader.of(authentication).username();
        audit.add(
                username,
                action == Action.DRAIN ? "replica_drain" : "replica_resume",
                replica,
                ClientAddress.of(request));
        var order = new ReplicaCommand(replica, action, username, Instant.now());
        orders.give(order);
        return order;
    }

    private void requireReported(String replica) {
        List<String> known = replicas().stream().map(Replica::replica).toList();
        if (!known.contains(replica)) {
            var problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
            problem.setDetail(
                    known.isEmpty()
                            ? "no such replica: no worker reports any"
                            : "no such replica; there are " + String.join(", ", known));
            throw problem;
        }
    }
}
