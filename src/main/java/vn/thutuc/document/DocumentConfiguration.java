package vn.thutuc.document;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stores and scanner as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

  @Bean
  @ConditionalOnProperty("thutuc.documents.s3.bucket")
  FileStore bucketStore(DocumentSettings settings) {
    return new BucketStore(settings.s3());
  }

  @Bean
  VirusScanner virusScanner(DocumentSettings settings) {
    return settings.scans()
        ? new Clamd(settings.scanner())
        : bytes -> VirusScanner.Verdict.NOT_SCANNED;
  }
}
