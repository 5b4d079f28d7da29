package dev.dictamen.ingest.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** A part of the service that is there only where {@code SOURCE_URL} names a database to follow. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@ConditionalOnExpression("!'${source.url:}'.isBlank()")
public @interface SourceComponent {}
