package dev.dictamen.worker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** On what exists only where a setting is on, in every spelling that a properties record would take (on, true, yes). */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnSwitch.IsOn.class)
public @interface ConditionalOnSwitch {
    /** The property; on where it is not set. */
    String value();

    /** Looks at every switch that the type has, directly or by another annotation. */
    final class IsOn implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var settings = Binder.get(context.getEnvironment());
            return metadata.getAnnotations().stream(ConditionalOnSwitch.class)
                    .map(annotation -> annotation.getString("value"))
                    .allMatch(property -> settings.bind(property, Boolean.class).orElse(true));
        }
    }
}
