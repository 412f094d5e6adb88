package vn.thutuc.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Keeps contents in a bucket of Amazon S3 or of a server that speaks its protocol. A content that
 * fits into one part is put at once; a longer one goes in parts, each held in memory while it is
 * sent, for the protocol wants the length of each before its bytes.
 */
class BucketStore implements FileStore, DisposableBean {

  /** The protocol's smallest part is 5 MiB. */
  static final int PART = 8 * 1024 * 1024;

  private final S3Client s3;
  private final String bucket;

  BucketStore(DocumentSettings.S3 settings) {
    this.bucket = settings.bucket();
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            .credentialsProvider(credentials(settings))
            // Not every server knows the checksums that Amazon's own wants by default.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            // Nor that signs a body in pieces.
            .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
            .httpClientBuilder(UrlConnectionHttpClient.builder());
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    this.s3 = builder.build();
  }

  private static AwsCredentialsProvider credentials(DocumentSettings.S3 settings) {
    return settings.accessKey() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
  }

  @Override
  public Kind kind() {
    return Kind.S3;
  }

  @Override
  public void write(UUID content, InputStream bytes) throws IOException {
    byte[] first = bytes.readNBytes(PART);
    if (first.length < PART) {
      s3.putObject(put -> put.bucket(bucket).key(key(content)), RequestBody.fromBytes(first));
      return;
    }
    String upload =
        s3.createMultipartUpload(create -> create.bucket(bucket).key(key(content))).uploadId();
    List<CompletedPart> parts = new ArrayList<>();
    for (byte[] part = first; part.length > 0; part = bytes.readNBytes(PART)) {
      parts.add(send(content, upload, parts.size() + 1, part));
    }
    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket(bucket)
                .key(key(content))
                .uploadId(upload)
                .multipartUpload(all -> all.parts(parts)));
  }

  private CompletedPart send(UUID content, String upload, int number, byte[] part) {
    String tag =
        s3.uploadPart(
                send -> send.bucket(bucket).key(key(content)).uploadId(upload).partNumber(number),
                RequestBody.fromBytes(part))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  @Override
  public InputStream open(UUID content) {
    return s3.getObject(get -> get.bucket(bucket).key(key(content)));
  }

  @Override
  public void delete(UUID content) {
    List<MultipartUpload> begun =
        s3.listMultipartUploads(list -> list.bucket(bucket).prefix(key(content))).uploads();
    for (MultipartUpload upload : begun) {
      s3.abortMultipartUpload(
          abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
    }
    s3.deleteObject(delete -> delete.bucket(bucket).key(key(content)));
  }

  /** Contents of several houses may share a bucket; nothing in the key says what it is. */
  private static String key(UUID content) {
    return "thutuc/" + content;
  }

  @Override
  public void destroy() {
    s3.close();
  }
}
