package vn.thutuc.security;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Deployments as Camunda Modeler sends them. */
final class Deployments {

  private Deployments() {}

  static Web.Multipart of(String file, String content) {
    return of(Map.of(file, content));
  }

  /** Several files in one deployment, as the Modeler sends a model with its forms. */
  static Web.Multipart of(Map<String, String> files) {
    StringBuilder body = new StringBuilder();
    field(body, "deployment-name", String.join(", ", files.keySet()));
    field(body, "deployment-source", "Camunda Modeler");
    field(body, "enable-duplicate-filtering", "true");
    files.forEach((file, content) -> file(body, file, content));
    body.append("--").append(Web.Multipart.BOUNDARY).append("--\r\n");
    return new Web.Multipart(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void file(StringBuilder body, String file, String content) {
    body.append("--").append(Web.Multipart.BOUNDARY).append("\r\n");
    body.append("Content-Disposition: form-data; name=\"")
        .append(file)
        .append("\"; filename=\"")
        .append(file)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .append(content)
        .append("\r\n");
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append("--").append(Web.Multipart.BOUNDARY).append("\r\n");
    body.append("Content-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n");
    body.append(value).append("\r\n");
  }
}
