package vn.thutuc.catalogue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Makes the catalogue of the configured folder and reports what is wrong in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueSettings.class)
class CatalogueConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueConfiguration.class);

  @Bean
  Catalogue catalogue(ResourcePatternResolver resolver, CatalogueSettings settings) {
    Catalogue catalogue = new Catalogue(resolver, settings.root());
    catalogue.problems().forEach(problem -> LOG.warn("{}", problem));
    return catalogue;
  }
}
