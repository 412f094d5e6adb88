package vn.thutuc.collection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a result counts as not collected and who is reminded. All of it is the house's own choice:
 * no rule of law known to us sets these days.
 *
 * @param days the list shows results that have waited this many whole days or more
 * @param remindAfter the house reminds by itself after this many days; 0 for never
 * @param remindEvery days between two reminders by the house, one by hand counted; at least 1
 * @param remindMost most reminders of a dossier by the house, those by hand counted
 */
@ConfigurationProperties("thutuc.uncollected")
record CollectionSettings(
    @DefaultValue("5") int days,
    @DefaultValue("10") int remindAfter,
    @DefaultValue("10") int remindEvery,
    @DefaultValue("3") int remindMost) {

  CollectionSettings {
    if (days < 0 || remindAfter < 0 || remindEvery < 1 || remindMost < 0) {
      throw new IllegalArgumentException(
          "thutuc.uncollected: days, remind-after and remind-most are 0 or more, remind-every is 1"
              + " or more");
    }
  }
}
