package vn.thutuc.document;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files of dossiers are taken and kept.
 *
 * @param maxSize largest file; more is refused while it streams in
 * @param maxFiles most files of one dossier, older versions included
 * @param store where new files are written; files written elsewhere before stay readable
 * @param s3 the bucket; null unless it is configured
 * @param scanner the virus scanner; null when there is none
 */
@ConfigurationProperties("thutuc.documents")
record DocumentSettings(
    @DefaultValue("50MB") DataSize maxSize,
    @DefaultValue("100") int maxFiles,
    @DefaultValue("database") FileStore.Kind store,
    S3 s3,
    Scanner scanner) {

  /**
   * A bucket of Amazon S3 or of a server that speaks its protocol.
   *
   * @param endpoint address of the server; null for Amazon's own
   * @param region region to sign for
   * @param bucket name of the bucket, which must exist
   * @param accessKey id of the key; null to look where Amazon's tools look
   * @param secretKey the key
   * @param pathStyle whether the bucket stands in the path instead of the host name
   */
  record S3(
      URI endpoint,
      @DefaultValue("us-east-1") String region,
      String bucket,
      String accessKey,
      String secretKey,
      @DefaultValue("true") boolean pathStyle) {

    @Override
    public String toString() {
      return "bucket " + bucket + " at " + (endpoint == null ? region : endpoint);
    }
  }

  /**
   * A clamd that listens on TCP.
   *
   * @param host its host; null when there is no scanner
   * @param port its port
   * @param timeout longest silence while it scans
   */
  record Scanner(
      String host, @DefaultValue("3310") int port, @DefaultValue("60s") Duration timeout) {}

  boolean scans() {
    return scanner != null && scanner.host() != null && !scanner.host().isBlank();
  }

  long maxBytes() {
    return maxSize.toBytes();
  }
}
