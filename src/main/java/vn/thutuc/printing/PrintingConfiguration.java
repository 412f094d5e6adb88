package vn.thutuc.printing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of printing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrintingSettings.class)
class PrintingConfiguration {}
