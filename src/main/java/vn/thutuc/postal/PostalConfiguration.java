package vn.thutuc.postal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the post and of electronic returns. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PostalSettings.class, PickupSettings.class, ReturnSettings.class})
class PostalConfiguration {}
