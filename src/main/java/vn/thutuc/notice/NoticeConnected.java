package vn.thutuc.notice;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether anything can leave: in the demo always, elsewhere when one way is set. Where nothing can,
 * there is no channel and the acts say that they wait for one.
 */
final class NoticeConnected implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    if (context.getEnvironment().acceptsProfiles(NoticeConfiguration.DEMO)) {
      return true;
    }
    NoticeSettings settings =
        Binder.get(context.getEnvironment()).bindOrCreate("thutuc.notice", NoticeSettings.class);
    return !settings.mail().providers().isEmpty()
        || !settings.sms().url().isBlank()
        || !settings.zalo().url().isBlank();
  }
}
