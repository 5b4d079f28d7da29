package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Completion;

/** How a call on a replica ended. */
public sealed interface Ending {
    /** The word that counts it in the metrics. */
    String outcome();

    /** With a completion, whatever its content is worth. */
    record Answered(Completion completion) implements Ending {
        @Override
        public String outcome() {
            return "answered";
        }
    }

    /** Not this replica, not now. */
    record Failed(Trouble trouble, String cause) implements Ending {
        @Override
        public String outcome() {
            return "retry";
        }
    }

    /** The question was refused. */
    record Refused(String cause) implements Ending {
        @Override
        public String outcome() {
            return "refused";
        }
    }

    /** The server does not serve the model that was asked for, which is not the usual one: this says nothing else of it. */
    record Unserved(String cause) implements Ending {
        @Override
        public String outcome() {
            return "refused";
        }
    }

    /** By us: this says nothing of the replica. */
    record Stopped() implements Ending {
        @Override
        public String outcome() {
            return "cancelled";
        }
    }
}
