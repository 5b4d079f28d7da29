package dev.dictamen.stack.replay;

import dev.dictamen.stack.gateway.GatewayCommand;
import dev.dictamen.stack.gateway.Patience;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Dialogue;
import dev.dictamen.stack.terminal.Terminal;
import java.time.Clock;

/**
 * What the commands of replays work with.
 *
 * @param clock of the zone in which times are told
 * @param patience how often a replay is looked at, and how long its quote is waited for
 */
record Surroundings(Home home, StackSettings settings, Dialogue dialogue, Clock clock, Patience patience) {
    /** @param complaints where it is said that the gateway is away or refuses */
    GatewayCommand gateway(Terminal complaints) {
        return new GatewayCommand(home, settings, complaints);
    }

    QuotedStart start(Replays replays) {
        return new QuotedStart(replays, dialogue, clock, patience);
    }
}
