package dev.dictamen.gateway.replicas;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaCommand.Action;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.gateway.audit.AuditLog;
import dev.dictamen.gateway.pipeline.StatusBoard;
import dev.dictamen.gateway.security.ClientAddress;
import dev.dictamen.gateway.security.Reader;
import dev.dictamen.gateway.web.Problems;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
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
    private final Clock clock;

    ReplicaController(StatusBoard<ReplicaStatus> board, ReplicaOrders orders, AuditLog audit, Clock clock) {
        this.board = board;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
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
        var order = new ReplicaCommand(replica, action, username, clock.instant());
        orders.give(order);
        return order;
    }

    private void requireReported(String replica) {
        List<String> known = replicas().stream().map(Replica::replica).toList();
        if (!known.contains(replica)) {
            throw Problems.of(
                    HttpStatus.NOT_FOUND,
                    known.isEmpty()
                            ? "no such replica: no worker reports any"
                            : "no such replica; there are " + String.join(", ", known));
        }
    }
}
