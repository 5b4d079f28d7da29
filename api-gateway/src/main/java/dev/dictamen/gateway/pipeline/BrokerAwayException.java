package dev.dictamen.gateway.pipeline;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 503: the brokers do not answer. */
public class BrokerAwayException extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    /** @param cause what the client saw */
    public BrokerAwayException(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, cause);
        setDetail("the brokers do not answer");
    }
}
