package vn.thutuc.drafting;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the papers of results. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DraftingSettings.class)
class DraftingConfiguration {}
