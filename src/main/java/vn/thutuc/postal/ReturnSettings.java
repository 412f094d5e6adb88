package vn.thutuc.postal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How results go electronically. Switched off the step only writes its act, and the process goes on
 * as before.
 *
 * @param enabled whether the house sends results electronically
 * @param store whether applicants without an e-mail address find theirs on the tracking page
 */
@ConfigurationProperties("thutuc.returns")
record ReturnSettings(
    @DefaultValue("false") boolean enabled, @DefaultValue("true") boolean store) {}
